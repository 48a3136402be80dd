import { Clauses } from '../text/clause.tsx'
import { RichText } from '../text/rich-text.tsx'
import { Block, Pair, Words } from './block.tsx'
import { Seats } from './seats.tsx'
import { Solution, WrittenSolution } from './solution.tsx'
import { Hints } from './story-guide.tsx'
import type { StepGuide } from './work-out.ts'
import styles from './guide.module.css'

type Guided = Extract<StepGuide, { kind: 'exercise' | 'written' }>

/** What to know of an exercise: aim, words, questions, wrong turns, hints, and the solution as it was played for this page. */
export const ExerciseGuide = ({
  guided,
  seed,
}: {
  readonly guided: Guided
  readonly seed: string
}) => {
  const { exercise, scenario } = guided
  const { aim, say, questions, wrongTurns } = exercise.guide
  return (
    <>
      <Words name="Aim" text={aim} />
      <Words name="Say" text={say} />
      {exercise.kind === 'bet' && (
        <Words
          name="Before anybody bets"
          text="Collect hands for each answer, and have one of each say why. The first verdict tells how it went, to those who were wrong as well."
        />
      )}
      <Words name="The task" text={exercise.asks} />
      {exercise.kind === 'bet' && (
        <Block name="The answers">
          <ol className={styles['hints']}>
            {exercise.options.map(({ id, says }) => (
              <li key={id}>
                <RichText text={says} />
              </li>
            ))}
          </ol>
        </Block>
      )}
      <Block name="Expected questions">
        {questions.map(({ asks, answer }) => (
          <div key={asks} className={styles['kept']}>
            <Pair head={asks} text={answer} />
          </div>
        ))}
      </Block>
      <Block name="Wrong turns">
        {wrongTurns.map((turn) => (
          <p key={turn}>
            <RichText text={turn} />
          </p>
        ))}
      </Block>
      <Hints hints={exercise.hints} />
      {guided.kind === 'written' ? (
        <WrittenSolution exercise={guided.exercise} />
      ) : (
        <Solution guided={guided} seed={seed} />
      )}
      {guided.kind === 'exercise' && guided.exercise.kind === 'find' && (
        <Seats exercise={guided.exercise} seats={guided.seats} seed={seed} />
      )}
      <Block name="See also">
        <p>
          The story <a href={`#/lab/${scenario.id}`}>{scenario.title}</a>;{' '}
          <Clauses ids={exercise.refs} />.
        </p>
      </Block>
    </>
  )
}
