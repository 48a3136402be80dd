import { Link } from 'wouter'
import { purposeIn, type WireMessage } from '../../engine/index.ts'
import type { Links, Side } from './links.ts'
import styles from './row.module.css'

interface MessageLinkProps {
  readonly side: Side
  readonly message: WireMessage
  readonly links: Links
  /** The pane to look at there. */
  readonly pane?: string
}

const SAYS = { before: 'in the older run', after: 'in the newer run' } as const

/** The number of a message, which leads to it in the lab. */
export const MessageLink = ({ side, message, links, pane }: MessageLinkProps) => (
  <Link
    href={links(side, message, pane)}
    className={styles['number']}
    data-side={side}
    title={`${purposeIn(message)}, ${SAYS[side]}`}
    aria-label={`Message ${message.id} ${SAYS[side]}: ${purposeIn(message)}`}
  >
    {message.id}
  </Link>
)
