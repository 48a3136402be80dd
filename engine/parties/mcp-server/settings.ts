import type { JWK } from 'jose'
import { protectedResourceMetadataUrl } from '../../oauth/protected-resource-metadata.ts'
import { has } from '../../spec/differences.ts'
import type { Revision } from '../../spec/revisions.ts'
import type { Circumstances } from '../party.ts'
import type { AuditEntry } from './audit.ts'
import { freshNotes, type NoteTexts } from './notes.ts'

/** What an API key stands for. */
export interface ApiKey {
  readonly account: string
  readonly scope: readonly string[]
}

/** How this MCP server is set up. */
export interface Settings {
  /** Its endpoint, which is also the audience of its tokens: `https://notes.example/mcp`. */
  readonly resource: string
  readonly issuer: string
  /** Where the authorization server publishes its keys. */
  readonly jwksUri: string
  readonly scopes: readonly string[]
  /** Where its metadata stands: at the well-known address of its path, at the one of its root, or nowhere. */
  readonly metadataAt: 'path' | 'root' | 'nowhere'
  /** Whether a challenge says where the metadata is. */
  readonly challengeNamesMetadata: boolean
  /** API keys from before there was OAuth here, and whose they are. Teaching keys, printed in the lab. */
  readonly apiKeys: Readonly<Record<string, ApiKey>>
  /** The virtual second from which on API keys are worth nothing; undefined: there is no end to them. */
  readonly apiKeysUntil: number | undefined
  /** The virtual second since which API keys are not recommended any more, when that is to be said. */
  readonly apiKeysDeprecated?: number
  /** A scope that every call of a tool needs besides the tool’s own, when there is one. */
  readonly scopeForTools?: string
  /** The least that a client needs to begin with. */
  readonly firstScope: string
  readonly allowedOrigins: readonly string[]
  /** Whose tokens it takes, where that is not the authorization server it names. */
  readonly tokenIssuer?: string
  /** The authorization server’s keys, where that is this very server, so that there is nothing to fetch. */
  readonly ownKeys?: readonly JWK[]
  /** The API on which its tools work, where the notes are not its own. */
  readonly downstream?: Downstream
}

/** A third-party API, and how this server is let in there. */
export interface Downstream {
  /** Where it lives: `https://archive.example`. */
  readonly origin: string
  /** The token that this server was given for it, in the name of an account. */
  tokenFor(account: string): Promise<string | undefined>
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
  readonly notes: Map<string, NoteTexts>
  /** The authorization server's keys, once they were fetched. */
  readonly keys: { current: readonly JWK[] | undefined }
  /** Who asked for what, and whether they got it. */
  readonly audit: AuditEntry[]
}

/** What an MCP server begins with. */
export const openDesk = (settings: Settings, at: Circumstances): Desk => ({
  settings,
  at,
  sessions: new Map(),
  notes: settings.downstream ? new Map() : freshNotes(),
  keys: { current: settings.ownKeys },
  audit: [],
})

/** Signature algorithms this server accepts, chosen before any token arrives. @see [RFC 8725 §3.1 - Perform Algorithm Verification](https://www.rfc-editor.org/rfc/rfc8725.html#section-3.1) */
export const ALGORITHMS = ['EdDSA', 'RS256'] as const

/** Where this server's metadata stands; undefined where there is none, as in revisions that know of none. */
export const metadataUrlOf = (
  { resource, metadataAt }: Settings,
  revision: Revision,
): string | undefined =>
  metadataAt === 'nowhere' || !has(revision, 'resource-metadata')
    ? undefined
    : protectedResourceMetadataUrl(metadataAt === 'path' ? resource : new URL(resource).origin)
