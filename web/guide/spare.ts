import { exerciseCards, type ExerciseCard } from '../../scenarios/exercise-cards.ts'
import type { Step } from '../practice/steps.ts'

/** How much longer a room takes than a reader alone. */
export const ROOM_TAKES = 1.4

/** How many minutes a room takes for some steps: longer than a reader alone, but for breaks. */
export const roomMinutesOf = (steps: readonly Step[]): number => {
  const pauses = steps.filter(isPause)
  const work = steps.filter((step) => !isPause(step))
  return minutesOf(pauses) + Math.round(minutesOf(work) * ROOM_TAKES)
}

/**
 * The places of the steps that a room has to do without, so that the rest takes it no more minutes than all of it takes a reader
 * alone, the `closing` questions at the end among them. In the order in which they are dropped: what the course itself
 * marks; exercises that come after their story, the hardest first; bets that come before it, for the story asks one
 * too. Never the first step, the last only where the course marks it.
 */
export const sparedSteps = (steps: readonly Step[], closing: number): readonly number[] => {
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
    const left = steps.filter((_, one) => !spared.includes(one))
    if (roomMinutesOf(left) + closing <= minutesOf(steps)) break
    spared.push(at)
  }
  return spared
}

/** What a room does of some steps, each with the minutes that a room takes for it. */
export const roomPlan = (steps: readonly Step[], closing: number): readonly Step[] => {
  const spared = sparedSteps(steps, closing)
  const left = steps.filter((_, at) => !spared.includes(at))
  // Each begins where all before it have ended, so that what is rounded does not add up.
  const until = (at: number) => roomMinutesOf(left.slice(0, at))
  return left.map((step, at) => ({ ...step, minutes: Math.max(1, until(at + 1) - until(at)) }))
}

/** How many minutes some steps take together. */
export const minutesOf = (steps: readonly Step[]): number =>
  steps.reduce((sum, { minutes }) => sum + minutes, 0)

const isPause = ({ does }: Step): boolean => does === 'pause'

const exerciseOf = ({ does, id }: Step): ExerciseCard | undefined =>
  does === 'solve' ? exercises.find((one) => one.id === id) : undefined

const exercises: readonly ExerciseCard[] = Object.values(exerciseCards)

const levelOf = (step: Step): number => exerciseOf(step)?.level ?? 0

/** Whether a step is an exercise whose story is read in some others. */
const isTold = (others: readonly Step[], step: Step): boolean => {
  const scenario = exerciseOf(step)?.scenario
  return others.some(({ does, id }) => does === 'read' && id === scenario)
}
