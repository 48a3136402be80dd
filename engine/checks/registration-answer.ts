import type { ClientInformation } from '../oauth/client-metadata.ts'
import { check, deed, holds } from './check.ts'

/** What a client does when it registers itself. */
export const registrationDeeds = {
  applicationType: deed({
    id: 'client/application-type-sent',
    level: 'MUST',
    refs: [
      'mcp-2026-07-28-client-registration-application-type-and-redirect-uri-constraints',
      'openid-registration-2',
    ],
    says: 'The client says that it is a native application; left out, OpenID Connect takes it for a web application, which may have no loopback redirect URI.',
  }),
} as const

/** The answer to a registration as the client received it. */
export interface RegistrationAnswerFacts {
  readonly status: number
  readonly problem: string | undefined
  readonly information: ClientInformation | undefined
  readonly redirectUri: string
  readonly authMethods: readonly string[]
}

/** The client reads the answer to its registration. */
export const registrationAnswerChecks = [
  check({
    id: 'client/registration-readable',
    level: 'none',
    refs: ['rfc7591-3.2.1'],
    says: 'A successful registration comes as 201 with a JSON object that holds a client_id.',
    fails: 'the answer to the registration could not be read',
    reason: 'answer-not-usable',
    compare: ({ status, problem }: RegistrationAnswerFacts) =>
      holds(
        status === 201 && problem === undefined,
        '201 with a client_id',
        problem ?? `${status}`,
      ),
  }),
  check({
    id: 'client/registration-sufficient',
    level: 'none',
    refs: ['rfc7591-3.2.1'],
    says: 'The server may change what was asked for, so the client looks whether its redirect URI and a way of authentication it knows are in the answer.',
    fails: 'what was registered is not what it needs',
    reason: 'answer-not-usable',
    compare: ({ information, redirectUri, authMethods }: RegistrationAnswerFacts) => {
      const secret = information?.client_secret
      const method =
        information?.token_endpoint_auth_method ??
        (secret === undefined ? 'none' : 'client_secret_basic')
      const uris = information?.redirect_uris ?? [redirectUri]
      return holds(
        uris.includes(redirectUri) &&
          authMethods.includes(method) &&
          (method === 'none' || secret !== undefined),
        `${redirectUri}, ${authMethods.join(' or ')}, with a secret where one is needed`,
        `${uris.join(', ')}, ${method}${secret === undefined ? ', no secret' : ''}`,
      )
    },
  }),
] as const
