import type { Visit } from '../../network/server.ts'
import type { Json } from '../../wire/message.ts'
import type { FreshFinding } from '../../wire/wire.ts'
import type { Circumstances } from '../party.ts'
import type { Vault } from '../vault.ts'

/** A server as a program on the owner's machine: what it answers to one line on its standard input; undefined: nothing. `visit` hears what it finds. */
export interface LocalProcess {
  receive(message: unknown, visit: Visit): Promise<Json | undefined>
}

/** How this MCP client is set up. */
export interface Settings {
  /** What it calls itself when it registers. */
  readonly name: string
  /** Where it waits for the browser to come back: a loopback address of its own. */
  readonly redirectUri: string
  /** Where it publishes a document about itself, if it does. */
  readonly documentUrl?: string | undefined
  /** A key for the MCP server from before there was OAuth there. */
  readonly apiKey?: string | undefined
  /** Starts the MCP server as a program with these environment variables; undefined: the server is reached over HTTP. */
  readonly launch?: ((environment: Readonly<Record<string, string>>) => LocalProcess) | undefined
  /** Whether it sends the redirect URI to the token endpoint too, as servers of OAuth 2.0 want it. */
  readonly repeatsRedirectUri?: boolean
  /** What happens elsewhere while the client lets time pass. */
  readonly whileWaiting?: (() => void) | undefined
  /** What it puts into the environment of a server that it starts. */
  readonly environment: Readonly<Record<string, string>>
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
  /** The server that the client started as a program. */
  readonly process: { current: LocalProcess | undefined }
}

/** What came to the client's callback and passed its checks. */
export type CallbackAnswer = { readonly code: string } | { readonly error: string }

/** The request to which the client expects an answer at its callback. */
export interface Expected {
  readonly state: string | undefined
  /** The issuer whose metadata the client used; undefined when there was none. */
  readonly issuer: string | undefined
  /** Whether that issuer says that it names itself in its answers. */
  readonly issuerNamesItself: boolean
}

/** The client's ear at its loopback address. */
export interface Callback {
  /** Listens for the answer to one request. */
  expect(request: Expected): void
  /** The answer that came, if one did; stops listening. */
  take(): CallbackAnswer | undefined
}
