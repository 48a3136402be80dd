import { phases, type Phase } from '../../engine/index.ts'
import { exerciseShelf, type ShelvedExercise } from '../../scenarios/exercise-shelf.ts'

/** What each kind of exercise is called, and what is done in it. */
export const kindWords = {
  bet: { name: 'Bet', does: 'Say what happens next' },
  find: { name: 'Find it', does: 'A check is forgotten. Which?' },
  fix: { name: 'Fix it', does: 'Stop an attack with as few checks as will do' },
  break: { name: 'Break it', does: 'Carry out an attack' },
  write: { name: 'Write the check', does: 'In a few lines of JavaScript' },
} as const satisfies Readonly<Record<ShelvedExercise['kind'], { name: string; does: string }>>

/** A kind of exercise. */
export type Kind = keyof typeof kindWords

/** The kinds, in the order in which they are offered. */
export const kinds = Object.keys(kindWords) as readonly Kind[]

/** What each level is called. */
export const levelWords = { 1: 'easy', 2: 'medium', 3: 'hard' } as const

/** The levels, the easiest first. */
export const levels = [1, 2, 3] as const

/** The exercises of one phase of the handshake. */
export interface PhaseShelf {
  readonly phase: Phase
  readonly exercises: readonly ShelvedExercise[]
}

/** Exercises by phase, the easiest of each first; phases that have none are left out. */
export const byPhase = (exercises: readonly ShelvedExercise[]): readonly PhaseShelf[] =>
  [...phases, 'attack' as const].flatMap((phase) => {
    const there = exercises.filter((one) => one.phase === phase)
    return there.length === 0
      ? []
      : [{ phase, exercises: there.toSorted((one, other) => one.level - other.level) }]
  })

/** The exercises before and after one in its phase. */
export const besides = ({
  id,
  phase,
}: Pick<ShelvedExercise, 'id' | 'phase'>): Readonly<
  Record<'before' | 'after', ShelvedExercise | undefined>
> => {
  const there = byPhase(exerciseShelf).find((one) => one.phase === phase)?.exercises ?? []
  const at = there.findIndex((one) => one.id === id)
  return { before: there[at - 1], after: there[at + 1] }
}
