import { Link } from 'wouter'
import { revisions } from '../../engine/index.ts'
import type { Shelved } from '../../scenarios/shelf.ts'
import { RichText } from '../text/rich-text.tsx'
import styles from './library.module.css'

/** One scenario in the library, and the way into it. */
export const Entry = ({ number, card }: { readonly number: number; readonly card: Shelved }) => (
  <li className={styles['entry']}>
    <span className={styles['number']} aria-hidden="true">
      {number}
    </span>
    <div>
      <h3 className={styles['name']}>
        <Link href={`/lab/${card.id}`}>{card.title}</Link>
      </h3>
      <p className={styles['summary']}>
        <RichText text={card.summary} />
      </p>
      <p className={styles['facts']}>
        {card.minutes} minutes · {toldIn(card)}
      </p>
    </div>
    <Link href={`/lab/${card.id}`} className={styles['begin']}>
      Begin<span className="visually-hidden"> {card.title}</span>
    </Link>
  </li>
)

/** The revisions a lesson can be told in. */
const toldIn = ({ revision, revisions: told }: Shelved): string => {
  if (told === undefined || told.length === revisions.length) return 'every revision of MCP'
  return told.length === 1 ? `MCP ${revision}` : `MCP ${told[0]} to ${told.at(-1)}`
}
