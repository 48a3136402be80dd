import type { JWK } from 'jose'
import * as z from 'zod/mini'

/** The keys an authorization server publishes. @see [RFC 7517 §5 - JWK Set Format](https://www.rfc-editor.org/rfc/rfc7517.html#section-5) */
export const jwkSet = z.looseObject({
  keys: z.array(
    z.looseObject({ kty: z.string(), kid: z.optional(z.string()), alg: z.optional(z.string()) }),
  ),
})

/** The published key with this id, when there is one. */
export const keyWithId = (keys: readonly JWK[], kid: string | undefined): JWK | undefined =>
  keys.find((key) => kid !== undefined && key.kid === kid)
