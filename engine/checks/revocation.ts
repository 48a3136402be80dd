import { parameterValues, type Parameters } from '../oauth/parameters.ts'
import { check, deed, holds } from './check.ts'

/** A request to withdraw a token, as the authorization server received it from a client it knows. */
export interface RevocationFacts {
  readonly parameters: Parameters
  readonly clientId: string | undefined
  /** What it wrote down about the token; undefined when it is none of its own, or no longer good. */
  readonly token: { readonly type: 'access' | 'refresh'; readonly clientId: string } | undefined
}

/** The authorization server looks at a request to withdraw a token. One it does not know needs no withdrawing, so that is no error. */
export const revocationChecks = [
  check({
    id: 'as/revocation-names-token',
    level: 'none',
    refs: ['rfc7009-2.1'],
    says: 'A request to withdraw a token names one token.',
    fails: 'the request does not name one token',
    reason: 'malformed-request',
    compare: ({ parameters }: RevocationFacts) => {
      const count = parameterValues(parameters, 'token').length
      return holds(count === 1, 'one token', count === 0 ? undefined : `${count} tokens`)
    },
  }),
  check({
    id: 'as/revocation-same-client',
    level: 'none',
    refs: ['rfc7009-2.1'],
    says: 'A client withdraws only what was issued to it.',
    fails: 'the token was issued to another client',
    reason: 'token-of-another-client',
    compare: ({ clientId, token }: RevocationFacts) =>
      holds(
        token === undefined || token.clientId === clientId,
        token?.clientId ?? 'any client',
        clientId,
      ),
  }),
  check({
    id: 'as/revocation-possible',
    level: 'none',
    refs: ['rfc7009-2.2.1', 'rfc7009-2'],
    says: 'Refresh tokens MUST be revocable, access tokens SHOULD be: these cannot, for the MCP server reads them without asking anybody. The answer says so, and the token works until it expires.',
    fails: 'an access token of this server cannot be withdrawn',
    reason: 'token-not-revocable',
    compare: ({ token }: RevocationFacts) =>
      holds(
        token?.type !== 'access',
        'a refresh token',
        `${token ? `an ${token.type}` : 'an unknown'} token`,
      ),
  }),
] as const

/** What the authorization server does with a token that a client gives back. */
export const revocationDeeds = {
  withdrawn: deed({
    id: 'as/refresh-withdrawn',
    level: 'MUST',
    refs: ['rfc7009-2', 'rfc7009-2.1'],
    says: 'A refresh token that was given back stops working at once, and with it every other refresh token of its line.',
  }),
} as const
