import type { ClientInformation } from '../oauth/client-metadata.ts'
import { parameter, repeatedParameters, type Parameters } from '../oauth/parameters.ts'
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
    reasonFor: ({ parameters }: TokenRequestFacts) =>
      parameter(parameters, 'grant_type') === undefined
        ? 'malformed-request'
        : 'grant-type-not-supported',
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
  check({
    id: 'as/grant-registered',
    level: 'none',
    refs: ['rfc7591-2', 'oauth21-13-3.2.4'],
    says: 'A client uses only the grant types that it registered.',
    fails: 'the client did not register this grant type',
    reason: 'grant-not-registered',
    compare: ({ parameters, client }: TokenRequestFacts) => {
      const asked = parameter(parameters, 'grant_type') ?? ''
      const registered = client?.grant_types ?? ['authorization_code']
      return holds(registered.includes(asked), registered.join(' or '), asked)
    },
  }),
] as const
