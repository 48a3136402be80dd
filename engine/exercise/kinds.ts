import type { Act } from '../attack/contract.ts'
import type { CheckId } from '../checks/index.ts'
import type { Beat } from '../telling.ts'
import type { Change } from '../wire/interference.ts'
import type { Anchor } from '../anchor.ts'
import type { Task } from './contract.ts'

/** What can be predicted: the message that comes next, the status of an answer, how the run ends, which check decides it. */
export type Predicted = 'next' | 'status' | 'ending' | 'decides'

/** One answer that a bet offers. Which is right, no exercise says: the run does. */
export interface BetOption {
  /** What is predicted: the name of a message, a status, the kind of an ending, the id of a check. */
  readonly id: string
  readonly says: string
}

/** A bet on what a run will do, at a place in it. */
export interface Bet extends Task {
  readonly kind: 'bet'
  readonly predicts: Predicted
  /** The last message that is shown before the bet; of a status, the request whose answer is meant. Left out: a little before the end. */
  readonly after?: Pick<Beat, 'at' | 'nth'>
  /** Checks forgotten in place of the story’s own. */
  readonly forget?: readonly CheckId[]
  readonly options: readonly [BetOption, BetOption, ...BetOption[]]
}

/** A change to one message, by its name, as a link has it. */
export type Trial = Change & { readonly at: Anchor }

/** A way of finding out whether a check is made: what is changed on the way is refused there, and by nothing before it. */
export interface Probe {
  /** What is tried, in one sentence. */
  readonly says: string
  readonly trials: readonly [Trial, ...Trial[]]
}

/** A check that may be the forgotten one, and the probes that tell. */
export interface Suspect {
  readonly check: CheckId
  readonly probes: readonly [Probe, ...Probe[]]
}

/** A world in which one check is forgotten, and nobody says which. */
export interface Find extends Task {
  readonly kind: 'find'
  /** What may be forgotten: the seed draws one of them. */
  readonly pool: readonly [Suspect, Suspect, ...Suspect[]]
}

/** An attack to be stopped, by remembering as few checks as will do. */
export interface Fix extends Task {
  readonly kind: 'fix'
}

/** Something the learner can do as the attacker, or have others do: one or more acts of the attack’s own kind. */
export interface Move {
  /** Lower case and hyphens. */
  readonly id: string
  readonly says: string
  readonly acts: readonly [Act, ...Act[]]
}

/** An attack to be carried out, with moves from a menu. */
export interface Break extends Task {
  readonly kind: 'break'
  /** How many of the story’s acts have happened before the learner begins. */
  readonly begins: number
  /** Checks forgotten in place of the story’s own. */
  readonly forget?: readonly CheckId[]
  readonly menu: readonly [Move, Move, ...Move[]]
  /** Compositions that work, each by the ids of its moves; whatever else works counts as well. */
  readonly paths: readonly [readonly string[], ...(readonly string[])[]]
}

/** An exercise of any kind that is judged by runs. */
export type Exercise = Bet | Find | Fix | Break

/** The kinds of exercises. */
export type ExerciseKind = Exercise['kind']

/** What an answer is to each kind of exercise. */
export interface Answers {
  /** The id of an option. */
  readonly bet: { readonly kind: 'bet'; readonly says: string }
  /** The check that is forgotten; the party alone is no answer yet, but is judged. */
  readonly find: {
    readonly kind: 'find'
    readonly check?: string | undefined
    readonly party?: string | undefined
  }
  /** What is to be remembered; everything else that matters stays forgotten. */
  readonly fix: { readonly kind: 'fix'; readonly remember: readonly string[] }
  /** The ids of the moves, in their order. */
  readonly break: { readonly kind: 'break'; readonly moves: readonly string[] }
}

/** An answer to an exercise. */
export type Answer = Answers[ExerciseKind]
