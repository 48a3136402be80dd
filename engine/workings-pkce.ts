import { base64url } from 'jose'
import { authorizationRequestChecks } from './checks/authorization-request.ts'
import type { Comparison } from './checks/check.ts'
import { codeChecks } from './checks/code.ts'
import { challengeOf, isVerifier } from './oauth/pkce.ts'

/** What is computed and compared: a verifier, the method, and the challenge that was sent. */
export interface PkceInput {
  readonly verifier: string
  readonly method: string
  readonly challenge: string
}

/** PKCE, step by step, as the client computes it and the authorization server compares it. */
export interface PkceWork {
  /** Why the text is no verifier; empty where it is one. */
  readonly problems: readonly string[]
  /** The bytes that are hashed. */
  readonly bytes: Uint8Array
  readonly digest: Uint8Array
  /** The digest in base64url. */
  readonly computed: string
  /** What the authorization server finds when it looks at the request with the challenge. */
  readonly request: Comparison
  /** What it finds when the verifier comes. */
  readonly redeemed: Comparison
}

const rowIn = <Id extends string, Row extends { readonly id: Id }, Wanted extends Id>(
  rows: readonly Row[],
  id: Wanted,
) => rows.find((row) => row.id === id) as Extract<Row, { readonly id: Wanted }>

const s256Only = rowIn(authorizationRequestChecks, 'as/pkce-s256-only')
const matches = rowIn(codeChecks, 'as/verifier-matches')

/** Computes a challenge from whatever was typed, and has the authorization server's own checks look at it. @see [RFC 7636 §4.6 - Server Verifies code_verifier before Returning the Tokens](https://www.rfc-editor.org/rfc/rfc7636.html#section-4.6) */
export const pkceWork = async ({ verifier, method, challenge }: PkceInput): Promise<PkceWork> => {
  const computed = await challengeOf(verifier)
  return {
    problems: isVerifier(verifier) ? [] : problemsOf(verifier),
    bytes: new TextEncoder().encode(verifier),
    digest: base64url.decode(computed),
    computed,
    request: await s256Only.compare({
      parameters: { code_challenge: [challenge], code_challenge_method: [method] },
      client: undefined,
      redirectUri: undefined,
      resources: [],
      scopes: [],
    }),
    redeemed: await matches.compare({
      parameters: { code_verifier: [verifier] },
      clientId: undefined,
      now: 0,
      grant: {
        clientId: '',
        redirectUri: '',
        challenge,
        resource: undefined,
        expiresAt: 0,
        used: false,
      },
    }),
  }
}

const problemsOf = (verifier: string): string[] => {
  const odd = [...new Set(verifier.match(/[^A-Za-z0-9._~-]/gu) ?? [])]
  const { length } = verifier
  return [
    ...(length < 43 ? [`It has ${length} characters; a verifier has at least 43.`] : []),
    ...(length > 128 ? [`It has ${length} characters; a verifier has at most 128.`] : []),
    ...(odd.length > 0
      ? [
          `${odd.slice(0, 5).map(nameOf).join(', ')} may not stand in a verifier: letters, digits, \`-\`, \`.\`, \`_\` and \`~\` may.`,
        ]
      : []),
  ]
}

const nameOf = (character: string): string =>
  character === ' '
    ? 'A space'
    : character === '`'
      ? 'A backtick'
      : `\`${character.toWellFormed()}\``
