import type { CheckId, DutyPart } from '../engine/scenario.ts'
import { authorizationServerDuties } from './checklist/authorization-server.ts'
import { clientDuties } from './checklist/client.ts'
import { mcpServerDuties, proxyDuties } from './checklist/mcp-server.ts'

/** What there is to implement, by who implements it. */
export const checklist: readonly DutyPart[] = [
  clientDuties,
  mcpServerDuties,
  authorizationServerDuties,
  proxyDuties,
]

/** Checks that some revision binds with a MUST, and that are on no line: why, in one sentence each. */
export const notListed: Readonly<Partial<Record<CheckId, string>>> = {
  'ua/cookie-prefix-host': 'It is the browser’s work, and browsers do it.',
  'ua/cookie-kept': 'It is the browser’s work, and browsers do it.',
  'ds/token-valid': 'It binds the API behind an MCP server, which is not part of MCP.',
  'ds/audience-is-me': 'It binds the API behind an MCP server, which is not part of MCP.',
}
