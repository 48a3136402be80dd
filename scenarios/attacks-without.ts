import type { Duty } from '../engine/scenario.ts'
import { seen } from './seen.ts'
import { shelf, type Shelved } from './shelf.ts'

/** The attacks that one of a duty’s checks stops: what happens where nobody does it. */
export const attacksWithout = ({ checks }: Duty): readonly Shelved[] => {
  const ids = new Set(checks.flatMap((check) => seen.stops[check] ?? []))
  return shelf.filter(({ id }) => ids.has(id))
}
