import { mediaType } from '../wire/headers.ts'
import { damaged } from '../wire/interference.ts'
import type { HttpResponse } from '../wire/message.ts'
import { plain } from './http.ts'
import type { Answer, Route, Server } from './server.ts'

/** What can ail a server that still answers. */
export const ailments = [
  'slow',
  'fails',
  'wrong-media-type',
  'broken-json',
  'missing-members',
] as const
export type Ailment = (typeof ailments)[number]

/** How long a slow server takes for each answer. */
export const SLOW_SECONDS = 90

/**
 * A server with something the matter: it takes its time, fails, or sends JSON that is mislabelled, cut off or incomplete.
 * Pages and redirects suffer only from the first two. One that fails looks at nothing and changes nothing. `alone`: nobody
 * else has its origin, so that what it says where it has nothing suffers too.
 */
export const ailing = <S extends Server>(
  server: S,
  ailment: Ailment | undefined,
  clock: { advance(seconds: number): void },
  alone = false,
): S => {
  if (ailment === undefined) return server
  const suffering = (answer: Answer): Answer => {
    if (ailment === 'fails') return () => FAILED
    return async (request, visit) => {
      if (ailment === 'slow') clock.advance(SLOW_SECONDS)
      return spoilt(await answer(request, visit), ailment)
    }
  }
  const elsewhere: Route[] = alone ? [{ path: '/*', methods: { GET: NOTHING, POST: NOTHING } }] : []
  const routes = [...server.routes, ...elsewhere].map(({ path, methods }): Route => ({
    path,
    methods: Object.fromEntries(
      Object.entries(methods).map(([method, answer]) => [method, suffering(answer)]),
    ),
  }))
  return { ...server, routes }
}

const NOTHING: Answer = () => plain(404, 'There is nothing here.')
const FAILED: HttpResponse = plain(503, 'This service is unavailable.')

const spoilt = (response: HttpResponse, ailment: Ailment): HttpResponse => {
  const { headers, body } = response
  if (!/^application\/([\w.-]+\+)?json$/.test(mediaType(headers))) return response
  switch (ailment) {
    case 'wrong-media-type':
      return {
        ...response,
        headers: headers.map(([name, value]) =>
          name.toLowerCase() === 'content-type'
            ? [name, 'text/html; charset=utf-8']
            : [name, value],
        ),
      }
    case 'broken-json':
      return { ...response, body: damaged(body) }
    case 'missing-members':
      return { ...response, body: incomplete(body) }
    default:
      return response
  }
}

// What RFC 8414 §2, RFC 7591 §3.2.1, RFC 6749 §5.1 and RFC 7517 §5 require of an answer, as far as it says what to do next.
const NEEDED: ReadonlySet<string> = new Set([
  'issuer',
  'authorization_endpoint',
  'token_endpoint',
  'response_types_supported',
  'client_id',
  'access_token',
  'token_type',
  'keys',
])

const incomplete = (body: string): string => {
  const json: unknown = JSON.parse(body)
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return body
  return JSON.stringify(
    Object.fromEntries(Object.entries(json).filter(([name]) => !NEEDED.has(name))),
  )
}
