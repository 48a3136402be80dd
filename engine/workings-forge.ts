import { ATTACKERS_KEY, publicHalf, TEACHING_KEY_RSA } from './chance/keys.ts'
import {
  decodeToken,
  signedWithOwnKey,
  signedWithSecret,
  unsignedToken,
  type AccessTokenClaims,
} from './oauth/access-token.ts'

/** Something that an attacker does to a token. */
export interface Forging {
  readonly name: string
  /** Undefined for what is no token. */
  make(token: string): Promise<string | undefined>
}

const withClaims =
  (make: (claims: AccessTokenClaims) => string | Promise<string>): Forging['make'] =>
  async (token) => {
    const claims = decodeToken(token)?.claims
    return claims && make(claims as AccessTokenClaims)
  }

/** What attackers do to tokens, each with the attackers' own code; the claims stay what they are. @see [RFC 8725 §2.1 - Weak Signatures and Insufficient Signature Validation](https://www.rfc-editor.org/rfc/rfc8725.html#section-2.1) */
export const forgings: readonly Forging[] = [
  { name: 'say `none`, and sign nothing', make: withClaims(unsignedToken) },
  {
    name: 'use the public RSA key as a secret',
    make: withClaims((claims) => signedWithSecret(claims, publicHalf(TEACHING_KEY_RSA))),
  },
  {
    name: 'sign with a key of one’s own, and bring it along',
    make: withClaims((claims) =>
      signedWithOwnKey(claims, ATTACKERS_KEY, publicHalf(ATTACKERS_KEY)),
    ),
  },
]
