import { useMemo, useState } from 'react'
import {
  formatDecisions,
  parseDecisions,
  type Decision,
  type Scenario,
} from '../../engine/index.ts'
import type { Exercise, ShownRun } from '../../engine/exercise/index.ts'
import { BetAnswer } from './bet-answer.tsx'
import { BreakAnswer } from './break-answer.tsx'
import { FindAnswer } from './find-answer.tsx'
import { FindChanges } from './find-changes.tsx'
import { FixAnswer } from './fix-answer.tsx'
import { FlagHere } from './flag.tsx'
import { Help } from './help.tsx'
import { attemptIn, learnerIn, useLearner } from './learner.ts'
import { Stage } from './stage.tsx'
import { useAttempt, type Attempting } from './use-attempt.ts'
import { useScene } from './use-scene.ts'
import { VerdictView } from './verdict-view.tsx'
import type { World } from './world.ts'
import styles from './exercise.module.css'

interface ExerciseViewProps {
  readonly exercise: Exercise
  readonly scenario: Scenario
  readonly world: World
}

/** An exercise that is judged by runs: its run, the answer, what came of it, and help. */
export const ExerciseView = ({ exercise, scenario, world }: ExerciseViewProps) => {
  const { workshop, allows } = world
  const doing = useAttempt({ exercise, scenario, ...world })
  const done = attemptIn(useLearner(workshop), exercise.id)
  const [shown, show] = useState<ShownRun>()
  const { decisions, decide } = useDecisions(doing)
  const { kept, verdict } = doing
  const wish = useWish({ exercise, scenario, world, doing, decisions, shown })
  const seen = useScene(wish)
  const secret = exercise.kind === 'find' && verdict?.solved !== true
  const fresh: Attempting = {
    ...doing,
    choose: (draft) => {
      show(undefined)
      doing.choose(draft)
    },
    give: (answer) => {
      show(undefined)
      doing.give(answer)
    },
  }
  return (
    <div className={styles['work']}>
      <div className={styles['run']}>
        <Stage scenario={scenario} {...seen} />
        {exercise.kind === 'find' && (
          <FindChanges
            exercise={exercise}
            scenario={scenario}
            seed={world.seed}
            decisions={decisions}
            onDecide={(next) => {
              show(undefined)
              decide(next)
            }}
            seen={seen}
          />
        )}
      </div>
      <div className={styles['side']}>
        <AnswerTo exercise={exercise} scenario={scenario} doing={fresh} seen={seen} />
        <div aria-live="polite">
          {verdict && (
            <VerdictView
              verdict={verdict}
              solution={kept.solution === true}
              secret={secret}
              shown={shown}
              onShow={show}
              brings={<FlagHere exercise={exercise.id} world={world} />}
            />
          )}
        </div>
        <Help
          hints={exercise.hints}
          taken={kept.hints ?? done?.hints ?? 0}
          allows={allows}
          onHint={(number) => {
            doing.change({ hints: number })
            learnerIn(workshop).did(exercise.id, { kind: 'hint', number })
          }}
          onSolution={() => {
            show(undefined)
            doing.showSolution()
          }}
          onReset={() => {
            show(undefined)
            return doing.reset()
          }}
        />
      </div>
    </div>
  )
}

interface AnswerToProps extends Pick<ExerciseViewProps, 'exercise' | 'scenario'> {
  readonly doing: Attempting
  readonly seen: ReturnType<typeof useScene>
}

const AnswerTo = ({ exercise, ...props }: AnswerToProps) => {
  switch (exercise.kind) {
    case 'bet':
      return <BetAnswer exercise={exercise} {...props} />
    case 'find':
      return <FindAnswer exercise={exercise} {...props} />
    case 'fix':
      return <FixAnswer exercise={exercise} {...props} />
    case 'break':
      return <BreakAnswer exercise={exercise} {...props} />
  }
}

const useDecisions = ({ kept, change }: Attempting) => {
  const decisions = useMemo(() => parseDecisions(kept.decisions ?? '').decisions, [kept.decisions])
  const decide = (next: readonly Decision[]) => change({ decisions: formatDecisions(next) })
  return { decisions, decide }
}

interface Wishing extends ExerciseViewProps {
  readonly doing: Attempting
  readonly decisions: readonly Decision[]
  readonly shown: ShownRun | undefined
}

/** Which run is to be seen; the same object for as long as it is the same run. */
const useWish = ({ exercise, scenario, world: { seed }, doing, decisions, shown }: Wishing) => {
  const { kept, draft, given, verdict } = doing
  const answer = exercise.kind === 'fix' ? draft : given
  const text = exercise.kind === 'fix' ? kept.draft : kept.given
  const solved = verdict?.solved === true
  return useMemo(
    () => ({ exercise, scenario, seed, answer, decisions, solved, shown }),
    // An answer is read anew each time: its text says whether it is another one.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [exercise, scenario, seed, text, decisions, solved, shown],
  )
}
