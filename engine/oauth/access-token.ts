import { SignJWT, base64url, compactVerify, decodeJwt, decodeProtectedHeader, type JWK } from 'jose'
import * as z from 'zod/mini'
import { importKey } from '../chance/keys.ts'

/** The claims of a JWT access token; times in seconds since 1970. @see [RFC 9068 §2.2 - Data Structure](https://www.rfc-editor.org/rfc/rfc9068.html#section-2.2) */
export interface AccessTokenClaims {
  readonly iss: string
  readonly sub: string
  readonly aud: string | string[]
  readonly client_id: string
  readonly scope: string
  readonly iat: number
  readonly exp: number
  readonly jti: string
}

/** Signs an access token of type `at+jwt`. @see [RFC 9068 §2.1 - Header](https://www.rfc-editor.org/rfc/rfc9068.html#section-2.1) */
export const signAccessToken = async (claims: AccessTokenClaims, key: JWK): Promise<string> =>
  new SignJWT({ ...claims })
    .setProtectedHeader({ alg: key.alg!, typ: 'at+jwt', kid: key.kid! })
    .sign(await importOnce(key))

// Importing a key costs as much as signing with it, and a run sees few keys. Keys from outside cannot pile up.
const imported = new Map<string, ReturnType<typeof importKey>>()
const MOST_KEYS = 32

const importOnce = (key: JWK): ReturnType<typeof importKey> => {
  const id = JSON.stringify(key)
  const known = imported.get(id)
  if (known) return known
  if (imported.size >= MOST_KEYS) imported.clear()
  const fresh = importKey(key)
  imported.set(id, fresh)
  return fresh
}

const claimsSchema = z.looseObject({
  iss: z.optional(z.string()),
  sub: z.optional(z.string()),
  aud: z.optional(z.union([z.string(), z.array(z.string())])),
  client_id: z.optional(z.string()),
  scope: z.optional(z.string()),
  iat: z.optional(z.number()),
  exp: z.optional(z.number()),
  nbf: z.optional(z.number()),
  jti: z.optional(z.string()),
})

const headerSchema = z.looseObject({
  alg: z.string(),
  typ: z.optional(z.string()),
  kid: z.optional(z.string()),
})

/** A JWT taken apart, believed in nothing: the signature has not been looked at. */
export interface DecodedToken {
  readonly header: z.infer<typeof headerSchema>
  readonly claims: z.infer<typeof claimsSchema>
}

/** Takes a JWT apart without verifying it; undefined when it is none, or when a claim has the wrong type. */
export const decodeToken = (token: string): DecodedToken | undefined => {
  // The same token comes with every request of a session.
  if (latest?.token !== token) latest = { token, decoded: decode(token) }
  return latest.decoded
}

let latest: { readonly token: string; readonly decoded: DecodedToken | undefined } | undefined

const decode = (token: string): DecodedToken | undefined => {
  try {
    const header = headerSchema.safeParse(decodeProtectedHeader(token))
    const claims = claimsSchema.safeParse(decodeJwt(token))
    if (!header.success || !claims.success || token.split('.').length !== 3) return undefined
    return { header: header.data, claims: claims.data }
  } catch {
    return undefined
  }
}

/** Whether the signature of a JWT is the one that this key's owner made, by the algorithm that the key is for. @see [RFC 8725 §3.1 - Perform Algorithm Verification](https://www.rfc-editor.org/rfc/rfc8725.html#section-3.1) */
export const signatureHolds = async (token: string, key: JWK): Promise<boolean> => {
  try {
    await compactVerify(token, await importOnce(key), { algorithms: [key.alg!] })
    return true
  } catch {
    return false
  }
}

/** The audiences of a token as a list. */
export const audiencesOf = (aud: string | readonly string[] | undefined): readonly string[] =>
  aud === undefined ? [] : typeof aud === 'string' ? [aud] : aud

/** Whether a string consists of three base64url parts, as a signed JWT does. */
export const looksLikeJwt = (text: string): boolean => {
  const parts = text.split('.')
  return (
    parts.length === 3 &&
    parts.every((part) => part !== '' && /^[A-Za-z0-9_-]+$/.test(part)) &&
    isJson(parts[0]!)
  )
}

const isJson = (part: string): boolean => {
  try {
    return typeof JSON.parse(new TextDecoder().decode(base64url.decode(part))) === 'object'
  } catch {
    return false
  }
}
