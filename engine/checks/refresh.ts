import { parameter, parameterValues, type Parameters } from '../oauth/parameters.ts'
import { parseScope, scopeMissing } from '../oauth/scope.ts'
import { beforeExpiry, check, holds, same } from './check.ts'

/** What the authorization server wrote down about a refresh token. */
export interface RefreshFacts {
  readonly parameters: Parameters
  /** The client that refreshes. */
  readonly clientId: string | undefined
  readonly now: number
  readonly grant:
    | {
        readonly clientId: string
        readonly scope: readonly string[]
        readonly resource: string | undefined
        readonly expiresAt: number
        readonly familyRevoked: boolean
        /** Every refresh token that the family ever had, the newest last. */
        readonly line: readonly string[]
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
    reasonFor: ({ parameters }: RefreshFacts) =>
      parameter(parameters, 'refresh_token') === undefined
        ? 'malformed-request'
        : 'refresh-token-not-valid',
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
    compare: ({ clientId, grant }: RefreshFacts) =>
      same(grant?.clientId ?? 'the client of the token', clientId),
  }),
  check({
    id: 'as/refresh-reuse-revokes-family',
    level: 'MUST',
    refs: ['oauth21-13-4.3.1', 'rfc9700-4.14.2'],
    says: 'The server MUST notice a refresh token that was already exchanged: one of its two holders may be a thief, so the whole family dies.',
    fails: 'this refresh token was already exchanged for a newer one',
    reason: 'refresh-token-not-valid',
    compare: ({ parameters, grant }: RefreshFacts) => {
      const newest = grant?.line.at(-1)
      const isNewest = newest !== undefined && newest === parameter(parameters, 'refresh_token')
      return holds(
        isNewest,
        'the newest token of its family',
        isNewest ? 'the newest token of its family' : 'an older one',
      )
    },
  }),
  check({
    id: 'as/refresh-fresh',
    level: 'SHOULD',
    refs: ['oauth21-13-4.3.3', 'rfc9700-4.14.2'],
    says: 'A refresh token that nobody used for long enough has expired.',
    fails: 'the refresh token has expired',
    reason: 'refresh-token-not-valid',
    compare: ({ grant, now }: RefreshFacts) => beforeExpiry(now, grant?.expiresAt),
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
      const asked = parameterValues(parameters, 'resource')
      return holds(
        asked.every((one) => one === grant?.resource),
        grant?.resource ?? 'none',
        asked.join(', ') || 'none',
      )
    },
  }),
] as const
