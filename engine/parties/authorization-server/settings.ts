import type { ClientInformation } from '../../oauth/client-metadata.ts'
import type { Parameters } from '../../oauth/parameters.ts'
import { has } from '../../spec/differences.ts'
import type { PartyId } from '../../wire/message.ts'
import type { Circumstances } from '../party.ts'
import type { Store } from './store.ts'

/** The authorization server that a proxy sends its owners to, and the one client that the proxy is there. */
export interface Upstream {
  readonly authorizationEndpoint: string
  readonly tokenEndpoint: string
  /** How the proxy is registered there: once and for all, whichever client it serves. */
  readonly client: ClientInformation
  /** Where owners come back to. */
  readonly callbackUrl: string
  /** What it asks for there: all that its tools may ever need. */
  readonly scope: readonly string[]
  /** The third-party API that it works on. */
  readonly resource: string
}

/** How this authorization server is set up. Times in seconds. */
export interface Settings {
  /** Its identifier, to the letter; it may have a path. */
  readonly issuer: string
  /** Clients that somebody registered beforehand. */
  readonly clients: readonly ClientInformation[]
  /** Whether clients may register themselves. */
  readonly registersClients: boolean
  /** Whether it fetches the documents that clients publish about themselves. */
  readonly readsClientDocuments: boolean
  /** Where its metadata stands: as RFC 8414 has it, as OpenID Connect has it (put in, or appended to the issuer), or nowhere. */
  readonly metadataAt: 'oauth' | 'openid' | 'openid-appended' | 'nowhere'
  /** What a token is made for when the client names no resource. */
  readonly defaultResource: string
  readonly resources: readonly string[]
  /** Every scope it can grant, and what it means to the owner. */
  readonly scopes: Readonly<Record<string, string>>
  /** Scopes that a client may ask for and never gets, and what they would mean to the owner. */
  readonly withheldScopes?: Readonly<Record<string, string>>
  /** What is granted when a request names no scope. */
  readonly defaultScope: readonly string[]
  /** Accounts and their passwords. Teaching accounts, printed in the lab. */
  readonly accounts: Readonly<Record<string, string>>
  readonly codeLifetime: number
  readonly accessTokenLifetime: number
  /** How long a refresh token may lie unused. */
  readonly refreshTokenIdle: number
  /** Whether an owner who is signed in, and once agreed to a client and a scope, is sent on without being asked again. */
  readonly remembersConsent?: boolean
  /** Where owners sign in, when this server has another one tell it who they are. */
  readonly upstream?: Upstream
}

/** What the endpoints of one authorization server share. */
export interface Desk {
  /** The party that these endpoints belong to. */
  readonly id: PartyId
  readonly settings: Settings
  readonly store: Store
  /** What a proxy signs the cookies of its errands with. */
  readonly cookieKey: BufferSource
  readonly at: Circumstances
}

/** The path at which owners come back to a proxy from upstream. */
export const UPSTREAM_CALLBACK = '/upstream/callback'

/** What the endpoints of a proxy share. */
export interface ProxyDesk extends Desk {
  readonly upstream: Upstream
}

/** The desk of a server that has another one upstream; undefined where it has none. */
export const proxyDesk = (desk: Desk): ProxyDesk | undefined =>
  desk.settings.upstream && { ...desk, upstream: desk.settings.upstream }

/** A token request, and the client it is from. */
export interface Sent {
  readonly parameters: Parameters
  readonly clientId: string | undefined
}

/** What this server offers, in the words of its metadata. */
export const supported = {
  responseTypes: ['code'],
  grantTypes: ['authorization_code', 'refresh_token'],
  authMethods: ['none', 'client_secret_basic', 'client_secret_post'],
  challengeMethods: ['S256'],
} as const

/** The scope by which a client asks for a refresh token. @see [MCP 2026-07-28 Authorization - Refresh Tokens](https://modelcontextprotocol.io/specification/2026-07-28/basic/authorization#refresh-tokens) */
const OFFLINE_ACCESS = { offline_access: 'stay connected when you are away' }

/** Every scope this server can grant, and what it means to the owner. */
export const grantableScopes = ({ settings, at }: Desk): Readonly<Record<string, string>> => ({
  ...settings.scopes,
  ...(has(at.revision, 'offline-access') && OFFLINE_ACCESS),
})

/** What a scope means to the owner; its name, when nobody said. */
export const meaningOf = (scope: string, scopes: Readonly<Record<string, string>>): string =>
  (Object.hasOwn(scopes, scope) ? scopes[scope] : undefined) ?? scope

/** The resource a token is made for: the one the client named, or the one that is meant when it names none. @see [RFC 9068 §3 - Requesting a JWT Access Token](https://www.rfc-editor.org/rfc/rfc9068.html#section-3) */
export const resourceOf = (
  { defaultResource }: Settings,
  { resource }: { readonly resource: string | undefined },
): string => resource ?? defaultResource
