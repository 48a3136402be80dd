import { base64url, type JWK } from 'jose'
import { bearerChecks } from './checks/bearer.ts'
import { examine, type Finding, type Refusal } from './checks/check.ts'
import type { CheckId } from './checks/index.ts'
import { decodeToken } from './oauth/access-token.ts'
import { keyWithId } from './oauth/jwks.ts'
import { tokenIn } from './parties/mcp-server/bearer.ts'
import { ALGORITHMS } from './parties/mcp-server/settings.ts'
import type { Revision } from './spec/revisions.ts'
import { keysIn } from './token-check.ts'
import type { WireMessage } from './wire/message.ts'

/** One of the three parts of a token: as it is written, and what that decodes to. */
export interface Piece {
  readonly encoded: string
  readonly bytes: Uint8Array | undefined
  /** The bytes as text; undefined where they are none. */
  readonly text: string | undefined
  /** What is wrong with it, in a sentence. */
  readonly problem: string | undefined
}

/** A token taken apart, however broken it is. */
export interface TokenPieces {
  readonly header: Piece
  readonly claims: Piece
  readonly signature: Piece
  /** The bytes that are signed: header and claims as they are written, and the dot between them. */
  readonly signingInput: string
  /** What is wrong with it as a whole. */
  readonly problem: string | undefined
}

const decodedText = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

const pieceOf = (encoded: string, isJson: boolean): Piece => {
  const odd = /[^A-Za-z0-9_-]/u.exec(encoded)?.[0]
  const bytes = odd === undefined ? bytesOf(encoded) : undefined
  const text = bytes && isJson ? decodedText(bytes) : undefined
  const problem =
    odd !== undefined
      ? `\`${odd.toWellFormed()}\` does not stand in base64url.`
      : bytes === undefined
        ? 'It is no base64url: its length cannot be right.'
        : isJson
          ? jsonProblem(text)
          : undefined
  return { encoded, bytes, text, problem }
}

const bytesOf = (encoded: string): Uint8Array | undefined => {
  try {
    return base64url.decode(encoded)
  } catch {
    return undefined
  }
}

const jsonProblem = (text: string | undefined): string | undefined => {
  if (text === undefined) return 'Its bytes are no UTF-8 text.'
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? undefined
      : 'It is JSON, but no object.'
  } catch {
    return 'It is no JSON.'
  }
}

/** Takes whatever was typed apart at its dots. @see [RFC 7515 §5.2 - Message Signature or MAC Validation](https://www.rfc-editor.org/rfc/rfc7515.html#section-5.2) */
export const tokenPieces = (token: string): TokenPieces => {
  const [header = '', claims = '', ...rest] = token.split('.')
  return {
    header: pieceOf(header, true),
    claims: pieceOf(claims, true),
    signature: pieceOf(rest.join('.'), false),
    signingInput: `${header}.${claims}`,
    problem:
      rest.length === 1
        ? undefined
        : `A signed JWT has two dots; this has ${token.split('.').length - 1}.`,
  }
}

/** A token with one of its parts typed anew: header and claims are encoded as they stand, JSON or not; the other parts stay as they were. */
export const withPiece = (
  token: string,
  part: 'header' | 'claims' | 'signature',
  typed: string,
): string => {
  const [header = '', claims = '', ...rest] = token.split('.')
  const encoded = part === 'signature' ? typed : base64url.encode(typed.toWellFormed())
  const signature = rest.join('.')
  return [
    part === 'header' ? encoded : header,
    part === 'claims' ? encoded : claims,
    part === 'signature' ? encoded : signature,
  ].join('.')
}

/** A server that looks at a token, and the checks it forgets. */
export interface Reader {
  readonly name: string
  readonly forgets: readonly CheckId[]
}

/** The careful server, and three that each believe the token something. */
export const readers: readonly Reader[] = [
  { name: 'Makes every check', forgets: [] },
  { name: 'Lets the token choose its algorithm', forgets: ['rs/algorithm-listed'] },
  { name: 'Takes the key that the token brings', forgets: ['rs/key-from-issuer'] },
  { name: 'Does not look at the signature', forgets: ['rs/signature-valid'] },
]

/** What a server makes of a token: every check it came to, and the one at which it refused. */
export interface Judgement extends Reader {
  readonly findings: readonly Omit<Finding, 'since'>[]
  readonly refusal: Refusal | undefined
}

/** What the servers of a run compare a token with. */
export interface Expected {
  readonly keys: readonly JWK[]
  /** The message that brought the keys; undefined where none did by then. */
  readonly keysFrom: WireMessage | undefined
  readonly issuer: string
  readonly resource: string
  readonly now: number
}

/** Reads off a run what its MCP server expects of a token at a message: the keys it was sent, and what it compared the token with. */
export const expectedIn = (
  log: readonly WireMessage[],
  message: WireMessage,
  token: string,
): Expected => {
  const { keys, from } = keysIn(log)
  const claims = decodeToken(token)?.claims
  const compared = (check: CheckId) =>
    log.flatMap(({ findings }) => findings).find((one) => one.check === check)?.expected
  const audience = typeof claims?.aud === 'string' ? claims.aud : (claims?.aud?.[0] ?? '')
  return {
    keys,
    keysFrom: from,
    issuer: compared('rs/issuer-matches') ?? claims?.iss ?? '',
    resource: compared('rs/audience-is-me') ?? audience,
    now: message.at,
  }
}

/** The published key that a token names. */
export const keyNamedBy = (token: string, { keys }: Expected): JWK | undefined =>
  keyWithId(keys, decodeToken(token)?.header.kid)

/** Has the MCP server's own table of checks look at a token, with some of them forgotten. @see [RFC 9068 §4 - Validating JWT Access Tokens](https://www.rfc-editor.org/rfc/rfc9068.html#section-4) */
export const judgedBy = async (
  reader: Reader,
  typed: string,
  expected: Expected,
  revision: Revision,
): Promise<Judgement> => {
  const authorization = `Bearer ${typed}`
  const token = tokenIn(authorization)
  const findings: Omit<Finding, 'since'>[] = []
  const forgotten = new Set<string>(reader.forgets)
  const refusal = await examine(
    bearerChecks,
    {
      tokenInQuery: false,
      authorization,
      token,
      decoded: token === undefined ? undefined : decodeToken(token),
      algorithms: ALGORITHMS,
      issuer: expected.issuer,
      resource: expected.resource,
      now: expected.now,
      believes: {
        algorithm: forgotten.has('rs/algorithm-listed'),
        key: forgotten.has('rs/key-from-issuer'),
      },
      keys: async () => expected.keys,
    },
    { revision, forgotten },
    (finding) => findings.push(finding),
  )
  return { ...reader, findings, refusal }
}
