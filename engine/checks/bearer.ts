import type { JWK } from 'jose'
import { audiencesOf, type DecodedToken } from '../oauth/access-token.ts'
import { keyIsPublished, verified, type Belief } from '../oauth/token-verification.ts'
import { beforeExpiry, check, deed, holds, same } from './check.ts'

/** What an MCP server does when it turns a request away. */
export const bearerDeeds = {
  challenge: deed({
    id: 'rs/challenge-on-401',
    level: 'MUST',
    refs: ['mcp-2025-06-18-authorization-authorization-server-location', 'rfc9728-5.1'],
    says: 'Every 401 says in WWW-Authenticate where the server’s metadata is.',
  }),
  scope: deed({
    id: 'rs/scope-in-challenge',
    level: 'SHOULD',
    refs: [
      'mcp-2025-11-25-authorization-protected-resource-metadata-discovery-requirements',
      'mcp-2026-07-28-authorization-scope-selection-strategy',
      'rfc6750-3',
    ],
    says: 'The challenge of a 401 says which scopes are needed to begin with, so that the client asks for those and no more.',
  }),
} as const

/** Where a request to the MCP server says it comes from. */
export interface OriginFacts {
  readonly origin: string | undefined
  readonly allowedOrigins: readonly string[]
}

/** The MCP server looks at where a request comes from. */
export const originChecks = [
  check({
    id: 'rs/origin-allowed',
    level: 'MUST',
    refs: ['mcp-2025-06-18-transports-security-warning'],
    says: 'A request that a web page made is answered only when the page’s origin is one the server allows.',
    fails: 'it does not answer pages of this origin',
    reason: 'origin-not-allowed',
    compare: ({ origin, allowedOrigins }: OriginFacts) =>
      holds(
        origin === undefined || allowedOrigins.includes(origin),
        ['no Origin', ...allowedOrigins].join(', or '),
        origin ?? 'no Origin',
      ),
  }),
] as const

/** A request to the MCP server, as far as its token goes. */
export interface BearerFacts {
  readonly tokenInQuery: boolean
  readonly authorization: string | undefined
  readonly token: string | undefined
  readonly decoded: DecodedToken | undefined
  readonly algorithms: readonly string[]
  readonly issuer: string
  readonly resource: string
  readonly now: number
  /** What the server believes of a token before it has verified it; left out: nothing. */
  readonly believes?: Belief
  /** The keys the authorization server publishes; fetched when first asked for. */
  keys(): Promise<readonly JWK[]>
}

const NOTHING: Belief = { algorithm: false, key: false }

/** The MCP server looks at a request's token. */
export const bearerChecks = [
  check({
    id: 'rs/bearer-in-header',
    level: 'MUST',
    refs: ['oauth21-13-5.1', 'mcp-2025-06-18-authorization-token-requirements'],
    says: 'A token counts only in the Authorization header; one in the URL is ignored, and one in each is a malformed request.',
    fails: 'the token came twice, in the header and in the URL',
    reason: 'token-twice',
    compare: ({ tokenInQuery, authorization }: BearerFacts) =>
      holds(
        !tokenInQuery || authorization === undefined,
        'a token in the Authorization header alone',
        tokenInQuery ? 'one in the URL' : 'none in the URL',
      ),
  }),
  check({
    id: 'rs/token-present',
    level: 'MUST',
    refs: ['mcp-2025-06-18-authorization-error-handling', 'oauth21-13-5.3.2', 'rfc6750-3.1'],
    says: 'Whoever asks brings a token in the Authorization header; whoever brings none is only told where to get one.',
    fails: 'no token came with the request',
    reason: 'token-missing',
    compare: ({ token, authorization }: BearerFacts) =>
      holds(
        token !== undefined,
        'Authorization: Bearer …',
        token === undefined ? authorization : 'a bearer token',
      ),
  }),
  check({
    id: 'rs/token-well-formed',
    level: 'MUST',
    refs: ['rfc7519-7.2', 'rfc9068-4'],
    says: 'The token is a signed JWT whose claims have the right types.',
    fails: 'the token is not a JWT it can read',
    reason: 'token-not-valid',
    compare: ({ decoded }: BearerFacts) =>
      holds(
        decoded !== undefined,
        'a signed JWT',
        decoded === undefined ? 'something else' : 'a JWT',
      ),
  }),
  check({
    id: 'rs/typ-at-jwt',
    level: 'MUST',
    refs: ['rfc9068-4'],
    says: 'The token says of itself that it is an access token.',
    fails: 'the token is not an access token',
    reason: 'token-not-valid',
    compare: ({ decoded }: BearerFacts) => {
      const typ = decoded?.header.typ?.toLowerCase()
      return holds(typ === 'at+jwt' || typ === 'application/at+jwt', 'at+jwt', decoded?.header.typ)
    },
  }),
  check({
    id: 'rs/algorithm-listed',
    level: 'MUST',
    refs: ['rfc8725-3.1', 'rfc9068-4'],
    says: 'The signature algorithm is one this server chose beforehand; `none` never is.',
    fails: 'the token is signed with an algorithm it does not accept',
    reason: 'token-not-valid',
    compare: ({ decoded, algorithms }: BearerFacts) =>
      holds(
        algorithms.includes(decoded?.header.alg ?? ''),
        algorithms.join(' or '),
        decoded?.header.alg,
      ),
  }),
  check({
    id: 'rs/key-from-issuer',
    level: 'MUST',
    refs: ['rfc9068-4', 'rfc8725-3.8'],
    says: 'The key comes from the authorization server’s published set, never from the token.',
    fails: 'the authorization server publishes no such key',
    reason: 'token-not-valid',
    compare: async ({ decoded, keys, believes = NOTHING }: BearerFacts) => {
      const published = await keys()
      return holds(
        decoded !== undefined && keyIsPublished(decoded, published, believes),
        published.map(({ kid }) => kid).join(' or ') || 'a published key',
        decoded?.header.kid,
      )
    },
  }),
  check({
    id: 'rs/signature-valid',
    level: 'MUST',
    refs: ['rfc9068-4', 'rfc7519-7.2'],
    says: 'The signature was made with that key over these very bytes.',
    fails: 'the signature is wrong',
    reason: 'token-not-valid',
    compare: async ({ token, decoded, keys, believes = NOTHING }: BearerFacts) => {
      const valid =
        token !== undefined &&
        decoded !== undefined &&
        (await verified(token, decoded, await keys(), believes))
      return holds(
        valid,
        'a signature by the published key',
        valid ? 'a valid signature' : 'an invalid one',
      )
    },
  }),
  check({
    id: 'rs/issuer-matches',
    level: 'MUST',
    refs: ['rfc9068-4'],
    says: 'The token comes from the authorization server that this server named.',
    fails: 'the token comes from another issuer',
    reason: 'token-not-valid',
    compare: ({ decoded, issuer }: BearerFacts) => same(issuer, decoded?.claims.iss),
  }),
  check({
    id: 'rs/audience-is-me',
    level: 'MUST',
    refs: [
      'mcp-2025-06-18-authorization-token-handling',
      'rfc9068-4',
      'mcp-2025-06-18-authorization-access-token-privilege-restriction',
    ],
    says: 'The token was issued for this very server.',
    fails: 'the token was issued for somebody else',
    reason: 'token-not-valid',
    compare: ({ decoded, resource }: BearerFacts) => {
      const audiences = audiencesOf(decoded?.claims.aud)
      return holds(audiences.includes(resource), resource, audiences.join(', ') || undefined)
    },
  }),
  check({
    id: 'rs/not-expired',
    level: 'MUST',
    refs: ['oauth21-13-5.2', 'mcp-2025-06-18-authorization-token-handling', 'rfc9068-4'],
    says: 'The token is used before its expiry.',
    fails: 'the token has expired, or is not good yet',
    reason: 'token-not-valid',
    compare: ({ decoded, now }: BearerFacts) => {
      const { exp, nbf } = decoded?.claims ?? {}
      return nbf !== undefined && now < nbf
        ? holds(false, 'after its beginning', `${nbf - now} s before its beginning`)
        : beforeExpiry(now, exp)
    },
  }),
] as const
