import { lookup as systemLookup, type LookupAddress } from 'node:dns'
import type { IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { Readable } from 'node:stream'
import { fetchNetwork } from '../network/fetch.ts'
import type { Network } from '../network/network.ts'
import { DOCUMENT_LIMIT, isPublicHost } from '../oauth/client-document.ts'
import { readUrl } from '../oauth/redirect-uri.ts'

/** What the guard stands on: how names become addresses, and how a request is sent. Tests put others in their place. */
export interface Means {
  readonly lookup: typeof systemLookup
  readonly request: typeof httpsRequest
}

/** How long a client's site may take, in milliseconds. */
const TIMEOUT = 5_000

/**
 * The way out of the authorization server to a client's metadata document: https only, to public addresses only, no
 * redirect followed, little read. Whoever names such a document could otherwise have this machine call its neighbours.
 * @see [Client ID Metadata Document draft-00 §6.5 - Server Side Request Forgery (SSRF) Attacks](https://datatracker.ietf.org/doc/html/draft-ietf-oauth-client-id-metadata-document-00#section-6.5)
 */
export const outsideNetwork = (
  means: Means = { lookup: systemLookup, request: httpsRequest },
): Network => fetchNetwork(guardedFetch(means), { limit: DOCUMENT_LIMIT, timeout: TIMEOUT })

const guardedFetch =
  ({ lookup, request }: Means): typeof fetch =>
  async (address, { method, headers, signal } = {}) => {
    const url = new URL(String(address))
    const host = url.hostname.replace(/^\[|\]$/g, '')
    if (url.protocol !== 'https:') throw new TypeError('only https leads outside')
    // A name is looked at when it becomes an address; an address never does.
    if (isIP(host) && !isPublicAddress(host)) throw new TypeError(`${host} is not a public address`)
    const incoming = await new Promise<IncomingMessage>((resolve, reject) => {
      const options = {
        method: method ?? 'GET',
        headers: Object.fromEntries(new Headers(headers)),
        lookup: publicOnly(lookup),
        agent: false as const,
        ...(signal && { signal }),
      }
      request(url, options, resolve).on('error', reject).end()
    })
    return asResponse(incoming)
  }

/** Whether an IP address is one of the public internet. */
export const isPublicAddress = (address: string): boolean => {
  const version = isIP(address)
  const host = readUrl(`https://${version === 6 ? `[${address}]` : address}`)?.hostname
  return version !== 0 && host !== undefined && isPublicHost(host)
}

/** Looks a name up, and answers nothing unless every address it has is public. The connection goes to an address so looked at, not to one looked up again. */
const publicOnly =
  (lookup: typeof systemLookup): LookupFunction =>
  (host, options, callback) => {
    lookup(host, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      const inside = error ? undefined : addresses.find(({ address }) => !isPublicAddress(address))
      const [first] = addresses ?? []
      const problem =
        error ??
        (inside && new TypeError(`${host} is at ${inside.address}, which is not public`)) ??
        (first ? undefined : new TypeError(`${host} has no address`))
      if (problem) callback(problem, '')
      else if (options.all) callback(null, addresses)
      else callback(null, first!.address, first!.family)
    })
  }

const asResponse = (incoming: IncomingMessage): Response => {
  const { statusCode: status = 0, rawHeaders } = incoming
  const headers = new Headers()
  for (let place = 0; place + 1 < rawHeaders.length; place += 2)
    headers.append(rawHeaders[place]!, rawHeaders[place + 1]!)
  const bodiless = [101, 204, 205, 304].includes(status)
  const body = bodiless ? null : (Readable.toWeb(incoming) as unknown as ReadableStream)
  return new Response(body, { status, headers })
}
