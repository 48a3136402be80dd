import type { WriteExercise } from '../../engine/exercise/index.ts'
import { RichText } from '../text/rich-text.tsx'
import { Block, Pair } from './block.tsx'
import { answerLines } from './answer-lines.ts'
import type { StepGuide } from './work-out.ts'
import styles from './guide.module.css'

interface SolutionProps {
  readonly guided: Extract<StepGuide, { kind: 'exercise' }>
  readonly seed: string
}

/** An answer that the judge has just accepted, with what it said. */
export const Solution = ({ guided, seed }: SolutionProps) => {
  const { exercise, answer, verdict } = guided
  const lines = answerLines(exercise, answer)
  return (
    <Block name="Solution">
      {exercise.kind === 'find' && (
        <p className={styles['soft']}>
          With the seed “{seed}”. Every other seed may have another answer.
        </p>
      )}
      {lines.length === 1 ? (
        <p>
          <RichText text={lines[0]!} />
        </p>
      ) : (
        <ol className={styles['hints']}>
          {lines.map((line, at) => (
            <li key={`${at} ${line}`}>
              <RichText text={line} />
            </li>
          ))}
        </ol>
      )}
      <p>
        <span className={styles[verdict.solved ? 'right' : 'wrong']}>
          {verdict.solved ? 'Judged solved:' : 'Judged wrong:'}
        </span>{' '}
        <RichText text={verdict.sentence} />
      </p>
      <p className={styles['soft']}>
        <RichText text={verdict.because} />
      </p>
    </Block>
  )
}

/** A check as it can be written, and how people get it wrong. It is run where learners write, and not here. */
export const WrittenSolution = ({ exercise }: { readonly exercise: WriteExercise }) => (
  <>
    <Block name="Solution">
      <pre className={styles['code']}>{exercise.solution}</pre>
      <p className={styles['soft']}>
        This stands in the exercise. Its page runs it; this one has not.
      </p>
    </Block>
    <Block name="Wrong versions">
      {exercise.wrong.map(({ name, because }) => (
        <div key={name} className={styles['kept']}>
          <Pair head={name} text={because} />
        </div>
      ))}
    </Block>
  </>
)
