import { pairsOf } from './align.ts'
import type { Finding } from './checks/check.ts'
import { arrived, type WireMessage } from './wire/message.ts'

type Log = readonly WireMessage[]

/** Long enough to be a code, a token, an id or a key: what another run has otherwise only because it is random. */
const DRAWN = /([\w.~-]{8,})/

const wordsOf = (message: WireMessage): readonly string[] =>
  JSON.stringify({ ...message, id: 0, exchange: 0, at: 0, findings: [] }).split(DRAWN)

/** Which random value of one run stands where which stands in the other. */
interface Renaming {
  readonly into: Map<string, string>
  readonly from: Map<string, string>
}

/** Whether two texts are the same, but for values that each run has drawn for itself, always the same for the same. */
const sameBut = (
  before: readonly string[],
  after: readonly string[],
  known: readonly [ReadonlySet<string>, ReadonlySet<string>],
  { into, from }: Renaming,
): boolean => {
  if (before.length !== after.length) return false
  const fresh: [string, string][] = []
  for (const [index, mine] of before.entries()) {
    const theirs = after[index]!
    if (mine === theirs) continue
    if (known[1].has(mine) || known[0].has(theirs)) return false
    if ((into.get(mine) ?? theirs) !== theirs || (from.get(theirs) ?? mine) !== mine) return false
    fresh.push([mine, theirs])
  }
  for (const [mine, theirs] of fresh) {
    into.set(mine, theirs)
    from.set(theirs, mine)
  }
  return true
}

/** Whether each check was made, and came out, as it did on the other message; what is forgotten besides did no harm. */
const sameVerdicts = (before: WireMessage, after: WireMessage): boolean => {
  const made = (finding: Finding) => `${finding.check} ${finding.verdict} ${finding.holds}`
  const now = new Set(after.findings.map(made))
  const then = new Set(before.findings.map(({ check }) => check))
  return (
    before.findings.every((finding) => now.has(made(finding))) &&
    after.findings.every(
      ({ check, verdict, holds }) =>
        then.has(check) || verdict === 'obeyed' || (verdict === 'forgotten' && holds),
    )
  )
}

/**
 * For each message of a run, by its id, the message of another run in which the very same happened: what was said is the
 * same but for random values, and so is what was checked. A message that went otherwise has none.
 */
export const likenessOf = (before: Log, after: Log): ReadonlyMap<number, WireMessage> => {
  const words = new Map([...before, ...after].map((one) => [one, wordsOf(one)] as const))
  const known = [
    new Set(before.flatMap((one) => words.get(one)!)),
    new Set(after.flatMap((one) => words.get(one)!)),
  ] as const
  const renaming: Renaming = { into: new Map(), from: new Map() }
  const found = new Map<number, WireMessage>()
  const taken = new Set<WireMessage>()
  const keep = (one: WireMessage, other: WireMessage): boolean => {
    const same =
      arrived(other) &&
      sameVerdicts(one, other) &&
      sameBut(words.get(one)!, words.get(other)!, known, renaming)
    if (!same) return false
    found.set(one.id, other)
    taken.add(other)
    return true
  }
  for (const { before: one, after: other } of pairsOf(before, after))
    if (one && other) keep(one, other)
  // What came before may make a message an answer to something else.
  for (const one of before)
    if (!found.has(one.id))
      after.find((other) => other.name === one.name && !taken.has(other) && keep(one, other))
  return found
}
