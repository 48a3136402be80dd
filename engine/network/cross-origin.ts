import { header } from '../wire/headers.ts'
import type { HeaderList, HttpRequest, HttpResponse } from '../wire/message.ts'

/** Which pages may call a server from a browser, and which of its paths they may call. */
export interface CrossOrigin {
  /** Origins, to the letter. */
  readonly allowed: readonly string[]
  /** Paths that only a browser itself goes to. @see [OAuth 2.1 draft-13 §3.1 - Authorization Endpoint](https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1-13#section-3.1) */
  readonly closedPaths?: readonly string[]
}

/** Fields of an answer that a page is shown besides the few it may always see. */
const EXPOSED = 'WWW-Authenticate, Mcp-Session-Id, MCP-Protocol-Version, Retry-After'

const callerOf = ({ url, headers }: HttpRequest, { allowed, closedPaths = [] }: CrossOrigin) => {
  const origin = header(headers, 'Origin')
  if (origin === undefined || !allowed.includes(origin)) return undefined
  return closedPaths.includes(plainPath(url)) ? undefined : origin
}

// A path may be spelled in more than one way: with percent signs, in other letters, with a slash at its end.
const plainPath = (url: string): string => {
  const { pathname } = new URL(url)
  try {
    return decodeURIComponent(pathname)
      .toLowerCase()
      .replace(/(?<!\/)\/+$/, '')
  } catch {
    return pathname
  }
}

/** The answer to a browser that asks, before a page's request, whether it may send it; undefined for any other request. */
export const preflightAnswer = (
  request: HttpRequest,
  crossOrigin: CrossOrigin,
): HttpResponse | undefined => {
  const method = header(request.headers, 'Access-Control-Request-Method')
  const caller = callerOf(request, crossOrigin)
  if (request.method !== 'OPTIONS' || method === undefined || caller === undefined) return undefined
  const wanted = header(request.headers, 'Access-Control-Request-Headers')
  return {
    status: 204,
    headers: [
      ...sharedWith(caller),
      ['Access-Control-Allow-Methods', 'GET, POST, DELETE'],
      ...(wanted === undefined ? [] : ([['Access-Control-Allow-Headers', wanted]] as const)),
      ['Access-Control-Max-Age', '600'],
    ],
    body: '',
  }
}

/** An answer with the fields that let the page that asked read it. */
export const shared = (
  request: HttpRequest,
  response: HttpResponse,
  crossOrigin: CrossOrigin,
): HttpResponse => {
  const caller = callerOf(request, crossOrigin)
  if (caller === undefined) return response
  const exposed = ['Access-Control-Expose-Headers', EXPOSED] as const
  return { ...response, headers: [...response.headers, ...sharedWith(caller), exposed] }
}

const sharedWith = (origin: string): HeaderList => [
  ['Access-Control-Allow-Origin', origin],
  ['Vary', 'Origin'],
]
