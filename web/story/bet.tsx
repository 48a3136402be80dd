import type { Question } from '../../engine/index.ts'
import { RichText } from '../text/rich-text.tsx'
import { Choices } from './question.tsx'
import styles from './bet.module.css'

interface BetProps {
  readonly question: Question
  readonly hints: readonly string[]
  readonly picked: readonly string[]
  /** Whether somebody wanted to see rather than to bet. */
  readonly shown: boolean
  /** How many hints were taken. */
  readonly taken: number
  readonly onPick: (picked: readonly string[]) => void
  readonly onShow: () => void
  readonly onHint: () => void
  /** Where in the run it is asked, and where the reader is, if that is further on. */
  readonly asked: number
  readonly place: number
  readonly onBack: () => void
}

// A hint that was asked for is read at once, wherever the pane was scrolled to.
const intoView = (hint: HTMLLIElement | null) => hint?.scrollIntoView({ block: 'nearest' })

/** A bet on how the attack goes on, asked before anybody can know; hints, from vague to plain, for who wants them. */
export const Bet = (props: BetProps) => {
  const { question, hints, picked, shown, taken, onPick, onShow, onHint } = props
  const open = picked.length === 0 && !shown
  return (
    <section
      className={styles['bet']}
      aria-label={open || picked.length > 0 ? 'Your bet' : 'The bet'}
    >
      <h3 className={styles['before']} tabIndex={-1} data-arrival={open || undefined}>
        {open
          ? 'Before you see how it goes on: what do you think?'
          : picked.length > 0
            ? 'Your bet'
            : 'The bet you skipped'}
      </h3>
      {open && props.place > props.asked && (
        <p className={styles['held']}>
          The run is at message {props.place} already. The story waits here, at{' '}
          <button type="button" onClick={props.onBack}>
            message {props.asked}
          </button>
          : answer, or skip, to read on.
        </p>
      )}
      <Choices question={question} picked={picked} shown={shown} gives="Bet" onPick={onPick}>
        {open && taken < hints.length && (
          <button type="button" onClick={onHint}>
            {taken === 0 ? 'Give me a hint' : 'A plainer hint'}
          </button>
        )}
        {open && (
          <button type="button" onClick={onShow}>
            Skip the bet
          </button>
        )}
      </Choices>
      {taken > 0 && (
        <ol className={styles['hints']} aria-label="Hints" aria-live="polite">
          {hints.slice(0, taken).map((hint) => (
            <li key={hint} ref={intoView}>
              <RichText text={hint} />
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
