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

/** What a workshop needs to know of a page of the lab that it opens. */
export interface KnownPage {
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
  readonly kind: 'exercise' | 'scenario' | 'page' | 'pause'
  /** Which of its kind; a break has none. */
  readonly id: string
  readonly minutes: number
}

/** All that a workshop can be made of. A link needs no texts of exercises. */
export interface Known {
  readonly exercises: readonly ListedExercise[]
  readonly scenarios: readonly KnownScenario[]
  readonly pages: readonly KnownPage[]
  readonly courses: readonly KnownCourse[]
}

/** The exercises of a workshop, in their order: codes of learners count by it. */
export const exercisesOf = (stations: readonly Station[]): readonly string[] => [
  ...new Set(stations.flatMap(({ kind, id }) => (kind === 'exercise' ? [id] : []))),
]

/** How many steps there are to do: a break is none. */
export const countOfSteps = (stations: readonly Station[]): number =>
  stations.filter(({ kind }) => kind !== 'pause').length

/** The number of a step among those that there are to do. */
export const numberOfStep = (stations: readonly Station[], at: number): number =>
  countOfSteps(stations.slice(0, at + 1))

/** How many steps there are, and how many breaks between them, as a sentence begins: `One step and 2 breaks`. */
export const stepsInWords = (stations: readonly Station[]): string => {
  const steps = countOfSteps(stations)
  const breaks = stations.length - steps
  const said = [
    ...(steps > 0 || breaks === 0 ? [counted(steps, 'step')] : []),
    ...(breaks > 0 ? [counted(breaks, 'break')] : []),
  ].join(' and ')
  return said.charAt(0).toUpperCase() + said.slice(1)
}

const counted = (count: number, one: string): string =>
  count === 1 ? `one ${one}` : `${count} ${one}s`
