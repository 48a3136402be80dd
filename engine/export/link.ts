import { withoutDefaults } from '../defaults.ts'
import { formatDecisions } from '../decisions.ts'
import { packDecisions } from '../packed.ts'
import { formatPlace, type Place } from '../place.ts'
import type { Scenario } from '../scenario.ts'

/** What follows the `#` of the shortest link to a place in a run: `/lab/confused-deputy`, and more only where more is meant. */
export const linkTo = async (
  scenario: Scenario,
  place: Omit<Place, 'scenario'>,
): Promise<string> => {
  const { decisions } = place
  const packed = formatDecisions(decisions) === '' ? undefined : await packDecisions(decisions)
  const query = formatPlace(withoutDefaults(scenario, place), packed)
  return `/lab/${scenario.id}${query === '' ? '' : `?${query}`}`
}
