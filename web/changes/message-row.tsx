import type { MessageChange } from '../../engine/compare.ts'
import { labelOf, purposeIn, type WireMessage } from '../../engine/index.ts'
import { Party } from '../text/party.tsx'
import type { Links, Side } from './links.ts'
import { MessageLink } from './message-link.tsx'
import styles from './row.module.css'

interface MessageRowProps {
  readonly row: MessageChange
  readonly links: Links
}

/** A message and its answer, or what a message was and what it is. */
export const MessageRow = ({ row: { before, after }, links }: MessageRowProps) => {
  const [message] = [...after, ...before]
  if (!message) return null
  return (
    <>
      <Said side="before" messages={before} links={links} was={after.length > 0} />
      <Said side="after" messages={after} links={links} />
      <p className={styles['aside']}>
        <Party id={message.from} /> to <Party id={message.to} />: {purposeIn(message)}
      </p>
    </>
  )
}

const Said = ({
  side,
  messages,
  links,
  was = false,
}: {
  readonly side: Side
  readonly messages: readonly WireMessage[]
  readonly links: Links
  /** Whether another message stands there now. */
  readonly was?: boolean
}) =>
  messages.length === 0 ? null : (
    <p className={styles['said']} data-was={was || undefined}>
      {messages.map((message, index) => (
        <span key={message.id} className={styles['message']}>
          <MessageLink side={side} message={message} links={links} />{' '}
          <code className={styles[index === 0 ? 'label' : 'answer']}>{labelOf(message)}</code>
        </span>
      ))}
    </p>
  )
