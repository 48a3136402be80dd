import { decodeToken } from '../oauth/access-token.ts'
import { withTokenPart } from '../oauth/token-part.ts'
import { parseChallenges } from '../oauth/www-authenticate.ts'
import { nameIn } from './field-words.ts'
import { mediaType } from './headers.ts'
import { withHiddenValue } from './hidden-value.ts'
import type { Draft, HeaderList, HttpRequest, HttpResponse, Json } from './message.ts'
import { placeAmong, withPair, withQueryPair, withChallengeParameter } from './pairs.ts'
import { readRaw } from './raw.ts'
import { isUnreadable, responseText, valueText } from './text.ts'

/** What a field becomes; undefined: it is taken away. */
type Wanted = string | undefined

/**
 * A message with the one field at a path changed, or taken away; what is around it stays as it was. Paths are those of
 * `messageParts`. A message without such a field stays as it was.
 */
export const withField = (draft: Draft, path: string, value: Wanted): Draft => {
  const [place = '', ...steps] = path.split('.').map(nameIn)
  if (isUnreadable(draft)) return place === 'text' ? readRaw(value ?? '', draft).draft : draft
  if (draft.kind === 'act') {
    if (place !== 'local') return draft
    const content = inJson(draft.local.content, steps, value) as Readonly<Record<string, Json>>
    return { ...draft, local: { ...draft.local, content } }
  }
  if (draft.kind === 'request') {
    const { request } = draft
    if (place === 'start')
      return { ...draft, request: inRequestLine(request, steps[0], value ?? '') }
    if (place === 'query')
      return { ...draft, request: { ...request, url: withQueryPair(request.url, steps, value) } }
    return { ...draft, request: inHeadersOrBody(request, place, steps, value) }
  }
  if (path === 'start.status') return withStatus(draft, value ?? '')
  return { ...draft, response: inHeadersOrBody(draft.response, place, steps, value) }
}

const inRequestLine = (request: HttpRequest, name: string | undefined, value: string) => {
  if (name === 'method') return { ...request, method: value }
  if (name !== 'path') return request
  const [, origin = '', rest = ''] = /^([^:/?#]+:\/\/[^/?#]*)?[^?#]*(.*)$/s.exec(request.url) ?? []
  const isUrl = /^[a-z][a-z\d+.-]*:\/\//i.test(value)
  const path = isUrl || value.startsWith('/') ? value : `/${value}`
  return { ...request, url: `${isUrl ? '' : origin}${path}${rest}` }
}

const withStatus = (draft: Extract<Draft, { kind: 'response' }>, value: string): Draft => {
  const { response } = draft
  if (/^[1-5]\d\d( |$)/.test(value))
    return { ...draft, response: { ...response, status: Number(value.slice(0, 3)) } }
  const unreadable = responseText(response).replace(/^.*/, () => `HTTP/1.1 ${value}`)
  return { ...draft, response: { status: 0, headers: [], body: '', unreadable } }
}

const inHeadersOrBody = <Http extends HttpRequest | HttpResponse>(
  http: Http,
  place: string,
  steps: readonly string[],
  value: Wanted,
): Http => {
  const { headers, body } = http
  if (place === 'header') return { ...http, headers: inHeaders(headers, steps, value) }
  if (!body) return http
  return { ...http, body: inBody(body, mediaType(headers), [place, ...steps], value) }
}

const inHeaders = (
  headers: HeaderList,
  [index = '', name = '', ...steps]: readonly string[],
  value: Wanted,
): HeaderList => {
  const at = placeAmong(
    headers.map(([given]) => given),
    index,
    name,
  )
  const [given, before] = headers[at] ?? []
  if (given === undefined || before === undefined) return headers
  const after = steps.length === 0 ? value : inHeader(given, before, steps, value)
  return after === undefined ? headers.toSpliced(at, 1) : headers.with(at, [given, after])
}

const inHeader = (name: string, text: string, steps: readonly string[], value: Wanted): string => {
  if (name.toLowerCase() === 'www-authenticate') {
    const [challenge = '', key = ''] = steps
    const before = parseChallenges(text).slice(0, Number(challenge))
    const nth = before.filter(({ parameters }) => key in parameters).length
    return withChallengeParameter(text, key, nth, value)
  }
  const [scheme = ''] = /^Bearer +/i.exec(text) ?? []
  return scheme + inText(text.slice(scheme.length), steps, value)
}

const inBody = (body: string, type: string, path: readonly string[], value: Wanted): string => {
  const [place, ...steps] = path
  if (place === 'text') return steps[0] === 'body' ? (value ?? '') : body
  if (place === 'form' && type === 'application/x-www-form-urlencoded')
    return withPair(body, steps, value)
  if (place === 'html' && type === 'text/html' && steps[0] === 'hidden')
    return withHiddenValue(body, steps[1] ?? '', value)
  if (place !== 'json' || !type.endsWith('json')) return body
  try {
    const before = JSON.parse(body) as Json
    const after = inJson(before, steps, value)
    return after === before ? body : JSON.stringify(after)
  } catch {
    return body
  }
}

/** Inside a text there may be a token, or the query of a URL. */
const inText = (text: string, [place = '', ...steps]: readonly string[], value: Wanted): string => {
  if (place === 'query') return withQueryPair(text, steps, value)
  if (!decodeToken(text)) return text
  if (place === 'signature') return text.slice(0, text.lastIndexOf('.') + 1) + (value ?? '')
  if (place !== 'claim' && place !== 'jwt-header') return text
  return withTokenPart(text, place, (part) => inJson(part as Json, steps, value))
}

/** The value itself where nothing in it changes; undefined where it is taken away as a whole. */
const inJson = (before: Json, steps: readonly string[], value: Wanted): Json | undefined => {
  const [name, ...rest] = steps
  if (name === undefined) {
    if (value === undefined) return undefined
    return value === valueText(before) ? before : like(before, value)
  }
  if (typeof before === 'string') return inText(before, steps, value)
  if (typeof before !== 'object' || before === null || !Object.hasOwn(before, name)) return before
  const inner = (before as Readonly<Record<string, Json>>)[name]!
  const after = inJson(inner, rest, value)
  if (after === inner) return before
  const entries = Object.entries(before).flatMap(([key, one]): [string, Json][] =>
    key !== name ? [[key, one]] : after === undefined ? [] : [[key, after]],
  )
  return Array.isArray(before) ? entries.map(([, one]) => one) : Object.fromEntries(entries)
}

// A text stays text unless a list or an object is written in its place; anything else is read as the JSON it looks like.
const like = (before: Json, value: string): Json => {
  const meansJson = typeof before !== 'string' || /^\s*[[{]/.test(value)
  const json = meansJson ? parsed(value) : undefined
  return json === undefined || (typeof before === 'string' && isJson(before)) ? value : json
}

const isJson = (text: string): boolean => typeof parsed(text) === 'object'

const parsed = (text: string): Json | undefined => {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}
