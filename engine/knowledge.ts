import { messageParts, type Part } from './wire/parts.ts'
import { arrived, partyIds, type PartyId, type WireMessage } from './wire/message.ts'

/** One thing a party holds, and the id of the message since which it does. */
export interface Holding {
  readonly name: string
  readonly value: string
  readonly since: number
}

/** What each party holds. */
export type Knowledge = Readonly<Record<PartyId, readonly Holding[]>>

// The values worth following: whoever holds one can do something with it.
const FOLLOWED: Readonly<Record<string, string>> = {
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
}

/** Reads off the log what each party has sent or received. A message that was lost is held only by its sender, one that was changed on the way only by its receiver. */
export const knowledgeIn = (log: readonly WireMessage[]): Knowledge => {
  const held = new Map<PartyId, Map<string, Holding>>(partyIds.map((id) => [id, new Map()]))
  for (const message of log) {
    const parties = whoHolds(message)
    for (const { name, value } of flat(messageParts(message)).flatMap(holdingsIn))
      for (const party of parties) {
        const mine = held.get(party)!
        if (!mine.has(`${name} ${value}`))
          mine.set(`${name} ${value}`, { name, value, since: message.id })
      }
  }
  return Object.fromEntries(
    partyIds.map((id) => [id, [...held.get(id)!.values()]]),
  ) as unknown as Knowledge
}

const whoHolds = (message: WireMessage): PartyId[] => {
  if (!arrived(message)) return [message.from]
  // A second copy of an answer is thrown away unread.
  if (message.fate === 'duplicate' && message.kind !== 'request') return [message.from]
  return message.fate === 'edited' ? [message.to] : [message.from, message.to]
}

const flat = (parts: readonly Part[]): Part[] => parts.flatMap((one) => [one, ...flat(one.parts)])

const holdingsIn = ({ name, value }: Part): { name: string; value: string }[] => {
  if (name === 'Authorization' && value.startsWith('Bearer '))
    return [{ name: 'access token', value: value.slice('Bearer '.length) }]
  if (name === 'Location' || name === 'url') {
    const query = new URLSearchParams(/\?([^#]*)/.exec(value)?.[1] ?? '')
    return [...query].flatMap(([key, one]) => followed(key, one))
  }
  return followed(name, value)
}

const followed = (name: string, value: string) => {
  const known = Object.hasOwn(FOLLOWED, name) ? FOLLOWED[name] : undefined
  return known === undefined || value === '' ? [] : [{ name: known, value }]
}
