import { decodeToken } from '../oauth/access-token.ts'
import { parseChallenges } from '../oauth/www-authenticate.ts'
import { mediaType } from './headers.ts'
import { jsonMembers } from './json-members.ts'
import type { HeaderList, WireMessage } from './message.ts'
import type { FieldNote, FieldPlace } from './field-note.ts'
import { noteFor } from './field-notes.ts'
import { readPage } from './page.ts'
import { statusText, targetOf } from './text.ts'

export type { FieldPlace } from './field-note.ts'

/** A part of a message with a name, and what is known about it. */
export interface Field {
  /** Unique within its message: `query.state`, `json.access_token.claim.aud`. */
  readonly path: string
  readonly place: FieldPlace
  readonly name: string
  /** The value, decoded where its place encodes it. */
  readonly value: string
  /** The text of the message that this field is; only outermost fields have it, and joined they are the message. */
  readonly raw?: string
  readonly note: FieldNote | undefined
  readonly fields: readonly Field[]
}

/** Takes a message apart into labelled fields; every character belongs to one of them. */
export const fieldsOf = (message: WireMessage): Field[] => {
  if (message.kind === 'act') return localFields(message.local)
  if (message.kind === 'request') {
    const { method, url, headers, body = '' } = message.request
    return [...startFields(method, url), ...headerFields(headers), ...bodyFields(headers, body)]
  }
  const { status, headers, body } = message.response
  const line = statusText(status)
  return [
    field('start', 'status', line, `HTTP/1.1 ${line}\n`),
    ...headerFields(headers),
    ...bodyFields(headers, body),
  ]
}

const field = (
  place: FieldPlace,
  name: string,
  value: string,
  raw?: string,
  inner: readonly Field[] = [],
  path = `${place}.${name}`,
): Field => ({
  path,
  place,
  name,
  value,
  ...(raw !== undefined && { raw }),
  note: noteFor(place, name),
  fields: inner,
})

const localFields = ({
  act,
  content,
}: {
  act: string
  content: Readonly<Record<string, unknown>>
}) => [
  field('start', 'act', act, `${act}\n`),
  ...Object.entries(content).map(([name, value]) => {
    const text = textOf(value)
    return field('local', name, text, `${name}: ${text}\n`, insideJson(`local.${name}`, value))
  }),
]

const startFields = (method: string, url: string): Field[] => {
  const [path = '', ...rest] = targetOf(url).split('?')
  const query = rest.join('?')
  const pairs = rest.length === 0 ? [] : query.split('&')
  return [
    field('start', 'method', method, `${method} `),
    field('start', 'path', path, rest.length === 0 ? path : `${path}?`),
    ...pairs.map((pair, index) =>
      pairField('query', pair, index < pairs.length - 1 ? '&' : '', index),
    ),
    field('start', 'version', 'HTTP/1.1', ' HTTP/1.1\n'),
  ]
}

const pairField = (place: 'query' | 'form', pair: string, after: string, index: number): Field => {
  const [[name, value] = ['', '']] = [...new URLSearchParams(pair)]
  return field(place, name, value, pair + after, [], `${place}.${index}.${name}`)
}

const headerFields = (headers: HeaderList): Field[] => [
  ...headers.map(([name, value], index) =>
    field(
      'header',
      name,
      value,
      `${name}: ${value}\n`,
      insideHeader(name, value),
      `header.${index}.${name}`,
    ),
  ),
  field('text', 'end of headers', '', '\n'),
]

const insideHeader = (name: string, value: string): Field[] => {
  if (name.toLowerCase() === 'www-authenticate')
    return parseChallenges(value).flatMap(({ parameters }) =>
      Object.entries(parameters).map(([key, one]) => field('challenge', key, one)),
    )
  const token = /^Bearer +(\S+)$/i.exec(value)?.[1]
  return name.toLowerCase() === 'authorization' && token !== undefined
    ? insideToken('header.Authorization', token)
    : []
}

const bodyFields = (headers: HeaderList, body: string): Field[] => {
  if (body === '') return []
  const type = mediaType(headers)
  if (type === 'application/x-www-form-urlencoded') {
    const pairs = body.split('&')
    return pairs.map((pair, index) =>
      pairField('form', pair, index < pairs.length - 1 ? '&' : '', index),
    )
  }
  const members = type.endsWith('json') ? jsonMembers(body) : undefined
  if (members)
    return members.map(({ name, value, raw }) => {
      const text = textOf(value)
      return field('json', name, text, raw, insideJson(`json.${name}`, value))
    })
  if (type === 'text/html') {
    const { title, form } = readPage(body)
    const hidden = Object.entries(form?.hidden ?? {}).map(([name, value]) =>
      field('html', name, value),
    )
    return [field('html', 'page', title, body, hidden)]
  }
  return [field('text', 'body', body, body)]
}

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value)

const insideJson = (path: string, value: unknown): Field[] => {
  if (typeof value === 'string') return insideToken(path, value)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
  return Object.entries(value).map(([name, one]) =>
    field(
      'json',
      name,
      textOf(one),
      undefined,
      insideJson(`${path}.${name}`, one),
      `${path}.${name}`,
    ),
  )
}

const insideToken = (path: string, text: string): Field[] => {
  const decoded = decodeToken(text)
  if (!decoded) return []
  const inner = (place: FieldPlace, name: string, value: unknown): Field =>
    field(place, name, textOf(value), undefined, [], `${path}.${place}.${name}`)
  return [
    ...Object.entries(decoded.header).map(([name, value]) => inner('jwt-header', name, value)),
    ...Object.entries(decoded.claims).map(([name, value]) => inner('claim', name, value)),
    inner('signature', 'signature', text.split('.')[2] ?? ''),
  ]
}
