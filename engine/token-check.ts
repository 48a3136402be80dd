import type { JWK } from 'jose'
import { decodeToken, signatureHolds } from './oauth/access-token.ts'
import { keyWithId, jwkSet } from './oauth/jwks.ts'
import { readJson } from './oauth/json.ts'
import { publicHalf, TEACHING_KEY_ED25519, TEACHING_KEY_RSA } from './chance/keys.ts'
import type { WireMessage } from './wire/message.ts'

/** What came of verifying a token's signature. `source` says where the key came from. */
export interface SignatureVerdict {
  readonly valid: boolean
  readonly kid: string | undefined
  readonly alg: string | undefined
  readonly source: 'the key set in this run' | 'the authorization server’s published keys'
}

/** Verifies a JWT with the key set that was fetched in this run, or, before that, with the keys the server publishes. Undefined for what is no JWT. */
export const verifyToken = async (
  token: string,
  log: readonly WireMessage[],
): Promise<SignatureVerdict | undefined> => {
  const decoded = decodeToken(token)
  if (!decoded) return undefined
  const { keys, from } = keysIn(log)
  const { kid, alg } = decoded.header
  const key = keyWithId(keys, kid)
  return {
    valid: key !== undefined && (await signatureHolds(token, key)),
    kid,
    alg,
    source: from ? 'the key set in this run' : 'the authorization server’s published keys',
  }
}

/** The keys by which tokens of a run are verified, and the message that brought them; before one did, those that the server publishes. */
export const keysIn = (
  log: readonly WireMessage[],
): { readonly keys: readonly JWK[]; readonly from: WireMessage | undefined } => {
  const fetched = log.findLast(({ name, kind }) => name === 'jwks' && kind === 'response')
  const reading = fetched?.kind === 'response' ? readJson(jwkSet, fetched.response.body) : undefined
  return reading && 'value' in reading
    ? { keys: reading.value.keys as JWK[], from: fetched }
    : { keys: [TEACHING_KEY_ED25519, TEACHING_KEY_RSA].map(publicHalf), from: undefined }
}
