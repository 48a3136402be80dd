import { refusedBy } from './ending.ts'
import type { WireMessage } from './wire/message.ts'

/** A check that refused a message. */
export interface Refusal {
  /** The id of the message on which the check was made. */
  readonly at: number
  readonly check: string
  /** Who refused, and why. */
  readonly sentence: string
}

/**
 * The first check that broke on a message since the one with the id `since` and did not break in the run in which nobody
 * interferes; undefined when none did.
 */
export const refusalSince = (
  log: readonly WireMessage[],
  since: number,
  undisturbed: readonly WireMessage[],
): Refusal | undefined => {
  const expected = new Set(brokenIn(undisturbed).map(({ key }) => key))
  const found = brokenIn(log).find(({ at, key }) => at >= since && !expected.has(key))
  return found && { at: found.at, check: found.check, sentence: refusedBy(found.check) }
}

/** Every broken check, named by the how-manieth message of its kind it was made on. */
const brokenIn = (log: readonly WireMessage[]) => {
  const seen = new Map<string, number>()
  return log.flatMap(({ id, name, fate, findings }) => {
    if (fate === 'duplicate') return []
    const nth = (seen.get(name) ?? 0) + 1
    seen.set(name, nth)
    return findings
      .filter(({ verdict }) => verdict === 'broken')
      .map(({ check }) => ({ at: id, check, key: `${name} ${nth} ${check}` }))
  })
}

/** The message of which this one is the copy, or to whose copy it is the answer; undefined for a message that is none. */
export const originalOf = (
  log: readonly WireMessage[],
  message: WireMessage,
): WireMessage | undefined =>
  message.fate === 'duplicate'
    ? log.findLast(
        ({ id, name, kind, fate }) =>
          id < message.id && fate !== 'duplicate' && kind === message.kind && name === message.name,
      )
    : undefined
