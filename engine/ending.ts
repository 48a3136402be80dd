import { whoByName } from './check-maker.ts'
import { checkWithId, whoMakes } from './checks/index.ts'
import type { EndingKind } from './telling.ts'
import type { HoldingName } from './knowledge.ts'
import type { HandshakeFacts } from './machines/handshake-facts.ts'
import { arrived, type WireMessage } from './wire/message.ts'

/** How a run ended, who decided it by which check at which message, and the same in words. */
export interface Ending {
  readonly ending: EndingKind
  /** The check that decided a refusal. */
  readonly by?: string
  /** The id of the message on which it was made; without a check, of the last message. */
  readonly at?: number
  /** What happened, in one sentence. */
  readonly sentence: string
  /** What the client made of it, in one sentence. */
  readonly client?: string
  /** The last text a tool gave the owner. */
  readonly result?: string
  /** What an attacker would have needed to go on, where he stopped for want of it. */
  readonly lacks?: HoldingName
}

/**
 * The last message on which a check broke while the handshake stood where it ended: a token that was missing or too old
 * before is answered for. When the last message was lost, no check decided.
 */
const decisive = (log: readonly WireMessage[]): WireMessage | undefined => {
  const last = lastOf(log)
  return last && !arrived(last)
    ? undefined
    : log.findLast(
        ({ state, fate, findings }) =>
          state === last?.state &&
          fate !== 'duplicate' &&
          findings.some(({ verdict }) => verdict === 'broken'),
      )
}

// What came a second time decides nothing.
const lastOf = (log: readonly WireMessage[]): WireMessage | undefined =>
  log.findLast(({ fate }) => fate !== 'duplicate')

/** The ending of a run in which the lab itself failed. */
export const brokenBy = (defect: unknown): Ending => ({
  ending: 'broken',
  sentence: `The lab itself failed: ${String(defect).replace(/\.$/, '')}. This is a defect of the lab.`,
})

/** Reads the ending off the machine's last state and the log: the last check that broke decided a refusal. */
export const endingOf = (
  state: string,
  facts: HandshakeFacts,
  log: readonly WireMessage[],
  defect: unknown,
  refused: (check: string) => string = refusedBy,
): Ending => {
  if (state === 'completed') {
    const result = facts.results.at(-1)
    return {
      ending: 'completed',
      sentence: facts.toolFailed
        ? 'Everybody agreed, and the tool could not do what was asked.'
        : 'The owner has what they asked for.',
      ...(result !== undefined && { result }),
    }
  }
  if (state === 'broken') return brokenBy(defect)

  const client = facts.gaveUp ?? 'The client stopped.'
  const message = decisive(log)
  const finding = message?.findings.findLast(({ verdict }) => verdict === 'broken')
  if (!message || !finding)
    return {
      ending: 'refused',
      ...(log.length > 0 && { at: lastOf(log)!.id }),
      sentence: client,
      client,
    }
  return {
    ending: 'refused',
    by: finding.check,
    at: message.id,
    sentence: refused(finding.check),
    client,
  }
}

/** Who refused by a check, and why: "Refused by Notes, the MCP server: no token came with the request." */
export const refusedBy = (check: string, on?: Pick<WireMessage, 'from' | 'to'>): string =>
  `Refused by ${whoByName(check, on)}: ${whyNot(check)}.`

/** The same where nobody bears the lab's names: "Refused by the MCP server: no token came with the request." */
export const refusedByRole = (check: string): string =>
  `Refused by ${whoMakes(check)}: ${whyNot(check)}.`

const whyNot = (check: string): string => {
  const row = checkWithId(check)
  return row && 'fails' in row ? row.fails : 'a check broke'
}
