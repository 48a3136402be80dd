import { check, deed, holds } from './check.ts'

/** What an MCP server does for clients that still use API keys. */
export const apiKeyDeeds = {
  announced: deed({
    id: 'rs/api-key-end-announced',
    level: 'none',
    refs: ['rfc8594-3', 'rfc9745-2'],
    says: 'Every answer to a request with an API key says from when on keys are worth nothing, so that nobody is surprised.',
  }),
} as const

/** A request that brings an API key. */
export interface ApiKeyFacts {
  /** Whether an Authorization header came as well. */
  readonly alsoToken: boolean
  /** Whose key it is; undefined for one the server never gave out. */
  readonly account: string | undefined
  /** The second from which on keys are worth nothing; undefined: no end is set. */
  readonly until: number | undefined
  readonly now: number
}

const oneCredential = check({
  id: 'rs/one-credential',
  level: 'none',
  refs: ['rfc6750-3.1'],
  says: 'A request brings a token or an API key. With both, it would be open on whose behalf it is made.',
  fails: 'a token came along with the API key',
  reason: 'token-twice',
  compare: ({ alsoToken }: ApiKeyFacts) =>
    holds(!alsoToken, 'an API key alone', alsoToken ? 'a token as well' : 'an API key alone'),
})

const keyKnown = check({
  id: 'rs/api-key-known',
  level: 'none',
  refs: ['rfc9110-15.5.2'],
  says: 'The API key is, character by character, one that this server gave out; it says which account is meant, and what may be done in it.',
  fails: 'it gave out no such API key',
  reason: 'api-key-not-valid',
  compare: ({ account }: ApiKeyFacts) =>
    holds(account !== undefined, 'a key it gave out', account && `the key of ${account}`),
})

const keyNotRetired = check({
  id: 'rs/api-key-not-retired',
  level: 'none',
  refs: ['rfc8594-3'],
  says: 'API keys are good until the announced end, and from that very second on no more.',
  fails: 'API keys are no longer taken',
  reason: 'api-key-not-valid',
  compare: ({ until, now }: ApiKeyFacts) =>
    holds(
      until === undefined || now < until,
      'before the announced end',
      until === undefined
        ? 'no end announced'
        : now < until
          ? `${until - now} s before it`
          : `${now - until} s after it`,
    ),
})

/** The MCP server looks at the API key in a request. */
export const apiKeyChecks = [oneCredential, keyKnown, keyNotRetired] as const

/** An MCP server that is a program looks at the API key in its environment, where no token can come along. */
export const environmentChecks = [keyKnown, keyNotRetired] as const
