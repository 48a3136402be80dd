import type { ReactNode } from 'react'
import {
  channelWords,
  findingsAt,
  labelOf,
  overheardWords,
  pageIn,
  purposeIn,
  type WireMessage,
} from '../../engine/index.ts'
import { Party } from '../text/party.tsx'
import { timeOfDay } from '../text/time.ts'
import { LitNote } from '../value/lit-note.tsx'
import { LogContext } from '../value/lit.ts'
import { CheckTally } from './check-tally.tsx'
import type { FieldContext } from './field-context.ts'
import { PageLink } from './page-link.tsx'
import { Parts } from './parts.tsx'
import { Wording } from './wording.tsx'
import styles from './message.module.css'

interface MessageProps {
  readonly log: readonly WireMessage[]
  readonly place: number
  /** Leads to the checks made on this message; or the checks themselves, where there is no other place for them; left out where neither may be. */
  readonly checks?: (() => void) | ReactNode
  /** Leads to the window in which the page of this message is shown; left out where nothing does. */
  readonly onPage?: () => void
  /** Whether that window is in another tab. */
  readonly away?: boolean
  /** Leads to another message. */
  readonly onSelect: (place: number) => void
  readonly redo?: FieldContext['redo']
}

/** The last message shown: what it is, who sent it to whom, and every part of it. */
export const Message = ({ log, place, checks, onPage, away, onSelect, redo }: MessageProps) => {
  const message = log[place - 1]
  if (!message)
    return (
      <p className={styles['none']}>
        Here every message is taken apart: each header, parameter, member and claim, who made it,
        who checks it, and by which clause. Nothing has been sent yet.
      </p>
    )
  return (
    <LogContext value={log}>
      <article className={styles['message']} key={message.id}>
        <header className={styles['head']}>
          <div className={styles['heading']}>
            <span className={styles['id']}>{message.id}</span>
            <div className={styles['title']}>
              <h2 className={styles['purpose']}>{purposeIn(message)}</h2>
              <code className={styles['label']}>{labelOf(message)}</code>
            </div>
          </div>
          <p className={styles['ends']}>
            <Party id={message.from} /> to <Party id={message.to} />,{' '}
            {channelWords[message.channel]}, at {timeOfDay(message.at)}
            {message.fate && <strong className={styles['fate']}>, {message.fate}</strong>}
          </p>
          {message.overheard && (
            <p className={styles['ends']}>
              <strong className={styles['fate']}>{overheardWords(message)}</strong> on the way, and
              nobody else notices.
            </p>
          )}
          {typeof checks === 'function' ? (
            <CheckTally findings={findingsAt(message, place)} onChecks={checks} />
          ) : (
            checks
          )}
        </header>
        {onPage && pageIn(message) && <PageLink onPage={onPage} away={away === true} />}
        <Parts
          message={message}
          log={log.slice(0, place)}
          place={place}
          onSelect={onSelect}
          redo={redo}
        />
        <Wording message={message} />
      </article>
      <LitNote place={place} onSelect={onSelect} />
    </LogContext>
  )
}
