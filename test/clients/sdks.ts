import * as newer from '@modelcontextprotocol/client'
import { UnauthorizedError } from '@modelcontextprotocol/sdk/client/auth.js'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
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
  /** Ends the MCP session, then the connection. */
  end(): Promise<void>
}

/** A generation of the MCP SDK, exactly as npm installs it, behind the few acts that the tests ask of it. */
export interface Sdk {
  readonly name: string
  /** What `open` throws once the SDK wants a browser opened. */
  readonly unauthorized: new () => Error
  dial(lab: Lab, kept: Kept): Connection
}

/** What the clients of both generations have in common. */
interface AnyClient {
  listTools(): Promise<{ tools: { name: string }[] }>
  callTool(params: { name: string; arguments: Record<string, unknown> }): Promise<object>
  close(): Promise<void>
}

interface AnyTransport {
  readonly protocolVersion: string | undefined
  terminateSession(): Promise<void>
}

const SELF = { name: 'outsider', version: '1.0.0' }

const actsOf = (client: AnyClient, transport: AnyTransport) => ({
  protocolVersion: () => transport.protocolVersion,
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
 * The second generation. By itself it speaks only the revisions that begin with `initialize` (`legacy`); told to (`auto`),
 * it first asks whether the server speaks 2026-07-28, and falls back.
 */
export const client2 = (mode: 'legacy' | 'auto'): Sdk => ({
  name: `@modelcontextprotocol/client 2.x, ${mode}`,
  unauthorized: newer.UnauthorizedError,
  dial: (lab, kept) => {
    const client = new newer.Client(SELF, { versionNegotiation: { mode } })
    const transport = new newer.StreamableHTTPClientTransport(new URL(lab.resource), {
      authProvider: rememberingProvider(kept),
      fetch: lab.fetch,
    })
    return {
      ...actsOf(client, transport),
      open: () => client.connect(transport),
      finishAuth: ({ searchParams }) => transport.finishAuth(searchParams),
    }
  },
})

/** The first generation. */
export const sdk1: Sdk = {
  name: '@modelcontextprotocol/sdk 1.x',
  unauthorized: UnauthorizedError,
  dial: (lab, kept) => {
    const client = new Client(SELF)
    const transport = new StreamableHTTPClientTransport(new URL(lab.resource), {
      authProvider: rememberingProvider(kept),
      fetch: lab.fetch,
    })
    return {
      ...actsOf(client, transport),
      open: () => client.connect(transport),
      finishAuth: ({ searchParams }) => transport.finishAuth(searchParams.get('code')!),
    }
  },
}
