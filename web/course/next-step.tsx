import { howFar, inHowManyWords, type Step, type Ticks } from '../practice/steps.ts'
import styles from './course.module.css'

interface NextStepProps {
  readonly steps: readonly Step[]
  readonly ticks: Ticks
  readonly onOpen: () => void
}

/** How far somebody is, and one clear way on. */
export const NextStep = ({ steps, ticks, onOpen }: NextStepProps) => {
  const far = howFar(steps, ticks)
  const next = far.next === undefined ? undefined : steps[far.next]
  return (
    <div className={styles['next']}>
      {next && (
        <a className={styles['begin']} href={`#${next.path}`} onClick={onOpen}>
          {far.done === 0 ? 'Begin' : 'Go on'}: {next.title}
        </a>
      )}
      <p aria-live="polite">{inHowManyWords(far)}.</p>
    </div>
  )
}
