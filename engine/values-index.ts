import { holdersOf } from './knowledge.ts'
import { challengeOf, isVerifier } from './oauth/pkce.ts'
import { carriedIn, type Carriage } from './values-carried.ts'
import type { PartyId, WireMessage } from './wire/message.ts'

/** How a message carries a value, or what is bound to it: `hash`, its SHA-256; `hashed`, what it is the SHA-256 of; `key`, the key that its token names. */
export type How = Carriage | 'hash' | 'hashed' | 'key'

/** One place in a log where a value appears. */
export interface Occurrence {
  readonly message: WireMessage
  readonly path: string
  readonly how: How
  /** Who holds it by this message. */
  readonly holders: readonly PartyId[]
}

/** A check that compared a value: which, on which message, and on which side of the comparison the value stood. */
export interface Compared {
  readonly message: WireMessage
  readonly check: string
  readonly side: 'expected' | 'received'
}

/** What a row of the diagram shows of a value: whether the message carries it or only what is bound to it, in which parts, and who holds that. */
export interface Mark {
  readonly kin: boolean
  readonly holders: readonly PartyId[]
  readonly parts: ReadonlyMap<string, 'value' | 'kin'>
}

/** Where every value of a log appears. */
export interface ValueIndex {
  /** Every appearance of a value, and of what is bound to it, in the order of the log. */
  find(value: string): readonly Occurrence[]
  /** Every comparison in which it stood. */
  comparisonsOf(value: string): readonly Compared[]
  /** The same appearances, as the rows of a diagram show them. */
  marksOf(value: string): ReadonlyMap<WireMessage, Mark>
  /** What is bound to a value: its SHA-256, what it is the SHA-256 of, the id of the key that signed it. */
  kinOf(value: string): ReadonlySet<string>
}

/** Whether a message carries not the value but what is bound to it. */
export const isKin = (how: How): boolean => how === 'hash' || how === 'hashed' || how === 'key'

const indexes = new WeakMap<readonly WireMessage[], Promise<ValueIndex>>()

/** Where every value of a log appears; worked out once for a log. */
export const valuesOf = (log: readonly WireMessage[]): Promise<ValueIndex> => {
  const known = indexes.get(log)
  if (known) return known
  const fresh = indexed(log)
  indexes.set(log, fresh)
  return fresh
}

const indexed = async (log: readonly WireMessage[]): Promise<ValueIndex> => {
  const { places, compared, kidOf } = gathered(log)
  const { hashOf, hashedBy } = await hashesAmong(places)
  const occurrences = (value: string | undefined, how?: How): Occurrence[] =>
    (value === undefined ? [] : (places.get(value) ?? [])).map((one) => ({
      message: one.message,
      path: one.path,
      how: how ?? one.how,
      holders: holdersOf(one.message, one.path),
    }))
  const found = new Map<string, readonly Occurrence[]>()
  const find = (value: string) => {
    const before = found.get(value)
    if (before) return before
    const all = [
      ...occurrences(value),
      ...occurrences(hashOf.get(value), 'hash'),
      ...occurrences(hashedBy.get(value), 'hashed'),
      ...occurrences(kidOf.get(value), 'key').filter(({ path }) => isPublishedKey(path)),
    ].toSorted((a, b) => a.message.id - b.message.id)
    found.set(value, all)
    return all
  }
  return {
    find,
    comparisonsOf: (value) => compared.get(value) ?? [],
    marksOf: (value) => marked(find(value)),
    kinOf: (value) => new Set([hashOf, hashedBy, kidOf].flatMap((bound) => bound.get(value) ?? [])),
  }
}

const isPublishedKey = (path: string): boolean => /^json\.keys\.\d+\.kid$/.test(path)

interface Place {
  readonly message: WireMessage
  readonly path: string
  readonly how: Carriage
}

const gathered = (log: readonly WireMessage[]) => {
  const places = new Map<string, Place[]>()
  const compared = new Map<string, Compared[]>()
  /** The key that a token names, by the token and by its signature. */
  const kidOf = new Map<string, string>()
  for (const message of log) {
    const carried = carriedIn(message)
    for (const { value, path, how } of carried) add(places, value, { message, path, how })
    for (const { value: kid, path } of carried) {
      const token = /^(.*)\.jwt-header\.kid$/.exec(path)?.[1]
      if (token === undefined) continue
      for (const one of carried)
        if (one.path === token || one.path === `${token}.signature.signature`)
          kidOf.set(one.value, kid)
    }
    for (const { check, expected, received } of message.findings)
      for (const [side, text] of [
        ['expected', expected],
        ['received', received],
      ] as const)
        for (const value of new Set([text, ...text.split(/,? or |, |\s/)]))
          if (value !== '') add(compared, value, { message, check, side })
  }
  return { places, compared, kidOf }
}

const add = <T>(map: Map<string, T[]>, key: string, one: T): void => {
  const list = map.get(key)
  if (list) list.push(one)
  else map.set(key, [one])
}

/** Which values of a log are the S256 challenge of another one. */
const hashesAmong = async (places: ReadonlyMap<string, unknown>) => {
  const hashOf = new Map<string, string>()
  const hashedBy = new Map<string, string>()
  const texts = [...places.keys()].filter(isVerifier)
  const hashes = await Promise.all(texts.map(challengeOf))
  for (const [index, text] of texts.entries()) {
    const hash = hashes[index]!
    if (!places.has(hash)) continue
    hashOf.set(text, hash)
    hashedBy.set(hash, text)
  }
  return { hashOf, hashedBy }
}

const marked = (occurrences: readonly Occurrence[]): Map<WireMessage, Mark> => {
  const marks = new Map<WireMessage, Mark>()
  for (const { message, path, how, holders } of occurrences) {
    const before = marks.get(message)
    const kin = isKin(how)
    const parts = new Map(before?.parts)
    if (!kin || !parts.has(path)) parts.set(path, kin ? 'kin' : 'value')
    marks.set(message, {
      kin: kin && (before?.kin ?? true),
      holders: [...new Set([...(before?.holders ?? []), ...holders])],
      parts,
    })
  }
  return marks
}

/** A value that is shown wherever it appears. */
export interface LitValue {
  readonly value: string
  readonly marks: ReadonlyMap<WireMessage, Mark>
  readonly kin: ReadonlySet<string>
}

/** Where a value appears in a log, and what is bound to it. */
export const litIn = async (value: string, log: readonly WireMessage[]): Promise<LitValue> => {
  const index = await valuesOf(log)
  return { value, marks: index.marksOf(value), kin: index.kinOf(value) }
}

/** How a value stands in a message, in a few words; undefined where it simply stands there. */
export const howWords: Readonly<Record<How, string | undefined>> = {
  itself: undefined,
  inside: undefined,
  encoded: 'percent-encoded',
  token: 'inside a token',
  base64: 'base64-encoded',
  address: 'as its address',
  hash: 'as its SHA-256',
  hashed: 'what this is the SHA-256 of',
  key: 'the key that signed it',
}
