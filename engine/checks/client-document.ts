import { addressProblem, DOCUMENT_LIMIT, type AnyClientDocument } from '../oauth/client-document.ts'
import { isAllowedRedirectUri } from '../oauth/redirect-uri.ts'
import { check, holds, same } from './check.ts'

/** A client_id that is written as an address. */
export interface DocumentAddressFacts {
  readonly clientId: string
}

/** The authorization server looks at the address before it goes there. */
export const documentAddressChecks = [
  check({
    id: 'as/document-url-allowed',
    level: 'SHOULD',
    refs: [
      'cimd-00-6.5',
      'cimd-00-3',
      'mcp-2026-07-28-security-considerations-authorization-server-abuse-protection',
    ],
    says: 'The server fetches only from plain https addresses on the public network, or anybody could send it to machines that only it can reach.',
    fails: 'the client_id is no address from which it fetches documents',
    reason: 'client-document-not-usable',
    compare: ({ clientId }: DocumentAddressFacts) => {
      const problem = addressProblem(clientId)
      return holds(
        problem === undefined,
        'an https address with a path, without fragment, user or private host',
        problem === undefined ? clientId : `${problem}: ${clientId}`,
      )
    },
  }),
] as const

/** A client's document as the authorization server received it. */
export interface ClientDocumentFacts extends DocumentAddressFacts {
  /** The status of the answer; undefined when none came. */
  readonly status: number | undefined
  readonly mediaType: string
  /** The length of the body in octets. */
  readonly size: number
  readonly problem: string | undefined
  readonly document: AnyClientDocument | undefined
}

const isJson = (mediaType: string): boolean => /^application\/([\w.-]+\+)?json$/.test(mediaType)

/** The authorization server reads what a client publishes about itself. */
export const clientDocumentChecks = [
  check({
    id: 'as/document-readable',
    level: 'MUST',
    refs: [
      'mcp-2025-11-25-authorization-implementation-requirements',
      'cimd-00-4.1',
      'cimd-00-4.3',
      'cimd-00-6.6',
    ],
    says: 'The document is JSON with the members every client needs, comes without detour and is small; otherwise the request ends here.',
    fails: 'the client’s document could not be read',
    reason: 'client-document-not-usable',
    compare: ({ status, mediaType, size, problem }: ClientDocumentFacts) => {
      const answer =
        status === undefined ? 'no answer' : `${status}, ${mediaType || 'no media type'}`
      const readable = status === 200 && isJson(mediaType) && size <= DOCUMENT_LIMIT
      return holds(
        readable && problem === undefined,
        `200 with JSON that holds client_id, client_name and redirect_uris, ${DOCUMENT_LIMIT} octets at most`,
        `${answer}, ${size} octets${readable && problem !== undefined ? `: ${problem}` : ''}`,
      )
    },
  }),
  check({
    id: 'as/document-client-id-matches',
    level: 'MUST',
    refs: [
      'mcp-2025-11-25-authorization-implementation-requirements',
      'cimd-00-4.1',
      'rfc3986-6.2.1',
    ],
    says: 'The client_id in the document is the address it was fetched from, character by character.',
    fails: 'the document is about another client',
    reason: 'client-document-not-usable',
    compare: ({ clientId, document }: ClientDocumentFacts) => same(clientId, document?.client_id),
  }),
  check({
    id: 'as/document-no-shared-secret',
    level: 'none',
    refs: ['cimd-00-4.1', 'cimd-00-6.2'],
    says: 'What stands in a public document is no secret, so it MUST NOT hold one, nor ask for a way of authentication that needs one.',
    fails: 'the document holds a secret, or asks for one',
    reason: 'client-document-not-usable',
    compare: ({ document = {} }: ClientDocumentFacts) => {
      const secrets = ['client_secret', 'client_secret_expires_at'].filter((name) =>
        Object.hasOwn(document, name),
      )
      const method = document.token_endpoint_auth_method ?? 'none'
      return holds(
        secrets.length === 0 && !method.startsWith('client_secret_'),
        'no client_secret, and no way of authentication that needs one',
        [...secrets, method].join(', '),
      )
    },
  }),
  check({
    id: 'as/document-redirect-uris',
    level: 'MUST',
    refs: ['mcp-2025-11-25-authorization-communication-security', 'cimd-00-4.5', 'oauth21-13-2.3'],
    says: 'Every redirect URI in the document is https or stays on the user’s own machine, and has no fragment.',
    fails: 'a redirect URI in the document is not allowed',
    reason: 'client-document-not-usable',
    compare: ({ document }: ClientDocumentFacts) => {
      const uris = document?.redirect_uris ?? []
      return holds(
        uris.length > 0 && uris.every((uri) => isAllowedRedirectUri(uri) && !uri.includes('#')),
        'https, or http on a loopback host, without "#"',
        uris.join(', ') || undefined,
      )
    },
  }),
] as const
