import type { HeaderList, HttpRequest, HttpResponse } from '../wire/message.ts'

/*
 * Platform objects drop or refuse some header fields: a browser's `new Request()` silently loses Cookie, Origin and Host,
 * and `new Response()` loses Set-Cookie. These travel under other names, and only between these four functions.
 */
const CARRIED = new Set(['cookie', 'origin', 'host', 'referer', 'user-agent', 'set-cookie'])
const PREFIX = 'sim-'
const MESSAGE_ID = 'sim-message-id'
const NO_BODY = new Set([101, 204, 205, 304])

/** The largest body a server of the lab reads, and the longest address it answers to, in characters. */
export const BODY_LIMIT = 65_536
export const URL_LIMIT = 32_768

const platformHeaders = (headers: HeaderList): Headers => {
  const platform = new Headers()
  const carried = new Map<string, string[]>()
  for (const [name, value] of headers) {
    const lower = name.toLowerCase()
    // A field that is itself named like a carried one is carried too, so that it arrives under its own name.
    // That goes for the number of a message as well: nobody outside can claim one.
    if (CARRIED.has(lower) || lower.startsWith(PREFIX))
      carried.set(lower, [...(carried.get(lower) ?? []), value])
    else platform.append(name, value)
  }
  for (const [name, values] of carried)
    platform.set(PREFIX + name, JSON.stringify(values).replace(/[^\x20-\x7e]/g, escape))
  return platform
}

const escape = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`

const wireHeaders = (platform: Headers): HeaderList =>
  [...platform].flatMap(([name, value]): [string, string][] => {
    if (name === MESSAGE_ID) return []
    const values = name.startsWith(PREFIX) ? carriedValues(value) : undefined
    if (!values) return [[fieldName(name), value]]
    return values.map((one) => [fieldName(name.slice(PREFIX.length)), one])
  })

// A field that only looks like a carried one stays what it is.
const carriedValues = (text: string): string[] | undefined => {
  try {
    const values: unknown = JSON.parse(text)
    return Array.isArray(values) && values.every((one) => typeof one === 'string')
      ? values
      : undefined
  } catch {
    return undefined
  }
}

const SPELLINGS: Readonly<Record<string, string>> = {
  'www-authenticate': 'WWW-Authenticate',
  'mcp-protocol-version': 'MCP-Protocol-Version',
}
const spelled = new Map(Object.entries(SPELLINGS))

/** The name of a header field as the registry spells it: platform headers come in lower case. */
export const fieldName = (name: string): string => {
  const known = spelled.get(name)
  if (known !== undefined) return known
  const title = name.replace(/(^|-)[a-z]/g, (letters) => letters.toUpperCase())
  // Names from outside cannot pile up.
  if (spelled.size < 100) spelled.set(name, title)
  return title
}

const encoder = new TextEncoder()

// A platform object gives a text that has no media type one of its own; bytes it leaves as they are.
const asBody = (text: string, hasType: boolean) => (hasType ? text : encoder.encode(text))

/** A message of the wire as a platform `Request`. `id` is the message's number in the log, when it has one. Throws a `TypeError` when the message is no HTTP request. */
export const toRequest = (request: HttpRequest, id?: number): Request => {
  if (request.unreadable !== undefined) throw new TypeError('the text is no HTTP request')
  // The platform gives a GET no body; what is in one means nothing anyway (RFC 9110 §9.3.1).
  const bodiless = request.method === 'GET' || request.method === 'HEAD'
  const headers = platformHeaders(request.headers)
  if (id !== undefined) headers.set(MESSAGE_ID, String(id))
  return new Request(request.url, {
    method: request.method,
    headers,
    ...(request.body !== undefined &&
      !bodiless && { body: asBody(request.body, headers.has('Content-Type')) }),
    credentials: 'omit',
    redirect: 'manual',
  })
}

/** A platform `Request` as a message of the wire, with the log's number when it came from a run. `tooLarge` when its body is over the limit. */
export const fromRequest = async (
  request: Request,
): Promise<{ request: HttpRequest; id: number | undefined; tooLarge: boolean }> => {
  const id = request.headers.get(MESSAGE_ID)
  // Asking a browser whether there is a body makes it build a stream first.
  const bodiless = request.method === 'GET' || request.method === 'HEAD'
  const body = bodiless ? '' : await request.text()
  const headers = wireHeaders(request.headers)
  const host = headers.some(([name]) => name === 'Host')
    ? []
    : ([['Host', new URL(request.url).host]] as const)
  return {
    id: id === null ? undefined : Number(id),
    tooLarge: body.length > BODY_LIMIT,
    request: {
      method: request.method,
      url: request.url,
      headers: [...host, ...headers],
      ...(body !== '' && { body }),
    },
  }
}

/** A message of the wire as a platform `Response`. */
export const toResponse = ({ status, headers, body }: HttpResponse): Response => {
  const platform = platformHeaders(headers)
  const content = asBody(body, platform.has('Content-Type'))
  return new Response(NO_BODY.has(status) || body === '' ? null : content, {
    status,
    headers: platform,
  })
}

/** A platform `Response` as a message of the wire. */
export const fromResponse = async (response: Response): Promise<HttpResponse> => ({
  status: response.status,
  headers: wireHeaders(response.headers),
  body: await response.text(),
})

/** A short answer in words. */
export const plain = (
  status: number,
  text: string,
  headers: HttpResponse['headers'] = [],
): HttpResponse => ({
  status,
  headers: [['Content-Type', 'text/plain; charset=utf-8'], ...headers],
  body: `${text}\n`,
})

/** What any server answers to something that is no HTTP request. */
export const badRequest = plain(400, 'This is no HTTP request.')

/** A message of the wire as a platform `Request`; undefined when it is no HTTP request: a line break in a header, a method of two words. */
export const readRequest = (request: HttpRequest, id?: number): Request | undefined => {
  try {
    return toRequest(request, id)
  } catch {
    return undefined
  }
}
