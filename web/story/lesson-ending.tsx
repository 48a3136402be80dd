import type { Ending, Scenario } from '../../engine/index.ts'
import { EndingNote } from './ending-note.tsx'
import { QuestionAsked } from './question.tsx'

interface LessonEndingProps {
  readonly scenario: Scenario
  readonly outcome: Ending
  readonly onDecided: (place: number) => void
}

/** How a lesson ended, and, where it ended as told, what is asked about it. */
export const LessonEnding = ({ scenario, outcome, onDecided }: LessonEndingProps) => (
  <>
    <EndingNote ending={outcome} onDecided={onDecided} />
    {outcome.ending === scenario.expects && (
      <QuestionAsked key={scenario.id} question={scenario.question} />
    )}
  </>
)
