import type { PartyId, WireMessage } from './wire/message.ts'

/** One thing a party holds, and the id of the message since which it does. */
export interface Holding {
  readonly name: string
  readonly value: string
  readonly since: number
}

/** What each party holds. */
export type Knowledge = Readonly<Record<PartyId, readonly Holding[]>>

/** Reads off the log what each party has sent or received, by the names of its labelled fields. */
export const knowledgeIn = (_log: readonly WireMessage[]): Knowledge => {
  throw new Error('x')
}
