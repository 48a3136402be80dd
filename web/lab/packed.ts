import {
  formatDecisions,
  loadPacking,
  packedIn,
  type Decision,
  type DecisionReading,
} from '../../engine/index.ts'

// Packing and unpacking take a moment, and what reads or writes the address does not wait: what was done once is kept here.
const unpacked = new Map<string, DecisionReading>()
const unpacking = new Map<string, Promise<void>>()

/** Unpacks what a link holds packed; undefined where nothing is left to unpack. */
export const unpackLink = (query: string): Promise<void> | undefined => {
  const text = packedIn(query)
  if (text === undefined || unpacked.has(text)) return undefined
  const started = unpacking.get(text)
  if (started) return started
  const work = (async () => {
    try {
      const { unpackDecisions } = await loadPacking()
      unpacked.set(text, await unpackDecisions(text))
    } catch {
      const problems = ['The packed changes (“z”) could not be read: the code for it did not load']
      unpacked.set(text, { decisions: [], problems })
    }
  })()
  unpacking.set(text, work)
  return work
}

/** What stood packed in a link, once it is unpacked. */
export const unpackedIn = (query: string): DecisionReading | undefined => {
  const text = packedIn(query)
  return text === undefined ? undefined : unpacked.get(text)
}

/** Decisions shorter than this are left as they can be read. */
const SHORT = 120

let latest: { readonly of: string; readonly packed: string | undefined } | undefined

/** Decisions in short, where they are long; undefined where they are short, or not packed yet. */
export const packedFor = (decisions: readonly Decision[]): string | undefined => {
  const of = formatDecisions(decisions)
  return latest?.of === of ? latest.packed : undefined
}

/** Packs long decisions for the address; undefined where there is nothing to pack. */
export const packLink = (decisions: readonly Decision[]): Promise<void> | undefined => {
  const of = formatDecisions(decisions)
  if (of.length < SHORT || latest?.of === of) return undefined
  return loadPacking()
    .then(({ packDecisions }) => packDecisions(decisions))
    .catch(() => undefined)
    .then((packed) => void (latest = { of, packed }))
}
