import type { Server } from '../../network/server.ts'
import type { Circumstances } from '../party.ts'
import { answerDelete, answerPost } from './endpoint.ts'
import { answerMetadata } from './metadata.ts'
import { freshNotes } from './notes.ts'
import { metadataUrlOf, type Desk, type Settings } from './settings.ts'

/** The MCP server: keeps the owner's notes, and gives them only to tokens issued for it. */
export const mcpServer = (settings: Settings, at: Circumstances): Server => {
  const desk: Desk = {
    settings,
    at,
    sessions: new Map(),
    notes: freshNotes(),
    keys: { current: undefined },
  }
  const { origin, pathname } = new URL(settings.resource)
  return {
    id: 'mcp-server',
    origin,
    routes: [
      { path: pathname, methods: { POST: answerPost(desk), DELETE: answerDelete(desk) } },
      {
        path: new URL(metadataUrlOf(settings)).pathname,
        methods: { GET: answerMetadata(settings) },
      },
    ],
  }
}
