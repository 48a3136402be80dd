import { shownCredentials } from './oauth/client-authentication.ts'
import { messageParts, type Part } from './wire/parts.ts'
import { isUnreadable } from './wire/text.ts'
import type { WireMessage } from './wire/message.ts'

/**
 * How a message carries a value. `itself`: a part of it is the value. `inside`: it stands in a part, among other text.
 * `encoded`: percent-encoded. `token`: in a part of a JWT, as base64url. `base64`: in the credentials of a Basic header.
 * `address`: the message is sent to it.
 */
export type Carriage = 'itself' | 'inside' | 'encoded' | 'token' | 'base64' | 'address'

/** A value in a message: in which part, and how it is written there. */
export interface Carried {
  readonly value: string
  /** The path of a part, as `messageParts` names it. */
  readonly path: string
  readonly how: Carriage
}

const known = new WeakMap<WireMessage, readonly Carried[]>()

/** Every value that a message carries, in the order of its parts. A message never changes, so this is worked out once. */
export const carriedIn = (message: WireMessage): readonly Carried[] => {
  const before = known.get(message)
  if (before) return before
  const carried = [
    ...addressOf(message),
    ...messageParts(message).flatMap((part) => inPart(part, part.raw ?? '')),
  ]
  known.set(message, carried)
  return carried
}

const addressOf = (message: WireMessage): Carried[] => {
  if (message.kind !== 'request' || isUnreadable(message)) return []
  const { url } = message.request
  const there = (value: string): Carried => ({ value, path: 'start.path', how: 'address' })
  const bare = url.split(/[?#]/, 1)[0]!
  return bare === url ? [there(url)] : [there(bare), there(url)]
}

const inPart = (part: Part, around: string): Carried[] => {
  const { path, value, parts } = part
  const inner = parts.flatMap((one) => inPart(one, value))
  const deeper = new Set(inner.map((one) => one.value))
  const among = (how: Carriage) => (word: string) => ({ value: word, path, how })
  return [
    ...(value === '' ? [] : [{ value, path, how: writtenIn(part, around) }]),
    ...[...wordsIn(part)]
      .filter((word) => word !== value && !deeper.has(word))
      .map(among(isInToken(path) ? 'token' : 'inside')),
    ...basicIn(part).map(among('base64')),
    ...inner,
  ]
}

/** Whether a part at a path is signed by the signature beside it, or is that signature. */
const isInToken = (path: string): boolean => /\.(claim|jwt-header|signature)\.[^.]+$/.test(path)

const writtenIn = ({ path, place, value }: Part, around: string): Carriage => {
  if (isInToken(path)) return 'token'
  const encodes = place === 'query' || place === 'form'
  return encodes && !around.includes(value) ? 'encoded' : 'itself'
}

const SEPARATORS = /[\s"'<>()[\]{},;=&?#|`]+/
/** What names one thing has a figure in it, or a sign that prose does not put into words. */
const NAMES_A_THING = /\d|[_/]|\w:\w|[a-z][A-Z]/
const LEAST = 4
const LONGEST_TEXT = 20_000

const wordsIn = ({ place, value, raw = '' }: Part): Set<string> => {
  // Of a page the value is its title; its text is what was sent.
  const text = place === 'html' && raw !== '' ? raw : value
  if (text.length > LONGEST_TEXT) return new Set()
  const listed = text.startsWith('["')
  return new Set(
    text
      .split(SEPARATORS)
      .map((word) => word.replace(/(?<![.:])[.:]+$/, ''))
      .filter((word) => (listed ? word !== '' : word.length >= LEAST && NAMES_A_THING.test(word))),
  )
}

const basicIn = ({ name, value }: Part): string[] => {
  if (name.toLowerCase() !== 'authorization') return []
  const { clientIds, secret } = shownCredentials(value, {})
  return [...clientIds, ...(secret ? [secret] : [])]
}

/** What of a part is worth following through a run: behind `Bearer` the token, of a cookie its value, of a list of one its one member, of a path the whole address; of any other part its value. */
export const valueToFollow = (
  { path, name, value }: Pick<Part, 'path' | 'name' | 'value'>,
  message: WireMessage,
): string => {
  if (path === 'start.path' && message.kind === 'request')
    return message.request.url.split(/[?#]/, 1)[0]!
  if (!/^header\.\d+\.[^.]+$/.test(path)) return /^\["([^"\\]+)"\]$/.exec(value)?.[1] ?? value
  switch (name.toLowerCase()) {
    case 'authorization':
      return /^Bearer +(\S+)$/i.exec(value)?.[1] ?? value
    case 'cookie':
    case 'set-cookie':
      return /^[^=;]+=([^;]+)/.exec(value)?.[1] ?? value
    default:
      return value
  }
}
