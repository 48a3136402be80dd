import { readUrl } from './redirect-uri.ts'

/** A service inside the client’s own network, and the address that its name leads to there. Nobody outside can reach it. */
export const INSIDE = { origin: 'https://console.corp.example', address: '10.0.0.5' } as const

const NAMES: Readonly<Record<string, string>> = {
  localhost: '127.0.0.1',
  [new URL(INSIDE.origin).hostname]: INSIDE.address,
}

/** The address that a URL leads to: the one that is written in it, or that the lab’s name service gives; undefined for the names of everybody’s internet. */
export const addressOf = (url: string): string | undefined => {
  const host = readUrl(url)?.hostname ?? ''
  if (Object.hasOwn(NAMES, host)) return NAMES[host]
  return /^[\d.]+$|^\[/.test(host) ? host : undefined
}

const PRIVATE = [
  /^(?:0|10|127)\./,
  /^169\.254\./,
  /^172\.(?:1[6-9]|2\d|3[01])\./,
  /^192\.168\./,
  // A URL parser shortens these: ::1, addresses mapped from IPv4, fc00::/7 and fe80::/10.
  /^\[::1?\]$/,
  /^\[::ffff:/,
  /^\[f[cd]/,
  /^\[fe[89ab]/,
]

/** Whether an address is one that only machines of one network, or one machine, can reach. @see [RFC 9728 §7.7 - Server-Side Request Forgery (SSRF)](https://www.rfc-editor.org/rfc/rfc9728.html#section-7.7) */
export const isPrivateAddress = (address: string | undefined): boolean =>
  address !== undefined && PRIVATE.some((range) => range.test(address))
