import { forgetsAsTold, toldBy } from './attack/variant.ts'
import { settled } from './input.ts'
import type { Place } from './place.ts'
import type { Scenario } from './scenario.ts'

/** A place without what its scenario says by itself, so that a link to it is short. */
export const withoutDefaults = <Spot extends Omit<Place, 'scenario'>>(
  scenario: Scenario,
  spot: Spot,
): Spot => {
  const { revision, registration, variant, forget, ...rest } = spot
  const own = settled({ scenario })
  const spoken = revision === undefined || revision === own.revision ? {} : { revision }
  const unasked = settled({ scenario, ...spoken }).registration
  const told = toldBy(scenario, variant).variant
  return {
    ...rest,
    ...spoken,
    ...(registration !== undefined && registration !== unasked && { registration }),
    ...(told !== undefined && { variant: told }),
    ...(forget && !forgetsAsTold(scenario, { variant: told, forget }) && { forget }),
  } as Spot
}
