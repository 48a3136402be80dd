import { check, holds } from './check.ts'

/** Credentials that the client found in its vault. */
export interface CredentialFacts {
  /** The issuer the client is about to go to. */
  readonly issuer: string
  /** The issuer that gave the credentials. */
  readonly givenBy: string | undefined
}

/** The client looks whether credentials it holds are meant for this authorization server. */
export const credentialChecks = [
  check({
    id: 'client/credentials-of-this-issuer',
    level: 'MUST',
    refs: [
      'mcp-2026-07-28-client-registration-authorization-server-binding',
      'mcp-2026-07-28-authorization-server-discovery-authorization-server-location',
      'rfc6749-2.2',
    ],
    says: 'Credentials go only to the authorization server that gave them: another one knows nothing of them, and shall not learn of them.',
    fails: 'the credentials it holds are for another authorization server',
    reason: 'answer-not-usable',
    compare: ({ issuer, givenBy }: CredentialFacts) =>
      holds(givenBy === undefined || givenBy === issuer, issuer, givenBy ?? 'none held'),
  }),
] as const
