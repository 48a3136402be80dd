import { header } from '../../wire/headers.ts'
import type { HeaderList, HttpRequest } from '../../wire/message.ts'
import type { Desk } from './settings.ts'

/**
 * A cookie of this server: its prefix keeps neighbouring hosts from planting it. A browser takes such a cookie over https only, so
 * a server on loopback, which has none, goes without.
 * @see [RFC 6265bis draft-22 §4.1.3.2 - The "__Host-" Prefix](https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis-22#section-4.1.3.2)
 */
const cookieOf = ({ settings }: Pick<Desk, 'settings'>, called: string) =>
  settings.issuer.startsWith('https:')
    ? { name: `__Host-${called}`, attributes: 'Path=/; Secure; HttpOnly; SameSite=Lax' }
    : // A browser sends the cookies of one port to every other: the name leaves other programs theirs.
      { name: `handshake-lab-${called}`, attributes: 'Path=/; HttpOnly; SameSite=Lax' }

/** What a browser shows in one of this server's cookies. */
export const cookieIn = (
  desk: Pick<Desk, 'settings'>,
  called: string,
  request: HttpRequest,
): string | undefined => {
  const { name } = cookieOf(desk, called)
  const pairs = (header(request.headers, 'Cookie') ?? '').split(';').map((pair) => pair.trim())
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1)
}

/** The header that gives a browser one of this server's cookies; `maxAge` in seconds, where it shall end before the browser is closed. */
export const setCookie = (
  desk: Pick<Desk, 'settings'>,
  called: string,
  value: string,
  maxAge?: number,
): HeaderList => {
  const { name, attributes } = cookieOf(desk, called)
  const age = maxAge === undefined ? '' : `; Max-Age=${maxAge}`
  return [['Set-Cookie', `${name}=${value}; ${attributes}${age}`]]
}

/** The session a request names by its cookie; undefined when there is none, or none that is known. */
export const sessionOf = (desk: Desk, request: HttpRequest): string | undefined => {
  const value = cookieIn(desk, 'session', request)
  return value !== undefined && desk.store.sessions.has(value) ? value : undefined
}

/** The header that gives a browser its session. */
export const setSession = (desk: Desk, token: string): HeaderList =>
  setCookie(desk, 'session', token)
