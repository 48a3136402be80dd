import { exerciseShelf, type ShelvedExercise } from '../../scenarios/exercise-shelf.ts'
import { hashChanged, hashPath, replaceHash, useHashQuery } from '../ui/hash-location.ts'
import { kinds, levels, type Kind } from './order.ts'

/** Which exercises are listed; what is undefined leaves all. */
export interface Filter {
  readonly kind: Kind | undefined
  readonly level: 1 | 2 | 3 | undefined
  /** The scenario that they are about. */
  readonly about: string | undefined
}

/** Reads a filter from the query of an address; what it does not know filters nothing. */
export const filterIn = (query: string): Filter => {
  const given = new URLSearchParams(query)
  const about = given.get('about') ?? ''
  return {
    kind: kinds.find((kind) => kind === given.get('kind')),
    level: levels.find((level) => String(level) === given.get('level')),
    about: about === '' ? undefined : about,
  }
}

const queryOf = ({ kind, level, about }: Filter): string =>
  new URLSearchParams({
    ...(kind && { kind }),
    ...(level && { level: String(level) }),
    ...(about !== undefined && { about }),
  }).toString()

/** The filter in the address, and a way to set another one. */
export const useFilter = (): [Filter, (change: Partial<Filter>) => void] => {
  const filter = filterIn(useHashQuery())
  const set = (change: Partial<Filter>) => {
    const query = queryOf({ ...filter, ...change })
    replaceHash(query === '' ? hashPath() : `${hashPath()}?${query}`)
    hashChanged()
  }
  return [filter, set]
}

/** The exercises that a filter leaves. */
export const filtered = ({ kind, level, about }: Filter): readonly ShelvedExercise[] =>
  exerciseShelf.filter(
    (one) =>
      (kind === undefined || one.kind === kind) &&
      (level === undefined || one.level === level) &&
      (about === undefined || one.scenario === about),
  )
