import type { Level, MapParty, MapPhase } from '../../../engine/map.ts'

/** What the columns of the map are called, and what is asked in each. */
export const columns: Readonly<Record<MapPhase, { readonly name: string; readonly asks: string }>> =
  {
    discovery: { name: 'Discovery', asks: 'Who guards this server?' },
    registration: { name: 'Registration', asks: 'Who is the client?' },
    authorization: { name: 'Authorization', asks: 'Does the owner agree?' },
    tokenExchange: { name: 'Token', asks: 'What becomes of the code?' },
    toolCall: { name: 'Tool call', asks: 'What does the token open?' },
    refresh: { name: 'Refresh', asks: 'And when it has run out?' },
  }

/** What the rows of the map are called. */
export const rows: Readonly<Record<MapParty, { readonly name: string; readonly is: string }>> = {
  client: { name: 'Quill', is: 'the client' },
  'authorization-server': { name: 'Auth', is: 'the authorization server' },
  'mcp-server': { name: 'Notes', is: 'the MCP server, or a proxy' },
}

/** What each level means. */
export const levels: Readonly<Record<Level, string>> = {
  easy: 'one check is forgotten',
  medium: 'two are',
  hard: 'more are',
}
