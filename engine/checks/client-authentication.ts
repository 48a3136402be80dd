import { authMethodOf, type ShownCredentials } from '../oauth/client-authentication.ts'
import type { ClientInformation } from '../oauth/client-metadata.ts'
import { check, holds } from './check.ts'

/** Who sends a request to an endpoint for clients, as the authorization server received it. */
export interface ClientAuthenticationFacts {
  readonly shown: ShownCredentials
  /** The client that it knows under this client_id. */
  readonly client: ClientInformation | undefined
}

/** The authorization server looks which client it deals with. No secret ever becomes part of a finding. */
export const clientAuthenticationChecks = [
  check({
    id: 'as/client-identified',
    level: 'MUST',
    refs: ['oauth21-13-4.1.3', 'oauth21-13-3.2.1'],
    says: 'A client says who it is, with one client_id, and it is one this server knows.',
    fails: 'no client is registered under this client_id',
    reason: 'unknown-client',
    compare: ({ shown, client }: ClientAuthenticationFacts) =>
      holds(
        client !== undefined && shown.clientIds.length === 1,
        'one registered client_id',
        shown.clientIds.join(' and ') || undefined,
      ),
  }),
  check({
    id: 'as/one-authentication',
    level: 'none',
    refs: ['oauth21-13-3.2.4', 'oauth21-13-2.4'],
    says: 'A client MUST NOT authenticate in two ways at once, for then nobody could say which of them counts.',
    fails: 'the client authenticates in more than one way',
    reason: 'malformed-request',
    compare: ({ shown }: ClientAuthenticationFacts) =>
      holds(shown.ways.length <= 1, 'one way at most', shown.ways.join(' and ') || 'none'),
  }),
  check({
    id: 'as/client-authenticated',
    level: 'MUST',
    refs: ['oauth21-13-3.2.2', 'oauth21-13-3.2.1', 'rfc6749-2.3.1'],
    says: 'A client that has a secret proves with it who it is; and whatever a client shows as proof has to be right.',
    fails: 'the client did not prove who it is',
    reason: 'client-not-authenticated',
    compare: ({ shown, client }: ClientAuthenticationFacts) => {
      const secret = authMethodOf(client) === 'none' ? undefined : client?.client_secret
      const shows = shown.ways.length > 0
      const right = shows ? secret !== undefined && shown.secret === secret : secret === undefined
      return holds(
        right,
        secret === undefined ? 'no secret, for it was given none' : 'the secret it was given',
        shows ? (right ? 'the secret it was given' : 'something else') : 'no secret',
      )
    },
  }),
  check({
    id: 'as/auth-method-registered',
    level: 'none',
    refs: ['rfc7591-2', 'rfc6749-2.3.1'],
    says: 'A client shows its secret in the place that its registration names, and nowhere else.',
    fails: 'the client authenticates in another way than the one it registered',
    reason: 'client-not-authenticated',
    compare: ({ shown, client }: ClientAuthenticationFacts) =>
      holds(
        shown.ways.every((way) => way === authMethodOf(client)),
        authMethodOf(client),
        shown.ways.join(' and ') || 'none',
      ),
  }),
] as const
