import { exerciseCards, type ExerciseCard } from '../../scenarios/exercise-cards.ts'
import type { Step } from '../practice/steps.ts'

/** How much longer a room takes than a reader alone. */
export const ROOM_TAKES = 1.5

/**
 * The places of the steps that a room which runs out of minutes can do without, in the order in which they are dropped: what the
 * course itself marks; exercises that come after their story, the hardest first; bets that come before it, for the story asks
 * one too. Never the first step, the last only where the course marks it, and no more than it takes to make up for
 * a room.
 */
export const sparedSteps = (steps: readonly Step[]): readonly number[] => {
  const enough = minutesOf(steps) * (1 - 1 / ROOM_TAKES)
  const inside = steps.map((_, at) => at).slice(1, -1)
  const marked = steps.flatMap(({ spare }, at) => (spare && at > 0 ? [at] : []))
  const after = inside
    .filter((at) => isTold(steps.slice(0, at), steps[at]!))
    .toSorted((one, other) => levelOf(steps[other]!) - levelOf(steps[one]!))
  const bets = inside.filter(
    (at) => exerciseOf(steps[at]!)?.kind === 'bet' && isTold(steps.slice(at), steps[at]!),
  )
  const spared: number[] = []
  for (const at of new Set([...marked, ...after, ...bets])) {
    if (minutesOf(spared.map((one) => steps[one]!)) >= enough) break
    spared.push(at)
  }
  return spared
}

/** How many minutes some steps take together. */
export const minutesOf = (steps: readonly Step[]): number =>
  steps.reduce((sum, { minutes }) => sum + minutes, 0)

const exerciseOf = ({ does, id }: Step): ExerciseCard | undefined =>
  does === 'solve' ? exercises.find((one) => one.id === id) : undefined

const exercises: readonly ExerciseCard[] = Object.values(exerciseCards)

const levelOf = (step: Step): number => exerciseOf(step)?.level ?? 0

/** Whether a step is an exercise whose story is read in some others. */
const isTold = (others: readonly Step[], step: Step): boolean => {
  const scenario = exerciseOf(step)?.scenario
  return others.some(({ does, id }) => does === 'read' && id === scenario)
}
