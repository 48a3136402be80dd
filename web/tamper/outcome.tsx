import type { Ref } from 'react'
import { refusalSince, remarksOn } from '../../engine/explain.ts'
import { sayDecision, type Ending, type WireMessage } from '../../engine/index.ts'
import { RichText } from '../text/rich-text.tsx'
import type { Change, Changing } from './change.ts'
import styles from './tamper.module.css'

interface OutcomeProps extends Pick<Changing, 'onUndo'> {
  readonly ref: Ref<HTMLElement>
  readonly message: WireMessage
  readonly made: readonly Change[]
  readonly log: readonly WireMessage[]
  readonly alone: readonly WireMessage[]
  readonly ending: Ending | undefined
  readonly onSelect: (place: number) => void
}

const endingWords = {
  completed: 'Completed',
  won: 'The attack won',
  refused: 'Refused',
  broken: 'Broken',
} as const

/** What was done to this message, each to be taken back, and what came of it: the first check that refused, and the ending. */
export const Outcome = ({ ref, message, made, log, alone, ending, ...on }: OutcomeProps) => {
  const refusal = refusalSince(log, message.id, alone)
  const asEnding = refusal && ending?.by === refusal.check && ending.at === refusal.at
  const remarks = remarksOn(message)
  return (
    <section
      ref={ref}
      tabIndex={-1}
      className={styles['outcome']}
      data-made={made.length > 0 || undefined}
      aria-label="What you did to this message"
      aria-live="polite"
    >
      {made.length === 0 ? (
        <p className={styles['hint']}>
          Each change plays the whole run again: what follows happens for real.
        </p>
      ) : (
        <>
          <ul>
            {made.map((change, index) => (
              // The same field may be taken away twice where its name repeats.
              <li key={`${index} ${JSON.stringify(change)}`} className={styles['made']}>
                <span>
                  <RichText text={sayDecision(change)} />
                  {isIdle(change, message) && ': this message has no such part, nothing changes'}
                </span>
                <button
                  type="button"
                  className={styles['link']}
                  aria-label={`Undo: ${sayDecision(change).replaceAll('`', '')}`}
                  onClick={() => on.onUndo(change)}
                >
                  undo
                </button>
              </li>
            ))}
          </ul>
          {remarks.map((remark) => (
            <p key={remark} className={styles['remark']}>
              <RichText text={remark} />
            </p>
          ))}
          {refusal && !asEnding && (
            <p>
              First after it: <RichText text={refusal.sentence} />{' '}
              <Goto at={refusal.at} onSelect={on.onSelect} />
            </p>
          )}
          {ending && (
            <p>
              {!ending.sentence.startsWith(endingWords[ending.ending]) && (
                <strong className={styles['word']} data-ending={ending.ending}>
                  {endingWords[ending.ending]}.{' '}
                </strong>
              )}
              <RichText text={ending.sentence} />{' '}
              {asEnding && <Goto at={refusal.at} onSelect={on.onSelect} />}
            </p>
          )}
        </>
      )}
    </section>
  )
}

const REWORDED: readonly unknown[] = ['edited', 'dropped', 'astray']

const isIdle = ({ kind }: Change, { fate }: WireMessage): boolean =>
  !['drop', 'delay', 'duplicate'].includes(kind) && !REWORDED.includes(fate)

const Goto = ({ at, onSelect }: { readonly at: number } & Pick<OutcomeProps, 'onSelect'>) => (
  <button type="button" className={styles['link']} onClick={() => onSelect(at)}>
    at message {at}
  </button>
)
