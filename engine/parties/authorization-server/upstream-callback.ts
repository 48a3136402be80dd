import { upstreamCallbackChecks } from '../../checks/proxy.ts'
import type { Answer } from '../../network/server.ts'
import { decodeToken } from '../../oauth/access-token.ts'
import { parameter, queryOf } from '../../oauth/parameters.ts'
import type { OAuthErrorCode } from '../../oauth/reasons.ts'
import { inspect } from '../party.ts'
import { releaseState, stateHeld } from './bound-state.ts'
import { answerClient } from './forward.ts'
import { issueCode } from './issue-code.ts'
import { closed } from './own-pages.ts'
import type { ProxyDesk } from './settings.ts'
import { moveInteraction } from './store.ts'
import { redeemUpstream } from './upstream-tokens.ts'

/**
 * Receives an owner who comes back from upstream: redeems the code they bring, learns from the token who they are, and sends
 * them to the client with a code of its own.
 * @see [MCP 2025-03-26 Authorization - Flow Description](https://modelcontextprotocol.io/specification/2025-03-26/basic/authorization#flow-description)
 */
export const answerUpstreamCallback =
  (desk: ProxyDesk): Answer =>
  async (request, visit) => {
    const { store, at } = desk
    const parameters = queryOf(request.url)
    const state = parameter(parameters, 'state')
    const known = store.errands.get(state ?? '')
    const errand = known && at.clock.now() < known.expiresAt ? known : undefined
    const facts = { state, held: await stateHeld(desk, request), open: errand !== undefined }
    // Unsafe: whoever agreed in a browser of their own can then send another owner here (`consent-in-another-browser`).
    const refusal = await inspect(upstreamCallbackChecks, facts, at, visit.found)
    if (refusal || !errand || state === undefined) return closed(desk, visit)
    // A state MUST be good once only.
    store.errands.delete(state)
    const { interaction, verifier } = errand
    const released = releaseState(desk)
    const refuse = (error: OAuthErrorCode) => {
      moveInteraction(store, interaction, 'owner.denied')
      return answerClient(desk, interaction, { error }, visit, released, false)
    }
    const brought = parameter(parameters, 'code')
    if (brought === undefined)
      return refuse(
        parameter(parameters, 'error') === 'access_denied' ? 'access_denied' : 'server_error',
      )
    const tokens = await redeemUpstream(desk, brought, verifier)
    const account = decodeToken(tokens?.access ?? '')?.claims.sub
    if (!tokens || account === undefined) return refuse('server_error')
    store.upstreamTokens.set(account, tokens)
    moveInteraction(store, interaction, 'owner.signed-in')
    const code = issueCode(desk, interaction, account)
    return answerClient(desk, interaction, { code }, visit, released, false)
  }
