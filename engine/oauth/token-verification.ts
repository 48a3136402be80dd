import type { JWK } from 'jose'
import { keyedWithPublicKey, signatureHolds, type DecodedToken } from './access-token.ts'
import { keyWithId } from './jwks.ts'

/** What a token is believed about itself before anybody has verified it. An honest server believes nothing. */
export interface Belief {
  /** Its header says by which algorithm it is to be verified. */
  readonly algorithm: boolean
  /** Its header may bring the key. */
  readonly key: boolean
}

/** Whether the key that a token asks for is one that the authorization server publishes, and for this algorithm. @see [RFC 8725 §3.8 - Validate Issuer and Subject](https://www.rfc-editor.org/rfc/rfc8725.html#section-3.8) */
export const keyIsPublished = (
  { header }: DecodedToken,
  published: readonly JWK[],
  believes: Belief,
): boolean => {
  // Unsafe: who lets the header choose the algorithm has no algorithm to compare with that of the key (`forged-token`).
  if (believes.algorithm && header.alg === 'none') return true
  const key = keyWithId(published, header.kid)
  return key !== undefined && (believes.algorithm || key.alg === header.alg)
}

/** Verifies a token: by the published key that it names, and by the algorithm that this key is for. @see [RFC 8725 §3.1 - Perform Algorithm Verification](https://www.rfc-editor.org/rfc/rfc8725.html#section-3.1) */
export const verified = async (
  token: string,
  { header }: DecodedToken,
  published: readonly JWK[],
  believes: Belief,
): Promise<boolean> => {
  // Unsafe: a header that may say `none` says that there is nothing to verify (`forged-token`).
  if (believes.algorithm && header.alg === 'none') return token.endsWith('.')
  const key = (believes.key ? keyBroughtIn(header) : undefined) ?? keyWithId(published, header.kid)
  if (!key) return false
  // Unsafe: an algorithm with a shared secret makes a secret of the published key, which everybody has (`forged-token`).
  if (believes.algorithm && header.alg === 'HS256') return keyedWithPublicKey(token, key)
  return signatureHolds(token, key)
}

// Unsafe: a key that comes with the token verifies whatever its sender has signed (`forged-token`).
const keyBroughtIn = ({ jwk }: DecodedToken['header']): JWK | undefined =>
  typeof jwk === 'object' && jwk !== null ? (jwk as JWK) : undefined
