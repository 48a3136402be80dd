import type { TokenResponse } from '../oauth/token-response.ts'
import { check, deed, holds, same } from './check.ts'

/** What the authorization server does with every token it issues. */
export const tokenResponseDeeds = {
  noStore: deed({
    id: 'as/response-no-store',
    level: 'MUST',
    refs: ['oauth21-13-3.2.3'],
    says: 'An answer that holds tokens forbids every cache to keep it.',
  }),
  audience: deed({
    id: 'as/audience-from-resource',
    level: 'SHOULD',
    refs: ['rfc9068-3', 'rfc8707-2'],
    says: 'The token is made for one MCP server alone: the resource that was asked for, or the one that is meant when none was.',
  }),
  rotated: deed({
    id: 'as/refresh-rotated',
    level: 'MUST',
    refs: ['mcp-2025-06-18-authorization-token-theft', 'oauth21-13-4.3.1'],
    says: 'With every refresh comes a new refresh token, and the old one stops working. For public clients the server owes that.',
  }),
} as const

/** An answer of the token endpoint as the client received it. */
export interface TokenResponseFacts {
  readonly status: number
  readonly mediaType: string
  readonly problem: string | undefined
  readonly tokens: TokenResponse | undefined
}

/** The client reads an answer of the token endpoint. */
export const tokenResponseChecks = [
  check({
    id: 'client/token-response-readable',
    level: 'none',
    refs: ['oauth21-13-3.2.3'],
    says: 'Tokens come as 200 with a JSON object, sent as application/json.',
    fails: 'the answer of the token endpoint could not be read',
    reason: 'answer-not-usable',
    compare: ({ status, mediaType, problem }: TokenResponseFacts) =>
      holds(
        status === 200 && mediaType === 'application/json' && problem === undefined,
        '200, application/json with an access token',
        problem ?? `${status}, ${mediaType || 'no media type'}`,
      ),
  }),
  check({
    id: 'client/token-type-bearer',
    level: 'MUST',
    refs: ['rfc6749-7.1'],
    says: 'A client uses a token only when it understands the token’s type.',
    fails: 'the token is of a type it does not understand',
    reason: 'answer-not-usable',
    compare: ({ tokens }: TokenResponseFacts) =>
      holds(tokens?.token_type.toLowerCase() === 'bearer', 'Bearer', tokens?.token_type),
  }),
] as const

/** A program that wants to read what the client keeps. */
export interface ReaderFacts {
  readonly reader: string
}

/** What the client does with tokens. */
export const tokenDeeds = {
  vault: check({
    id: 'client/stores-in-vault',
    level: 'MUST',
    refs: ['mcp-2025-06-18-authorization-token-theft', 'oauth21-13-1.4'],
    says: 'Tokens are kept where other programs cannot read them.',
    fails: 'what it keeps is not open to other programs',
    reason: 'answer-not-usable',
    compare: ({ reader }: ReaderFacts) => same('the program that put it there', reader),
  }),
  replaced: deed({
    id: 'client/refresh-replaced',
    level: 'MUST',
    refs: ['oauth21-13-4.3.2', 'rfc6749-6'],
    says: 'When a new refresh token came, the old one is thrown away.',
  }),
  header: deed({
    id: 'client/bearer-in-header',
    level: 'MUST',
    refs: ['mcp-2025-06-18-authorization-token-requirements', 'oauth21-13-5.1.1'],
    says: 'The access token travels in the Authorization header of every request, never in a URL.',
  }),
} as const
