import type { HandshakeFacts, Progress, Step } from '../../machines/handshake-facts.ts'
import { readJson } from '../../oauth/json.ts'
import { errorResponse } from '../../oauth/token-response.ts'
import { authenticated } from './authentication.ts'
import { known, metadataIn } from './facts.ts'
import { callTool } from './mcp.ts'
import { giveUp, silence, toServer } from './request.ts'
import type { Desk } from './settings.ts'

/** Does the first errand that is left: calls a tool, lets time pass, or gives a token back. */
export const runErrand =
  (desk: Desk): Step =>
  async (facts) => {
    const [errand, ...errands] = facts.errands
    if (errand === undefined) return { kind: 'done', facts: {} }
    if ('call' in errand) return callTool(desk, facts, errand)
    if ('revoke' in errand) return revoke(desk, facts, errand.revoke)
    desk.at.clock.advance(errand.wait)
    desk.settings.whileWaiting?.()
    return { kind: 'done', facts: { errands } }
  }

/** Tells the authorization server that a token is no longer needed, and forgets it. @see [RFC 7009 §2.1 - Revocation Request](https://www.rfc-editor.org/rfc/rfc7009.html#section-2.1) */
const revoke = async (
  desk: Desk,
  facts: HandshakeFacts,
  kind: 'access_token' | 'refresh_token',
): Promise<Progress> => {
  const endpoint = metadataIn(facts).revocation_endpoint
  const token = facts.tokens?.[kind]
  if (typeof endpoint !== 'string')
    return giveUp('The client cannot give the token back: the authorization server takes none.')
  if (token === undefined) return giveUp('The client holds no such token to give back.')
  const reply = await desk.at.line.exchange({
    ...toServer('authorization-server'),
    name: 'revocation-request',
    answer: 'revocation-response',
    request: authenticated(endpoint, known(facts.registration), {
      token,
      token_type_hint: kind,
    }),
  })
  if (!reply) return silence('the authorization server')
  const { status, body } = reply.response
  const error = readJson(errorResponse, body)
  if (status !== 200)
    return giveUp(
      `The authorization server did not take the token back: ${'value' in error ? error.value.error : `status ${status}`}.`,
    )
  // The client MUST NOT use a token that it has given back.
  const { refresh_token: _, ...withoutRefresh } = known(facts.tokens)
  const tokens = kind === 'refresh_token' ? withoutRefresh : undefined
  if (tokens) await desk.vault.write(known(facts.issuer), { server: facts.serverUrl, tokens })
  return { kind: 'done', facts: { errands: facts.errands.slice(1), tokens } }
}
