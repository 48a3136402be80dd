import type { Pair } from './align.ts'
import { RUN_BEGINS } from './chance/clock.ts'
import type { FieldPlace } from './wire/field-note.ts'
import type { WireMessage } from './wire/message.ts'
import { messageParts, type Part } from './wire/parts.ts'

/** What became of something from one run to the other. */
export type Change = 'gone' | 'new' | 'changed'

/** A message that two runs have in common. */
export type CommonPair = Extract<Pair, { before: WireMessage; after: WireMessage }>

/** A parameter, header, member or claim that messages of one run have and those of the other have not, or not so. */
export interface PartChange {
  readonly change: Change
  /** Its name; for a member inside of others the way to it: `params._meta`. */
  readonly name: string
  /** Where in the messages it stands. */
  readonly places: readonly FieldPlace[]
  /** The values it has or had; one that chance gave is left out. */
  readonly before: readonly string[]
  readonly after: readonly string[]
  /** The messages it is in, in order. */
  readonly pairs: readonly CommonPair[]
}

interface One {
  readonly change: Change
  readonly name: string
  readonly place: FieldPlace
  readonly before?: string
  readonly after?: string
}

/** Tells whether a part of a message has its value by chance. */
export type ByChance = (message: WireMessage, path: string) => boolean

/** Finds the parts that change between two runs, each once with all the messages it changes in. */
export const partChangesIn = (
  pairs: readonly CommonPair[],
  byChance: ByChance,
): readonly PartChange[] => {
  const found = new Map<string, PartChange>()
  for (const pair of pairs)
    for (const one of differences(messageParts(pair.before), messageParts(pair.after), {
      before: (path) => byChance(pair.before, path),
      after: (path) => byChance(pair.after, path),
    })) {
      const { change, name } = one
      // What comes or goes is told once, with all its values; what changes, once for each change.
      const values = change === 'changed' ? [one.before, one.after] : []
      const key = JSON.stringify([change, name.toLowerCase(), ...values])
      const known = found.get(key) ?? {
        change,
        name,
        places: [],
        before: [],
        after: [],
        pairs: [],
      }
      found.set(key, {
        ...known,
        places: withOne(known.places, one.place),
        before: withOne(known.before, one.before),
        after: withOne(known.after, one.after),
        pairs: withOne(known.pairs, pair),
      })
    }
  return [...found.values()]
}

const withOne = <T>(list: readonly T[], one: T | undefined): readonly T[] =>
  one === undefined || list.includes(one) ? list : [...list, one]

interface Chance {
  before(path: string): boolean
  after(path: string): boolean
}

const differences = (
  before: readonly Part[],
  after: readonly Part[],
  chance: Chance,
): readonly One[] => {
  const [mine, theirs] = [byPath(before), byPath(after)]
  const gone = [...mine].flatMap(([path, field]) =>
    theirs.has(path) ? [] : [only('gone', field, chance.before(path))],
  )
  const added = [...theirs].flatMap(([path, field]) =>
    mine.has(path) ? [] : [only('new', field, chance.after(path))],
  )
  const both = [...mine].flatMap(([path, field]) => {
    const other = theirs.get(path)
    if (!other) return []
    if (field.parts.length > 0 && other.parts.length > 0)
      return differences(field.parts, other.parts, chance)
    const same =
      field.value === other.value ||
      chance.before(path) ||
      chance.after(path) ||
      (isMoment(field.value) && isMoment(other.value))
    if (same) return []
    return [
      { change: 'changed' as const, ...named(field), before: field.value, after: other.value },
    ]
  })
  return [...gone, ...added, ...both]
}

const only = (change: 'gone' | 'new', field: Part, chance: boolean): One => {
  const side = change === 'gone' ? 'before' : 'after'
  return { change, ...named(field), ...(chance ? {} : { [side]: field.value }) }
}

// The first line and the empty one after the headers say nothing that a message's label does not.
const byPath = (fields: readonly Part[]): Map<string, Part> => {
  const found = new Map<string, Part>()
  for (const field of fields) {
    if (field.place === 'start' || (field.place === 'text' && field.value === '')) continue
    const path = pathOf(field)
    const times = [...found.keys()].filter((key) => key.split('#', 1)[0] === path).length
    found.set(times === 0 ? path : `${path}#${times}`, field)
  }
  return found
}

/** Where a field stands, whatever stands in front of it: the order of parameters and headers says nothing. */
const pathOf = ({ path }: Part): string =>
  path.replace(/(^|\.)(query|form|header)\.\d+\.([^.]*)/g, (_, dot, place, name) =>
    [dot, place, '.', place === 'header' ? String(name).toLowerCase() : name].join(''),
  )

const named = ({ name, place, path }: Part): { name: string; place: FieldPlace } => ({
  place,
  name: place === 'json' ? wayTo(path) : name,
})

const wayTo = (path: string): string =>
  path
    .replace(/^(json|local)\./, '')
    .replace(/\.json(?=\.)/g, '')
    .replaceAll('%2E', '.')
    .replaceAll('%25', '%')

const YEARS = 10 * 366 * 86_400

/** A moment of the run: every run has its own. */
const isMoment = (value: string): boolean =>
  /^\d{9,11}$/.test(value) &&
  Number(value) > RUN_BEGINS - YEARS &&
  Number(value) < RUN_BEGINS + YEARS

/** Finds out which parts have their values by chance: those that differ between two runs that differ in their seed alone. */
export const chanceIn = (pairs: readonly Pair[]): ByChance => {
  const found = new Set<string>()
  for (const { before, after } of pairs)
    if (before && after)
      for (const path of unequal(messageParts(before), messageParts(after)))
        found.add(`${before.id} ${path}`)
  return ({ id }, path) => found.has(`${id} ${path}`)
}

const unequal = (before: readonly Part[], after: readonly Part[]): string[] => {
  const theirs = byPath(after)
  return [...byPath(before)].flatMap(([path, field]) => {
    const other = theirs.get(path)
    if (!other) return []
    return [...(field.value === other.value ? [] : [path]), ...unequal(field.parts, other.parts)]
  })
}
