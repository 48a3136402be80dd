/** What a workshop needs to know of an exercise; its card has all of it. */
export interface ListedExercise {
  readonly id: string
  readonly title: string
  readonly scenario: string
  readonly level: 1 | 2 | 3
  readonly minutes: number
}

/** What an exercise needs to have to be handed out; a `Task` has all of it. */
export interface KnownExercise extends ListedExercise {
  readonly asks: string
  readonly hints: readonly string[]
}

/** What a workshop needs to know of a scenario. */
export interface KnownScenario {
  readonly id: string
  readonly title: string
  readonly minutes: number
}

/** A course: what is done one after the other. */
export interface KnownCourse {
  readonly id: string
  readonly title: string
  readonly stations: readonly Station[]
}

/** One thing that a workshop does, and the time for it. */
export interface Station {
  readonly kind: 'exercise' | 'scenario'
  readonly id: string
  readonly minutes: number
}

/** All that a workshop can be made of. A link needs no texts of exercises. */
export interface Known {
  readonly exercises: readonly ListedExercise[]
  readonly scenarios: readonly KnownScenario[]
  readonly courses: readonly KnownCourse[]
}

/** The exercises of a workshop, in their order: codes of learners count by it. */
export const exercisesOf = (stations: readonly Station[]): readonly string[] => [
  ...new Set(stations.flatMap(({ kind, id }) => (kind === 'exercise' ? [id] : []))),
]
