import { virtualClock, type Clock } from './chance/clock.ts'
import { platformRandom, type Random } from './chance/random.ts'
import type { CheckId } from './checks/index.ts'
import { endingOf, refusedByRole, type Ending } from './ending.ts'
import type { Errand, HandshakeFacts } from './machines/handshake-facts.ts'
import type { Network } from './network/network.ts'
import type { ClientInformation } from './oauth/client-metadata.ts'
import { isSecureEndpoint } from './oauth/endpoint.ts'
import { readUrl } from './oauth/redirect-uri.ts'
import type { TokenResponse } from './oauth/token-response.ts'
import { mcpClient } from './parties/client/index.ts'
import { wiredLine } from './parties/line.ts'
import { createVault, type VaultEntry } from './parties/vault.ts'
import type { Revision } from './spec/revisions.ts'
import { startSpine } from './spine.ts'
import { phases, type Phase, type WireMessage } from './wire/message.ts'
import { createWire } from './wire/wire.ts'

/** How the client comes by its id: what somebody registered for it, by its document's address, or by registering itself. */
export type ConnectRegistration =
  | { readonly preRegistered: ClientInformation; readonly issuer: string }
  | { readonly documentUrl: string }
  | 'dynamic'

/** What the honest client needs to know of the world it is set into. */
export interface ConnectOptions {
  /** The MCP endpoint. */
  readonly serverUrl: string
  /** Carries its requests: `fetchNetwork(fetch)`, or handlers in the page. */
  readonly network: Network
  /** Sends the owner to a URL; resolves to the URL the browser came back to, or to undefined when it did not. */
  readonly openBrowser: (url: string) => Promise<string | undefined>
  readonly revision: Revision
  readonly registration?: ConnectRegistration
  /** Where the browser comes back to. */
  readonly redirectUri?: string
  readonly name?: string
  readonly apiKey?: string
  readonly errands?: readonly Errand[]
  /** Checks the client does not make. */
  readonly forget?: readonly CheckId[]
  readonly clock?: Clock
  readonly random?: Random
  /** Hears of every message as soon as it is delivered. */
  readonly heard?: (message: WireMessage) => void
}

/** How it went: the ending, every message, and what the client holds. */
export interface Connection {
  readonly ending: Ending
  readonly log: readonly WireMessage[]
  readonly tokens: TokenResponse | undefined
  readonly tools: readonly string[]
  readonly results: readonly string[]
}

/** Sets the lab's honest client on any MCP server: the same parties, checks and chart as in a run, on a network of the caller's. Rejects with whatever the caller's browser or network throws, and with a `TypeError` when the redirect URI is no URL, or the MCP server's is neither https nor on this machine. */
export const connectClient = async (options: ConnectOptions): Promise<Connection> => {
  const { serverUrl, network, revision, registration = 'dynamic' } = options
  // Tokens MUST NOT travel in the clear.
  if (!isSecureEndpoint(serverUrl, serverUrl))
    throw new TypeError(`the MCP server’s URL is neither https nor on this machine: ${serverUrl}`)
  const clock = options.clock ?? virtualClock()
  const redirectUri = options.redirectUri ?? 'http://127.0.0.1:53682/callback'
  const random = options.random ?? platformRandom()
  let standing: { phase: Phase; state: string } = { phase: 'discovery', state: '' }
  let outcome: { ending: Ending; facts: HandshakeFacts } | undefined

  const resourceOrigin = readUrl(serverUrl)?.origin
  const wire = createWire({
    clock,
    interference: () => [],
    // Whoever is not the MCP server is taken for the authorization server: the client asks nobody else.
    listenerAt: (url) =>
      readUrl(url)?.origin === resourceOrigin ? 'mcp-server' : 'authorization-server',
    standing: () => standing,
  })
  // What the caller's own browser or network throws is the caller's to hear, and no defect of the lab.
  const thrown: { error?: unknown } = {}
  const blame = (error: unknown): never => {
    thrown.error = error
    throw error
  }
  const send: Network['send'] = (request, id) => network.send(request, id).catch(blame)
  const line = wiredLine(wire, { send }, () => [])
  const byHand = typeof registration === 'object' && 'preRegistered' in registration
  const before: readonly (readonly [string, VaultEntry])[] = byHand
    ? [
        [
          registration.issuer,
          {
            issuer: registration.issuer,
            server: serverUrl,
            registration: registration.preRegistered,
            registered_by: 'hand',
          },
        ],
      ]
    : []
  const client = mcpClient(
    {
      name: options.name ?? 'Handshake Lab',
      redirectUri,
      documentUrl:
        typeof registration === 'object' && 'documentUrl' in registration
          ? registration.documentUrl
          : undefined,
      apiKey: options.apiKey,
      repeatsRedirectUri: true,
      environment: {},
    },
    {
      clock,
      random,
      line,
      revision,
      forgotten: new Set(options.forget),
      journal: () => {},
    },
    createVault(line, new Map(before)),
    async (url, did) => {
      const ends = { from: 'client', to: 'user-agent', channel: 'front' } as const
      await line.act({ ...ends, name: 'open-browser', act: 'open', content: { url }, did })
      const back = await options.openBrowser(url).catch(blame)
      if (back === undefined) return
      const request = { method: 'GET', url: back, headers: [] }
      const sent = await wire.post({
        from: 'user-agent',
        to: 'client',
        channel: 'front',
        name: 'callback-request',
        kind: 'request',
        request,
      })
      if (sent)
        await client.server.routes[0]?.methods['GET']?.(request, {
          message: sent.id,
          found: (findings) => wire.report(sent.id, findings),
          did: () => {},
        })
    },
  )
  startSpine({
    steps: client.steps,
    facts: { serverUrl, revision, transport: 'http', errands: options.errands ?? [], results: [] },
    enter: (state) => {
      standing = { phase: phases.find((one) => state.startsWith(one)) ?? standing.phase, state }
    },
    end: (state, facts, defect) => {
      outcome = { ending: endingOf(state, facts, wire.log, defect, refusedByRole), facts }
      wire.end()
    },
  })
  for (let message = await wire.deliver(); message; message = await wire.deliver())
    options.heard?.(message)
  if ('error' in thrown) throw thrown.error
  if (!outcome) throw new Error('the connection stopped without an ending')
  const { ending, facts } = outcome
  return {
    ending,
    log: wire.log,
    tokens: facts.tokens,
    tools: facts.tools ?? [],
    results: facts.results,
  }
}
