import type { JWK } from 'jose'
import { protectedResourceMetadataUrl } from '../../oauth/protected-resource-metadata.ts'
import type { Circumstances } from '../party.ts'
import type { Notes } from './notes.ts'

/** How this MCP server is set up. */
export interface Settings {
  /** Its endpoint, which is also the audience of its tokens: `https://notes.example/mcp`. */
  readonly resource: string
  readonly issuer: string
  /** Where the authorization server publishes its keys. */
  readonly jwksUri: string
  readonly scopes: readonly string[]
  /** The least that a client needs to begin with. */
  readonly firstScope: string
  readonly allowedOrigins: readonly string[]
}

/** One MCP session. */
export interface Session {
  readonly id: string
  readonly subject: string | undefined
}

/** What the endpoints of one MCP server share. */
export interface Desk {
  readonly settings: Settings
  readonly at: Circumstances
  readonly sessions: Map<string, Session>
  readonly notes: Map<string, Notes>
  /** The authorization server's keys, once they were fetched. */
  readonly keys: { current: readonly JWK[] | undefined }
}

/** Signature algorithms this server accepts, chosen before any token arrives. @see [RFC 8725 §3.1 - Perform Algorithm Verification](https://www.rfc-editor.org/rfc/rfc8725.html#section-3.1) */
export const ALGORITHMS = ['EdDSA', 'RS256'] as const

/** Where this server's metadata stands. */
export const metadataUrlOf = ({ resource }: Settings): string =>
  protectedResourceMetadataUrl(resource)
