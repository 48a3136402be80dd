import type { AttackId } from '../attack-cards.ts'
import type { LessonId } from '../cards.ts'
import type { ExerciseId } from '../exercise-cards.ts'

/** A page of the lab that a course opens, and what of it is meant. */
export type CoursePage =
  | {
      readonly page: 'checklist'
      readonly part: 'client' | 'mcp-server' | 'authorization-server' | 'proxy'
    }
  | { readonly page: 'changes' | 'glossary' | 'proof' | 'workings' }

/** One step of a course: a story is read to its end, an exercise solved, a page opened, or there is a break. */
export type CourseStep = {
  readonly minutes: number
  /** What to say before it. */
  readonly say: string
  /** A room that runs out of minutes can do without it: the rest does not build on it. */
  readonly spare?: true
} & (
  | { readonly does: 'read'; readonly scenario: LessonId | AttackId }
  | { readonly does: 'solve'; readonly exercise: ExerciseId }
  | ({ readonly does: 'open' } & CoursePage)
  | { readonly does: 'pause' }
)

/** What is asked when a course is over. */
export interface Closing {
  readonly asks: string
  /** What a good answer says, for whoever leads. */
  readonly answer: string
}

/** A way through stories and exercises, for one alone or for a room. */
export interface Course {
  /** Also its place in URLs: lower case and hyphens. */
  readonly id: string
  readonly title: string
  /** Whom it is for, and what they can do afterwards. */
  readonly says: string
  readonly minutes: number
  /** Two or three things to ask at the end, when everybody has everything. */
  readonly closing: readonly Closing[]
  readonly steps: readonly [CourseStep, ...CourseStep[]]
}
