import { parameter, type Parameters } from '../oauth/parameters.ts'
import { check, holds, same } from './check.ts'
import {
  clientAuthenticationChecks,
  type ClientAuthenticationFacts,
} from './client-authentication.ts'
import { everyParameterOnce } from './parameters-once.ts'

/** A form that a client posted to the authorization server. */
export interface ClientFormFacts {
  readonly mediaType: string
  readonly parameters: Parameters
}

/** Rows that stand before everything a client posts as a form. */
export const clientFormChecks = [
  check({
    id: 'as/request-form-encoded',
    level: 'none',
    refs: ['oauth21-13-3.2.2', 'rfc7009-2.1'],
    says: 'What a client posts to the endpoints for tokens is form-encoded.',
    fails: 'the request is not form-encoded',
    reason: 'malformed-request',
    compare: ({ mediaType }: ClientFormFacts) =>
      same('application/x-www-form-urlencoded', mediaType),
  }),
  check({
    id: 'as/token-parameters-once',
    level: 'MUST',
    refs: ['oauth21-13-3.2', 'oauth21-13-3.2.4'],
    says: 'No parameter of such a request comes twice.',
    fails: 'a parameter came more than once',
    reason: 'repeated-parameter',
    compare: everyParameterOnce,
  }),
] as const

/** A token request as the authorization server received it. */
export interface TokenRequestFacts extends ClientFormFacts, ClientAuthenticationFacts {
  readonly grantTypes: readonly string[]
}

/** Rows that stand before every grant. */
export const tokenRequestChecks = [
  ...clientFormChecks,
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
  ...clientAuthenticationChecks,
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
