import { formatPlace, type Scenario } from '../../engine/index.ts'
import type { Wanted } from './playback.ts'

/** The address of the page that shows both endings of a run, as the router has it. */
export const bothPath = (
  { id }: Scenario,
  { seed, revision, registration, variant }: Wanted,
): string => {
  const place = {
    seed,
    place: 0,
    decisions: [],
    ...(revision && { revision }),
    ...(registration && { registration }),
    ...(variant !== undefined && { variant }),
  }
  return `/both/${id}?${formatPlace(place)}`
}
