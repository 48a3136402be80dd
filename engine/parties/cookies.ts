import { Cookie, CookieJar, getPublicSuffix } from 'tough-cookie'
import type { SetCookieFacts } from '../checks/cookies.ts'
import { readUrl } from '../oauth/redirect-uri.ts'
import type { HttpRequest } from '../wire/message.ts'

/** A browser's cookies, kept and sent by tough-cookie's rules: prefixes, Secure, SameSite, public suffixes. */
export interface Cookies {
  /** The Cookie field for a request; `initiator` is the page that caused it, undefined when the owner or the system did. */
  sentWith(request: HttpRequest, initiator: string | undefined): string
  /** Takes a Set-Cookie field, or throws the cookie away, and says which. */
  take(setCookie: string, url: string): SetCookieFacts
}

/** An empty jar; in careless hands it does not look at the prefixes of names. */
export const createCookies = (forgotten: ReadonlySet<string> = new Set()): Cookies => {
  const looksAtPrefix = !forgotten.has('ua/cookie-prefix-host')
  const jar = new CookieJar(undefined, {
    prefixSecurity: looksAtPrefix ? 'strict' : 'unsafe-disabled',
  })
  return {
    sentWith: ({ url, method }, initiator) =>
      jar.getCookieStringSync(url, { sameSiteContext: siteContext(url, method, initiator) }),
    take: (setCookie, url) => {
      const cookie = Cookie.parse(setCookie)
      const kept =
        !(looksAtPrefix && cookie && breaksItsPrefix(cookie)) &&
        jar.setCookieSync(setCookie, url, { ignoreError: true }) !== undefined
      return {
        name: cookie?.key ?? setCookie,
        secureOrigin: url.startsWith('https:'),
        secure: cookie?.secure ?? false,
        path: cookie?.path ?? undefined,
        domain: cookie?.domain ?? undefined,
        kept,
      }
    },
  }
}

/**
 * Whether a cookie breaks the rules of its prefix. The jar looks at prefixes too, but takes only `__Host-` for one, where a
 * browser MUST compare without regard to case.
 * @see [RFC 6265bis draft-22 §5.4 - Cookie Name Prefixes](https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis-22#section-5.4)
 */
const breaksItsPrefix = ({ key, secure, path, domain }: Cookie): boolean => {
  const prefix = /^__(secure|host)-/i.exec(key)?.[1]?.toLowerCase()
  return prefix !== undefined && !(secure && (prefix === 'secure' || (path === '/' && !domain)))
}

/**
 * How far SameSite cookies may go along: everywhere within one site; with a cross-site request only the Lax ones, and only
 * when it is a top-level GET.
 * @see [RFC 6265bis draft-22 §5.2 - "Same-site" and "cross-site" Requests](https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis-22#section-5.2)
 */
const siteContext = (url: string, method: string, initiator: string | undefined) => {
  if (initiator === undefined || siteOf(initiator) === siteOf(url)) return 'strict'
  return method === 'GET' ? 'lax' : 'none'
}

// Every host of the lab stands under the reserved name `.example`, and loopback has no suffix at all.
const LENIENT = { allowSpecialUseDomain: true, ignoreError: true }

const siteOf = (address: string): string => {
  const url = readUrl(address)
  if (!url) return ''
  return `${url.protocol}//${getPublicSuffix(url.hostname, LENIENT) ?? url.hostname}`
}
