import { isForbiddenByName, isIssuer, isSecureEndpoint } from '../oauth/endpoint.ts'
import type { ProtectedResourceMetadata } from '../oauth/protected-resource-metadata.ts'
import type { ServerMetadata } from '../oauth/server-metadata.ts'
import type { Challenge } from '../oauth/www-authenticate.ts'
import { check, deed, holds, same } from './check.ts'
import { isDocument, type DocumentFacts } from './document.ts'

/** What a client does when it looks for the authorization server. */
export const discoveryDeeds = {
  versionHeader: deed({
    id: 'client/version-header-in-discovery',
    level: 'SHOULD',
    refs: ['mcp-2025-03-26-authorization-server-metadata-discovery-headers'],
    says: 'The client says which version of MCP it speaks when it asks for the metadata.',
  }),
  schemeList: deed({
    id: 'client/schemes-from-a-list',
    level: 'MUST',
    refs: ['mcp-2025-11-25-security-oauth-authorization-url-validation'],
    says: 'Only the schemes on a short list pass, and they are read from the parsed URL: whatever else there is does not, whether the client has heard of it or not.',
  }),
} as const

/** What the client has in hand when the MCP server turned it away. */
export interface ChallengeFacts {
  readonly serverUrl: string
  /** Whether the client knows where else to look when the challenge does not say where the metadata is. */
  readonly elsewhere: boolean
  readonly status: number
  readonly challenges: readonly Challenge[]
}

/** The client reads the MCP server's challenge. */
export const challengeChecks = [
  check({
    id: 'client/turned-away-by-401',
    level: 'none',
    refs: ['mcp-2025-06-18-authorization-authorization-flow-steps'],
    says: 'Only a 401 asks for authorization; to anything else a client has no such answer.',
    fails: 'the MCP server neither answered nor asked for a token',
    reason: 'answer-not-usable',
    compare: ({ status }: ChallengeFacts) => same('401', `${status}`),
  }),
  check({
    id: 'client/challenge-names-metadata',
    level: 'MUST',
    refs: [
      'mcp-2025-06-18-authorization-authorization-server-location',
      'mcp-2025-11-25-authorization-protected-resource-metadata-discovery-requirements',
      'rfc9728-5.1',
    ],
    says: 'A client reads the Bearer challenge of a 401 and takes from it where the server describes itself.',
    fails: 'the server turned it away without saying where its metadata is',
    reason: 'answer-not-usable',
    compare: ({ serverUrl, elsewhere, challenges }: ChallengeFacts) => {
      const url = challenges.find(({ scheme }) => scheme === 'bearer')?.parameters[
        'resource_metadata'
      ]
      return holds(
        url === undefined ? elsewhere : isSecureEndpoint(url, serverUrl),
        elsewhere
          ? 'an https URL in resource_metadata, or none at all'
          : 'a Bearer challenge whose resource_metadata is an https URL',
        url ?? 'no resource_metadata',
      )
    },
  }),
] as const

/** What the client knows when it reads protected resource metadata. */
export interface ResourceMetadataFacts extends DocumentFacts<ProtectedResourceMetadata> {
  readonly serverUrl: string
  /** The identifiers that this document may describe: the URL the client called, or the one the document's address was made from. */
  readonly resources: readonly string[]
}

/** The client reads what the MCP server says about itself. */
export const resourceMetadataChecks = [
  check({
    id: 'client/resource-metadata-readable',
    level: 'none',
    refs: ['rfc9728-3.2'],
    says: 'The server owes its metadata as a JSON object with status 200 and media type application/json; the client believes nothing else.',
    fails: 'the protected resource metadata could not be read',
    reason: 'answer-not-usable',
    compare: (facts: ResourceMetadataFacts) => isDocument(facts, 'protected resource metadata'),
  }),
  check({
    id: 'client/resource-matches',
    level: 'MUST',
    refs: ['rfc9728-3.3', 'rfc9728-7.3'],
    says: 'The `resource` in the metadata is the URL the client was talking to, or, where it looked at the root, that root; otherwise none of the document may be used.',
    fails: 'the metadata describes another resource',
    reason: 'answer-not-usable',
    compare: ({ resources, document }: ResourceMetadataFacts) =>
      holds(
        resources.includes(document?.resource ?? ''),
        resources.join(' or '),
        document?.resource,
      ),
  }),
  check({
    id: 'client/names-authorization-server',
    level: 'none',
    refs: ['mcp-2025-06-18-authorization-authorization-server-location', 'rfc9728-2'],
    says: 'An MCP server MUST name at least one authorization server; without an https URL to go to, the client can only stop.',
    fails: 'the metadata names no authorization server it could use',
    reason: 'answer-not-usable',
    compare: ({ serverUrl, document }: ResourceMetadataFacts) =>
      holds(
        document?.authorization_servers?.some((one) => isIssuer(one, serverUrl)) ?? false,
        'at least one https URL in authorization_servers',
        document?.authorization_servers?.join(', ') || undefined,
      ),
  }),
] as const

/** What the client knows when it reads authorization server metadata. */
export interface ServerMetadataFacts extends DocumentFacts<ServerMetadata> {
  readonly serverUrl: string
  /** The issuer identifiers that lead to the metadata's URL: the one the client was given; where it was given none, its own origin with a slash at the end or without. */
  readonly issuers: readonly string[]
  /** Whether the client goes by a list of what it forbids, and not by one of what it allows. */
  readonly byName?: boolean
}

/** The client reads what the authorization server says about itself. */
export const serverMetadataChecks = [
  check({
    id: 'client/server-metadata-readable',
    level: 'none',
    refs: ['rfc8414-3.2'],
    says: 'The server owes its metadata as a JSON object with status 200 and media type application/json; the client believes nothing else.',
    fails: 'the authorization server metadata could not be read',
    reason: 'answer-not-usable',
    compare: (facts: ServerMetadataFacts) => isDocument(facts, 'authorization server metadata'),
  }),
  check({
    id: 'client/metadata-issuer-matches',
    level: 'MUST',
    refs: ['rfc8414-3.3'],
    says: 'The `issuer` in the metadata is, character by character, the identifier the client built the URL from.',
    fails: 'the metadata claims another issuer',
    reason: 'answer-not-usable',
    compare: ({ issuers, document }: ServerMetadataFacts) =>
      holds(issuers.includes(document?.issuer ?? ''), issuers.join(' or '), document?.issuer),
  }),
  check({
    id: 'client/endpoint-scheme-allowed',
    level: 'MUST',
    refs: [
      'mcp-2025-06-18-authorization-communication-security',
      'oauth21-13-1.5',
      'mcp-2025-11-25-security-oauth-authorization-url-validation',
    ],
    says: 'Every endpoint of an authorization server is served over https, so the client goes to no other kind of URL.',
    fails: 'an endpoint is not an https URL',
    reason: 'answer-not-usable',
    compare: ({ serverUrl, document, byName = false }: ServerMetadataFacts) => {
      const endpoints = [
        document?.authorization_endpoint ?? '',
        document?.token_endpoint ?? '',
        ...[document?.registration_endpoint, document?.revocation_endpoint].filter(
          (url) => url !== undefined,
        ),
      ]
      // Unsafe: a list of forbidden beginnings forgets some, and capitals besides (`dangerous-scheme`).
      const wrong = endpoints.filter((url) =>
        byName ? isForbiddenByName(url, serverUrl) : !isSecureEndpoint(url, serverUrl),
      )
      return holds(
        wrong.length === 0,
        'https URLs only',
        wrong.length === 0 ? endpoints.join(', ') : wrong.map((url) => url || 'none').join(', '),
      )
    },
  }),
  check({
    id: 'client/code-flow-supported',
    level: 'none',
    refs: ['rfc8414-2'],
    says: 'The authorization server lists `code` among the response types it supports.',
    fails: 'the authorization server does not offer the code flow',
    reason: 'answer-not-usable',
    compare: ({ document }: ServerMetadataFacts) =>
      holds(
        document?.response_types_supported.includes('code') ?? false,
        'response_types_supported holds "code"',
        document?.response_types_supported.join(', '),
      ),
  }),
  check({
    id: 'client/pkce-supported',
    level: 'none',
    refs: [
      'rfc8414-2',
      'oauth21-13-7.9',
      'mcp-2025-11-25-authorization-authorization-code-protection',
    ],
    says: 'A missing list means that PKCE is not supported, and this client cannot do without: it goes on only where S256 is listed. Since 2025-11-25 that is a MUST.',
    fails: 'the authorization server does not offer PKCE with S256',
    reason: 'answer-not-usable',
    compare: ({ document }: ServerMetadataFacts) =>
      holds(
        document?.code_challenge_methods_supported?.includes('S256') ?? false,
        'code_challenge_methods_supported holds "S256"',
        document?.code_challenge_methods_supported?.join(', '),
      ),
  }),
] as const
