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
  const fetched = log.findLast(({ name, kind }) => name === 'jwks' && kind === 'response')
  const reading = fetched?.kind === 'response' ? readJson(jwkSet, fetched.response.body) : undefined
  const inRun = reading && 'value' in reading ? (reading.value.keys as JWK[]) : undefined
  const keys = inRun ?? [TEACHING_KEY_ED25519, TEACHING_KEY_RSA].map(publicHalf)
  const { kid, alg } = decoded.header
  const key = keyWithId(keys, kid)
  return {
    valid: key !== undefined && (await signatureHolds(token, key)),
    kid,
    alg,
    source: inRun ? 'the key set in this run' : 'the authorization server’s published keys',
  }
}
