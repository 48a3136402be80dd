import { betCards } from './exercise-cards/bets.ts'
import { breakCards } from './exercise-cards/breaks.ts'
import { findCards } from './exercise-cards/finds.ts'
import { fixCards } from './exercise-cards/fixes.ts'
import { writeCards } from './exercise-cards/writes.ts'

export type { ExerciseCard } from './exercise-cards/card.ts'

/** The card of every exercise: bets, worlds with something forgotten, attacks to stop, attacks to carry out, checks to write. */
export const exerciseCards = {
  ...betCards,
  ...findCards,
  ...fixCards,
  ...breakCards,
  ...writeCards,
} as const

/** The id of an exercise. */
export type ExerciseId = keyof typeof exerciseCards
