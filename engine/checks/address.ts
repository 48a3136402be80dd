import { addressOf, isPrivateAddress } from '../oauth/address.ts'
import { readUrl } from '../oauth/redirect-uri.ts'
import { check, holds } from './check.ts'

/** Where a client is about to send requests because somebody said so. */
export interface AddressFacts {
  /** The server that the owner chose. */
  readonly serverUrl: string
  readonly urls: readonly string[]
}

/** The client looks where the URLs lead that a document or a challenge has given it. */
export const addressChecks = [
  check({
    id: 'client/no-private-addresses',
    level: 'SHOULD',
    refs: ['rfc9728-7.7', 'mcp-2025-11-25-security-server-side-request-forgery-ssrf'],
    says: 'The client goes to no address of its own network because somebody outside says so. It looks at the address that a name leads to, before it connects.',
    fails: 'it was sent to an address inside its own network',
    reason: 'answer-not-usable',
    compare: ({ serverUrl, urls }: AddressFacts) => {
      const inside = urls.filter((url) => isPrivateAddress(addressOf(url)))
      const told = (url: string) => `${readUrl(url)?.hostname} is ${addressOf(url)}`
      return holds(
        inside.length === 0 || isPrivateAddress(addressOf(serverUrl)),
        'addresses that anybody can reach',
        inside.map(told).join(', ') || urls.join(', ') || 'no address',
      )
    },
  }),
] as const
