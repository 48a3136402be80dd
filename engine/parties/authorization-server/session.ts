import { header } from '../../wire/headers.ts'
import type { HeaderList, HttpRequest } from '../../wire/message.ts'
import type { Store } from './store.ts'

/** The session cookie: its prefix keeps neighbouring hosts from planting it. @see [RFC 6265bis draft-22 §4.1.3.2 - The "__Host-" Prefix](https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis-22#section-4.1.3.2) */
export const SESSION_COOKIE = '__Host-session'

/** The session a request names by its cookie; undefined when there is none, or none that is known. */
export const sessionOf = (store: Store, request: HttpRequest): string | undefined => {
  const pairs = (header(request.headers, 'Cookie') ?? '').split(';').map((pair) => pair.trim())
  const value = pairs
    .find((pair) => pair.startsWith(`${SESSION_COOKIE}=`))
    ?.slice(SESSION_COOKIE.length + 1)
  return value !== undefined && store.sessions.has(value) ? value : undefined
}

/** The header that gives a browser its session. */
export const setSession = (token: string): HeaderList => [
  ['Set-Cookie', `${SESSION_COOKIE}=${token}; Path=/; Secure; HttpOnly; SameSite=Lax`],
]
