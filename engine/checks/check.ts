import type { Reason } from '../oauth/reasons.ts'
import { levelIn } from '../spec/differences.ts'
import type { Level } from '../spec/level.ts'
import type { RefId } from '../spec/refs.ts'
import type { Revision } from '../spec/revisions.ts'
import type { Comparison } from './comparison.ts'
import { together, verdictByHand, type Written } from './written.ts'

export type { Level } from '../spec/level.ts'
export type { Comparison } from './comparison.ts'

/** Who performs a check, by the first part of its id. */
export const roles = {
  client: 'the client',
  ua: 'the browser',
  as: 'the authorization server',
  rs: 'the MCP server',
  proxy: 'the MCP proxy',
  ds: 'the third-party API',
} as const
export type Role = keyof typeof roles

/** One requirement of a specification, as one party obeys it. */
export interface Requirement<Id extends string = string> {
  /** Who, and what holds when it is obeyed: `as/redirect-uri-exact`. */
  readonly id: Id
  /** The keyword that binds this party; where revisions of MCP differ, `spec/differences.ts` says how. */
  readonly level: Level
  /** The clauses it comes from, the closest first. */
  readonly refs: readonly RefId[]
  /** The requirement in one sentence of our own. */
  readonly says: string
  /** What went wrong when it breaks: ends the sentence "Refused by the authorization server: …". */
  readonly fails: string
  readonly reason: Reason
}

/** A requirement obeyed by comparing something received. */
export interface Check<Facts, Id extends string = string> extends Requirement<Id> {
  compare(facts: Facts): Comparison | Promise<Comparison>
  /** The reason where it is another than the row's own: a value that never came is another fault than a wrong one. */
  reasonFor?(facts: Facts): Reason
}

/** A requirement obeyed by doing something: what a sender puts into a message. Nothing is compared, so nothing refuses. */
export type Deed<Id extends string = string> = Omit<Requirement<Id>, 'fails' | 'reason'>

/** Writes one row of a table of checks, keeping its id as a literal type. */
export const check = <Facts, const Id extends `${Role}/${string}`>(
  row: Check<Facts, Id>,
): Check<Facts, Id> => row

/** Writes one deed, keeping its id as a literal type. */
export const deed = <const Id extends `${Role}/${string}`>(row: Deed<Id>): Deed<Id> => row

/**
 * One check made on one message. `obeyed`: compared and right. `broken`: compared and wrong, so refused. `forgotten`: not
 * acted on; `holds` still tells what a careful party would have seen.
 */
export interface Finding extends Comparison {
  readonly check: string
  readonly end: 'sender' | 'receiver'
  readonly verdict: 'obeyed' | 'broken' | 'forgotten'
  /** Whether the verdict is that of a check which the learner wrote; `holds` is still the row’s own. */
  readonly written?: true
  /** The id of the last message delivered when this was found: later than the message itself where the party had to ask first. */
  readonly since: number
}

/** A refusal as the party that refused knows it. */
export interface Refusal extends Comparison {
  readonly check: string
  readonly reason: Reason
}

/** What decides which checks a party makes: those its revision of MCP knows, but for the ones it forgets. */
export interface Duties {
  readonly revision: Revision
  readonly forgotten: ReadonlySet<string>
  /** A check that the learner wrote, in place of the party’s own. */
  readonly written?: Written | undefined
}

/** Makes a table's checks in order on one message and answers the refusal of the first that breaks. A forgotten check never refuses. `found` hears of each as soon as it is made. */
export const examine = async <Facts>(
  table: readonly Check<Facts>[],
  facts: Facts,
  { revision, forgotten, written }: Duties,
  found: (finding: Omit<Finding, 'since'>) => void,
): Promise<Refusal | undefined> => {
  const doneByHand: Comparison[] = []
  const broken: string[] = []
  for (const row of table) {
    if (levelIn(row, revision) === undefined) continue
    let compared = await row.compare(facts)
    let verdict: Finding['verdict'] = compared.holds ? 'obeyed' : 'broken'
    const byHand = written?.check === row.id
    if (byHand) {
      if (!compared.holds) broken.push(row.id)
      compared = together(doneByHand, compared)
      verdict = verdictByHand(await written.verdictOn(facts, compared, broken), compared)
    } else if (written?.instead.includes(row.id)) {
      doneByHand.push(compared)
      if (!compared.holds) broken.push(row.id)
      verdict = 'forgotten'
    } else if (forgotten.has(row.id)) verdict = 'forgotten'
    const finding = { check: row.id, end: 'receiver', verdict, ...compared } as const
    found(byHand ? { ...finding, written: true } : finding)
    if (verdict === 'broken')
      return { check: row.id, reason: row.reasonFor?.(facts) ?? row.reason, ...compared }
  }
  return undefined
}

/** What a sender did about a requirement: the finding on a message it is about to send. */
export const done = (
  row: Deed,
  sent: string | undefined,
  forgotten: ReadonlySet<string>,
): Omit<Finding, 'since'> => ({
  check: row.id,
  end: 'sender',
  verdict: forgotten.has(row.id) ? 'forgotten' : 'obeyed',
  holds: sent !== undefined,
  expected: row.says,
  received: sent ?? 'nothing',
})

/** A comparison of two texts, character by character. */
export const same = (expected: string, received: string | undefined): Comparison => ({
  holds: received === expected,
  expected,
  received: received ?? 'nothing',
})

/** A comparison whose expectation is a sentence. */
export const holds = (
  verdict: boolean,
  expected: string,
  received: string | undefined,
): Comparison => ({ holds: verdict, expected, received: received ?? 'nothing' })

/** Whether a moment lies before an expiry; both in seconds since 1970. */
export const beforeExpiry = (now: number, expiresAt: number | undefined): Comparison => ({
  holds: expiresAt !== undefined && now < expiresAt,
  expected: 'before its expiry',
  received:
    expiresAt === undefined
      ? 'no expiry'
      : now < expiresAt
        ? `${expiresAt - now} s before its expiry`
        : `${now - expiresAt} s after its expiry`,
})
