import type { ClientInformation } from '../oauth/client-metadata.ts'
import { parameter, repeatedParameters, type Parameters } from '../oauth/parameters.ts'
import { challengeOf, isVerifier } from '../oauth/pkce.ts'
import { parseScope, scopeMissing } from '../oauth/scope.ts'
import { check, holds, same } from './check.ts'

/** A token request as the authorization server received it. */
export interface TokenRequestFacts {
  readonly mediaType: string
  readonly parameters: Parameters
  readonly client: ClientInformation | undefined
  readonly grantTypes: readonly string[]
}

/** Rows that stand before every grant. */
export const tokenRequestChecks = [
  check({
    id: 'as/request-form-encoded',
    level: 'none',
    refs: ['oauth21-13-3.2.2'],
    says: 'A token request is a POST whose body is form-encoded.',
    fails: 'the token request is not form-encoded',
    reason: 'malformed-request',
    compare: ({ mediaType }: TokenRequestFacts) =>
      same('application/x-www-form-urlencoded', mediaType),
  }),
  check({
    id: 'as/token-parameters-once',
    level: 'MUST',
    refs: ['oauth21-13-3.2', 'oauth21-13-3.2.4'],
    says: 'No parameter of a token request comes twice.',
    fails: 'a parameter came more than once',
    reason: 'repeated-parameter',
    compare: ({ parameters }: TokenRequestFacts) => {
      const repeated = repeatedParameters(parameters)
      return holds(
        repeated.length === 0,
        'every parameter once',
        repeated.join(', ') || 'every parameter once',
      )
    },
  }),
  check({
    id: 'as/grant-type-supported',
    level: 'none',
    refs: ['oauth21-13-3.2.4', 'oauth21-13-3.2.2'],
    says: 'The grant type is one that this server offers.',
    fails: 'the grant type is not offered here',
    reason: 'grant-type-not-supported',
    compare: ({ parameters, grantTypes }: TokenRequestFacts) => {
      const asked = parameter(parameters, 'grant_type')
      return holds(
        asked !== undefined && grantTypes.includes(asked),
        grantTypes.join(' or '),
        asked,
      )
    },
  }),
  check({
    id: 'as/client-identified',
    level: 'MUST',
    refs: ['oauth21-13-4.1.3', 'oauth21-13-3.2.1'],
    says: 'A public client says who it is by its client_id, and it is one this server has registered.',
    fails: 'no client is registered under this client_id',
    reason: 'unknown-client',
    compare: ({ parameters, client }: TokenRequestFacts) =>
      holds(client !== undefined, 'a registered client_id', parameter(parameters, 'client_id')),
  }),
] as const

/** What the authorization server wrote down when it issued a code. */
export interface CodeFacts {
  readonly parameters: Parameters
  readonly now: number
  readonly grant:
    | {
        readonly clientId: string
        readonly redirectUri: string
        readonly challenge: string | undefined
        readonly resource: string | undefined
        readonly expiresAt: number
        readonly used: boolean
      }
    | undefined
}

/**
 * The authorization server looks at an authorization code. Whether it was used before comes last: only a request that
 * proves itself in every other way may take away what the code gave.
 */
export const codeChecks = [
  check({
    id: 'as/code-known',
    level: 'MUST',
    refs: ['oauth21-13-4.1.3', 'oauth21-13-3.2.4'],
    says: 'The code is one that this server issued.',
    fails: 'it never issued this code',
    reason: 'code-not-valid',
    compare: ({ parameters, grant }: CodeFacts) =>
      holds(grant !== undefined, 'a code it issued', parameter(parameters, 'code')),
  }),
  check({
    id: 'as/code-same-client',
    level: 'MUST',
    refs: ['oauth21-13-4.1.3'],
    says: 'The client that redeems a code is the client the code was issued to.',
    fails: 'the code was issued to another client',
    reason: 'code-not-valid',
    compare: ({ parameters, grant }: CodeFacts) =>
      same(grant?.clientId ?? 'the client of a code', parameter(parameters, 'client_id')),
  }),
  check({
    id: 'as/code-fresh',
    level: 'MUST',
    refs: ['oauth21-13-4.1.2', 'oauth21-13-4.1.3'],
    says: 'A code dies soon after it was issued.',
    fails: 'the code has expired',
    reason: 'code-not-valid',
    compare: ({ grant, now }: CodeFacts) =>
      holds(
        grant !== undefined && now < grant.expiresAt,
        'before its expiry',
        grant === undefined
          ? undefined
          : now < grant.expiresAt
            ? `${grant.expiresAt - now} s before its expiry`
            : `${now - grant.expiresAt} s after its expiry`,
      ),
  }),
  check({
    id: 'as/code-same-redirect-uri',
    level: 'MUST',
    refs: ['oauth21-13-10.2', 'rfc6749-4.1.3'],
    says: 'OAuth 2.1 sends no redirect URI here any more; when a client of OAuth 2.0 does, it is the one of the authorization request.',
    fails: 'the redirect URI is not the one of the authorization request',
    reason: 'code-not-valid',
    compare: ({ parameters, grant }: CodeFacts) => {
      const sent = parameter(parameters, 'redirect_uri')
      return holds(
        sent === undefined || sent === grant?.redirectUri,
        grant?.redirectUri ?? 'none',
        sent ?? 'left out',
      )
    },
  }),
  check({
    id: 'as/verifier-needs-challenge',
    level: 'MUST',
    refs: ['oauth21-13-4.1.3', 'rfc9700-4.8.2'],
    says: 'A verifier comes with exactly those codes that were asked for with a challenge.',
    fails: 'a verifier came without a challenge, or a challenge is still without its verifier',
    reason: 'verifier-misplaced',
    compare: ({ parameters, grant }: CodeFacts) => {
      const verifier = parameter(parameters, 'code_verifier')
      return holds(
        (verifier === undefined) === (grant?.challenge === undefined),
        grant?.challenge === undefined ? 'no verifier' : 'a verifier',
        verifier,
      )
    },
  }),
  check({
    id: 'as/verifier-matches',
    level: 'MUST',
    refs: ['rfc7636-4.6', 'oauth21-13-4.1.3'],
    says: 'The SHA-256 of the verifier is the challenge that the code was issued with.',
    fails: 'the verifier does not belong to the challenge',
    reason: 'verifier-not-matching',
    compare: async ({ parameters, grant }: CodeFacts) => {
      const verifier = parameter(parameters, 'code_verifier')
      if (verifier === undefined)
        return holds(grant?.challenge === undefined, grant?.challenge ?? 'no challenge', undefined)
      const computed = isVerifier(verifier)
        ? await challengeOf(verifier)
        : 'not the form of a verifier'
      return same(grant?.challenge ?? 'no challenge', computed)
    },
  }),
  check({
    id: 'as/token-resource-granted',
    level: 'none',
    refs: ['rfc8707-2.2'],
    says: 'A token request asks for no resource beyond the one the owner agreed to. How far the server limits it is its own decision.',
    fails: 'the owner did not agree to this resource',
    reason: 'resource-unknown',
    compare: ({ parameters, grant }: CodeFacts) => {
      const asked = parameters['resource'] ?? []
      return holds(
        asked.every((one) => one === grant?.resource),
        grant?.resource ?? 'none',
        asked.join(', ') || 'none',
      )
    },
  }),
  check({
    id: 'as/code-unused',
    level: 'MUST',
    refs: ['oauth21-13-4.1.3', 'oauth21-13-7.5.3'],
    says: 'A code works once. When it comes again in an otherwise valid request, what it gave is taken back.',
    fails: 'the code was used before',
    reason: 'code-not-valid',
    compare: ({ grant }: CodeFacts) =>
      holds(
        grant?.used === false,
        'a code not yet used',
        grant?.used === false ? 'not yet used' : 'used before',
      ),
  }),
] as const

/** What the authorization server wrote down about a refresh token. */
export interface RefreshFacts {
  readonly parameters: Parameters
  readonly now: number
  readonly grant:
    | {
        readonly clientId: string
        readonly scope: readonly string[]
        readonly resource: string | undefined
        readonly expiresAt: number
        readonly familyRevoked: boolean
        readonly current: boolean
      }
    | undefined
}

/** The authorization server looks at a refresh token. Reuse is looked for before anything that only an honest client would get wrong. */
export const refreshChecks = [
  check({
    id: 'as/refresh-known',
    level: 'MUST',
    refs: ['oauth21-13-4.3.1'],
    says: 'The refresh token is one that this server issued and has not withdrawn.',
    fails: 'it does not know this refresh token, or has withdrawn it',
    reason: 'refresh-token-not-valid',
    compare: ({ parameters, grant }: RefreshFacts) =>
      holds(
        grant !== undefined && !grant.familyRevoked,
        'a refresh token that is not withdrawn',
        grant?.familyRevoked
          ? 'one of a family that was withdrawn'
          : parameter(parameters, 'refresh_token'),
      ),
  }),
  check({
    id: 'as/refresh-same-client',
    level: 'MUST',
    refs: ['oauth21-13-4.3.1', 'rfc9700-4.14.2'],
    says: 'The client that refreshes is the client the token was issued to.',
    fails: 'the refresh token was issued to another client',
    reason: 'refresh-token-not-valid',
    compare: ({ parameters, grant }: RefreshFacts) =>
      same(grant?.clientId ?? 'the client of the token', parameter(parameters, 'client_id')),
  }),
  check({
    id: 'as/refresh-reuse-revokes-family',
    level: 'MUST',
    refs: ['rfc9700-4.14.2', 'oauth21-13-4.3.1'],
    says: 'The server MUST notice a refresh token that was already exchanged: one of its two holders is a thief, so the whole family dies.',
    fails: 'this refresh token was already exchanged for a newer one',
    reason: 'refresh-token-not-valid',
    compare: ({ grant }: RefreshFacts) =>
      holds(
        grant?.current === true,
        'the newest token of its family',
        grant?.current === true ? 'the newest token of its family' : 'an older one',
      ),
  }),
  check({
    id: 'as/refresh-fresh',
    level: 'SHOULD',
    refs: ['oauth21-13-4.3.3', 'rfc9700-4.14.2'],
    says: 'A refresh token that nobody used for long enough has expired.',
    fails: 'the refresh token has expired',
    reason: 'refresh-token-not-valid',
    compare: ({ grant, now }: RefreshFacts) =>
      holds(
        grant !== undefined && now < grant.expiresAt,
        'before its expiry',
        grant === undefined ? undefined : `${grant.expiresAt - now} s before its expiry`,
      ),
  }),
  check({
    id: 'as/refresh-scope-subset',
    level: 'MUST',
    refs: ['oauth21-13-4.3.1'],
    says: 'A refresh asks for no scope beyond what the owner granted.',
    fails: 'the refresh asks for more than was granted',
    reason: 'scope-wider-than-granted',
    compare: ({ parameters, grant }: RefreshFacts) => {
      const asked = parameter(parameters, 'scope')
      return holds(
        scopeMissing(parseScope(asked), grant?.scope ?? []).length === 0,
        grant?.scope.join(' ') ?? 'none',
        asked ?? 'the same as before',
      )
    },
  }),
  check({
    id: 'as/refresh-resource-granted',
    level: 'MUST',
    refs: ['oauth21-13-3.2.3', 'rfc8707-2.2'],
    says: 'A refresh asks for no resource beyond the ones the owner agreed to.',
    fails: 'the owner did not agree to this resource',
    reason: 'resource-unknown',
    compare: ({ parameters, grant }: RefreshFacts) => {
      const asked = parameters['resource'] ?? []
      return holds(
        asked.every((one) => one === grant?.resource),
        grant?.resource ?? 'none',
        asked.join(', ') || 'none',
      )
    },
  }),
] as const
