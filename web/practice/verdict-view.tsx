import type { ReactNode } from 'react'
import type { ShownRun, Verdict } from '../../engine/exercise/index.ts'
import { linkTo } from '../exercise/link-to.ts'
import { RichText } from '../text/rich-text.tsx'
import styles from './verdict-view.module.css'

interface VerdictViewProps {
  readonly verdict: Verdict
  /** Whether it is the solution that was played, and not an answer. */
  readonly solution: boolean
  /** Whether a link into the lab would say what is asked for. */
  readonly secret: boolean
  readonly shown: ShownRun | undefined
  readonly onShow: (run: ShownRun | undefined) => void
  /** What a solved exercise brings besides. */
  readonly brings: ReactNode
}

/** What came of an answer: whether it is right, why, and the runs that show it. */
export const VerdictView = (props: VerdictViewProps) => {
  const { verdict, solution, secret, shown, onShow, brings } = props
  const word = solution ? 'The solution. ' : verdict.solved ? 'Solved. ' : 'Not yet. '
  return (
    <section
      className={styles['verdict']}
      data-solved={verdict.solved}
      aria-label="What came of it"
    >
      <p>
        <b className={styles['word']}>{word}</b>
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
          {verdict.runs.map((run, index) => (
            <li key={`${index} ${run.at}`}>
              <button type="button" aria-pressed={run === shown} onClick={() => onShow(run)}>
                {`${index === 0 ? 'Show that run' : 'Show the other run'}${run.at === undefined ? '' : ` at message ${run.at}`}`}
              </button>
              {!secret && !run.acts && (
                <a href={linkTo(run)}>
                  {index === 0 ? 'Open that run in the lab' : 'Open it in the lab'}
                </a>
              )}
            </li>
          ))}
          {shown && (
            <li>
              <button type="button" onClick={() => onShow(undefined)}>
                Back to the run of the exercise
              </button>
            </li>
          )}
        </ul>
      )}
    </section>
  )
}
