import type { CheckId } from '../checks/index.ts'
import type { Registration } from '../registration.ts'
import type { Revision } from '../spec/revisions.ts'
import type { Json, MessageName } from '../wire/message.ts'
import type { Task } from './contract.ts'
import type { WritableId } from './writable.ts'

/** One field of one message, changed on its way: `to` is its new value, with `{}` for the old one and `{half}` for its first half; left out: it is taken away. */
export interface FieldChange {
  readonly at: MessageName
  /** The how-manieth message of that name that has it; left out: the first. */
  readonly nth?: number
  /** Where it stands, without numbers: `query.redirect_uri`, `header.Authorization.claim.aud`. */
  readonly field: string
  readonly to?: string
}

/** A run in which the written check has to decide. What is right in it, the engine’s own check says. */
export interface WrittenRun {
  /** What happens in it, as the end of “In this run …”. */
  readonly name: string
  /** Why it has to be decided as it has to be, in a sentence or two. */
  readonly because: string
  readonly scenario: string
  readonly variant?: string
  readonly revision?: Revision
  readonly registration?: Registration
  /** What else is forgotten, so that nobody decides before; left out: in an attack, all that matters to it. */
  readonly forget?: readonly CheckId[]
  readonly change?: FieldChange
}

/** A version that people write, and what is wrong with it. */
export interface WrongVersion {
  readonly name: string
  readonly code: string
  readonly because: string
}

/** An exercise in which the learner writes a check as a function, which is then made in real runs. */
export interface WriteExercise extends Task {
  readonly kind: 'write'
  readonly check: WritableId
  /** What stands in the editor at first. */
  readonly starter: string
  readonly solution: string
  /** Versions that have to be caught, each by one of the runs. */
  readonly wrong: readonly [WrongVersion, ...WrongVersion[]]
  /** The runs, the honest ones first. */
  readonly runs: readonly [WrittenRun, ...WrittenRun[]]
}

/** What a written check said of some values: that they pass, that they do not, or, in a sentence, why it said neither. */
export type Said =
  | { readonly is: 'verdict'; readonly passes: boolean }
  | { readonly is: 'trouble'; readonly sentence: string }

/** Asks a written check about some values, one for each of its parameters, wherever it is safe to run it. */
export type Ask = (values: readonly Json[]) => Promise<Said>
