import { decodeToken } from '../oauth/access-token.ts'
import { parseChallenges } from '../oauth/www-authenticate.ts'
import type { FieldPlace } from './field-note.ts'
import { mediaType } from './headers.ts'
import { jsonMembers } from './json-members.ts'
import type { HeaderList, LocalAct, MessageName, WireMessage } from './message.ts'
import { readPage } from './page.ts'
import { isUnreadable, messageText, statusText, targetOf, valueText } from './text.ts'

/** A part of a message with a name, before anything is known about it. */
export interface Part {
  /** Unique within its message: `query.4.state`, `json.access_token.claim.aud`. */
  readonly path: string
  readonly place: FieldPlace
  readonly name: string
  /** The value, decoded where its place encodes it. */
  readonly value: string
  /** The text of the message that this part is; only outermost parts have it, and joined they are the message. */
  readonly raw?: string
  readonly parts: readonly Part[]
}

/** Takes a message apart; every character belongs to one of its parts. */
export const messageParts = (message: WireMessage): Part[] => {
  if (message.kind === 'act') return localParts(message.local, message.name)
  if (isUnreadable(message)) {
    const raw = messageText(message)
    return [part('text', 'unreadable', raw, { raw })]
  }
  if (message.kind === 'request') {
    const { method, url, headers, body = '' } = message.request
    return [...startParts(method, url), ...headerParts(headers), ...bodyParts(headers, body)]
  }
  const { status, headers, body } = message.response
  const line = statusText(status)
  return [
    part('start', 'status', line, { raw: `HTTP/1.1 ${line}\n` }),
    ...headerParts(headers),
    ...bodyParts(headers, body),
  ]
}

const part = (
  place: FieldPlace,
  name: string,
  value: string,
  more: { readonly raw?: string; readonly parts?: readonly Part[]; readonly path?: string } = {},
): Part => ({ place, name, value, path: step(place, name), parts: [], ...more })

// A dot inside a name would make two paths alike.
const step = (path: string, name: string): string =>
  `${path}.${name.replaceAll('%', '%25').replaceAll('.', '%2E')}`

const localParts = ({ act, content }: LocalAct, message: MessageName): Part[] => [
  part('start', 'act', act, { raw: `${act}\n` }),
  ...Object.entries(content).map(([name, value]) => {
    const text = valueText(value)
    const path = step('local', name)
    const inner =
      message === 'open-browser' ? insideUrl(path, text) : insideJson(path, value, DEEPEST)
    return part('local', name, text, { raw: `${name}: ${text}\n`, parts: inner })
  }),
]

const startParts = (method: string, url: string): Part[] => {
  const target = targetOf(url)
  const mark = target.indexOf('?')
  const path = mark < 0 ? target : target.slice(0, mark)
  return [
    part('start', 'method', method, { raw: `${method} ` }),
    part('start', 'path', path, { raw: mark < 0 ? path : `${path}?` }),
    ...(mark < 0 ? [] : pairs('query', target.slice(mark + 1))),
    part('start', 'version', 'HTTP/1.1', { raw: ' HTTP/1.1\n' }),
  ]
}

const pairs = (place: 'query' | 'form', text: string, within?: string): Part[] =>
  (text.match(/[^&]*&|[^&]+$/g) ?? []).map((raw, index) => {
    // The `&` in front keeps a question mark at the beginning of a name, which URLSearchParams would drop.
    const [[name, value] = ['', '']] = [...new URLSearchParams(`&${raw}`)]
    const path = step(`${within === undefined ? '' : `${within}.`}${place}.${index}`, name)
    return part(place, name, value, within === undefined ? { raw, path } : { path })
  })

const insideUrl = (path: string, url: string): Part[] =>
  pairs('query', /\?([^#]*)/.exec(url)?.[1] ?? '', path)

const headerParts = (headers: HeaderList): Part[] => [
  ...headers.map(([name, value], index) => {
    const path = step(`header.${index}`, name)
    const raw = `${name}: ${value}\n`
    return part('header', name, value, { raw, path, parts: insideHeader(path, name, value) })
  }),
  part('text', 'end of headers', '', { raw: '\n' }),
]

const insideHeader = (path: string, name: string, value: string): Part[] => {
  switch (name.toLowerCase()) {
    case 'www-authenticate':
      return parseChallenges(value).flatMap(({ parameters }, index) =>
        Object.entries(parameters).map(([key, one]) =>
          part('challenge', key, one, { path: step(`${path}.${index}`, key) }),
        ),
      )
    case 'authorization':
      return insideToken(path, /^Bearer +(\S+)$/i.exec(value)?.[1] ?? '')
    case 'location':
      return insideUrl(path, value)
    default:
      return []
  }
}

const bodyParts = (headers: HeaderList, body: string): Part[] => {
  if (body === '') return []
  const type = mediaType(headers)
  if (type === 'application/x-www-form-urlencoded') return pairs('form', body)
  const members = type.endsWith('json') ? jsonMembers(body) : undefined
  if (members)
    return members.map(({ name, value, raw }) =>
      part('json', name, valueText(value), {
        raw,
        parts: insideJson(step('json', name), value, DEEPEST),
      }),
    )
  if (type === 'text/html') {
    const { title, form } = readPage(body)
    const hidden = Object.entries(form?.hidden ?? {}).map(([name, value]) =>
      part('html', name, value, { path: step('html.hidden', name) }),
    )
    return [part('html', 'page', title, { raw: body, parts: hidden })]
  }
  return [part('text', 'body', body, { raw: body })]
}

/** How many levels of JSON are opened; what lies deeper stays text, so that no body can exhaust the stack. */
const DEEPEST = 8

const insideJson = (path: string, value: unknown, levels: number): Part[] => {
  if (typeof value === 'string') return insideToken(path, value)
  if (levels === 0 || typeof value !== 'object' || value === null) return []
  // A list of plain values is read more easily as it stands, and a schema is a language of its own.
  if (path.endsWith('.inputSchema') || (Array.isArray(value) && !value.some(isObject))) return []
  return Object.entries(value).map(([name, one]) => {
    const inner = step(path, name)
    return part('json', name, valueText(one), {
      path: inner,
      parts: insideJson(inner, one, levels - 1),
    })
  })
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null

const insideToken = (path: string, text: string): Part[] => {
  const decoded = decodeToken(text)
  if (!decoded) return []
  const inner = (place: FieldPlace, name: string, value: unknown): Part =>
    part(place, name, valueText(value), { path: step(`${path}.${place}`, name) })
  return [
    ...Object.entries(decoded.header).map(([name, value]) => inner('jwt-header', name, value)),
    ...Object.entries(decoded.claims).map(([name, value]) => inner('claim', name, value)),
    inner('signature', 'signature', text.split('.')[2] ?? ''),
  ]
}
