import type { RpcRequest } from '../../mcp/json-rpc.ts'
import { formatScope } from '../../oauth/scope.ts'
import { has } from '../../spec/differences.ts'
import type { Revision } from '../../spec/revisions.ts'
import { methodNamed, toolNamed } from './methods.ts'
import type { Desk } from './settings.ts'

// Which narrower scopes a broader one implies.
type ScopeHierarchy = Readonly<Record<string, readonly string[]>>

// The hierarchy of this server's scopes: there is none. `notes:write` lets a client change notes, and to read them is another
// permission: the consent page says no more than that either.
const scopeHierarchy: ScopeHierarchy = {}

/**
 * The scopes somebody holds: those granted, and all that these imply.
 * @see [MCP 2026-07-28 Authorization - Step-Up Authorization Flow](https://modelcontextprotocol.io/specification/2026-07-28/basic/authorization#step-up-authorization-flow)
 */
export const scopesHeld = (
  granted: readonly string[],
  hierarchy: ScopeHierarchy = scopeHierarchy,
): readonly string[] => {
  const held = new Set(granted)
  // What is added while the set is walked is walked too, and once.
  for (const scope of held)
    for (const implied of Object.hasOwn(hierarchy, scope) ? hierarchy[scope]! : [])
      held.add(implied)
  return [...held]
}

/** The scopes that all these messages need together. An unknown method needs none: it is answered with an error. */
export const scopesNeeded = (
  { settings, at }: Desk,
  messages: readonly RpcRequest[],
): readonly string[] => [
  ...new Set(
    messages.flatMap(({ method, params }) => {
      const own = methodNamed(method, at.revision)?.scope
      const ofTool =
        method === 'tools/call' ? [toolNamed(params ?? {})?.scope, settings.scopeForTools] : []
      return [own, ...ofTool].filter((scope) => scope !== undefined)
    }),
  ),
]

// A resource does not need it: it asks the authorization server for a refresh token.
const OFFLINE_ACCESS = 'offline_access'

/** Scopes as this server lists or demands them: `offline_access` SHOULD NOT be among them. @see [MCP 2026-07-28 Authorization - Refresh Tokens](https://modelcontextprotocol.io/specification/2026-07-28/basic/authorization#refresh-tokens) */
export const withoutOffline = (scopes: readonly string[]): readonly string[] =>
  scopes.filter((scope) => scope !== OFFLINE_ACCESS)

/**
 * The scope a client is told to ask for when its own does not suffice. Where clients ask only for what they are told, it is
 * RECOMMENDED to name what they had as well; since they ask for both by themselves, only what the operation needs.
 * @see [MCP 2025-11-25 Authorization - Runtime Insufficient Scope Errors](https://modelcontextprotocol.io/specification/2025-11-25/basic/authorization#runtime-insufficient-scope-errors)
 * @see [MCP 2026-07-28 Authorization - Runtime Insufficient Scope Errors](https://modelcontextprotocol.io/specification/2026-07-28/basic/authorization#runtime-insufficient-scope-errors)
 */
export const scopeToAskFor = (
  revision: Revision,
  offered: readonly string[],
  needed: readonly string[],
  granted: readonly string[],
): string => {
  const namesBoth = has(revision, 'step-up') && !has(revision, 'step-up-union')
  const had = namesBoth ? granted.filter((scope) => offered.includes(scope)) : []
  return formatScope(withoutOffline([...had, ...needed]))
}
