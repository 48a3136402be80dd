import {
  SignJWT,
  base64url,
  compactVerify,
  decodeJwt,
  decodeProtectedHeader,
  exportSPKI,
  type JWK,
} from 'jose'
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

/** A token that nobody signed. @see [RFC 8725 §2.1 - Weak Signatures and Insufficient Signature Validation](https://www.rfc-editor.org/rfc/rfc8725.html#section-2.1) */
export const unsignedToken = (claims: AccessTokenClaims): string => {
  const part = (value: object) => base64url.encode(JSON.stringify(value))
  return `${part({ alg: 'none', typ: 'at+jwt' })}.${part(claims)}.`
}

/** A token whose HMAC is keyed with the text of a public key. @see [RFC 8725 §2.1 - Weak Signatures and Insufficient Signature Validation](https://www.rfc-editor.org/rfc/rfc8725.html#section-2.1) */
export const signedWithSecret = async (
  claims: AccessTokenClaims,
  publicKey: JWK,
): Promise<string> =>
  new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid: publicKey.kid! })
    .sign(await textOf(publicKey))

/** A token that brings the key along with which it is to be verified. @see [RFC 8725 §3.8 - Validate Issuer and Subject](https://www.rfc-editor.org/rfc/rfc8725.html#section-3.8) */
export const signedWithOwnKey = async (
  claims: AccessTokenClaims,
  key: JWK,
  publicKey: JWK,
): Promise<string> =>
  new SignJWT({ ...claims })
    .setProtectedHeader({ alg: key.alg!, typ: 'at+jwt', kid: key.kid!, jwk: publicKey })
    .sign(await importOnce(key))

// A public key as the bytes of the file in which it is handed about.
const textOf = async (publicKey: JWK): Promise<Uint8Array> =>
  new TextEncoder().encode(await exportSPKI(await importOnce(publicKey)))

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
  jwk: z.optional(z.unknown()),
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

// Three parts of base64url, the last of which may be empty.
const COMPACT = /^[\w-]+\.[\w-]+\.[\w-]*$/

const decode = (token: string): DecodedToken | undefined => {
  // Most strings that are looked at are no token, and an exception costs more than a look.
  if (!COMPACT.test(token)) return undefined
  try {
    const header = headerSchema.safeParse(decodeProtectedHeader(token))
    const claims = claimsSchema.safeParse(decodeJwt(token))
    if (!header.success || !claims.success) return undefined
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

/** Whether an HMAC of a JWT was keyed with the text of this public key, which is no secret. */
export const keyedWithPublicKey = async (token: string, key: JWK): Promise<boolean> => {
  try {
    await compactVerify(token, await textOf(key), { algorithms: ['HS256'] })
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
