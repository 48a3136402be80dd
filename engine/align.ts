import { labelOf } from './wire/label.ts'
import type { WireMessage } from './wire/message.ts'

/** A message of one run and the one that does the same in another; where the other run has none, that side is missing. */
export type Pair =
  | { readonly before: WireMessage; readonly after?: undefined }
  | { readonly before?: undefined; readonly after: WireMessage }
  | { readonly before: WireMessage; readonly after: WireMessage }

type Log = readonly WireMessage[]

/**
 * Lays two runs beside each other. Messages that say the same in the same phase are paired in order; of those that are
 * left, messages with the same name in the same phase, and then those that say the same in another. An answer goes with
 * what it answers. First come the messages of the first run, each with its pair, then those that only the second has.
 */
export const pairsOf = (before: Log, after: Log): readonly Pair[] => {
  const answers = new Map(after.filter(isAnswer).map((one) => [one.exchange, one]))
  const partners = new Map<WireMessage, WireMessage>()
  const taken = new Set<WireMessage>()
  const pair = (one: WireMessage, other: WireMessage | undefined) => {
    if (!other || taken.has(other)) return
    partners.set(one, other)
    taken.add(other)
  }
  for (const keyOf of [sameInPhase, nameInPhase, same]) {
    const waiting = new Map<string, WireMessage[]>()
    for (const one of after)
      if (!isAnswer(one) && !taken.has(one))
        waiting.set(keyOf(one), [...(waiting.get(keyOf(one)) ?? []), one])
    for (const one of before)
      if (!isAnswer(one) && !partners.has(one)) pair(one, waiting.get(keyOf(one))?.shift())
  }
  const asked = new Map([...partners].map(([one, other]) => [one.exchange, other.exchange]))
  for (const one of before.filter(isAnswer))
    pair(one, answers.get(asked.get(one.exchange) ?? Number.NaN))
  return [
    ...before.map((one): Pair => {
      const other = partners.get(one)
      return other ? { before: one, after: other } : { before: one }
    }),
    ...after.filter((one) => !taken.has(one)).map((one): Pair => ({ after: one })),
  ]
}

const isAnswer = ({ kind }: WireMessage): boolean => kind === 'response'

const same = (message: WireMessage): string => `${message.name} ${labelOf(message)}`
const sameInPhase = (message: WireMessage): string => `${message.phase} ${same(message)}`
const nameInPhase = ({ phase, name }: WireMessage): string => `${phase} ${name}`

/**
 * The place in another run that shows what this place shows: the same message, or, where there is none, the nearest one
 * before it. The end stays the end.
 */
export const placeIn = (place: number, before: Log, after: Log): number => {
  if (place >= before.length) return after.length
  const until = pairsOf(before, after).filter((pair) => pair.before && pair.before.id <= place)
  return until.findLast((pair) => pair.after)?.after?.id ?? 0
}
