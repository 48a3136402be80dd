import { useMemo } from 'react'
import { useHashQuery } from '../ui/hash-location.ts'
import { isDrawn } from '../workshop/lab-known.ts'
import { useWorkshopNow, type WorkshopNow } from './workshop-now.ts'

/** In whose world an exercise is done: alone, or in a trainer’s workshop. */
export interface World {
  readonly seed: string
  /** The workshop’s seed; empty for whoever practises alone. */
  readonly workshop: string
  readonly allows: { readonly hints: boolean; readonly solution: boolean }
  /** What of the address could not be used. */
  readonly problem: string | undefined
}

const SEED = /^[A-Za-z0-9_-]{1,64}$/
/** What every run of the lab begins with when nobody says otherwise. */
const OWN_SEED = 'first-contact'

/** Reads it from the query of an address: `seed=room-7&hints=off&solution=off`. */
export const worldIn = (query: string): World => {
  const given = new URLSearchParams(query)
  const seed = given.get('seed') ?? ''
  const usable = seed === '' || SEED.test(seed)
  const workshop = usable ? seed : ''
  return {
    seed: workshop === '' ? OWN_SEED : workshop,
    workshop,
    allows: { hints: given.get('hints') !== 'off', solution: given.get('solution') !== 'off' },
    problem: usable
      ? undefined
      : `The seed “${seed.slice(0, 60)}” is not made of 1 to 64 letters, digits, “-” and “_”. You practise alone.`,
  }
}

/** What an exercise of a workshop begins with: the same for all, but where a missing check is sought each seat has its own. */
export const seedFor = (
  exercise: string,
  { workshop, seatSeed }: Pick<WorkshopNow, 'workshop' | 'seatSeed'>,
): string | undefined => (isDrawn(exercise) ? seatSeed : workshop?.seed)

/** The world of the address, now and from now on; in a workshop that is under way, with its rules, and with the learner’s seat where each has a world of its own. */
export const useWorld = (exercise: string): World => {
  const query = useHashQuery()
  const { workshop, learner, seatSeed, hintsAllowed, solutionsAllowed } = useWorkshopNow()
  const seed = seedFor(exercise, { workshop, seatSeed })
  const under = workshop !== undefined
  return useMemo(() => {
    const asked = worldIn(query)
    const { allows } = asked
    // An address of another seed is another world, whatever is under way.
    if (!under || (asked.workshop !== '' && asked.workshop !== learner)) return asked
    return {
      ...asked,
      workshop: learner,
      seed: seed ?? asked.seed,
      allows: {
        hints: allows.hints && hintsAllowed,
        solution: allows.solution && solutionsAllowed,
      },
    }
  }, [query, under, learner, seed, hintsAllowed, solutionsAllowed])
}

/** What the address of another exercise takes along, so that it is done in the same world. */
export const queryOf = ({ workshop, allows }: World): string => {
  const parts = [
    ...(workshop === '' ? [] : [`seed=${workshop}`]),
    ...(allows.hints ? [] : ['hints=off']),
    ...(allows.solution ? [] : ['solution=off']),
  ]
  return parts.length === 0 ? '' : `?${parts.join('&')}`
}
