import { useState } from 'react'
import type { WriteExercise } from '../../engine/written.ts'
import { WrittenCheck } from '../exercise/written-check.tsx'
import { FlagHere } from './flag.tsx'
import { Help } from './help.tsx'
import { keep, keptOf, type Kept } from './kept.ts'
import { attemptIn, learnerIn, useLearner } from './learner.ts'
import type { World } from './world.ts'
import styles from './exercise.module.css'

interface WriteExerciseProps {
  readonly exercise: WriteExercise
  readonly world: World
}

/** An exercise in which a check is written: what was written is kept, and what came of it. */
export const WriteExerciseView = ({ exercise, world }: WriteExerciseProps) => {
  const { workshop, allows } = world
  const { id } = exercise
  const done = attemptIn(useLearner(workshop), id)
  const [hints, setHints] = useState(() => keptOf(workshop, id).hints)
  // Another one is another editor: what it begins with is read once.
  const [edition, setEdition] = useState(0)
  const [own, setOwn] = useState<string>()
  const change = (some: Kept) => keep(workshop, id, { ...keptOf(workshop, id), ...some })
  const put = (code: string) => {
    change({ code })
    setEdition(edition + 1)
  }
  const before = keptOf(workshop, id).code
  return (
    <div className={styles['written']}>
      <WrittenCheck
        key={edition}
        exercise={exercise}
        brings={<FlagHere exercise={id} world={world} />}
        {...(before !== undefined && { before })}
        onChange={(code) => change({ code })}
        onVerdict={({ solved }) =>
          learnerIn(workshop).did(id, { kind: 'answer', solved, at: Date.now() })
        }
      />
      <Help
        hints={exercise.hints}
        taken={hints ?? done?.hints ?? 0}
        allows={allows}
        onHint={(number) => {
          setHints(number)
          change({ hints: number })
          learnerIn(workshop).did(id, { kind: 'hint', number })
        }}
        onSolution={() => {
          learnerIn(workshop).did(id, { kind: 'solution' })
          setOwn(keptOf(workshop, id).code ?? exercise.starter)
          put(exercise.solution)
        }}
      />
      {own !== undefined && (
        <p className={styles['own']}>
          The solution stands in the editor: run it, and change it to see what breaks.{' '}
          <button
            type="button"
            onClick={() => {
              put(own)
              setOwn(undefined)
            }}
          >
            Bring back what I wrote
          </button>
        </p>
      )}
    </div>
  )
}
