import { describe, expect, test } from 'vitest'
import { registry } from '../../engine/checks/index.ts'
import { AUTH, MCP, openLab, type Lab } from './driver.ts'
import { expectHarmless, expectOAuthError, HUGE } from './harmless.ts'
import { CALLBACK, VERIFIER, type Sent } from './honest-client.ts'

const GRANT = 'invalid_grant'
const REQUEST = 'invalid_request'

/** A request that differs from the honest one, which would be answered with tokens. */
type Row = [title: string, difference: Sent, error: string]

const ANY_GRANT: Row[] = [
  ['without a grant type', { grant_type: undefined }, REQUEST],
  ['with an empty grant type', { grant_type: '' }, REQUEST],
  ['with the password grant', { grant_type: 'password' }, 'unsupported_grant_type'],
  [
    'with the client credentials grant',
    { grant_type: 'client_credentials' },
    'unsupported_grant_type',
  ],
  ['with a grant type that is inherited', { grant_type: 'constructor' }, 'unsupported_grant_type'],
  [
    'with a grant type and a line break',
    { grant_type: 'refresh_token\r\n' },
    'unsupported_grant_type',
  ],
  ['with two grant types', { grant_type: ['authorization_code', 'refresh_token'] }, REQUEST],
  ['without a client', { client_id: undefined }, 'invalid_client'],
  ['with an empty client_id', { client_id: '' }, 'invalid_client'],
  ['with an unknown client', { client_id: 'nobody' }, 'invalid_client'],
  ['with a client named after a prototype', { client_id: '__proto__' }, 'invalid_client'],
  ['with markup as a client', { client_id: '<script>alert(1)</script>' }, 'invalid_client'],
  ['with the client twice', { client_id: ['a', 'b'] }, REQUEST],
  ['with another resource', { resource: 'https://evil.example/' }, 'invalid_target'],
  ['with a second, foreign resource', { resource: [MCP, 'https://a.example/'] }, 'invalid_target'],
  ['with the resource and a slash', { resource: `${MCP}/` }, 'invalid_target'],
  ['with two client secrets', { client_secret: ['a', 'b'] }, REQUEST],
]

const CODE_GRANT: Row[] = [
  ['without a code', { code: undefined }, REQUEST],
  ['with an empty code', { code: '' }, REQUEST],
  ['with an unknown code', { code: 'SplxlOBeZQQYbYS6WxSbIA' }, GRANT],
  ['with a code named after a prototype', { code: '__proto__' }, GRANT],
  ['with markup as a code', { code: '"><script>alert(1)</script>' }, GRANT],
  ['with a NUL as a code', { code: '\0' }, GRANT],
  ['with two codes', { code: ['a', 'b'] }, REQUEST],
  ['without a verifier', { code_verifier: undefined }, REQUEST],
  ['with an empty verifier', { code_verifier: '' }, REQUEST],
  ['with two verifiers', { code_verifier: [VERIFIER, VERIFIER] }, REQUEST],
  ['with another verifier', { code_verifier: 'a'.repeat(43) }, GRANT],
  ['with a verifier too short', { code_verifier: VERIFIER.slice(1) }, GRANT],
  ['with a verifier too long', { code_verifier: 'a'.repeat(129) }, GRANT],
  ['with a verifier of other characters', { code_verifier: `${VERIFIER.slice(1)}+` }, GRANT],
  ['with a verifier and a line break', { code_verifier: `${VERIFIER}\n` }, GRANT],
  [
    'with the challenge as its verifier',
    { code_verifier: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM' },
    GRANT,
  ],
  ['with another redirect URI', { redirect_uri: 'https://evil.example/' }, GRANT],
  [
    'with another port in the redirect URI',
    { redirect_uri: CALLBACK.replace('50000', '50001') },
    GRANT,
  ],
  ['with two redirect URIs', { redirect_uri: [CALLBACK, CALLBACK] }, REQUEST],
]

const REFRESH_GRANT: Row[] = [
  ['without a refresh token', { refresh_token: undefined }, REQUEST],
  ['with an empty refresh token', { refresh_token: '' }, REQUEST],
  ['with an unknown refresh token', { refresh_token: 'tGzv3JOkF0XG5Qx2TlKWIA' }, GRANT],
  ['with a refresh token named after a prototype', { refresh_token: 'constructor' }, GRANT],
  ['with two refresh tokens', { refresh_token: ['a', 'b'] }, REQUEST],
  ['with a wider scope', { scope: 'notes:read notes:write' }, 'invalid_scope'],
  ['with an unknown scope', { scope: 'admin' }, 'invalid_scope'],
  ['with a scope named after a prototype', { scope: '__proto__' }, 'invalid_scope'],
  ['with two scopes', { scope: ['notes:read', 'notes:read'] }, REQUEST],
]

const codeAtHand = async (lab: Lab) => {
  const client_id = await lab.register()
  return { client_id, code: await lab.code({ client_id }) }
}

describe('OAuth 2.1 draft-13 §3.2.4 a code is not redeemed', () => {
  test.each([...ANY_GRANT, ...CODE_GRANT])('%s', async (_, difference, error) => {
    const lab = openLab()
    const { client_id, code } = await codeAtHand(lab)
    const answer = await lab.redeem(client_id, code, difference)
    expectHarmless(answer, lab.secrets)
    expectOAuthError(answer, 400, error)
    // A refused request MUST NOT use up what an honest one may still redeem.
    expect((await lab.redeem(client_id, code)).status).toBe(200)
  })

  test.each(['redeemed', 'refreshed'])('by another client, nor %s', async (act) => {
    const lab = openLab()
    const held = await lab.tokens()
    const other = await lab.register()
    const fresh = await lab.code({ client_id: held.client })
    const answer =
      act === 'redeemed' ? await lab.redeem(other, fresh) : await lab.refresh(other, held.refresh)
    expectHarmless(answer, lab.secrets)
    expectOAuthError(answer, 400, GRANT)
  })
})

describe('OAuth 2.1 draft-13 §3.2.4 tokens are not refreshed', () => {
  test.each([...ANY_GRANT, ...REFRESH_GRANT])('%s', async (_, difference, error) => {
    const lab = openLab()
    const { client, refresh } = await lab.tokens()
    const answer = await lab.refresh(client, refresh, difference)
    expectHarmless(answer, lab.secrets)
    expectOAuthError(answer, 400, error)
    expect((await lab.refresh(client, refresh)).status).toBe(200)
  })
})

describe('a server that forgets every check still has nothing to give for what it never gave', () => {
  const forget = registry.map(({ id }) => id)
  test.each([
    ['authorization_code', { code: 'SplxlOBeZQQYbYS6WxSbIA' }],
    ['refresh_token', { refresh_token: 'tGzv3JOkF0XG5Qx2TlKWIA' }],
    ['password', {}],
  ])('%s', async (grant_type, more) => {
    const answer = await openLab({ forget }).token({ grant_type, ...more })
    expectHarmless(answer)
    expectOAuthError(answer, 400, GRANT)
  })
})

describe('OAuth 2.1 draft-13 §3.2.2 a token request is a form in a body', () => {
  test.each<[string, string | undefined]>([
    ['not JSON', 'application/json'],
    ['not text', 'text/plain'],
    ['not multipart', 'multipart/form-data; boundary=x'],
    ['not without a content type', undefined],
    ['not two content types', 'application/x-www-form-urlencoded, text/plain'],
  ])('%s', async (_, type) => {
    const lab = openLab()
    const { client_id, code } = await codeAtHand(lab)
    const headers = type === undefined ? [] : [['Content-Type', type] as const]
    const fields = { grant_type: 'authorization_code', code, client_id, code_verifier: VERIFIER }
    const body = new URLSearchParams(fields).toString()
    const answer = await lab.send('POST', `${AUTH}/token`, { headers, body })
    expectHarmless(answer, lab.secrets)
    expectOAuthError(answer, 400, REQUEST)
  })

  test('not a query', async () => {
    const lab = openLab()
    const { client_id, code } = await codeAtHand(lab)
    const query = new URLSearchParams({ grant_type: 'authorization_code', code, client_id })
    const answer = await lab.postForm(`/token?${query}`, {})
    expectHarmless(answer, lab.secrets)
    expectOAuthError(answer, 400, REQUEST)
  })

  test.each(['', '%%%&=&==&%zz', 'grant_type', '\u0000', '{}'])('nor %j', async (body) => {
    const headers = [['Content-Type', 'application/x-www-form-urlencoded']] as const
    const answer = await openLab().send('POST', `${AUTH}/token`, { headers, body })
    expectOAuthError(answer, 400, REQUEST)
  })

  test('RFC 9110 §15.5.14 nor one of a million characters', async () => {
    const answer = await openLab().token({ grant_type: HUGE })
    expectHarmless(answer)
    expect(answer.status).toBe(413)
  })
})

describe('OAuth 2.1 draft-13 §3.2.4 a client that tried the Authorization header', () => {
  test.each([
    ['Basic bm9ib2R5OnNlY3JldA==', 'Basic'],
    ['Basic !!!', 'Basic'],
    ['Bearer abc', 'Bearer'],
  ])('%s is challenged with the scheme it used', async (authorization, scheme) => {
    const lab = openLab()
    const fields = { grant_type: 'refresh_token', refresh_token: 'x' }
    const answer = await lab.token(fields, [['Authorization', authorization]])
    expectHarmless(answer, lab.secrets)
    expectOAuthError(answer, 401, 'invalid_client')
    expect(answer.header('WWW-Authenticate')).toBe(`${scheme} realm="token endpoint"`)
  })

  test('is not helped to a header of its own making', async () => {
    const answer = await openLab().token({ grant_type: 'refresh_token', refresh_token: 'x' }, [
      ['Authorization', 'Basic" x'],
    ])
    expectOAuthError(answer, 400, 'invalid_client')
    expect(answer.header('WWW-Authenticate')).toBeUndefined()
  })
})

test('OAuth 2.1 draft-13 §3.2 an unknown parameter is ignored, even twice', async () => {
  const lab = openLab()
  const { client_id, code } = await codeAtHand(lab)
  const difference = { ['__proto__']: 'x', audience: ['a', 'b'], redirect_uri: CALLBACK }
  expect((await lab.redeem(client_id, code, difference)).status).toBe(200)
})
