import type { ReactNode } from 'react'
import type { Verdict } from '../../engine/written.ts'
import { RichText } from '../text/rich-text.tsx'
import { linkTo } from './link-to.ts'
import styles from './written-check.module.css'

/** Links beyond these would only say the same again. */
const MOST = 3

interface WrittenVerdictProps {
  readonly verdict: Verdict
  /** What a check that is right brings besides. */
  readonly brings: ReactNode
}

/** What came of a written check: whether it is right, why, and the runs that show it. */
export const WrittenVerdict = ({ verdict, brings }: WrittenVerdictProps) => (
  <section
    className={styles['verdict']}
    data-solved={verdict.solved}
    aria-label="What came of your check"
  >
    <p>
      <b className={styles['word']}>{verdict.solved ? 'Right. ' : 'Not yet. '}</b>
      <RichText text={verdict.sentence} />
    </p>
    {verdict.because !== '' && (
      <p>
        <RichText text={verdict.because} />
      </p>
    )}
    {verdict.solved && brings}
    {verdict.runs.length > 0 && (
      <ul className={styles['runs']}>
        {verdict.runs.slice(0, MOST).map((run, index) => (
          <li key={linkTo(run)}>
            <a href={linkTo(run)}>
              {index === 0 ? 'Open the run' : 'Open another'}
              {run.at === undefined ? '' : ` at message ${run.at}`}
            </a>
          </li>
        ))}
      </ul>
    )}
  </section>
)
