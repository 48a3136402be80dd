import * as z from 'zod/mini'
import { clientMetadata, indispensable } from './client-metadata.ts'
import { loopbackHosts, readUrl } from './redirect-uri.ts'

/** A document that a client publishes about itself, at the address that is its client_id. @see [Client ID Metadata Document draft-00 §4.1 - Client Metadata](https://datatracker.ietf.org/doc/html/draft-ietf-oauth-client-id-metadata-document-00#section-4.1) */
export const clientDocument = z.extend(clientMetadata, { client_id: z.string(), ...indispensable })
export type ClientDocument = z.infer<typeof clientDocument>

/** The same before anybody has looked whether it is complete. */
export const anyClientDocument = z.extend(clientMetadata, { client_id: z.optional(z.string()) })
export type AnyClientDocument = z.infer<typeof anyClientDocument>

/** How large such a document may be, in octets. @see [Client ID Metadata Document draft-00 §6.6 - Maximum Response Size for Client Metadata Documents](https://datatracker.ietf.org/doc/html/draft-ietf-oauth-client-id-metadata-document-00#section-6.6) */
export const DOCUMENT_LIMIT = 5_000

/** Whether a client_id is written as an address, so that a document could stand there. */
export const isAddress = (clientId: string): boolean => /^https?:\/\//i.test(clientId)

const CHARACTERS = /^[\w.~:/?#[\]@!$&'()*+,;=%-]+$/

/** What keeps an address from being a client_id, in a few words; undefined when nothing does. @see [Client ID Metadata Document draft-00 §3 - Client Identifier](https://datatracker.ietf.org/doc/html/draft-ietf-oauth-client-id-metadata-document-00#section-3) */
export const addressProblem = (address: string): string | undefined => {
  const [, authority = '', path = ''] = /^https:\/\/([^/?#]*)([^?#]*)/i.exec(address) ?? []
  const url = readUrl(address)
  if (authority === '') return 'not an https address'
  if (!url || !CHARACTERS.test(address)) return 'not an address as it stands'
  if (path === '') return 'no path'
  if (path.split('/').some(isDots)) return 'a path that climbs'
  if (address.includes('#')) return 'a fragment'
  if (authority.includes('@')) return 'the name of a user'
  return isPublicHost(url.hostname) ? undefined : 'a host that is not on the public network'
}

// `new URL()` resolves these away, percent-encoded ones too, so they are looked for in the text.
const isDots = (segment: string): boolean => /^(\.|%2e){1,2}$/i.test(segment)

/**
 * Whether a host, as `URL` writes it, is one that anybody on the internet could mean. The name may still resolve to an
 * address inside a network: whoever has a resolver looks at its answer as well.
 * @see [Client ID Metadata Document draft-00 §6.5 - Server Side Request Forgery (SSRF) Attacks](https://datatracker.ietf.org/doc/html/draft-ietf-oauth-client-id-metadata-document-00#section-6.5)
 */
export const isPublicHost = (hostname: string): boolean => {
  const host = hostname.replace(/\.$/, '')
  if (host.startsWith('[')) return isPublicV6(host)
  const octets = /^(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(host)
  if (octets) return isPublicV4(octets.slice(1).map(Number))
  return host.includes('.') && !loopbackHosts.includes(host) && !INSIDE.test(host)
}

const INSIDE = /\.(localhost|local|internal|home\.arpa)$/

// The blocks that nobody on the internet owns, from the registry of special-purpose addresses.
const NOT_PUBLIC: readonly (readonly [network: readonly number[], bits: number])[] = [
  [[0], 8],
  [[10], 8],
  [[100, 64], 10],
  [[127], 8],
  [[169, 254], 16],
  [[172, 16], 12],
  [[192, 0, 0], 24],
  [[192, 0, 2], 24],
  [[192, 168], 16],
  [[198, 18], 15],
  [[198, 51, 100], 24],
  [[203, 0, 113], 24],
  [[224], 3],
]

const isPublicV4 = (octets: readonly number[]): boolean =>
  !NOT_PUBLIC.some(
    ([network, bits]) => asNumber(network) >>> (32 - bits) === asNumber(octets) >>> (32 - bits),
  )

const asNumber = ([a = 0, b = 0, c = 0, d = 0]: readonly number[]): number =>
  ((a << 24) | (b << 16) | (c << 8) | d) >>> 0

// Of all IPv6 only 2000::/3 is handed out, and in it are blocks for documents and for tunnels that carry an IPv4 address.
const isPublicV6 = (host: string): boolean =>
  /^\[[23][0-9a-f]{3}:/.test(host) && !/^\[(2001:(db8|0)?:|2002:)/.test(host)
