import type { AuthorizationRequestFacts } from '../checks/authorization-request.ts'
import type { AuthorizationResponseFacts } from '../checks/authorization-response.ts'
import type { BearerFacts } from '../checks/bearer.ts'
import type { CodeFacts } from '../checks/code.ts'
import type { ServerMetadataFacts } from '../checks/discovery.ts'
import type { CheckId } from '../checks/index.ts'
import type { McpRequestFacts } from '../checks/mcp-request.ts'
import type { RefreshFacts } from '../checks/refresh.ts'
import { parameter } from '../oauth/parameters.ts'
import { challengeOf, isVerifier } from '../oauth/pkce.ts'
import { isLoopback, readUrl } from '../oauth/redirect-uri.ts'
import type { Json } from '../wire/message.ts'

/** A value that a written check is given. */
export interface Given<Facts = unknown> {
  readonly name: string
  /** What it is, in one line, and what type it has. */
  readonly says: string
  /** Reads it from what the party knows; what is not there is null. */
  read(facts: Facts): Json | Promise<Json>
}

/** A check that a learner can write. */
export interface Writable {
  /** Rows before it that it stands for as well. */
  readonly instead: readonly CheckId[]
  readonly parameters: readonly Given[]
}

const writableBy = <Facts>(
  instead: readonly CheckId[],
  ...parameters: readonly Given<Facts>[]
): Writable => ({ instead, parameters: parameters as readonly Given[] })

const HOST_AND_PORT = /^(http:\/\/(?:\[::1\]|[^/:?#@]+))(:\d{1,5})?(?=[/?#]|$)/

/** Registered redirect URIs as they are to be compared: on loopback, the port is the one that was asked for. @see [RFC 8252 §7.3 - Loopback Interface Redirection](https://www.rfc-editor.org/rfc/rfc8252.html#section-7.3) */
const withPortOf = (registered: readonly string[], received: string | undefined): string[] =>
  registered.map((uri) => {
    const port = isLoopback(received ?? '') ? HOST_AND_PORT.exec(received ?? '') : null
    return port && isLoopback(uri) ? uri.replace(HOST_AND_PORT, `$1${port[2] ?? ''}`) : uri
  })

const endpointsIn = ({ document }: ServerMetadataFacts): string[] =>
  [
    document?.authorization_endpoint,
    document?.token_endpoint,
    document?.registration_endpoint,
    document?.revocation_endpoint,
  ].filter((url) => url !== undefined)

/** The checks that a learner can write, and what each is given: plain values that the party itself had in hand. */
export const writable = {
  'as/redirect-uri-exact': writableBy<AuthorizationRequestFacts>(
    [],
    {
      name: 'received',
      says: 'The redirect URI that the request names: a string, or null where it names none.',
      read: ({ redirectUri }) => redirectUri ?? null,
    },
    {
      name: 'registered',
      says: 'The redirect URIs that the client registered: a list of strings. On 127.0.0.1 the port is already the one of this request, for only that may differ.',
      read: ({ client, redirectUri }) => withPortOf(client?.redirect_uris ?? [], redirectUri),
    },
  ),
  'client/state-matches': writableBy<AuthorizationResponseFacts>(
    [],
    {
      name: 'received',
      says: 'The state in the answer: a string, or null where there is none.',
      read: ({ parameters }) => parameter(parameters, 'state') ?? null,
    },
    {
      name: 'sent',
      says: 'The state that this client sent: a string, or null while it waits for no answer.',
      read: ({ state }) => state ?? null,
    },
  ),
  'client/iss-compared-exactly': writableBy<AuthorizationResponseFacts>(
    ['client/iss-when-promised', 'client/iss-matches'],
    {
      name: 'received',
      says: 'The iss in the answer: a string, or null where there is none.',
      read: ({ parameters }) => parameter(parameters, 'iss') ?? null,
    },
    {
      name: 'asked',
      says: 'The issuer to which this client sent the owner: a string, or null where no metadata named it.',
      read: ({ issuer }) => issuer ?? null,
    },
    {
      name: 'promised',
      says: 'Whether the metadata of that issuer promises an iss in every answer: true or false.',
      read: ({ issuerNamesItself }) => issuerNamesItself,
    },
  ),
  'as/verifier-matches': writableBy<CodeFacts>(
    ['as/verifier-needs-challenge'],
    {
      name: 'challenge',
      says: 'The code_challenge that the code was asked for with: a string, or null where there was none.',
      read: ({ grant }) => grant?.challenge ?? null,
    },
    {
      name: 'verifier',
      says: 'The code_verifier in the token request: a string, or null where there is none.',
      read: ({ parameters }) => parameter(parameters, 'code_verifier') ?? null,
    },
    {
      name: 'hash',
      says: 'The SHA-256 of that verifier, in base64url as a challenge is: a string, or null where there is no verifier, or none of the right form.',
      read: async ({ parameters }) => {
        const verifier = parameter(parameters, 'code_verifier')
        return verifier !== undefined && isVerifier(verifier) ? challengeOf(verifier) : null
      },
    },
  ),
  'as/refresh-reuse-revokes-family': writableBy<RefreshFacts>(
    ['as/refresh-known'],
    {
      name: 'received',
      says: 'The refresh token in the request: a string, or null where there is none.',
      read: ({ parameters }) => parameter(parameters, 'refresh_token') ?? null,
    },
    {
      name: 'line',
      says: 'Every refresh token that came of the same consent, the newest last: a list of strings, empty where Auth never issued the one in the request.',
      read: ({ grant }) => grant?.line ?? [],
    },
    {
      name: 'withdrawn',
      says: 'Whether Auth has withdrawn all of that line, as it does when this check refuses one of it: true or false.',
      read: ({ grant }) => grant?.familyRevoked ?? false,
    },
    {
      name: 'client',
      says: 'The client that refreshes: a string, or null where it says no name.',
      read: ({ clientId }) => clientId ?? null,
    },
    {
      name: 'issuedTo',
      says: 'The client that the line was issued to: a string, or null where there is no line.',
      read: ({ grant }) => grant?.clientId ?? null,
    },
  ),
  'rs/audience-is-me': writableBy<BearerFacts>(
    [],
    {
      name: 'audience',
      says: 'The aud of the token: a string, a list of strings, or null where there is none.',
      read: ({ decoded }) => decoded?.claims.aud ?? null,
    },
    {
      name: 'self',
      says: 'The identifier of this MCP server: a string.',
      read: ({ resource }) => resource,
    },
  ),
  'rs/scope-per-method': writableBy<McpRequestFacts>(
    [],
    {
      name: 'needed',
      says: 'The scopes that this method and this tool need: a list of strings, empty where it needs none.',
      read: ({ scopeNeeded }) => scopeNeeded,
    },
    {
      name: 'granted',
      says: 'The scopes of the token, and what they imply: a list of strings.',
      read: ({ scopeGranted }) => scopeGranted,
    },
  ),
  'client/metadata-issuer-matches': writableBy<ServerMetadataFacts>(
    [],
    {
      name: 'claimed',
      says: 'The issuer that the document claims: a string, or null where it claims none.',
      read: ({ document }) => document?.issuer ?? null,
    },
    {
      name: 'asked',
      says: 'The issuer identifiers that lead to the address of this document: a list of strings.',
      read: ({ issuers }) => issuers,
    },
  ),
  'client/endpoint-scheme-allowed': writableBy<ServerMetadataFacts>(
    [],
    {
      name: 'urls',
      says: 'The endpoints in the metadata, as they are spelled there: a list of strings.',
      read: endpointsIn,
    },
    {
      name: 'schemes',
      says: 'The scheme of each, as the parser of a browser reads it (“https:”): a list of strings, with null for what is no URL.',
      read: (facts) => endpointsIn(facts).map((url) => readUrl(url)?.protocol ?? null),
    },
  ),
} as const satisfies Partial<Record<CheckId, Writable>>

/** A check that a learner can write. */
export type WritableId = keyof typeof writable

/** What a learner has to know to write a check: its parameters in their order, and the rows that it stands for. */
export const writableCheck = (id: WritableId): Writable => writable[id]
