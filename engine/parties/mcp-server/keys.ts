import type { JWK } from 'jose'
import { jwkSet } from '../../oauth/jwks.ts'
import { readJson } from '../../oauth/json.ts'
import type { PartyId } from '../../wire/message.ts'
import type { Circumstances } from '../party.ts'

/** Somebody who looks at tokens, and what they need for it: where the keys are, and which of them they have. */
export interface KeyHolder {
  readonly settings: { readonly jwksUri: string }
  readonly at: Circumstances
  readonly keys: { current: readonly JWK[] | undefined }
}

/** The authorization server's published keys: fetched over the back channel when first needed, then remembered. An answer that is no key set means no keys. */
export const publishedKeys = async (
  { settings, at, keys }: KeyHolder,
  id: PartyId,
): Promise<readonly JWK[]> => {
  if (keys.current) return keys.current
  const reply = await at.line.exchange({
    from: id,
    to: 'authorization-server',
    channel: 'back',
    name: 'jwks-request',
    answer: 'jwks',
    request: {
      method: 'GET',
      url: settings.jwksUri,
      headers: [
        ['Host', new URL(settings.jwksUri).host],
        ['Accept', 'application/jwk-set+json, application/json'],
      ],
    },
  })
  const reading = readJson(jwkSet, reply?.response.status === 200 ? reply.response.body : '')
  if (!('value' in reading)) return []
  keys.current = reading.value.keys as JWK[]
  return keys.current
}
