import type { Decision } from '../../engine/decisions.ts'
import type { MessageName } from '../../engine/wire/message.ts'
import { edit, members, messageNamed, parameters } from './play.ts'
import type { Refusals, Spoilt } from './refusals.ts'

const spoil = (on: MessageName, ...decisions: Decision[]): Spoilt => ({
  decisions: () => decisions,
  on,
})
const registering = (difference: object) =>
  spoil('registration-request', edit('registration-request', 'body', members(difference)))
const asking = (difference: Parameters<typeof parameters>[0]) =>
  spoil('authorization-request', edit('authorization-request', 'url', parameters(difference)))
const redeeming = (difference: Parameters<typeof parameters>[0]) =>
  spoil('token-request', edit('token-request', 'body', parameters(difference)))
const refreshing = (difference: Parameters<typeof parameters>[0]) =>
  spoil('refresh-request', edit('refresh-request', 'body', parameters(difference)))

const READ_BY_DOCUMENT = { revision: '2025-11-25', registration: 'metadata-document' } as const
/** A document with other members, as its site sends it. */
const publishing = (difference: object): Spoilt => ({
  in: READ_BY_DOCUMENT,
  decisions: (stage) => [stage.edit('client-document', 'body', members(difference))],
  on: 'client-document',
})
/** A token request of a client that has a secret, by a way of registration. */
const proving = (
  registration: 'client-secret-basic' | 'client-secret-post',
  difference: Parameters<typeof parameters>[0],
): Spoilt => ({
  in: { registration },
  decisions: (stage) => [stage.edit('token-request', 'body', parameters(difference))],
  on: 'token-request',
})

const A_MONTH = 31 * 24 * 3600

/** How each check of the authorization server comes to refuse. */
export const serverRefusals: Refusals = {
  'as/registration-json': spoil(
    'registration-request',
    edit('registration-request', 'body', 'redirect_uris=x'),
  ),
  'as/redirect-uris-registered': registering({ redirect_uris: [] }),
  'as/redirect-scheme-allowed': registering({ redirect_uris: ['http://quill.example/callback'] }),
  'as/redirect-no-fragment': registering({ redirect_uris: ['http://127.0.0.1/callback#here'] }),
  'as/grant-types-supported': registering({ grant_types: ['password'] }),
  'as/auth-method-supported': registering({ token_endpoint_auth_method: 'private_key_jwt' }),
  'as/application-type-known': registering({ application_type: 'desktop' }),
  'as/document-url-allowed': {
    in: READ_BY_DOCUMENT,
    decisions: (stage) => [
      stage.edit(
        'authorization-request',
        'url',
        parameters({ client_id: 'https://169.254.169.254/client.json' }),
      ),
    ],
    on: 'authorization-request',
  },
  'as/document-readable': {
    in: READ_BY_DOCUMENT,
    decisions: (stage) => [stage.edit('client-document', 'status', '404')],
    on: 'client-document',
  },
  'as/document-client-id-matches': publishing({ client_id: 'https://famous.example/client.json' }),
  'as/document-no-shared-secret': publishing({ client_secret: 'for everybody to read' }),
  'as/document-redirect-uris': publishing({ redirect_uris: ['http://quill.example/callback'] }),
  'as/client-known': asking({ client_id: 'nobody' }),
  'as/redirect-uri-exact': asking({ redirect_uri: 'https://evil.example/callback' }),
  'as/parameters-once': asking({ scope: ['notes:read', 'notes:write'] }),
  'as/response-type-code': asking({ response_type: 'token' }),
  'as/pkce-required': asking({ code_challenge: undefined }),
  'as/pkce-s256-only': asking({ code_challenge_method: 'plain' }),
  'as/resource-known': asking({ resource: 'https://evil.example/mcp' }),
  'as/scope-known': asking({ scope: 'notes:read admin' }),
  'as/session-bound': spoil('sign-in-request', edit('sign-in-request', 'header.Cookie', '')),
  'as/form-csrf-token': spoil(
    'sign-in-request',
    edit('sign-in-request', 'body', parameters({ csrf_token: 'guess' })),
  ),
  'as/owner-authenticated': spoil('sign-in-request', {
    kind: 'sign-in',
    choice: 'wrong-password',
  }),
  'as/consent-given': spoil('consent-request', { kind: 'consent', choice: 'deny' }),
  'as/request-form-encoded': spoil(
    'token-request',
    edit('token-request', 'header.Content-Type', 'application/json'),
  ),
  'as/token-parameters-once': redeeming({ code_verifier: ['a', 'b'] }),
  'as/grant-type-supported': redeeming({ grant_type: 'password' }),
  'as/client-identified': redeeming({ client_id: undefined }),
  'as/one-authentication': proving('client-secret-basic', { client_secret: 'once more' }),
  'as/client-authenticated': proving('client-secret-post', { client_secret: 'a guess' }),
  'as/auth-method-registered': async (lab) => {
    const registered = await lab.registration({ token_endpoint_auth_method: 'client_secret_basic' })
    const { client_id, client_secret } = registered.json() as Record<string, string>
    const code = await lab.code({ client_id })
    return (await lab.redeem(client_id ?? '', code, { client_secret })).broken
  },
  'as/grant-registered': async (lab) => {
    const client_id = await lab.register({ grant_types: ['authorization_code'] })
    return (await lab.refresh(client_id, 'tGzv3JOkF0XG5Qx2TlKWIA')).broken
  },
  'as/code-known': redeeming({ code: 'SplxlOBeZQQYbYS6WxSbIA' }),
  'as/code-same-client': async (lab) => {
    const client_id = await lab.register()
    const code = await lab.code({ client_id })
    return (await lab.redeem(await lab.register(), code)).broken
  },
  'as/code-fresh': spoil('token-request', {
    kind: 'delay',
    at: messageNamed('token-request').id,
    seconds: 60,
  }),
  'as/code-same-redirect-uri': redeeming({ redirect_uri: 'https://evil.example/callback' }),
  'as/verifier-needs-challenge': redeeming({ code_verifier: undefined }),
  'as/verifier-matches': redeeming({ code_verifier: 'a'.repeat(43) }),
  'as/token-resource-granted': redeeming({ resource: 'https://evil.example/mcp' }),
  'as/code-unused': async (lab) => {
    const { client, code } = await lab.tokens()
    return (await lab.redeem(client, code)).broken
  },
  'as/proof-before-revocation': async (lab) => {
    const { client, code } = await lab.tokens()
    return (await lab.redeem(client, code, { code_verifier: 'a'.repeat(43) })).broken
  },
  // The client asks the owner anew, and goes on.
  'as/refresh-known': { ...refreshing({ refresh_token: 'tGzv3JOkF0XG5Qx2TlKWIA' }), endsBy: null },
  'as/refresh-same-client': async (lab) => {
    const { refresh } = await lab.tokens()
    return (await lab.refresh(await lab.register(), refresh)).broken
  },
  'as/refresh-reuse-revokes-family': async (lab) => {
    const { client, refresh } = await lab.tokens()
    await lab.refresh(client, refresh)
    return (await lab.refresh(client, refresh)).broken
  },
  'as/refresh-fresh': {
    ...spoil('refresh-request', {
      kind: 'delay',
      at: messageNamed('refresh-request').id,
      seconds: A_MONTH,
    }),
    endsBy: null,
  },
  'as/refresh-scope-subset': refreshing({ scope: 'notes:read notes:write' }),
  'as/refresh-resource-granted': refreshing({ resource: 'https://evil.example/mcp' }),
  'as/revocation-names-token': async (lab) => {
    const client_id = await lab.register()
    return (await lab.postForm('/revoke', { client_id })).broken
  },
  'as/revocation-same-client': async (lab) => {
    const { refresh } = await lab.tokens()
    return (await lab.postForm('/revoke', { client_id: await lab.register(), token: refresh }))
      .broken
  },
  'as/revocation-possible': async (lab) => {
    const { client, access } = await lab.tokens()
    return (await lab.postForm('/revoke', { client_id: client, token: access })).broken
  },
}
