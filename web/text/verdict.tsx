import type { Finding } from '../../engine/index.ts'
import styles from './verdict.module.css'

const marks = { obeyed: '✓', broken: '✕', forgotten: '○' } as const

/** What a check came to: a mark, and the word for it. */
export const Verdict = ({
  verdict,
  word = true,
}: {
  readonly verdict: Finding['verdict']
  /** Whether the word is seen, or only heard. */
  readonly word?: boolean
}) => (
  <span className={styles[verdict]}>
    <span className={styles['mark']} aria-hidden="true">
      {marks[verdict]}
    </span>
    <span className={word ? styles['word'] : 'visually-hidden'}>{verdict}</span>
  </span>
)
