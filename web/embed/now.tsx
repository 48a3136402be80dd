import { labelOf, purposeIn, type Ending, type WireMessage } from '../../engine/index.ts'
import { Party } from '../text/party.tsx'
import styles from './now.module.css'

interface NowProps {
  readonly log: readonly WireMessage[]
  readonly place: number
  /** How the run ended, where that may be told. */
  readonly ending: Ending | undefined
  readonly opened: boolean
  /** Opens and closes the current message; undefined where it stands open anyway. */
  readonly onOpen: (() => void) | undefined
}

const words = {
  completed: 'Completed. ',
  won: 'The attack succeeds. ',
  refused: '',
  broken: 'The lab broke. ',
} as const

/** The current message in one line, the way to all of it, and at the end what came of the run. */
export const Now = ({ log, place, ending, opened, onOpen }: NowProps) => {
  const message = log[place - 1]
  return (
    <div className={styles['now']}>
      <p className={styles['line']}>
        {message ? (
          <>
            <Party id={message.from} /> → <Party id={message.to} />
            <code>{labelOf(message)}</code>
            <span className={styles['purpose']}>{purposeIn(message)}</span>
          </>
        ) : (
          'Nothing has been sent yet.'
        )}
      </p>
      {onOpen && message && (
        <button type="button" className={styles['open']} aria-expanded={opened} onClick={onOpen}>
          {opened ? 'Close the message' : 'Open the message'}
        </button>
      )}
      {ending && (
        <p className={styles['ending']} data-ending={ending.ending} aria-live="polite">
          <b>{words[ending.ending]}</b>
          <Sentence text={ending.sentence} />
        </p>
      )}
    </div>
  )
}

/** A sentence with `code` in it. */
const Sentence = ({ text }: { readonly text: string }) =>
  text
    .split('`')
    .map((piece, index) =>
      index % 2 === 1 ? <code key={`${index} ${piece}`}>{piece}</code> : piece,
    )
