import type { ClientMetadata } from '../oauth/client-metadata.ts'
import { isAllowedRedirectUri } from '../oauth/redirect-uri.ts'
import { check, holds } from './check.ts'

/** A registration request as the authorization server received it. */
export interface RegistrationFacts {
  readonly mediaType: string
  readonly problem: string | undefined
  readonly metadata: ClientMetadata | undefined
  readonly supported: {
    readonly grantTypes: readonly string[]
    readonly responseTypes: readonly string[]
    readonly authMethods: readonly string[]
  }
}

const only = (asked: readonly string[] | undefined, supported: readonly string[]) =>
  (asked ?? []).every((one) => supported.includes(one))

/** The row that holds for whatever a client says about itself, in a registration or in a document. */
export const authMethodChecks = [
  check({
    id: 'as/auth-method-supported',
    level: 'MAY',
    refs: ['rfc7591-3.2.2', 'rfc7591-2'],
    says: 'The server refuses a way of client authentication that it does not offer.',
    fails: 'the client asks for a way of authentication that is not offered here',
    reason: 'client-metadata-not-supported',
    compare: ({ metadata, supported }: Pick<RegistrationFacts, 'metadata' | 'supported'>) => {
      const asked = metadata?.token_endpoint_auth_method
      return holds(
        asked === undefined || supported.authMethods.includes(asked),
        supported.authMethods.join(', '),
        asked ?? 'left to the server',
      )
    },
  }),
] as const

/** The authorization server reads a registration request. */
export const registrationChecks = [
  check({
    id: 'as/registration-json',
    level: 'none',
    refs: ['rfc7591-3.1'],
    says: 'A client registers by POSTing a JSON object, sent as application/json.',
    fails: 'the registration is not a JSON object of client metadata',
    reason: 'client-metadata-not-supported',
    compare: ({ mediaType, problem }: RegistrationFacts) =>
      holds(
        mediaType === 'application/json' && problem === undefined,
        'application/json holding client metadata',
        problem ?? (mediaType || 'no media type'),
      ),
  }),
  check({
    id: 'as/redirect-uris-registered',
    level: 'MUST',
    refs: ['oauth21-13-2.3.1', 'rfc7591-5', 'mcp-2025-06-18-authorization-open-redirection'],
    says: 'A client that comes back through the browser registers where it may be sent back to.',
    fails: 'the client registers no redirect URI',
    reason: 'redirect-uri-not-allowed',
    compare: ({ metadata }: RegistrationFacts) =>
      holds(
        (metadata?.redirect_uris?.length ?? 0) > 0,
        'at least one redirect URI',
        metadata?.redirect_uris?.join(', ') || undefined,
      ),
  }),
  check({
    id: 'as/redirect-scheme-allowed',
    level: 'MUST',
    refs: ['mcp-2025-06-18-authorization-communication-security'],
    says: 'A redirect URI is https, or stays on the user’s own machine.',
    fails: 'a redirect URI is neither https nor on the user’s own machine',
    reason: 'redirect-uri-not-allowed',
    compare: ({ metadata }: RegistrationFacts) =>
      holds(
        (metadata?.redirect_uris ?? []).every(isAllowedRedirectUri),
        'https, or http on a loopback host',
        metadata?.redirect_uris?.join(', '),
      ),
  }),
  check({
    id: 'as/redirect-no-fragment',
    level: 'MUST',
    refs: ['oauth21-13-2.3'],
    says: 'A redirect URI has no fragment.',
    fails: 'a redirect URI has a fragment',
    reason: 'redirect-uri-not-allowed',
    compare: ({ metadata }: RegistrationFacts) =>
      holds(
        (metadata?.redirect_uris ?? []).every((uri) => !uri.includes('#')),
        'no "#" in a redirect URI',
        metadata?.redirect_uris?.join(', '),
      ),
  }),
  check({
    id: 'as/grant-types-supported',
    level: 'MAY',
    refs: ['rfc7591-3.2.2', 'rfc7591-2.1'],
    says: 'The server refuses grant types and response types that it does not offer.',
    fails: 'the client asks for a grant type or response type that is not offered here',
    reason: 'client-metadata-not-supported',
    compare: ({ metadata, supported }: RegistrationFacts) =>
      holds(
        only(metadata?.grant_types, supported.grantTypes) &&
          only(metadata?.response_types, supported.responseTypes),
        [...supported.grantTypes, ...supported.responseTypes].join(', '),
        [...(metadata?.grant_types ?? []), ...(metadata?.response_types ?? [])].join(', '),
      ),
  }),
  ...authMethodChecks,
  check({
    id: 'as/application-type-known',
    level: 'none',
    refs: [
      'openid-registration-2',
      'mcp-2026-07-28-client-registration-application-type-and-redirect-uri-constraints',
    ],
    says: 'A client that says what kind of application it is says `native` or `web`. This server keeps the answer and asks no more of it.',
    fails: 'the client says it is a kind of application that does not exist',
    reason: 'client-metadata-not-supported',
    compare: ({ metadata }: RegistrationFacts) => {
      const said = metadata?.application_type
      return holds(
        said === undefined || said === 'native' || said === 'web',
        'native or web',
        said ?? 'left out',
      )
    },
  }),
] as const
