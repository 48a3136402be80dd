import type { Ending } from '../../engine/index.ts'
import { RichText } from '../text/rich-text.tsx'
import styles from './story.module.css'

const titles = {
  completed: 'Completed',
  won: 'The attack succeeded',
  refused: 'Refused',
  broken: 'The lab broke',
} as const
const titleOf = ({ ending, by }: Ending): string =>
  ending === 'refused' && by === undefined ? 'Given up' : titles[ending]

interface EndingNoteProps {
  readonly ending: Ending
  /** Goes to the checks of the message where it was decided. */
  readonly onDecided: (place: number) => void
}

/** How the run ended, and what came of it. */
export const EndingNote = ({ ending, onDecided }: EndingNoteProps) => {
  const { at, sentence, client, result } = ending
  return (
    <div className={styles['ending']} data-ending={ending.ending}>
      <h3 className={styles['heading']} tabIndex={-1} data-arrival>
        {titleOf(ending)}
      </h3>
      <p>
        <RichText text={sentence} />
      </p>
      {client !== undefined && client !== sentence && <p>{client}</p>}
      {result !== undefined && <blockquote className={styles['result']}>{result}</blockquote>}
      {at !== undefined && (
        <button type="button" className={styles['where']} onClick={() => onDecided(at)}>
          See message {at}, where it was decided
        </button>
      )}
      {ending.ending === 'completed' && (
        <p className={styles['next']}>
          Now break it:{' '}
          <button type="button" className={styles['where']} popoverTarget="what-if">
            What if somebody says no, or a message gets lost?
          </button>
        </p>
      )}
    </div>
  )
}
