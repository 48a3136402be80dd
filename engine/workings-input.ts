import { challengeOf } from './oauth/pkce.ts'
import { readUrl } from './oauth/redirect-uri.ts'
import type { Field } from './wire/fields.ts'
import { messageParts, type Part } from './wire/parts.ts'
import type { WireMessage } from './wire/message.ts'
import type { PkceInput } from './workings-pkce.ts'
import type { Whose } from './workings-well-known.ts'

/** What can be computed again from a part of a message. */
export type WorkingKind = 'pkce' | 'token' | 'well-known'

type Asked = Pick<Field, 'path' | 'name' | 'value'> & {
  readonly fields: readonly { readonly place: string }[]
}

/** What can be computed again from a part of a message; undefined where nothing can. */
export const workingOf = (
  { path, name, fields }: Asked,
  { name: message }: Pick<WireMessage, 'name'>,
): WorkingKind | undefined => {
  if (fields.some(({ place }) => place === 'signature')) return 'token'
  if (/^code_(challenge|challenge_method|verifier)$/.test(name)) return 'pkce'
  const asks = message === 'resource-metadata-request' || message === 'server-metadata-request'
  if (asks && path === 'start.path') return 'well-known'
  return /^(resource_metadata|authorization_servers|issuer|iss)$/.test(name) ||
    (message === 'resource-metadata' && path === 'json.resource')
    ? 'well-known'
    : undefined
}

const flat = (parts: readonly Part[]): Part[] => parts.flatMap((one) => [one, ...flat(one.parts)])

const valueIn = (message: WireMessage | undefined, name: string): string | undefined =>
  message && flat(messageParts(message)).find((one) => one.name === name)?.value

const allIn = (log: readonly WireMessage[], name: string): string[] => [
  ...new Set(log.flatMap((message) => valueIn(message, name) ?? [])),
]

/** The verifier, the method and the challenge that belong together in a run; what never was sent is empty. */
export const pkceInputOf = async (
  { name, value }: Pick<Field, 'name' | 'value'>,
  message: WireMessage,
  log: readonly WireMessage[],
): Promise<PkceInput> => {
  const verifiers = allIn(log, 'code_verifier')
  const sent = valueIn(message, 'code_challenge') ?? ''
  const challenge = name === 'code_verifier' ? await challengeFor(value, log) : sent
  const hashes = await Promise.all(verifiers.map(challengeOf))
  const verifier = name === 'code_verifier' ? value : verifiers[hashes.indexOf(challenge)]
  const asked = log.find((one) => valueIn(one, 'code_challenge') === challenge)
  return {
    verifier: verifier ?? '',
    method: valueIn(asked, 'code_challenge_method') ?? 'S256',
    challenge,
  }
}

// Its own challenge where that was sent; else the last that was, which the server will compare it with.
const challengeFor = async (verifier: string, log: readonly WireMessage[]): Promise<string> => {
  const challenges = allIn(log, 'code_challenge')
  const own = await challengeOf(verifier)
  return challenges.includes(own) ? own : (challenges.at(-1) ?? '')
}

/** The identifier whose metadata is looked for at a part of a message, and whose that is. */
export const wellKnownInputOf = (
  { name, path, value }: Pick<Field, 'name' | 'path' | 'value'>,
  message: WireMessage,
  log: readonly WireMessage[],
): { readonly typed: string; readonly whose: Whose } => {
  const ofServer = message.name === 'server-metadata-request' && path === 'start.path'
  if (name === 'authorization_servers' || ofServer)
    return {
      typed: issuerIn(ofServer ? before(log, message) : [message], message),
      whose: 'issuer',
    }
  if (name === 'issuer' || name === 'iss') return { typed: value, whose: 'issuer' }
  const server = log.find((one) => one.name === 'mcp-request' && one.kind === 'request')
  const resource = server?.kind === 'request' ? server.request.url : ''
  return { typed: path === 'json.resource' ? value : resource, whose: 'resource' }
}

const before = (log: readonly WireMessage[], { id }: WireMessage) =>
  log.filter((one) => one.id < id)

const issuerIn = (log: readonly WireMessage[], asking: WireMessage): string => {
  const named = allIn(log, 'authorization_servers').at(-1)
  const [first] = named === undefined ? [] : stringsIn(named)
  if (first !== undefined) return first
  // Where no metadata names one, the authorization server is at the root of the host that is asked.
  return asking.kind === 'request' ? (readUrl(asking.request.url)?.origin ?? '') : ''
}

const stringsIn = (text: string): string[] => {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
  } catch {
    return []
  }
}
