import { describe, expect, test } from 'vitest'
import { TEACHING_KEY_ED25519 } from '../../engine/chance/keys.ts'
import { decodeToken, signAccessToken } from '../../engine/oauth/access-token.ts'
import { withdrawGrants } from '../../engine/parties/authorization-server/store.ts'
import { basic, ISSUER, openAuthorizationServer } from './as-lab.ts'
import { expectHarmless, expectOAuthError } from './harmless.ts'
import { CALLBACK, form, type Sent } from './honest-client.ts'

describe('RFC 7009 §2.1 a refresh token that is given back', () => {
  test('stops working at once, with all that came from the same consent', async () => {
    const lab = openAuthorizationServer()
    const { client_id, refresh_token } = await lab.tokens()
    const next = (await lab.refresh(refresh_token, { client_id })).json()['refresh_token']
    const answer = await lab.revoke(next, { client_id })
    expect([answer.status, answer.body, answer.header('Cache-Control')]).toEqual([
      200,
      '',
      'no-store',
    ])
    const refused = await lab.refresh(next, { client_id })
    expectOAuthError(refused, 400, 'invalid_grant')
    expect(refused.broken).toBe('as/refresh-known')
  })

  test('may be one that was exchanged before', async () => {
    const lab = openAuthorizationServer()
    const { client_id, refresh_token } = await lab.tokens()
    const next = (await lab.refresh(refresh_token, { client_id })).json()['refresh_token']
    expect((await lab.revoke(refresh_token, { client_id })).status).toBe(200)
    expect((await lab.refresh(next, { client_id })).broken).toBe('as/refresh-known')
  })

  test('leaves what the owner granted at another time', async () => {
    const lab = openAuthorizationServer()
    const [one, two] = [await lab.tokens(), await lab.tokens()]
    await lab.revoke(one.refresh_token, { client_id: one.client_id })
    expect((await lab.refresh(two.refresh_token, { client_id: two.client_id })).status).toBe(200)
  })

  test('lives on when that is forgotten, though the answer says otherwise', async () => {
    const lab = openAuthorizationServer({ forget: ['as/refresh-withdrawn'] })
    const { client_id, refresh_token } = await lab.tokens()
    expect((await lab.revoke(refresh_token, { client_id })).status).toBe(200)
    expect(lab.did.at(-1)).toMatchObject({
      check: 'as/refresh-withdrawn',
      verdict: 'forgotten',
      holds: false,
    })
    expect((await lab.refresh(refresh_token, { client_id })).status).toBe(200)
  })

  test.each(['refresh_token', 'access_token', 'nonsense', ''])(
    'RFC 7009 §2.2 whatever the hint %j says',
    async (token_type_hint) => {
      const lab = openAuthorizationServer()
      const { client_id, refresh_token } = await lab.tokens()
      expect((await lab.revoke(refresh_token, { client_id, token_type_hint })).status).toBe(200)
      expect((await lab.refresh(refresh_token, { client_id })).status).toBe(400)
    },
  )

  test('twice is no error', async () => {
    const lab = openAuthorizationServer()
    const { client_id, refresh_token } = await lab.tokens()
    for (const _ of [1, 2])
      expect((await lab.revoke(refresh_token, { client_id })).status).toBe(200)
  })
})

describe('RFC 7009 §2.2 what is no token of this server is withdrawn already', () => {
  const claims = {
    iss: ISSUER,
    sub: 'sam',
    aud: 'x',
    client_id: 'y',
    scope: '',
    iat: 0,
    exp: 9e9,
    jti: 'z',
  }
  test.each<[string, () => Promise<string> | string]>([
    ['an unknown one', () => 'tGzv3JOkF0XG5Qx2TlKWIA'],
    ['one named after a prototype', () => '__proto__'],
    ['half a JWT', () => 'a.b'],
    [
      'a forged JWT',
      async () =>
        `${await signAccessToken(claims, TEACHING_KEY_ED25519)}A`.replace(/.{5}A$/, 'AAAAA'),
    ],
    [
      'a JWT of another issuer',
      () => signAccessToken({ ...claims, iss: 'https://evil.example' }, TEACHING_KEY_ED25519),
    ],
    [
      'an access token that has expired',
      () => signAccessToken({ ...claims, exp: 1 }, TEACHING_KEY_ED25519),
    ],
  ])('%s', async (_, token) => {
    const lab = openAuthorizationServer()
    const { client_id } = await lab.register()
    const answer = await lab.revoke(await token(), { client_id })
    expect([answer.status, answer.body]).toEqual([200, ''])
  })
})

describe('RFC 7009 §2.2.1 a withdrawal is refused', () => {
  test.each<[string, Sent, string, string]>([
    ['without a token', { token: undefined }, 'as/revocation-names-token', 'invalid_request'],
    ['with an empty token', { token: '' }, 'as/revocation-names-token', 'invalid_request'],
    ['with two tokens', { token: ['a', 'b'] }, 'as/revocation-names-token', 'invalid_request'],
    ['without a client', { client_id: undefined }, 'as/client-identified', 'invalid_client'],
    ['from an unknown client', { client_id: 'nobody' }, 'as/client-identified', 'invalid_client'],
    [
      'from a client named twice',
      { client_id: ['a', 'a'] },
      'as/token-parameters-once',
      'invalid_request',
    ],
    [
      'with a secret that was never given',
      { client_secret: 'x' },
      'as/client-authenticated',
      'invalid_client',
    ],
  ])('%s', async (_, difference, by, error) => {
    const lab = openAuthorizationServer()
    const { client_id, refresh_token } = await lab.tokens()
    const answer = await lab.post('revoke', { token: refresh_token, client_id, ...difference })
    expectHarmless(answer, [refresh_token])
    expectOAuthError(answer, 400, error)
    expect(answer.broken).toBe(by)
    expect((await lab.refresh(refresh_token, { client_id })).status).toBe(200)
  })

  test('in another media type', async () => {
    const lab = openAuthorizationServer()
    const { client_id, refresh_token: token } = await lab.tokens()
    const body = form({ token, client_id })
    const answer = await lab.send('POST', `${ISSUER}/revoke`, {
      headers: [['Content-Type', 'text/plain']],
      body,
    })
    expectOAuthError(answer, 400, 'invalid_request')
  })

  test.each(['refresh_token', 'access_token'] as const)(
    'RFC 7009 §2.1 of another client’s %s',
    async (kind) => {
      const lab = openAuthorizationServer()
      const held = await lab.tokens()
      const { client_id } = await lab.register()
      const answer = await lab.revoke(held[kind], { client_id })
      expectOAuthError(answer, 400, 'invalid_grant')
      expect(answer.broken).toBe('as/revocation-same-client')
      expect((await lab.refresh(held.refresh_token, { client_id: held.client_id })).status).toBe(
        200,
      )
    },
  )

  test('of another client’s token, unless that is forgotten', async () => {
    const lab = openAuthorizationServer({ forget: ['as/revocation-same-client'] })
    const held = await lab.tokens()
    await lab.revoke(held.refresh_token, { client_id: (await lab.register()).client_id })
    expect((await lab.refresh(held.refresh_token, { client_id: held.client_id })).status).toBe(400)
  })

  test('of an access token, which lives until it expires', async () => {
    const lab = openAuthorizationServer()
    const { client_id, access_token } = await lab.tokens()
    const answer = await lab.revoke(access_token, { client_id })
    expectOAuthError(answer, 400, 'unsupported_token_type')
    expect(answer.broken).toBe('as/revocation-possible')
    const careless = openAuthorizationServer({ forget: ['as/revocation-possible'] })
    const theirs = await careless.tokens()
    expect(
      (await careless.revoke(theirs.access_token, { client_id: theirs.client_id })).status,
    ).toBe(200)
  })

  test('without the secret that the client has', async () => {
    const quill = {
      client_id: 'quill',
      client_secret: 's',
      redirect_uris: [CALLBACK],
      grant_types: ['authorization_code', 'refresh_token'],
    }
    const lab = openAuthorizationServer({ settings: { clients: [quill] } })
    const right = basic('quill', 's')
    const { refresh_token } = (
      await lab.redeem(await lab.code({ client_id: 'quill' }), {}, right)
    ).json()
    expectOAuthError(await lab.revoke(refresh_token, { client_id: 'quill' }), 400, 'invalid_client')
    expectOAuthError(
      await lab.revoke(refresh_token, {}, basic('quill', 'x')),
      401,
      'invalid_client',
    )
    expect((await lab.revoke(refresh_token, {}, right)).status).toBe(200)
    expect((await lab.refresh(refresh_token, {}, right)).broken).toBe('as/refresh-known')
  })
})

describe('RFC 7009 §2.1 the owner takes back what they granted', () => {
  test('every refresh token and every code of theirs, and nobody else’s', async () => {
    const lab = openAuthorizationServer()
    const [sam, robin] = [await lab.tokens('sam'), await lab.tokens('robin')]
    const { client_id } = await lab.register()
    const code = await lab.code({ client_id }, 'sam')
    withdrawGrants(lab.store, 'sam')
    expectOAuthError(
      await lab.refresh(sam.refresh_token, { client_id: sam.client_id }),
      400,
      'invalid_grant',
    )
    expectOAuthError(await lab.redeem(code, { client_id }), 400, 'invalid_grant')
    expect((await lab.refresh(robin.refresh_token, { client_id: robin.client_id })).status).toBe(
      200,
    )
    expect(decodeToken(sam.access_token)?.claims.exp).toBe(lab.clock.now() + 900)
    // What is taken back may be granted anew.
    expect((await lab.redeem(await lab.code({ client_id }, 'sam'), { client_id })).status).toBe(200)
  })

  test('RFC 8414 §2 the endpoint is in the metadata, with the ways to authenticate there', async () => {
    const methods = ['none', 'client_secret_basic', 'client_secret_post']
    expect(await openAuthorizationServer().metadata()).toMatchObject({
      revocation_endpoint: `${ISSUER}/revoke`,
      revocation_endpoint_auth_methods_supported: methods,
      token_endpoint_auth_methods_supported: methods,
    })
  })
})
