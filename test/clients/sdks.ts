import * as newer from '@modelcontextprotocol/client'
import { UnauthorizedError } from '@modelcontextprotocol/sdk/client/auth.js'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { SUPPORTED_PROTOCOL_VERSIONS } from '@modelcontextprotocol/sdk/types.js'
import { revisions, type Revision } from '../../engine/spec/revisions.ts'
import type { Lab } from './lab.ts'
import { rememberingProvider, type Kept } from './remembering-provider.ts'

/** One connection of an MCP SDK to the lab's MCP server. */
export interface Connection {
  open(): Promise<void>
  /** Hands the SDK the URL that the browser came back with. */
  finishAuth(callback: URL): Promise<void>
  protocolVersion(): string | undefined
  tools(): Promise<string[]>
  /** Calls a tool; answers the first text of its result. */
  call(name: string, args: Record<string, unknown>): Promise<string>
  /** Ends the MCP session, where there is one, then the connection. */
  end(): Promise<void>
}

/** A generation of the MCP SDK, exactly as npm installs it, behind the few acts that the tests ask of it. */
export interface Sdk {
  readonly name: string
  /** What `open` throws once the SDK wants a browser opened. */
  readonly unauthorized: new () => Error
  /** The revisions it speaks by what it says of itself. */
  readonly knows: readonly Revision[]
  /** The one it asks for in `initialize`; undefined where it never sends that. */
  readonly proposes: string | undefined
  dial(lab: Pick<Lab, 'resource' | 'fetch'>, kept: Kept): Connection
}

/** What the clients of both generations have in common. */
interface AnyClient {
  listTools(): Promise<{ tools: { name: string }[] }>
  callTool(params: { name: string; arguments: Record<string, unknown> }): Promise<object>
  close(): Promise<void>
}

const SELF = { name: 'outsider', version: '1.0.0' }

const known = (versions: readonly string[]) => revisions.filter((one) => versions.includes(one))

const actsOf = (client: AnyClient, transport: { terminateSession(): Promise<void> }) => ({
  tools: async () => (await client.listTools()).tools.map(({ name }) => name),
  call: async (name: string, args: Record<string, unknown>) => {
    const result = await client.callTool({ name, arguments: args })
    return (result as { content: { text: string }[] }).content[0]!.text
  },
  end: async () => {
    await transport.terminateSession()
    await client.close()
  },
})

/**
 * The second generation. By itself it speaks only the revisions that begin with `initialize` (`legacy`); told to, it first
 * asks whether the server speaks 2026-07-28, and falls back (`auto`) or does not (`pinned`).
 */
export const client2 = (mode: 'legacy' | 'auto' | 'pinned'): Sdk => ({
  name: `@modelcontextprotocol/client 2.x, ${mode}`,
  unauthorized: newer.UnauthorizedError,
  knows: [
    ...(mode === 'pinned' ? [] : known(newer.SUPPORTED_PROTOCOL_VERSIONS)),
    ...(mode === 'legacy' ? [] : known(['2026-07-28'])),
  ],
  proposes: mode === 'pinned' ? undefined : newer.LATEST_PROTOCOL_VERSION,
  dial: (lab, kept) => {
    const client = new newer.Client(SELF, {
      versionNegotiation: { mode: mode === 'pinned' ? { pin: '2026-07-28' } : mode },
    })
    const transport = new newer.StreamableHTTPClientTransport(new URL(lab.resource), {
      authProvider: rememberingProvider(kept),
      fetch: lab.fetch,
    })
    return {
      ...actsOf(client, transport),
      protocolVersion: () => client.getNegotiatedProtocolVersion(),
      open: () => client.connect(transport),
      finishAuth: ({ searchParams }) => transport.finishAuth(searchParams),
    }
  },
})

/** The first generation. */
export const sdk1: Sdk = {
  name: '@modelcontextprotocol/sdk 1.x',
  unauthorized: UnauthorizedError,
  knows: known(SUPPORTED_PROTOCOL_VERSIONS),
  proposes: SUPPORTED_PROTOCOL_VERSIONS[0],
  dial: (lab, kept) => {
    const client = new Client(SELF)
    const transport = new StreamableHTTPClientTransport(new URL(lab.resource), {
      authProvider: rememberingProvider(kept),
      fetch: lab.fetch,
    })
    return {
      ...actsOf(client, transport),
      protocolVersion: () => transport.protocolVersion,
      open: () => client.connect(transport),
      finishAuth: ({ searchParams }) => transport.finishAuth(searchParams.get('code')!),
    }
  },
}

export const sdks: readonly Sdk[] = [sdk1, client2('legacy'), client2('auto'), client2('pinned')]
