import type { CheckChange, MessageChange, PartChange, RunComparison } from '../../engine/compare.ts'
import type { PartyId, WireMessage } from '../../engine/index.ts'

const ends = (messages: readonly WireMessage[]): PartyId[] =>
  messages.flatMap(({ from, to }) => [from, to])

/** Whom a row concerns. */
export const partiesOf = {
  message: ({ before, after }: MessageChange): PartyId[] => ends([...before, ...after]),
  part: ({ pairs }: PartChange): PartyId[] =>
    ends(pairs.flatMap(({ before, after }) => [before, after])),
  check: ({ by }: CheckChange): PartyId[] => [by],
}

/** Everybody whom any row concerns. */
export const partiesIn = ({ messages, parts, checks }: RunComparison): ReadonlySet<PartyId> =>
  new Set([
    ...messages.flatMap(partiesOf.message),
    ...parts.flatMap(partiesOf.part),
    ...checks.flatMap(partiesOf.check),
  ])
