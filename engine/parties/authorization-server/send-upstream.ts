import type { Visit } from '../../network/server.ts'
import { withQuery } from '../../oauth/parameters.ts'
import { challengeOf, createVerifier } from '../../oauth/pkce.ts'
import { formatScope } from '../../oauth/scope.ts'
import { has } from '../../spec/differences.ts'
import type { HeaderList, HttpResponse } from '../../wire/message.ts'
import { bindState } from './bound-state.ts'
import { seeOther } from './forward.ts'
import type { ProxyDesk } from './settings.ts'
import { moveInteraction, remember, type Interaction } from './store.ts'

/** How long an owner may take upstream, in seconds. */
const PATIENCE = 600

/**
 * Sends an owner to the authorization server upstream, as the one client that the proxy is there. Its state is bound to the
 * browser now and no earlier: this MUST NOT happen before the owner has agreed.
 * @see [MCP 2025-06-18 Security Best Practices - Required Protections](https://modelcontextprotocol.io/docs/2025-06-18/tutorials/security/security_best_practices#required-protections)
 */
export const sendUpstream = async (
  desk: ProxyDesk,
  interaction: Interaction,
  visit: Visit,
  headers: HeaderList = [],
  afterForm = true,
): Promise<HttpResponse> => {
  const { upstream, store, at } = desk
  const state = at.random.token(16)
  const verifier = createVerifier(at.random)
  moveInteraction(store, interaction, 'owner.allowed')
  store.interactions.delete(interaction.id)
  remember(store.errands, state, {
    interaction,
    verifier,
    expiresAt: at.clock.now() + PATIENCE,
  })
  const location = withQuery(upstream.authorizationEndpoint, {
    response_type: 'code',
    client_id: upstream.client.client_id,
    redirect_uri: upstream.callbackUrl,
    scope: formatScope(upstream.scope),
    state,
    code_challenge: await challengeOf(verifier),
    code_challenge_method: 'S256',
    resource: has(at.revision, 'resource-indicator') ? upstream.resource : undefined,
  })
  const cookie = await bindState(desk, state, interaction.grant.clientId, PATIENCE)
  return seeOther(desk, visit, location, [...headers, ...cookie], afterForm)
}
