import { SignJWT, base64url, importJWK, type JWTHeaderParameters, type JWTPayload } from 'jose'
import { describe, expect, test } from 'vitest'
import { TEACHING_KEY_ED25519, TEACHING_KEY_RSA } from '../../engine/chance/keys.ts'
import { AUTH, INITIALIZE, MCP, openLab, type Answer } from './driver.ts'
import { expectHarmless } from './harmless.ts'

const lab = openLab()
const now = lab.clock.now()
const HEADER = { alg: 'EdDSA', typ: 'at+jwt', kid: 'teaching-ed25519' }
const CLAIMS = {
  iss: AUTH,
  sub: 'sam',
  aud: MCP,
  client_id: 'quill',
  scope: 'notes:read',
  iat: now,
  exp: now + 900,
  jti: 'one',
}
const encode = (value: unknown) => base64url.encode(JSON.stringify(value))

/** A token that the authorization server's own key signed, differing from an honest one. */
const signed = async (
  header: object = {},
  claims: object = {},
  key: object = TEACHING_KEY_ED25519,
) =>
  new SignJWT({ ...CLAIMS, ...claims } as JWTPayload)
    .setProtectedHeader({ ...HEADER, ...header } as JWTHeaderParameters)
    .sign(await importJWK(key as typeof TEACHING_KEY_ED25519, { ...HEADER, ...header }.alg))

/** A token whose header and claims are any JSON, under the signature of an honest one. */
const assembled = async (header: unknown, claims: unknown) =>
  [encode(header), encode(claims), (await signed()).split('.')[2]].join('.')

const hmac = async (secret: string) =>
  new SignJWT(CLAIMS)
    .setProtectedHeader({ ...HEADER, alg: 'HS256', kid: TEACHING_KEY_RSA.kid })
    .sign(new TextEncoder().encode(secret))

const expectInvalidToken = (answer: Answer, check: string) => {
  expectHarmless(answer, lab.secrets)
  expect([answer.status, answer.broken]).toEqual([401, check])
  expect(answer.header('WWW-Authenticate')).toMatch(/^Bearer error="invalid_token", /)
  expect(answer.header('WWW-Authenticate')).toContain(
    'resource_metadata="https://notes.example/.well-known/oauth-protected-resource/mcp"',
  )
  expect(answer.body).toBe('')
}

describe('RFC 9068 §4 a token is refused', () => {
  const FORM = 'rs/token-well-formed'
  const PAIR = { ...HEADER, alg: 'RS256', kid: TEACHING_KEY_RSA.kid }
  test.each<[string, () => Promise<string>, string]>([
    ['that is one word', async () => 'abc', FORM],
    ['that is two parts', async () => (await signed()).split('.').slice(0, 2).join('.'), FORM],
    ['that is four parts', async () => `${await signed()}.x`, FORM],
    ['that is five parts', async () => `${await signed()}.x.y`, FORM],
    ['that is three empty parts', async () => '..', FORM],
    ['whose header is no base64url', async () => `+++.${encode(CLAIMS)}.AAAA`, FORM],
    ['whose header is no JSON', async () => `${base64url.encode('{')}.${encode(CLAIMS)}.AA`, FORM],
    ['whose header is a list', () => assembled([], CLAIMS), FORM],
    ['whose header names no algorithm', () => assembled({ typ: 'at+jwt' }, CLAIMS), FORM],
    ['whose algorithm is a number', () => assembled({ ...HEADER, alg: 7 }, CLAIMS), FORM],
    ['whose payload is no JSON', async () => `${encode(HEADER)}.${base64url.encode('{')}.AA`, FORM],
    ['whose payload is a list', () => assembled(HEADER, [CLAIMS]), FORM],
    ['whose payload is null', () => assembled(HEADER, null), FORM],
    ['whose expiry is a string', () => signed({}, { exp: String(now + 900) }), FORM],
    ['whose issuer is a number', () => signed({}, { iss: 7 }), FORM],
    ['whose audience is an object', () => signed({}, { aud: { 0: MCP } }), FORM],
    ['whose audiences are not strings', () => signed({}, { aud: [MCP, 7] }), FORM],
    ['whose scope is a list', () => signed({}, { scope: ['notes:read'] }), FORM],
    ['whose type is missing', () => signed({ typ: undefined }), 'rs/typ-at-jwt'],
    ['whose type is JWT', () => signed({ typ: 'JWT' }), 'rs/typ-at-jwt'],
    ['that is an id token', () => signed({ typ: 'id_token+jwt' }), 'rs/typ-at-jwt'],
    [
      'without a signature',
      () => assembled({ ...HEADER, alg: 'none' }, CLAIMS),
      'rs/algorithm-listed',
    ],
    [
      'with NONE for an algorithm',
      () => assembled({ ...HEADER, alg: 'NONE' }, CLAIMS),
      'rs/algorithm-listed',
    ],
    [
      'with an algorithm that is inherited',
      () => assembled({ ...HEADER, alg: 'toString' }, CLAIMS),
      'rs/algorithm-listed',
    ],
    [
      'signed with the public key as a secret',
      () => hmac(JSON.stringify(TEACHING_KEY_RSA.n)),
      'rs/algorithm-listed',
    ],
    ['with an unknown key', () => signed({ kid: 'mine' }), 'rs/key-from-issuer'],
    ['with no key named', () => signed({ kid: undefined }), 'rs/key-from-issuer'],
    [
      'with a key named after a prototype',
      () => signed({ kid: '__proto__' }),
      'rs/key-from-issuer',
    ],
    ['with a path for a key', () => signed({ kid: '../../dev/null' }), 'rs/key-from-issuer'],
    [
      'with the RSA key for an Ed25519 token',
      () => signed({ kid: TEACHING_KEY_RSA.kid }),
      'rs/key-from-issuer',
    ],
    [
      'with a key of its own',
      () => signed({ kid: 'x', jwk: TEACHING_KEY_ED25519 }),
      'rs/key-from-issuer',
    ],
    [
      'with an address for keys',
      () => signed({ kid: 'x', jku: 'https://evil.example/jwks' }),
      'rs/key-from-issuer',
    ],
    [
      'with an extension nobody knows',
      () => assembled({ ...HEADER, crit: ['x'], x: 1 }, CLAIMS),
      'rs/signature-valid',
    ],
    [
      'whose payload was changed',
      () => assembled(HEADER, { ...CLAIMS, scope: 'notes:write' }),
      'rs/signature-valid',
    ],
    ['whose signature was cut', async () => (await signed()).slice(0, -4), 'rs/signature-valid'],
    [
      'without the third part',
      async () => `${(await signed()).split('.').slice(0, 2).join('.')}.`,
      'rs/signature-valid',
    ],
    [
      'that says RS256 over an Ed25519 signature',
      () => assembled(PAIR, CLAIMS),
      'rs/signature-valid',
    ],
    ['from another issuer', () => signed({}, { iss: 'https://evil.example' }), 'rs/issuer-matches'],
    ['from the issuer with a slash', () => signed({}, { iss: `${AUTH}/` }), 'rs/issuer-matches'],
    ['from nobody', () => signed({}, { iss: undefined }), 'rs/issuer-matches'],
    [
      'for another server',
      () => signed({}, { aud: 'https://evil.example/mcp' }),
      'rs/audience-is-me',
    ],
    ['for the issuer', () => signed({}, { aud: AUTH }), 'rs/audience-is-me'],
    ['for this origin', () => signed({}, { aud: 'https://notes.example' }), 'rs/audience-is-me'],
    ['for nobody', () => signed({}, { aud: undefined }), 'rs/audience-is-me'],
    ['for an empty list', () => signed({}, { aud: [] }), 'rs/audience-is-me'],
    ['that expires now', () => signed({}, { exp: now }), 'rs/not-expired'],
    ['that expired long ago', () => signed({}, { exp: 0 }), 'rs/not-expired'],
    ['that expires before time began', () => signed({}, { exp: -1e308 }), 'rs/not-expired'],
    ['that never expires', () => signed({}, { exp: undefined }), 'rs/not-expired'],
    ['that is not valid yet', () => signed({}, { nbf: now + 1 }), 'rs/not-expired'],
    ['of forty thousand characters', async () => 'a'.repeat(40_000), FORM],
  ])('%s', async (_, make, check) => {
    expectInvalidToken(await lab.mcp(await make(), INITIALIZE), check)
  })

  test.each<[string, () => Promise<string>]>([
    ['as it should be', () => signed()],
    ['with a type in capitals (Figure 2)', () => signed({ typ: 'at+JWT' })],
    ['with a whole media type', () => signed({ typ: 'application/at+jwt' })],
    ['for this server among others', () => signed({}, { aud: ['https://a.example', MCP] })],
    [
      'signed with RS256 (§2.1)',
      () => signed({ alg: 'RS256', kid: TEACHING_KEY_RSA.kid }, {}, TEACHING_KEY_RSA),
    ],
  ])('and taken %s', async (_, make) => {
    expect((await lab.mcp(await make(), INITIALIZE)).status).toBe(200)
  })
})

describe('RFC 6750 §3.1 without a token there is a challenge that names no error', () => {
  test.each([
    ['no header', undefined],
    ['an empty header', ''],
    ['the scheme alone', 'Bearer'],
    ['the scheme and a space', 'Bearer '],
    ['another scheme', 'Basic c2FtOnRlYWNoaW5n'],
    ['DPoP', 'DPoP abc'],
    ['a token of other characters', 'Bearer <script>'],
    ['two tokens', 'Bearer abc, Bearer def'],
    ['a parameter', 'Bearer token="abc"'],
  ])('%s', async (_, authorization) => {
    const headers = authorization === undefined ? [] : [['Authorization', authorization] as const]
    const answer = await lab.mcp(undefined, INITIALIZE, headers)
    expectHarmless(answer, lab.secrets)
    expect([answer.status, answer.broken]).toEqual([401, 'rs/token-present'])
    expect(answer.header('WWW-Authenticate')).not.toContain('error')
    expect(answer.header('WWW-Authenticate')).not.toContain('script')
  })

  test('OAuth 2.1 draft-13 §5.1 a token in the query counts as none', async () => {
    const token = await signed()
    const answer = await lab.send('POST', `${MCP}?access_token=${token}`, { body: '{}' })
    expect([answer.status, answer.broken]).toEqual([401, 'rs/token-present'])
  })

  test('OAuth 2.1 draft-13 §5.1 a token in header and query is a malformed request', async () => {
    const token = await signed()
    const headers = [['Authorization', `bearer ${token}`]] as const
    const answer = await lab.send('POST', `${MCP}?access_token=${token}`, { headers, body: '{}' })
    expectHarmless(answer, [token])
    expect([answer.status, answer.broken]).toEqual([400, 'rs/bearer-in-header'])
    expect(answer.header('WWW-Authenticate')).toContain('error="invalid_request"')
  })
})
