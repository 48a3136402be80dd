import { messageParts, type Part } from './wire/parts.ts'
import { arrived, partyIds, type PartyId, type WireMessage } from './wire/message.ts'

/** One thing a party holds, and the id of the message since which it does. */
export interface Holding {
  readonly name: HoldingName
  readonly value: string
  readonly since: number
}

/** What each party holds. */
export type Knowledge = Readonly<Record<PartyId, readonly Holding[]>>

// The values worth following: whoever holds one can do something with it.
const FOLLOWED = {
  client_id: 'client_id',
  client_secret: 'client secret',
  'X-API-Key': 'API key',
  NOTES_API_KEY: 'API key',
  code_challenge: 'code challenge',
  code_verifier: 'code verifier',
  state: 'state',
  code: 'authorization code',
  access_token: 'access token',
  refresh_token: 'refresh token',
  'Mcp-Session-Id': 'MCP session',
  'Set-Cookie': 'session cookie',
  password: 'password',
  csrf_token: 'CSRF token',
} as const

/** What a holding can be. */
export type HoldingName = (typeof FOLLOWED)[keyof typeof FOLLOWED]

/** Reads off the log what each party has sent or received. A message that was lost is held only by its sender, one that was changed on the way only by its receiver. */
export const knowledgeIn = (log: readonly WireMessage[]): Knowledge => {
  const held = new Map<PartyId, Map<string, Holding>>(partyIds.map((id) => [id, new Map()]))
  for (const message of log)
    for (const { party, holdings } of learnedFrom(message))
      for (const holding of holdings) {
        const mine = held.get(party)!
        const known = `${holding.name} ${holding.value}`
        if (!mine.has(known)) mine.set(known, holding)
      }
  return Object.fromEntries(
    partyIds.map((id) => [id, [...held.get(id)!.values()]]),
  ) as unknown as Knowledge
}

interface Learned {
  readonly party: PartyId
  readonly holdings: readonly Holding[]
}

// What was sent stays as it is, and an attacker asks for all of it again before everything he does.
const learned = new WeakMap<WireMessage, readonly Learned[]>()

const learnedFrom = (message: WireMessage): readonly Learned[] => {
  const known = learned.get(message) ?? readFrom(message)
  learned.set(message, known)
  return known
}

const readFrom = (message: WireMessage): readonly Learned[] => {
  const parts = messageParts(message)
  const holdingsOf = (some: readonly Part[]): readonly Holding[] =>
    flat(some)
      .flatMap(holdingsIn)
      .map((one) => ({ ...one, since: message.id }))
  const holdings = holdingsOf(parts)
  const heard = message.overheard
    ? [{ party: 'attacker', holdings: holdingsOf(heardOf(message, parts)) } as const]
    : []
  return [...endsThatHold(message).map((party) => ({ party, holdings })), ...heard]
}

const heardOf = (message: WireMessage, parts: readonly Part[]): readonly Part[] =>
  parts.filter(({ path }) => isHeard(message, path))

// Of a message of which only the URL is written down somewhere, its start line is known, and where an answer leads to.
const isHeard = ({ overheard }: WireMessage, path: string): boolean =>
  overheard === 'message' ||
  (overheard === 'url' &&
    /^(start\.|query\.|header\.\d+\.Location(\.|$)|local\.url(\.|$))/.test(path))

/** Who holds what stands at a path of a message, once it was sent: its ends, as far as it reached them, and an attacker who reads along. */
export const holdersOf = (message: WireMessage, path: string): readonly PartyId[] => [
  ...new Set([
    ...endsThatHold(message),
    ...(isHeard(message, path) ? (['attacker'] as const) : []),
  ]),
]

const endsThatHold = (message: WireMessage): PartyId[] => {
  if (!arrived(message)) return [message.from]
  // A second copy of an answer is thrown away unread.
  if (message.fate === 'duplicate' && message.kind !== 'request') return [message.from]
  return message.fate === 'edited' ? [message.to] : [message.from, message.to]
}

const flat = (parts: readonly Part[]): Part[] => parts.flatMap((one) => [one, ...flat(one.parts)])

const holdingsIn = ({ name, value }: Part): { name: HoldingName; value: string }[] => {
  if (name === 'Authorization' && value.startsWith('Bearer '))
    return [{ name: 'access token', value: value.slice('Bearer '.length) }]
  if (name === 'Location' || name === 'url') {
    const query = new URLSearchParams(/\?([^#]*)/.exec(value)?.[1] ?? '')
    return [...query].flatMap(([key, one]) => followed(key, one))
  }
  return followed(name, value)
}

const followed = (name: string, value: string) => {
  const known = Object.hasOwn(FOLLOWED, name) ? FOLLOWED[name as keyof typeof FOLLOWED] : undefined
  return known === undefined || value === '' ? [] : [{ name: known, value }]
}
