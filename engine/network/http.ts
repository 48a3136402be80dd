import type { HeaderList, HttpRequest, HttpResponse } from '../wire/message.ts'

/*
 * Platform objects drop or refuse some header fields: a browser's `new Request()` silently loses Cookie, Origin and Host,
 * and `new Response()` loses Set-Cookie. These travel under other names, and only between these four functions.
 */
const CARRIED = new Set(['cookie', 'origin', 'host', 'referer', 'user-agent', 'set-cookie'])
const PREFIX = 'sim-'
const MESSAGE_ID = 'sim-message-id'
const NO_BODY = new Set([101, 204, 205, 304])

/** The largest body a server of the lab reads, in bytes. */
export const BODY_LIMIT = 65_536

const platformHeaders = (headers: HeaderList): Headers => {
  const platform = new Headers()
  const carried = new Map<string, string[]>()
  for (const [name, value] of headers) {
    const lower = name.toLowerCase()
    if (CARRIED.has(lower)) carried.set(lower, [...(carried.get(lower) ?? []), value])
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
    if (!name.startsWith(PREFIX)) return [[titleCase(name), value]]
    const values = JSON.parse(value) as string[]
    return values.map((one) => [titleCase(name.slice(PREFIX.length)), one])
  })

// Platform headers come in lower case; these are the spellings of the registry.
const SPELLINGS: Readonly<Record<string, string>> = {
  'www-authenticate': 'WWW-Authenticate',
  'mcp-protocol-version': 'MCP-Protocol-Version',
}
const titleCase = (name: string): string =>
  SPELLINGS[name] ?? name.replace(/(^|-)[a-z]/g, (letters) => letters.toUpperCase())

/** A message of the wire as a platform `Request`. `id` is the message's number in the log, when it has one. */
export const toRequest = (request: HttpRequest, id?: number): Request => {
  const headers = platformHeaders(request.headers)
  if (id !== undefined) headers.set(MESSAGE_ID, String(id))
  return new Request(request.url, {
    method: request.method,
    headers,
    ...(request.body !== undefined && { body: request.body }),
    credentials: 'omit',
    redirect: 'manual',
  })
}

/** A platform `Request` as a message of the wire, with the log's number when it came from a run. A body over the limit is cut off there and `tooLarge`. */
export const fromRequest = async (
  request: Request,
): Promise<{ request: HttpRequest; id: number | undefined; tooLarge: boolean }> => {
  const id = request.headers.get(MESSAGE_ID)
  const body = request.body === null ? '' : await request.text()
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
export const toResponse = ({ status, headers, body }: HttpResponse): Response =>
  new Response(NO_BODY.has(status) || body === '' ? null : body, {
    status,
    headers: platformHeaders(headers),
  })

/** A platform `Response` as a message of the wire. */
export const fromResponse = async (response: Response): Promise<HttpResponse> => ({
  status: response.status,
  headers: wireHeaders(response.headers),
  body: await response.text(),
})
