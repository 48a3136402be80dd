import { base64url } from 'jose'
import type { Random } from '../chance/random.ts'

/** A fresh code verifier: 32 random octets in base64url, 43 characters. @see [RFC 7636 §4.1 - Client Creates a Code Verifier](https://www.rfc-editor.org/rfc/rfc7636.html#section-4.1) */
export const createVerifier = (random: Random): string => random.token(32)

/** The S256 challenge of a verifier: base64url of its SHA-256. @see [RFC 7636 §4.2 - Client Creates the Code Challenge](https://www.rfc-editor.org/rfc/rfc7636.html#section-4.2) */
export const challengeOf = async (verifier: string): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))
  return base64url.encode(new Uint8Array(digest))
}

/** Whether a string has the form of a code verifier: 43 to 128 unreserved characters. @see [RFC 7636 §4.1 - Client Creates a Code Verifier](https://www.rfc-editor.org/rfc/rfc7636.html#section-4.1) */
export const isVerifier = (text: string): boolean => /^[A-Za-z0-9._~-]{43,128}$/.test(text)

/** Whether a string has the form of an S256 challenge: 43 characters of base64url. */
export const isS256Challenge = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text)
