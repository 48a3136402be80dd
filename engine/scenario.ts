import type { Attack } from './attack/contract.ts'
import type { Errand } from './machines/handshake-facts.ts'
import type { Telling } from './telling.ts'

export type { Act, Attack, Decoy, Goal, Incident, Link, Stop, Variant } from './attack/contract.ts'

export type { CheckId } from './checks/index.ts'
export type { WriteExercise, WrittenRun } from './exercise/write.ts'
export type { Bet, Break, Exercise, Find, Fix } from './exercise/kinds.ts'
export type { Survey } from './map.ts'
export type { Beat, Choice, EndingKind, Question, Telling } from './telling.ts'
export type { Duty, DutyGroup, DutyPart, Seen, Sighting, Term } from './sighting.ts'

/** A story of the honest protocol. */
export interface Lesson extends Telling {
  readonly kind: 'lesson'
  /** What the owner wants done once the client is connected. */
  readonly errands: readonly Errand[]
}

/** What the owner wants done by their client, in the order of a story. */
export const errandsOf = (scenario: Scenario): readonly Errand[] =>
  scenario.kind === 'lesson'
    ? scenario.errands
    : scenario.acts.flatMap((act) => (act.who === 'client' ? act.errands : []))

/** A story the lab can tell. */
export type Scenario = Lesson | Attack
