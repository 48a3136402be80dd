import type { ClientInformation } from '../oauth/client-metadata.ts'
import { parameter, parameterValues, type Parameters } from '../oauth/parameters.ts'
import { isS256Challenge } from '../oauth/pkce.ts'
import { sameRedirectUri } from '../oauth/redirect-uri.ts'
import { isResourceIndicator } from '../oauth/resource.ts'
import { parseScope, scopeMissing } from '../oauth/scope.ts'
import { check, deed, holds } from './check.ts'
import { everyParameterOnce } from './parameters-once.ts'

/** What a client does when it writes an authorization request. */
export const authorizationRequestDeeds = {
  pkce: deed({
    id: 'client/pkce-s256',
    level: 'MUST',
    refs: [
      'mcp-2025-06-18-authorization-authorization-code-protection',
      'oauth21-13-4.1.1',
      'rfc7636-4.2',
    ],
    says: 'The client makes a fresh code verifier for every request and sends only its SHA-256.',
  }),
  state: deed({
    id: 'client/state-random',
    level: 'SHOULD',
    refs: ['mcp-2025-06-18-authorization-open-redirection', 'rfc6749-10.12', 'oauth21-13-2.3.3'],
    says: 'The client sends a state that nobody can guess, and keeps it to recognise the answer.',
  }),
  resource: deed({
    id: 'client/resource-sent',
    level: 'MUST',
    refs: ['mcp-2025-06-18-authorization-resource-parameter-implementation', 'rfc8707-2'],
    says: 'The client names the MCP server it wants to talk to, in the authorization request and in the token request.',
  }),
  browser: deed({
    id: 'client/system-browser',
    // MCP adds nothing to OAuth 2.1: a native app MUST use an external user agent (§8.2); that it is the browser is RECOMMENDED (§8.3).
    level: 'MUST',
    refs: ['oauth21-13-8.2', 'oauth21-13-8.3', 'rfc8252-8.12'],
    says: 'A native app sends the owner to the system’s own browser, and never shows the sign-in page in a view of its own.',
  }),
  argument: deed({
    id: 'client/opens-without-shell',
    level: 'MUST',
    refs: ['mcp-2025-11-25-security-oauth-authorization-url-validation', 'oauth21-13-7.11'],
    says: 'The client hands the URL to the browser as one argument, and never as part of a line that a shell reads.',
  }),
} as const

/** An authorization request as the authorization server received it. */
export interface AuthorizationRequestFacts {
  readonly parameters: Parameters
  /** What the server knows under this client_id: registered, or read from the client's own document. */
  readonly client: ClientInformation | undefined
  /** Where the answer would go: the parameter, or the client's only redirect URI. */
  readonly redirectUri: string | undefined
  readonly resources: readonly string[]
  readonly scopes: readonly string[]
}

/** The authorization server reads an authorization request. Until the second row holds, nothing is sent to the redirect URI. */
export const authorizationRequestChecks = [
  check({
    id: 'as/client-known',
    level: 'MUST',
    refs: ['oauth21-13-4.1.2.1', 'oauth21-13-2.3.5'],
    says: 'The client_id is one that this server knows; if not, the owner is told and the browser is sent nowhere.',
    fails: 'no client is registered under this client_id',
    reason: 'unknown-client',
    compare: ({ parameters, client }: AuthorizationRequestFacts) =>
      holds(client !== undefined, 'a registered client_id', parameter(parameters, 'client_id')),
  }),
  check({
    id: 'as/redirect-uri-exact',
    level: 'MUST',
    refs: ['mcp-2025-06-18-authorization-open-redirection', 'oauth21-13-2.3.1', 'rfc8252-7.3'],
    says: 'The redirect URI is one the client registered, character by character; only the port of a loopback address may differ.',
    fails: 'the redirect URI is not a registered one',
    reason: 'redirect-uri-not-registered',
    compare: ({ client, redirectUri }: AuthorizationRequestFacts) => {
      const registered = client?.redirect_uris ?? []
      return holds(
        redirectUri !== undefined && registered.some((uri) => sameRedirectUri(uri, redirectUri)),
        registered.join(', ') || 'a registered redirect URI',
        redirectUri,
      )
    },
  }),
  check({
    id: 'as/parameters-once',
    level: 'MUST',
    refs: ['oauth21-13-3.1'],
    says: 'No parameter comes twice.',
    fails: 'a parameter came more than once',
    reason: 'repeated-parameter',
    compare: everyParameterOnce,
  }),
  check({
    id: 'as/response-type-code',
    level: 'MUST',
    refs: ['oauth21-13-4.1.1'],
    says: 'The response type is `code`: OAuth 2.1 has no other.',
    fails: 'the response type is not "code"',
    reason: 'response-type-not-supported',
    reasonFor: ({ parameters }: AuthorizationRequestFacts) =>
      parameter(parameters, 'response_type') === undefined
        ? 'malformed-request'
        : 'response-type-not-supported',
    compare: ({ parameters }: AuthorizationRequestFacts) => {
      const asked = parameter(parameters, 'response_type')
      return holds(asked === 'code', 'code', asked)
    },
  }),
  check({
    id: 'as/pkce-required',
    level: 'MUST',
    refs: ['oauth21-13-4.1.2.1', 'oauth21-13-7.5.2', 'rfc7636-4.4.1'],
    says: 'The request carries a code challenge.',
    fails: 'the request carries no code challenge',
    reason: 'challenge-missing',
    compare: ({ parameters }: AuthorizationRequestFacts) => {
      const challenge = parameter(parameters, 'code_challenge')
      return holds(challenge !== undefined, 'a code_challenge', challenge)
    },
  }),
  check({
    id: 'as/pkce-s256-only',
    level: 'SHOULD',
    refs: ['rfc7636-7.2', 'oauth21-13-4.1.2.1'],
    says: 'The challenge is a SHA-256, said to be one: `plain` would show the verifier to everybody who sees the request.',
    fails: 'the challenge is not an S256 challenge',
    reason: 'challenge-method-not-s256',
    compare: ({ parameters }: AuthorizationRequestFacts) => {
      const challenge = parameter(parameters, 'code_challenge')
      const method = parameter(parameters, 'code_challenge_method')
      return holds(
        challenge === undefined || (method === 'S256' && isS256Challenge(challenge)),
        'S256 and 43 characters of base64url',
        `${method ?? 'no method'}${challenge === undefined ? '' : ` and ${challenge}`}`,
      )
    },
  }),
  check({
    id: 'as/resource-known',
    level: 'none',
    refs: ['rfc8707-2.1', 'rfc8707-2'],
    says: 'The resource is an absolute URI without a fragment, and one that this server issues tokens for; others get `invalid_target`.',
    fails: 'it issues no tokens for this resource',
    reason: 'resource-unknown',
    compare: ({ parameters, resources }: AuthorizationRequestFacts) => {
      const asked = parameterValues(parameters, 'resource')
      return holds(
        asked.every((one) => isResourceIndicator(one) && resources.includes(one)),
        resources.join(', '),
        asked.join(', ') || 'none',
      )
    },
  }),
  check({
    id: 'as/scope-known',
    level: 'MAY',
    refs: ['oauth21-13-4.1.2.1', 'rfc6749-3.3'],
    says: 'Every scope asked for is one that this server can grant.',
    fails: 'the request asks for a scope that does not exist here',
    reason: 'scope-unknown',
    compare: ({ parameters, scopes }: AuthorizationRequestFacts) => {
      const asked = parameter(parameters, 'scope')
      return holds(
        scopeMissing(parseScope(asked), scopes).length === 0,
        scopes.join(' '),
        asked ?? 'none',
      )
    },
  }),
] as const
