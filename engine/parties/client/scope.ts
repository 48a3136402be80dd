import { scopeDeeds } from '../../checks/client-mcp.ts'
import type { HandshakeFacts } from '../../machines/handshake-facts.ts'
import { formatScope, parseScope } from '../../oauth/scope.ts'
import { has } from '../../spec/differences.ts'
import { deeds } from '../party.ts'
import type { Desk } from './settings.ts'

/** The scope with which a refresh token may be asked for. */
const OFFLINE = 'offline_access'

/**
 * The scope a client asks for: what a request was turned away for; else what the challenge named; else all that the
 * resource lists; else none. With it goes `offline_access`, where the authorization server lists that.
 * @see [MCP 2025-11-25 Authorization - Scope Selection Strategy](https://modelcontextprotocol.io/specification/2025-11-25/basic/authorization#scope-selection-strategy)
 */
export const scopeFor = ({ at }: Desk, facts: HandshakeFacts) => {
  const { challengedScope, resourceMetadata, serverMetadata, widerScope } = facts
  const selects =
    has(at.revision, 'scope-selection') && !at.forgotten.has(scopeDeeds.fromChallenge.id)
  const listed = selects ? resourceMetadata?.scopes_supported?.join(' ') : undefined
  const wanted = widerScope || challengedScope || listed
  const offline =
    has(at.revision, 'offline-access') && serverMetadata?.scopes_supported?.includes(OFFLINE)
      ? [OFFLINE]
      : []
  const asked = wanted === undefined ? [] : parseScope(wanted)
  const scope = asked.length === 0 ? undefined : formatScope([...asked, ...offline])
  const did = deeds(
    at,
    ...(widerScope === undefined
      ? ([[scopeDeeds.fromChallenge, selects ? (scope ?? 'no scope') : undefined]] as const)
      : ([
          [
            scopeDeeds.union,
            has(at.revision, 'step-up-union') && !at.forgotten.has(scopeDeeds.union.id)
              ? scope
              : undefined,
          ],
        ] as const)),
  )
  return { scope, did }
}
