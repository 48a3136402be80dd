import type { ClientInformation } from '../oauth/client-metadata.ts'
import type { ProtectedResourceMetadata } from '../oauth/protected-resource-metadata.ts'
import type { ServerMetadata } from '../oauth/server-metadata.ts'
import type { TokenResponse } from '../oauth/token-response.ts'

/** One thing the owner wants done once the client is connected. `wait` is in seconds. */
export type Errand =
  | { readonly call: string; readonly arguments: Readonly<Record<string, string>> }
  | { readonly wait: number }

/** The MCP session the client is in. */
export interface Session {
  readonly id: string | undefined
  readonly protocolVersion: string
}

/** What the client has learnt so far in this handshake. Protocol facts only. */
export interface HandshakeFacts {
  readonly serverUrl: string
  readonly resourceMetadataUrl?: string
  readonly challengedScope?: string
  readonly resourceMetadata?: ProtectedResourceMetadata
  readonly issuer?: string
  readonly serverMetadata?: ServerMetadata
  readonly redirectUri?: string
  readonly registration?: ClientInformation
  readonly code?: string
  readonly verifier?: string
  readonly tokens?: TokenResponse
  /** Whether the refresh token is another one than before. */
  readonly refreshTokenReplaced?: boolean
  readonly session?: Session
  /** Whether the server has heard that the client is ready. */
  readonly announced?: true
  readonly tools?: readonly string[]
  readonly errands: readonly Errand[]
  /** The texts the tools answered with, in order. */
  readonly results: readonly string[]
  /** Why the client gave up, in one sentence. */
  readonly gaveUp?: string
}

/** How one step of the handshake ended. */
export type Progress =
  | { readonly kind: 'done'; readonly facts: Partial<HandshakeFacts> }
  | { readonly kind: 'refused'; readonly facts: { readonly gaveUp: string } }
  | { readonly kind: 'unauthorized'; readonly facts: Partial<HandshakeFacts> }

/** One step: builds its message, sends it, examines the answer. */
export type Step = (facts: HandshakeFacts) => Promise<Progress>
