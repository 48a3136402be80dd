import { readUrl } from './oauth/redirect-uri.ts'
import { header, headerValues } from './wire/headers.ts'
import { arrived, type WireMessage } from './wire/message.ts'

/** A cookie that a server handed to the owner's browser. */
export interface BrowserCookie {
  readonly name: string
  readonly value: string
  /** What follows the value, as it was sent: `Path=/`, `Secure`, `HttpOnly`, `SameSite=Lax`. */
  readonly attributes: readonly string[]
  /** The host it is for. */
  readonly host: string
  /** The message that set it, or gave it the value it has. */
  readonly since: number
  /** The messages it went along with since then. */
  readonly sentWith: readonly number[]
  /** Whether the browser kept it; if not, it threw it away by one of its checks. */
  readonly kept: boolean
}

/** Reads off the log which cookies the owner's browser was given, and with which requests it sent them. */
export const cookiesIn = (log: readonly WireMessage[]): BrowserCookie[] => {
  const jar = new Map<string, BrowserCookie>()
  const asked = new Map<number, string>()
  for (const message of log) {
    if (message.kind === 'request' && message.from === 'user-agent') {
      asked.set(message.exchange, message.request.url)
      const sent = namesIn(header(message.request.headers, 'Cookie') ?? '')
      const host = readUrl(message.request.url)?.hostname
      for (const [key, cookie] of jar)
        if (cookie.host === host && sent.get(cookie.name) === cookie.value)
          jar.set(key, { ...cookie, sentWith: [...cookie.sentWith, message.id] })
    }
    if (message.kind !== 'response' || message.to !== 'user-agent' || !arrived(message)) continue
    const host = readUrl(asked.get(message.exchange) ?? '')?.hostname ?? ''
    for (const line of headerValues(message.response.headers, 'Set-Cookie')) {
      const cookie = cookieOf(line, host, message)
      const key = `${cookie.host} ${cookie.name}`
      // What is set anew counts as the newest.
      jar.delete(key)
      if (!isOver(cookie)) jar.set(key, cookie)
    }
  }
  return [...jar.values()]
}

const namesIn = (cookies: string): Map<string, string> => new Map(cookies.split(';').map(halvesOf))

const halvesOf = (pair: string): [name: string, value: string] => {
  const at = pair.indexOf('=')
  return at < 0 ? [pair.trim(), ''] : [pair.slice(0, at).trim(), pair.slice(at + 1).trim()]
}

const cookieOf = (line: string, host: string, message: WireMessage): BrowserCookie => {
  const [pair = '', ...rest] = line.split(';')
  const [name, value] = halvesOf(pair)
  const attributes = rest.map((one) => one.trim()).filter((one) => one !== '')
  const domain = attributes.map(halvesOf).find(([key]) => key.toLowerCase() === 'domain')?.[1]
  return {
    name,
    value,
    attributes,
    host: domain?.replace(/^\./, '').toLowerCase() || host,
    since: message.id,
    sentWith: [],
    kept: !thrownAway(name, message),
  }
}

/** The browser's own checks say what it did with a cookie; the one for prefixes looks at names with a prefix only. */
const thrownAway = (name: string, { findings }: WireMessage): boolean =>
  findings.some(
    ({ check, verdict, received }) =>
      verdict === 'broken' &&
      ((check === 'ua/cookie-kept' && received.startsWith(`${name}, `)) ||
        (check === 'ua/cookie-prefix-host' && /^__host-/i.test(name))),
  )

/** A server takes a cookie back by setting it again with no age left. */
const isOver = ({ attributes }: BrowserCookie): boolean =>
  attributes.map(halvesOf).some(([key, value]) => /^max-age$/i.test(key) && Number(value) <= 0)
