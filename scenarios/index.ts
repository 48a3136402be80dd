import type { Scenario } from '../engine/scenario.ts'
import { firstContact } from './lessons/first-contact.ts'

/** Every scenario of the lab, in the order of the library. */
export const scenarios: readonly Scenario[] = [firstContact]

/** The scenario with this id, when there is one. */
export const scenarioWithId = (id: string): Scenario | undefined =>
  scenarios.find((scenario) => scenario.id === id)
