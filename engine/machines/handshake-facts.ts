import type { ParamHeader } from '../mcp/param-headers.ts'
import type { ClientInformation } from '../oauth/client-metadata.ts'
import type { ProtectedResourceMetadata } from '../oauth/protected-resource-metadata.ts'
import type { ServerMetadata } from '../oauth/server-metadata.ts'
import type { TokenResponse } from '../oauth/token-response.ts'
import type { Revision } from '../spec/revisions.ts'

/** One thing the owner wants done once the client is connected. `wait` is in seconds. */
export type Errand =
  | { readonly call: string; readonly arguments: Readonly<Record<string, string>> }
  | { readonly wait: number }
  | { readonly revoke: 'access_token' | 'refresh_token' }

/** How the client reaches the MCP server: over HTTP, or as a program that it starts itself. */
export type Transport = 'http' | 'stdio'

/** The MCP session the client is in. */
export interface Session {
  readonly id: string | undefined
  readonly protocolVersion: string
}

/** How the client came by its registration: by hand beforehand, by its own document, or by registering itself once before. */
export type RegisteredBy = 'hand' | 'document' | 'itself'

/** What the client has learnt so far in this handshake. Protocol facts only. */
export interface HandshakeFacts {
  readonly serverUrl: string
  readonly revision: Revision
  readonly transport: Transport
  /** Where protected resource metadata may stand, the likeliest first; what was tried is gone from the list. */
  readonly resourceMetadataUrls?: readonly string[]
  readonly challengedScope?: string
  readonly resourceMetadata?: ProtectedResourceMetadata
  readonly issuer?: string
  /** Where authorization server metadata may stand, in the order to be tried; what was tried is gone from the list. */
  readonly serverMetadataUrls?: readonly string[]
  readonly serverMetadata?: ServerMetadata
  /** Whether there is no metadata, so that the endpoints are where they are by default. */
  readonly endpointsAssumed?: true
  readonly redirectUri?: string
  readonly registration?: ClientInformation
  readonly registeredBy?: RegisteredBy
  /** The scope asked for last; undefined when none was named. */
  readonly scope?: string | undefined
  /** The scope to ask for next, after a request was turned away for want of it. */
  readonly widerScope?: string
  readonly code?: string
  readonly verifier?: string
  readonly tokens?: TokenResponse | undefined
  /** Whether the refresh token is another one than before. */
  readonly refreshTokenReplaced?: boolean
  readonly launched?: true
  readonly session?: Session | undefined
  /** Whether the server has heard that the client is ready. */
  readonly announced?: true | undefined
  readonly tools?: readonly string[]
  /** Which arguments of a tool go into header fields as well, by the tool's name. */
  readonly paramHeaders?: ReadonlyMap<string, readonly ParamHeader[]>
  readonly errands: readonly Errand[]
  /** The texts the tools answered with, in order. */
  readonly results: readonly string[]
  /** Whether the last tool said that it could not do what was asked. */
  readonly toolFailed?: boolean
  /** How often in a row the MCP server did not accept the token. */
  readonly turnedAway?: number
  /** How often in a row a session was gone before anything could be done in it. */
  readonly sessionsLost?: number
  /** How often the client has asked for more scope since a request last went through. */
  readonly stepUps?: number
  /** How often the owner has been asked. */
  readonly authorizations?: number
  /** Why the client gave up, in one sentence. */
  readonly gaveUp?: string
}

/**
 * How one step of the handshake ended. `elsewhere`: it was not there, and another place is left to try. `admitted`: the MCP
 * server wants no token. `unauthorized`: it does not accept the credential. `forbidden`: the scope does not suffice.
 * `lapsed`: the refresh token is worth nothing any more. `lost`: the server no longer knows the session.
 */
export type Progress =
  | { readonly kind: 'refused'; readonly facts: { readonly gaveUp: string } }
  | {
      readonly kind:
        'done' | 'elsewhere' | 'admitted' | 'unauthorized' | 'forbidden' | 'lapsed' | 'lost'
      readonly facts: Partial<HandshakeFacts>
    }

/** One step: builds its message, sends it, examines the answer. */
export type Step = (facts: HandshakeFacts) => Promise<Progress>
