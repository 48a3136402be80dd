import { parameter, parameterValues, type Parameters } from '../oauth/parameters.ts'
import { challengeOf, isVerifier } from '../oauth/pkce.ts'
import { beforeExpiry, check, holds, same } from './check.ts'

/** What the authorization server wrote down when it issued a code. */
export interface CodeFacts {
  readonly parameters: Parameters
  /** The client that redeems it. */
  readonly clientId: string | undefined
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

/** The authorization server looks at an authorization code. Whether it was used before comes last. */
export const codeChecks = [
  check({
    id: 'as/code-known',
    level: 'MUST',
    refs: ['oauth21-13-4.1.3', 'oauth21-13-3.2.4'],
    says: 'The code is one that this server issued, and that it has not withdrawn.',
    fails: 'it does not know this code',
    reason: 'code-not-valid',
    reasonFor: ({ parameters }: CodeFacts) =>
      parameter(parameters, 'code') === undefined ? 'malformed-request' : 'code-not-valid',
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
    compare: ({ clientId, grant }: CodeFacts) =>
      same(grant?.clientId ?? 'the client of a code', clientId),
  }),
  check({
    id: 'as/code-fresh',
    level: 'MUST',
    refs: ['oauth21-13-4.1.2', 'oauth21-13-4.1.3'],
    says: 'A code dies soon after it was issued.',
    fails: 'the code has expired',
    reason: 'code-not-valid',
    compare: ({ grant, now }: CodeFacts) => beforeExpiry(now, grant?.expiresAt),
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
      const challenge = grant?.challenge
      // Whether one may come without the other is the row above; here they are compared where both are there.
      if (verifier === undefined || challenge === undefined)
        return holds(true, challenge ?? 'no challenge to compare with', verifier)
      const computed = isVerifier(verifier)
        ? await challengeOf(verifier)
        : 'not the form of a verifier'
      return same(challenge, computed)
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
      const asked = parameterValues(parameters, 'resource')
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
    says: 'A code works once. When it comes again in an otherwise valid request, the server SHOULD also take back what it gave.',
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

/** A code that was used before, in a request that is refused. */
export interface ReplayFacts {
  /** The check that refused it. */
  readonly refusedBy: string
}

/** The authorization server decides whether a used code that came again takes back what it gave. */
export const replayChecks = [
  check({
    id: 'as/proof-before-revocation',
    level: 'SHOULD',
    refs: ['oauth21-13-7.5.3'],
    says: 'A used code takes back what it gave only where the request is right in every other way: whoever merely saw the code can take nothing away.',
    fails: 'the used code came in a request that is wrong otherwise, so nothing is taken back',
    reason: 'code-not-valid',
    compare: ({ refusedBy }: ReplayFacts) =>
      holds(
        refusedBy === 'as/code-unused',
        'a request with nothing wrong but the reuse',
        refusedBy === 'as/code-unused' ? 'nothing else wrong' : `refused by ${refusedBy}`,
      ),
  }),
] as const
