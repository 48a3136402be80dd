import { plainFileTokens } from '../../scenarios/attacks/plain-file-tokens.ts'
import { edit, members, parameters } from './play.ts'
import type { Refusals } from './refusals.ts'

const type = (text: string) => ['header.Content-Type', text] as const

/** How each check of the client and of the browser comes to refuse. */
export const clientRefusals: Refusals = {
  'client/turned-away-by-401': {
    decisions: () => [edit('mcp-challenge', 'status', '418')],
    on: 'mcp-challenge',
  },
  'client/credentials-of-this-issuer': {
    in: { revision: '2026-07-28', registration: 'pre-registered' },
    decisions: () => [{ kind: 'registration', choice: 'elsewhere' }],
    on: 'vault-entry',
  },
  'client/iss-when-promised': {
    in: { revision: '2026-07-28' },
    decisions: (stage) => [stage.edit('callback-request', 'url', parameters({ iss: undefined }))],
    on: 'callback-request',
  },
  'client/iss-matches': {
    in: { revision: '2026-07-28' },
    decisions: (stage) => [
      stage.edit('callback-request', 'url', parameters({ iss: 'https://evil.example' })),
    ],
    on: 'callback-request',
  },
  'client/iss-compared-exactly': {
    in: { revision: '2026-07-28' },
    decisions: (stage) => [
      stage.edit('callback-request', 'url', parameters({ iss: 'https://auth.example/' })),
    ],
    on: 'callback-request',
  },
  'client/step-up-limited': {
    in: { revision: '2025-11-25' },
    decisions: () => [{ kind: 'mcp-server', choice: 'never-enough' }],
    on: 'mcp-challenge',
    nth: 4,
  },
  'client/challenge-names-metadata': {
    decisions: () => [edit('mcp-challenge', 'header.WWW-Authenticate', 'Basic realm="notes"')],
    on: 'mcp-challenge',
  },
  'client/no-private-addresses': {
    decisions: () => [
      edit(
        'mcp-challenge',
        'header.WWW-Authenticate',
        'Bearer resource_metadata="https://10.0.0.5/restart"',
      ),
    ],
    on: 'mcp-challenge',
  },
  'client/resource-metadata-readable': {
    decisions: () => [edit('resource-metadata', ...type('text/html'))],
    on: 'resource-metadata',
  },
  'client/resource-matches': {
    decisions: () => [
      edit('resource-metadata', 'body', members({ resource: 'https://evil.example/mcp' })),
    ],
    on: 'resource-metadata',
  },
  'client/names-authorization-server': {
    decisions: () => [edit('resource-metadata', 'body', members({ authorization_servers: [] }))],
    on: 'resource-metadata',
  },
  'client/server-metadata-readable': {
    decisions: () => [edit('server-metadata', 'status', '404')],
    on: 'server-metadata',
  },
  'client/metadata-issuer-matches': {
    decisions: () => [edit('server-metadata', 'body', members({ issuer: 'https://evil.example' }))],
    on: 'server-metadata',
  },
  'client/endpoint-scheme-allowed': {
    decisions: () => [
      edit('server-metadata', 'body', members({ token_endpoint: 'http://auth.example/token' })),
    ],
    on: 'server-metadata',
  },
  'client/code-flow-supported': {
    decisions: () => [
      edit('server-metadata', 'body', members({ response_types_supported: ['token'] })),
    ],
    on: 'server-metadata',
  },
  'client/pkce-supported': {
    decisions: () => [
      edit('server-metadata', 'body', members({ code_challenge_methods_supported: undefined })),
    ],
    on: 'server-metadata',
  },
  'client/registration-readable': {
    decisions: () => [edit('registration-response', 'status', '200')],
    on: 'registration-response',
  },
  'client/registration-sufficient': {
    decisions: () => [
      edit(
        'registration-response',
        'body',
        members({ token_endpoint_auth_method: 'client_secret_basic' }),
      ),
    ],
    on: 'registration-response',
  },
  'client/version-spoken': {
    decisions: () => [
      edit('mcp-response', 'body', members({ result: { protocolVersion: '1999-01-01' } })),
    ],
    on: 'mcp-response',
  },
  'ua/cookie-prefix-host': {
    decisions: () => [
      edit('sign-in-page', 'header.Set-Cookie', '__Host-session=x; Secure; Path=/sign-in'),
    ],
    on: 'sign-in-page',
    endsBy: 'as/session-bound',
  },
  'ua/cookie-kept': {
    decisions: () => [
      edit('sign-in-page', 'header.Set-Cookie', 'session=x; Secure; Domain=notes.example'),
    ],
    on: 'sign-in-page',
    endsBy: 'as/session-bound',
  },
  'client/state-matches': {
    decisions: () => [edit('callback-request', 'url', parameters({ state: 'af0ifjsldkj' }))],
    on: 'callback-request',
  },
  'client/answer-parameters-once': {
    decisions: () => [edit('callback-request', 'url', parameters({ code: ['one', 'two'] }))],
    on: 'callback-request',
  },
  'client/code-present': {
    decisions: () => [edit('callback-request', 'url', parameters({ code: undefined }))],
    on: 'callback-request',
  },
  'client/token-response-readable': {
    decisions: () => [edit('token-response', 'body', members({ access_token: undefined }))],
    on: 'token-response',
  },
  'client/token-type-bearer': {
    decisions: () => [edit('token-response', 'body', members({ token_type: 'mac' }))],
    on: 'token-response',
  },
  'client/stores-in-vault': {
    in: { scenario: plainFileTokens },
    decisions: () => [],
    on: 'read-file',
  },
}
