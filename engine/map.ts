import type { CheckId } from './checks/index.ts'
import type { PartyId, Phase } from './wire/message.ts'

// A map of the handshake, as data. A public face of the engine: it loads nothing of it.

/** The phases that the map has columns for. To step up is to be turned away by a tool call and to ask for more. */
export const mapPhases = [
  'discovery',
  'registration',
  'authorization',
  'tokenExchange',
  'toolCall',
  'refresh',
] as const satisfies readonly Phase[]
export type MapPhase = (typeof mapPhases)[number]

/** Who can be at fault, in the order of the map's rows. */
export const mapParties = [
  'client',
  'authorization-server',
  'mcp-server',
] as const satisfies readonly PartyId[]
export type MapParty = (typeof mapParties)[number]

/** A check whose absence an attack lives on: who ought to make it, and when the handshake has it made. */
export interface Fault {
  readonly check: CheckId
  readonly party: MapParty
  readonly phase: MapPhase
}

/** How much there is to keep in mind. */
export type Level = 'easy' | 'medium' | 'hard'

/** Where a lesson stands: how many passages of its story each phase has. */
export interface SurveyedLesson {
  readonly messages: number
  readonly passages: Readonly<Partial<Record<MapPhase, number>>>
}

/** Where an attack stands: at the check that turns it away, and at those that have to be made for that one to work. */
export interface SurveyedAttack {
  readonly level: Level
  /** The one that turns it away comes first. */
  readonly faults: readonly [Fault, ...Fault[]]
}

/** Where everything stands, by the ids of scenarios. */
export interface Survey {
  readonly lessons: Readonly<Record<string, SurveyedLesson>>
  readonly attacks: Readonly<Record<string, SurveyedAttack>>
}
