import type { CheckId } from '../checks/index.ts'
import type { Role } from '../checks/check.ts'
import type { Decision } from '../decisions.ts'
import type { Registration } from '../registration.ts'
import type { Act } from '../attack/contract.ts'
import type { RefId } from '../spec/refs.ts'
import type { Revision } from '../spec/revisions.ts'
import type { Phase } from '../wire/message.ts'

/** How hard an exercise is: 1, one look at the run is enough; 3, several things have to be put together. */
export type Level = 1 | 2 | 3

/** A question that learners ask, and what to answer. */
export interface ExpectedQuestion {
  readonly asks: string
  readonly answer: string
}

/** What a facilitator needs to know about an exercise. Plain text with `code`, *emphasis* and `[ref-id]`. */
export interface Guide {
  /** What somebody can do afterwards. */
  readonly aim: string
  /** What to say before it. */
  readonly say: string
  readonly questions: readonly [ExpectedQuestion, ...ExpectedQuestion[]]
  /** Where people go wrong, and how to bring them back. */
  readonly wrongTurns: readonly [string, ...string[]]
}

/** What every exercise has, whatever it asks for: plain data on a scenario. */
export interface Task {
  /** Also its place in URLs, codes and flags: lower case and hyphens. */
  readonly id: string
  readonly title: string
  /** The story it is about, by its id, and which telling of it. */
  readonly scenario: string
  readonly variant?: string
  readonly revision?: Revision
  readonly registration?: Registration
  readonly phase: Phase
  /** The party whose work it is about. */
  readonly party: Role
  readonly level: Level
  readonly minutes: number
  /** What is to be done, in one or two sentences. */
  readonly asks: string
  /** From vague to plain. */
  readonly hints: readonly [string, string, string]
  /** Why the solution is the solution, in one or two sentences. */
  readonly because: string
  readonly guide: Guide
  readonly refs: readonly RefId[]
}

/** A run that shows why an answer is right or wrong, and the message at which to look. */
export interface ShownRun {
  readonly scenario: string
  readonly variant?: string
  readonly revision: Revision
  readonly registration: Registration
  readonly seed: string
  readonly forget: readonly CheckId[]
  readonly decisions: readonly Decision[]
  /** The acts in place of the story’s own, where the learner composed them. */
  readonly acts?: readonly Act[]
  /** The message at which it shows; undefined: its end. */
  readonly at: number | undefined
}

/** What came of an answer: computed from runs, never declared. */
export interface Verdict {
  readonly solved: boolean
  /** What happened, in one sentence. */
  readonly sentence: string
  /** Why a wrong answer is wrong, or what a right one shows; read off the run. */
  readonly because: string
  /** The runs that show it, the most telling first. */
  readonly runs: readonly ShownRun[]
}
