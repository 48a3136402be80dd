import { readJson } from '../../oauth/json.ts'
import { tokenResponse } from '../../oauth/token-response.ts'
import { has } from '../../spec/differences.ts'
import type { MessageName } from '../../wire/message.ts'
import { authenticated } from '../client/authentication.ts'
import type { ProxyDesk } from './settings.ts'
import type { UpstreamTokens } from './store.ts'

type Grant = Readonly<Record<string, string>>

/** Asks the authorization server upstream for tokens, as its client. */
const tokensFor = async (
  { id, upstream, at }: ProxyDesk,
  [name, answer]: readonly [MessageName, MessageName],
  grant: Grant,
): Promise<UpstreamTokens | undefined> => {
  const reply = await at.line.exchange({
    from: id,
    to: 'authorization-server',
    channel: 'back',
    name,
    answer,
    request: authenticated(upstream.tokenEndpoint, upstream.client, {
      ...grant,
      resource: has(at.revision, 'resource-indicator') ? upstream.resource : undefined,
    }),
  })
  const reading = readJson(tokenResponse, reply?.response.status === 200 ? reply.response.body : '')
  if (!('value' in reading)) return undefined
  const { access_token: access, refresh_token: refresh, expires_in = 0 } = reading.value
  return { access, refresh, expiresAt: at.clock.now() + expires_in }
}

/** Redeems the code that an owner brought back from upstream. @see [OAuth 2.1 draft-13 §4.1.3 - Token Endpoint Extension](https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1-13#section-4.1.3) */
export const redeemUpstream = (
  desk: ProxyDesk,
  code: string,
  verifier: string,
): Promise<UpstreamTokens | undefined> =>
  tokensFor(desk, ['token-request', 'token-response'], {
    grant_type: 'authorization_code',
    code,
    code_verifier: verifier,
  })

/** The token that a proxy was given upstream for an account; one that has expired is exchanged first. @see [MCP 2025-03-26 Authorization - Session Binding Requirements](https://modelcontextprotocol.io/specification/2025-03-26/basic/authorization#session-binding-requirements) */
export const upstreamToken = async (
  desk: ProxyDesk,
  account: string,
): Promise<string | undefined> => {
  const { store, at } = desk
  const held = store.upstreamTokens.get(account)
  if (!held || at.clock.now() < held.expiresAt) return held?.access
  if (held.refresh === undefined) return undefined
  const fresh = await tokensFor(desk, ['refresh-request', 'refresh-response'], {
    grant_type: 'refresh_token',
    refresh_token: held.refresh,
  })
  if (fresh) store.upstreamTokens.set(account, { ...fresh, refresh: fresh.refresh ?? held.refresh })
  return fresh?.access
}
