import { describe, expect, test } from 'vitest'
import {
  ATTACKERS_KEY,
  publicHalf,
  TEACHING_KEY_ED25519,
  TEACHING_KEY_RSA,
} from '../../engine/chance/keys.ts'
import {
  decodeToken,
  signAccessToken,
  signedWithOwnKey,
  signedWithSecret,
  unsignedToken,
} from '../../engine/oauth/access-token.ts'
import { keyIsPublished, verified, type Belief } from '../../engine/oauth/token-verification.ts'

const claims = {
  iss: 'https://auth.example',
  sub: 'sam',
  aud: 'https://notes.example/mcp',
  client_id: 'made-up',
  scope: 'notes:read',
  iat: 0,
  exp: 900,
  jti: 'one',
}
const published = [TEACHING_KEY_ED25519, TEACHING_KEY_RSA].map(publicHalf)
const judged = async (token: string, believes: Belief) => {
  const decoded = decodeToken(token)!
  return [
    keyIsPublished(decoded, published, believes),
    await verified(token, decoded, published, believes),
  ]
}

const NOTHING: Belief = { algorithm: false, key: false }
const ALGORITHM: Belief = { algorithm: true, key: false }
const KEY: Belief = { algorithm: false, key: true }

describe('RFC 8725 §3.1: a server that has chosen its algorithms', () => {
  test.each([
    ['without a signature', () => unsignedToken(claims)],
    ['keyed with the public key', () => signedWithSecret(claims, publicHalf(TEACHING_KEY_RSA))],
    [
      'signed with a key it brings along',
      () => signedWithOwnKey(claims, ATTACKERS_KEY, publicHalf(ATTACKERS_KEY)),
    ],
  ])('believes no token that is %s', async (_, forge) => {
    expect(await judged(await forge(), NOTHING)).toEqual([false, false])
  })

  test('believes one that the issuer has signed', async () => {
    expect(await judged(await signAccessToken(claims, TEACHING_KEY_ED25519), NOTHING)).toEqual([
      true,
      true,
    ])
    expect(await judged(await signAccessToken(claims, TEACHING_KEY_RSA), ALGORITHM)).toEqual([
      true,
      true,
    ])
  })
})

describe('RFC 8725 §2.1: a server that lets the header choose the algorithm', () => {
  test('believes a token without a signature, and none that has a broken one', async () => {
    const token = unsignedToken(claims)
    expect(await judged(token, ALGORITHM)).toEqual([true, true])
    expect(await judged(`${token}x`, ALGORITHM)).toEqual([true, false])
  })

  test('takes the text of the public key for a secret, and no other text', async () => {
    const rsa = await signedWithSecret(claims, publicHalf(TEACHING_KEY_RSA))
    expect(await judged(rsa, ALGORITHM)).toEqual([true, true])
    const other = await signedWithSecret(claims, {
      ...publicHalf(ATTACKERS_KEY),
      kid: TEACHING_KEY_RSA.kid,
    })
    expect(await judged(other, ALGORITHM)).toEqual([true, false])
  })
})

describe('RFC 8725 §3.8: a server that takes the key from the token', () => {
  test('believes whoever sends a key along, and still wants a valid signature', async () => {
    const token = await signedWithOwnKey(claims, ATTACKERS_KEY, publicHalf(ATTACKERS_KEY))
    expect(await judged(token, KEY)).toEqual([false, true])
    expect(await judged(`${token.slice(0, -4)}AAAA`, KEY)).toEqual([false, false])
    const lying = await signedWithOwnKey(claims, ATTACKERS_KEY, publicHalf(TEACHING_KEY_ED25519))
    expect(await judged(lying, KEY)).toEqual([false, false])
  })

  test.each([['a text'], [null], [{ kty: 'oct', k: 'AAAA', alg: 'HS256' }]])(
    'takes %j for no key',
    async (jwk) => {
      const token = await signedWithOwnKey(claims, ATTACKERS_KEY, jwk as never)
      expect((await judged(token, KEY))[1]).toBe(false)
    },
  )
})
