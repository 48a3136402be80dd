import type { Circumstances } from '../party.ts'
import type { Vault } from '../vault.ts'
import type { FreshFinding } from '../../wire/wire.ts'

/** How this MCP client is set up. */
export interface Settings {
  /** What it calls itself when it registers. */
  readonly name: string
  /** Where it waits for the browser to come back: a loopback address of its own. */
  readonly redirectUri: string
  readonly protocolVersion: string
}

/** Opens the system browser at a URL; resolves when the owner has closed the window. */
export type OpenBrowser = (url: string, did: readonly FreshFinding[]) => Promise<void>

/** What the steps of one client share. */
export interface Desk {
  readonly settings: Settings
  readonly at: Circumstances
  readonly vault: Vault
  readonly openBrowser: OpenBrowser
  readonly callback: Callback
}

/** What came to the client's callback and passed its checks. */
export type CallbackAnswer =
  { readonly code: string } | { readonly error: string; readonly description: string }

/** The client's ear at its loopback address. */
export interface Callback {
  /** Listens for the answer to one request, known by its state. */
  expect(state: string | undefined): void
  /** The answer that came, if one did; stops listening. */
  take(): CallbackAnswer | undefined
}
