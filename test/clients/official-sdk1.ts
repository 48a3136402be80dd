import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { DemoInMemoryAuthProvider } from '@modelcontextprotocol/sdk/examples/server/demoInMemoryOAuthProvider.js'
import { requireBearerAuth } from '@modelcontextprotocol/sdk/server/auth/middleware/bearerAuth.js'
import {
  getOAuthProtectedResourceMetadataUrl,
  mcpAuthRouter,
} from '@modelcontextprotocol/sdk/server/auth/router.js'
import { createMcpExpressApp } from '@modelcontextprotocol/sdk/server/express.js'
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js'
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js'
import * as z from 'zod'
import type { ClientInformation } from '../../engine/oauth/client-metadata.ts'
import { NOTE } from './lab.ts'

const notes = () => {
  const server = new McpServer({ name: 'official', version: '1.0.0' })
  server.registerTool('read_note', { inputSchema: { name: z.string() } }, ({ name }) => ({
    content: [{ type: 'text', text: name === NOTE.name ? NOTE.text : 'There is no such note.' }],
  }))
  return server
}

const serve = async (request: IncomingMessage & { body?: unknown }, response: ServerResponse) => {
  const transport = new StreamableHTTPServerTransport({})
  const server = notes()
  response.on('close', () => void server.close())
  await server.connect(transport as Transport)
  await transport.handleRequest(request, response, request.body)
}

/**
 * Everything of @modelcontextprotocol/sdk 1.x that serves: its authorization server with the provider from its examples,
 * which signs the owner in by itself, its bearer check and its transport. Express wants a socket, so it listens.
 */
export const openSdk1 = async (clients: readonly ClientInformation[] = []) => {
  const app = createMcpExpressApp()
  const listener = createServer(app)
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(listener.address() as AddressInfo).port}`
  const resource = new URL(`${origin}/mcp`)
  const provider = new DemoInMemoryAuthProvider((named) => !named || named.href === resource.href)
  for (const client of clients)
    await provider.clientsStore.registerClient(
      client as Parameters<typeof provider.clientsStore.registerClient>[0],
    )
  app.use(
    mcpAuthRouter({
      provider,
      issuerUrl: new URL(origin),
      resourceServerUrl: resource,
      scopesSupported: ['notes:read'],
    }),
  )
  const gate = requireBearerAuth({
    verifier: provider,
    resourceMetadataUrl: getOAuthProtectedResourceMetadataUrl(resource),
  })
  app.post(
    '/mcp',
    gate,
    (...[request, response]: Parameters<typeof serve>) => void serve(request, response),
  )
  return {
    resource: resource.href,
    issuer: `${origin}/`,
    /** The browser of somebody who is signed in already and agrees to everything. */
    openBrowser: async (url: string) => {
      const { headers } = await fetch(url, { redirect: 'manual' })
      return headers.get('location') ?? undefined
    },
    close: () => new Promise((resolve) => listener.close(resolve)),
  }
}
