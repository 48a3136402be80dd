import { importJWK, type CryptoKey, type JWK } from 'jose'

// Public teaching keys. Both halves are printed here on purpose, so that every run repeats: they protect nothing,
// and nobody may use them for anything else.
const NOTICE = 'public teaching key: never use it'

/** A key of the lab: a JWK that says what it is for. */
export type TeachingKey = JWK & {
  readonly kid: string
  readonly alg: string
  readonly notice: string
}

/** The authorization server's signing key for access tokens: Ed25519, whose signatures repeat for the same input. */
export const TEACHING_KEY_ED25519 = {
  kid: 'teaching-ed25519',
  alg: 'EdDSA',
  use: 'sig',
  notice: NOTICE,
  crv: 'Ed25519',
  d: 'I01-g6IEdmUpHBLpLW33R5o_v0s1yyhVxiJdkGbHMrA',
  x: 'yyb3pAC5WaksTYFPQIyj2zGsXZ3EAjtWUxmG6dObg58',
  kty: 'OKP',
} as const satisfies TeachingKey

/**
 * The authorization server's second key: RSA, because RFC 9068 has every server understand RS256.
 * @see [RFC 9068 §2.1 - Header](https://www.rfc-editor.org/rfc/rfc9068.html#section-2.1)
 */
export const TEACHING_KEY_RSA = {
  kid: 'teaching-rsa',
  alg: 'RS256',
  use: 'sig',
  notice: NOTICE,
  kty: 'RSA',
  n: 'rjIK7KLCN6EjT6-b6zWL_X1auTIy_IIlEId0ihBrynUMUE2oRZ4_KdKb0q4zTSFaXz9k3jqqxgZE4EGoUNzvEJke46lcr159PR6Q2ZWwt73cnGWmK7At-NFnwaDSWCDAUxRRuXSAVqDFhCrTo1sp8J5dG8uaIcpst5wnN_XV3Aup35IuJQ_-doi78l_whaF7ikmILZYeISrBwRikZUKVxH0H2rmTLkPQwLPu1CXJBp4N7OaQOAj-QZ_nKZAe-OqK47lrqqBYyKonUjYJgh2WTgGaK22fgrs4ZnkDwMaZoIIlTTD2qya_2PvgPJ3WfmEjwwwV_b5ueyDuVQXIDB1G_w',
  e: 'AQAB',
  d: 'CnWlyJy4mxIuu8etzeXwCx9eSwrTxewN9rFI0vYhICMpbfROcNO2M42FCWr9WJnH7TqHaif3_h5SlMFMg9fS9lpYtk8tP2Ml6P1vXClMAanBrUBrRb9Km2Co4WxbL6spG96h-PKhDCfo2Zf1ZPSB5FlV-j0eUFNxILtHHZSXgU1hOftyfoLhnWO6UH-6ZSQ1Ig2Ditnt3ml1f10oCodkfHIqNUc6vxvbS0knd3lChf5LJ_X5535VXZxq3C1HlGyeL3PmJE-Ml1qKDh_sm4lPPyHv_mho05UAQ1jwy2Y8nm3C_VRR-mp3_R6mfrA2tymDm2YtsBZI8RB7O-BFnxAdWQ',
  p: '4xxJwdvIn-4vcHyyOPTh8HqX_YZhmpvv1D6ADaQV1AVTcr_MQRFA-S25AxFmQn2aJh1IFxOzzRODBiPJpTX6qzrBmLOfW8ltzuRGofkvC_kxeDTc0wTexJt0mZUTu0bXSz2MCIQXcmCMWNw87Y9Lf5inHcpNjXCYnk5evlnWH4k',
  q: 'xFqcIL0z-Y-1z4Fit1ih0THZL6PS-5xCgzN4EV7AdkAwJJYfW1nJct8Y4j5ejR8sOsKyduvUEXg-3y8ef88h-CM4tbAEXdvIjfKdcUNZw6BXDuP878BvEsj5-aBI-DhmWtSWU8YfDU9o6FFslSQcUwmcLypeG-dMttUD_W78SEc',
  dp: 'N-WEecQgUsyKvILUUpRi748czXc_mo_6rSBc3_6cqLxO15VBLlqSxUFtocWsh3zmba8TSSq-PCErRF2WiaUJdw9VCsJa3HptHlis0bzEyYuhk1Zfa0htk7I3Nn2sh5Fd99TEHGx2YN5GbLB4BngYOuVVbE2YXNFznrLnOq5dtxE',
  dq: 'bN_dIF4o2qEv665PgWBY4Xkldz_8dd1wF_XLBr6mMytmRnMjUfDYPaSs1I5GuTNmv_JDKKOdBE7Ldc9XtwCwUjmdcUj3Mt_yNZsoZ6wzssBOZYhPMNVgAWeFDEAvFcuYHZcw_6SkhSnZ_q9faNcMCZMTkieI5Sn8pIg63STUKHM',
  qi: 'xy97ul4eqnQv-VcmP2JW96WfOPPGWQ4rQztejnL2HodrTQdgCG4yMm3HuFV3e_NU9SJPAsNEaRXAwI63qJ9n4v-8vkXFKQ7d6zk85rJ_ToE6mEP5HVMJB6m6rS361Ptpb2tu1m1f5kHyM5MljaSlPTzwMBiWdq8p0GFZdFZ2ygU',
} as const satisfies TeachingKey

/** A key that the attacker made himself. Nobody publishes it. */
export const ATTACKERS_KEY = {
  kid: 'attackers-own',
  alg: 'EdDSA',
  use: 'sig',
  notice: NOTICE,
  crv: 'Ed25519',
  d: 'CLr1NJpn_mM_AeHeOvrCcpOnu0KmgF-xB6bH5mmKYrE',
  x: 'FYTzaooW6OwYOk0_-LsmTEcKzTejHz6PFscqj27IGKc',
  kty: 'OKP',
} as const satisfies TeachingKey

const PUBLIC_MEMBERS = ['kty', 'kid', 'alg', 'use', 'crv', 'x', 'n', 'e', 'notice'] as const

/** The half of a key that may be published: the members that RFC 7517 and RFC 7518 call public, and the notice. */
export const publicHalf = (key: TeachingKey): JWK =>
  Object.fromEntries(PUBLIC_MEMBERS.filter((name) => name in key).map((name) => [name, key[name]]))

/** Imports a JWK for signing or verifying. A JWK that is no asymmetric key throws a `TypeError`. */
export const importKey = async (key: JWK): Promise<CryptoKey> => {
  const imported = await importJWK(key, key.alg)
  if (imported instanceof Uint8Array) throw new TypeError('a symmetric key cannot be published')
  return imported
}
