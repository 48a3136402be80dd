import { memo, type ReactNode } from 'react'
import type { Passage } from '../../engine/index.ts'
import { RichText } from '../text/rich-text.tsx'
import styles from './story.module.css'

interface PassageProps {
  readonly passage: Passage
  readonly latest: boolean
  readonly onSelect: (place: number) => void
  /** The text with its words explained, as soon as there is that. */
  readonly explained: ReactNode
}

/** One paragraph of the story; the number in its margin leads back to its message. */
export const PassageView = memo(({ passage, latest, onSelect, explained }: PassageProps) => {
  const { since, heading, text, ofThisRun } = passage
  return (
    <li className={styles['passage']} data-latest={latest || undefined}>
      <button
        type="button"
        className={styles['number']}
        aria-label={`Go to message ${since}`}
        onClick={() => onSelect(since)}
      >
        {since}
      </button>
      <div>
        {heading !== undefined && <h3 className={styles['heading']}>{heading}</h3>}
        {text !== '' && (
          <p className={ofThisRun && styles['ofThisRun']}>
            {explained ?? <RichText text={text} />}
          </p>
        )}
      </div>
    </li>
  )
})
