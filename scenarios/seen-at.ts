import type { Sighting } from '../engine/scenario.ts'

/** A part of a message in a story. */
export const seenAt = (scenario: string, at: Sighting['at'], field?: string): Sighting => ({
  scenario,
  at,
  ...(field !== undefined && { field }),
})

/** A check made on a message in a story. */
export const madeAt = (
  scenario: string,
  at: Sighting['at'],
  check: NonNullable<Sighting['check']>,
): Sighting => ({ scenario, at, check })
