import type { CSSProperties } from 'react'
import {
  labelOf,
  overheardWords,
  partyName,
  purposeIn,
  type Part,
  type WireMessage,
} from '../../engine/index.ts'
import { Verdict } from '../text/verdict.tsx'
import styles from './half.module.css'

interface HalfProps {
  readonly message: WireMessage | undefined
  readonly parts: readonly Part[]
  /** Opens the run at this message. */
  readonly href: string
  readonly decided: boolean
}

/** One message of one run: an arrow between two lifelines, its name, and what was refused or forgotten. */
export const Half = ({ message, parts, href, decided }: HalfProps) => {
  if (!message) return <div className={styles['half']} data-empty />
  const { from, to, kind, channel, findings } = message
  const at = (id: string) =>
    ((parts.findIndex((part) => part.id === id) + 0.5) / Math.max(1, parts.length)) * 100
  const [start, end] = [at(from), at(to)]
  const count = (verdict: 'broken' | 'forgotten') =>
    findings.filter((finding) => finding.verdict === verdict).length
  return (
    <div className={styles['half']} data-decided={decided || undefined}>
      <a className={styles['number']} href={href}>
        {message.id}
        <span className="visually-hidden">
          {`, ${partyName(from)} to ${partyName(to)}: ${labelOf(message)}`}
        </span>
      </a>
      <div className={styles['lanes']} aria-hidden="true">
        {parts.map(({ id }) => (
          <span
            key={id}
            className={styles['lane']}
            data-attacker={id === 'attacker' || undefined}
            style={{ left: `${at(id)}%`, borderColor: `var(--party-${id})` }}
          />
        ))}
        <span
          className={styles['arrow']}
          data-back={end < start || undefined}
          data-channel={channel}
          data-request={kind === 'request' || undefined}
          style={{ left: `${Math.min(start, end)}%`, width: `${Math.abs(end - start)}%` }}
        />
      </div>
      <p
        className={styles['said']}
        data-right={start + end > 100 || undefined}
        style={
          {
            '--before': `${Math.min(start, end)}%`,
            '--after': `${100 - Math.max(start, end)}%`,
          } as CSSProperties
        }
      >
        <span className={styles['ends']} aria-hidden="true">
          {partyName(from)} → {partyName(to)}{' '}
        </span>
        <code>{labelOf(message)}</code>{' '}
        <span className={styles['purpose']}>{purposeIn(message)}</span>
        <span className={styles['marks']}>
          {count('broken') > 0 && <Verdict verdict="broken" />}
          {count('forgotten') > 0 && <Verdict verdict="forgotten" />}
          {message.overheard && <span className={styles['leak']}>{overheardWords(message)}</span>}
        </span>
      </p>
    </div>
  )
}
