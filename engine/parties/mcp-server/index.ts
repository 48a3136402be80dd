import type { Route, Server } from '../../network/server.ts'
import { has } from '../../spec/differences.ts'
import type { Circumstances } from '../party.ts'
import type { AuditEntry } from './audit.ts'
import { answerDelete, answerPost } from './endpoint.ts'
import { answerMetadata } from './metadata.ts'
import { metadataUrlOf, openDesk, type Settings } from './settings.ts'

/** An MCP server over HTTP, and what it noted down of every request so far. */
export interface McpServer extends Server {
  readonly audit: readonly AuditEntry[]
}

/** The MCP server: keeps the owner's notes, and gives them only to tokens issued for it, and to API keys while it takes them. */
export const mcpServer = (settings: Settings, at: Circumstances): McpServer => {
  const desk = openDesk(settings, at)
  const { origin, pathname } = new URL(settings.resource)
  const metadataUrl = metadataUrlOf(settings, at.revision)
  const endpoint: Route = {
    path: pathname,
    // Without sessions there is none to end: DELETE is answered with 405 then, as GET is, for this server sends no events.
    methods: {
      POST: answerPost(desk),
      ...(has(at.revision, 'sessions') && { DELETE: answerDelete(desk) }),
    },
  }
  const metadata: readonly Route[] =
    metadataUrl === undefined
      ? []
      : [{ path: new URL(metadataUrl).pathname, methods: { GET: answerMetadata(settings) } }]
  return { id: 'mcp-server', origin, routes: [endpoint, ...metadata], audit: desk.audit }
}
