import type { Ending } from '../../engine/index.ts'
import { RichText } from '../text/rich-text.tsx'
import styles from './story.module.css'

const titles = { completed: 'Completed', refused: 'Refused', broken: 'The lab broke' } as const

interface EndingNoteProps {
  readonly ending: Ending
  readonly onSelect: (place: number) => void
}

/** How the run ended, and what came of it. */
export const EndingNote = ({ ending, onSelect }: EndingNoteProps) => {
  const { at, sentence, client, result } = ending
  return (
    <div className={styles['ending']} data-latest data-ending={ending.ending}>
      <h3 className={styles['heading']}>{titles[ending.ending]}</h3>
      <p>
        <RichText text={sentence} />
      </p>
      {client !== undefined && client !== sentence && (
        <p>
          <RichText text={client} />
        </p>
      )}
      {result !== undefined && <blockquote className={styles['result']}>{result}</blockquote>}
      {at !== undefined && (
        <button type="button" className={styles['where']} onClick={() => onSelect(at)}>
          See message {at}, where it was decided
        </button>
      )}
    </div>
  )
}
