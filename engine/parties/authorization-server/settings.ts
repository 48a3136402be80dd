import type { Circumstances } from '../party.ts'
import type { Store } from './store.ts'

/** How this authorization server is set up. Times in seconds. */
export interface Settings {
  readonly issuer: string
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
