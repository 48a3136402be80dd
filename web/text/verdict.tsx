import { verdictWords, type Finding } from '../../engine/index.ts'
import { Icon } from '../ui/icon.tsx'
import styles from './verdict.module.css'

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
      <Icon name={verdict} weight={2.2} />
    </span>
    <span className={word ? styles['word'] : 'visually-hidden'}>{verdictWords[verdict]}</span>
  </span>
)
