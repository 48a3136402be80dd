import { pairsOf, type Pair } from './align.ts'
import {
  chanceIn,
  partChangesIn,
  type Change,
  type CommonPair,
  type PartChange,
} from './compare-parts.ts'
import { partyMaking } from './check-maker.ts'
import { registry, type CheckId } from './checks/index.ts'
import { levelIn } from './spec/differences.ts'
import type { Level } from './spec/level.ts'
import type { Revision } from './spec/revisions.ts'
import { labelOf } from './wire/label.ts'
import type { PartyId, WireMessage } from './wire/message.ts'

/** A run that was played to its end, and the same run with another seed: what differs between the two is chance. */
export interface Played {
  readonly revision: Revision
  readonly log: readonly WireMessage[]
  readonly again: readonly WireMessage[]
}

/** A message that only one run has, with its answer; or one that both have, and that does something else. */
export interface MessageChange {
  readonly change: Change
  readonly before: readonly WireMessage[]
  readonly after: readonly WireMessage[]
}

/** A check that only one run makes, or that is bound by another keyword. */
export interface CheckChange {
  readonly change: Change
  readonly check: CheckId
  /** Who makes it. */
  readonly by: PartyId
  /** The keyword in either revision; undefined where the revision does not know the check. */
  readonly before: Level | undefined
  readonly after: Level | undefined
  /** The message on which it was first made, in either run. */
  readonly madeBefore: WireMessage | undefined
  readonly madeAfter: WireMessage | undefined
}

/** What changes from one run to another. */
export interface RunComparison {
  readonly before: Played
  readonly after: Played
  readonly messages: readonly MessageChange[]
  readonly parts: readonly PartChange[]
  readonly checks: readonly CheckChange[]
  /** How many messages are the same in both, but for chance. */
  readonly same: number
}

/** Compares two runs: which messages, which of their parts, and which checks come and go. */
export const compareRuns = (before: Played, after: Played): RunComparison => {
  const pairs = pairsOf(before.log, after.log)
  const common = pairs.filter((pair): pair is CommonPair => Boolean(pair.before && pair.after))
  const [chanceBefore, chanceAfter] = [before, after].map(({ log, again }) =>
    chanceIn(pairsOf(log, again)),
  ) as [ReturnType<typeof chanceIn>, ReturnType<typeof chanceIn>]
  const mine = new Set(before.log)
  // What a message that does something else consists of, nobody compares.
  const alike = common.filter(({ before, after }) => says(before) === says(after))
  const parts = partChangesIn(alike, (message, path) =>
    (mine.has(message) ? chanceBefore : chanceAfter)(message, path),
  )
  const messages = [...changedMessages(common), ...lonelyMessages(pairs)]
  const touched = new Set(parts.flatMap((part) => part.pairs))
  const changed = new Set(messages.flatMap((one) => one.before))
  return {
    before,
    after,
    messages,
    parts,
    checks: checkChanges(before, after),
    same: common.filter((pair) => !touched.has(pair) && !changed.has(pair.before)).length,
  }
}

const changedMessages = (common: readonly CommonPair[]): MessageChange[] =>
  common
    .filter((pair) => says(pair.before) !== says(pair.after))
    .map(({ before, after }) => ({ change: 'changed', before: [before], after: [after] }))

const says = (message: WireMessage): string =>
  [message.from, message.to, labelOf(message)].join(' ')

/** Messages that one run alone has; a request and its answer are told together. */
const lonelyMessages = (pairs: readonly Pair[]): MessageChange[] => {
  const told: { change: 'gone' | 'new'; messages: WireMessage[] }[] = []
  for (const { before, after } of pairs) {
    if (before && after) continue
    const [change, message] = before ? (['gone', before] as const) : (['new', after!] as const)
    const asked = told.find(
      (one) => one.change === change && one.messages[0]?.exchange === message.exchange,
    )
    if (asked) asked.messages.push(message)
    else told.push({ change, messages: [message] })
  }
  return told.map(({ change, messages }) => ({
    change,
    before: change === 'gone' ? messages : [],
    after: change === 'new' ? messages : [],
  }))
}

const checkChanges = (before: Played, after: Played): CheckChange[] => {
  const [mine, theirs] = [firstMade(before.log), firstMade(after.log)]
  return registry.flatMap((row) => {
    const madeBefore = mine.get(row.id)
    const madeAfter = theirs.get(row.id)
    const levels = { before: levelIn(row, before.revision), after: levelIn(row, after.revision) }
    const change = madeBefore
      ? madeAfter
        ? levels.before !== levels.after
          ? 'changed'
          : undefined
        : 'gone'
      : madeAfter
        ? 'new'
        : undefined
    const by = partyMaking(row.id)
    return change ? [{ change, check: row.id, by, ...levels, madeBefore, madeAfter }] : []
  })
}

const firstMade = (log: readonly WireMessage[]): Map<string, WireMessage> => {
  const made = new Map<string, WireMessage>()
  for (const message of log)
    for (const { check } of message.findings) if (!made.has(check)) made.set(check, message)
  return made
}
