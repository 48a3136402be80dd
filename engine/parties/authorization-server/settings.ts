import type { ClientInformation } from '../../oauth/client-metadata.ts'
import type { Circumstances } from '../party.ts'
import type { Store } from './store.ts'

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
  /** What is granted when a request names no scope. */
  readonly defaultScope: readonly string[]
  /** Accounts and their passwords. Teaching accounts, printed in the lab. */
  readonly accounts: Readonly<Record<string, string>>
  readonly codeLifetime: number
  readonly accessTokenLifetime: number
  /** How long a refresh token may lie unused. */
  readonly refreshTokenIdle: number
}

/** What the endpoints of one authorization server share. */
export interface Desk {
  readonly settings: Settings
  readonly store: Store
  readonly at: Circumstances
}

/** What this server offers, in the words of its metadata. */
export const supported = {
  responseTypes: ['code'],
  grantTypes: ['authorization_code', 'refresh_token'],
  authMethods: ['none'],
  challengeMethods: ['S256'],
} as const
