import { tokenResponseDeeds } from '../../checks/token-response.ts'
import { refreshChecks } from '../../checks/refresh.ts'
import type { Visit } from '../../network/server.ts'
import { parameter } from '../../oauth/parameters.ts'
import { parseScope } from '../../oauth/scope.ts'
import type { HttpResponse } from '../../wire/message.ts'
import { inspect } from '../party.ts'
import { nothingGranted, refused } from './answers.ts'
import { issueTokens } from './issue.ts'
import { resourceOf, type Desk, type Sent } from './settings.ts'
import { lineOf, moveFamily } from './store.ts'

/**
 * Exchanges a refresh token for a new pair. The old one dies with it; when a dead one comes back, its family dies.
 * @see [OAuth 2.1 draft-13 §4.3.1 - Token Endpoint Extension](https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1-13#section-4.3.1)
 */
export const redeemRefreshToken = async (
  desk: Desk,
  { parameters, clientId }: Sent,
  visit: Visit,
): Promise<HttpResponse> => {
  const { settings, store, at } = desk
  const presented = parameter(parameters, 'refresh_token') ?? ''
  const family = store.refreshTokens.get(presented)
  const now = at.clock.now()
  const grant = family && {
    clientId: family.grant.clientId,
    scope: family.grant.scope,
    resource: resourceOf(settings, family.grant),
    expiresAt: family.expiresAt,
    familyRevoked: family.snapshot.value === 'revoked',
    line: lineOf(store, family),
  }
  const refusal = await inspect(
    refreshChecks,
    { parameters, clientId, now, grant },
    at,
    visit.found,
  )
  if (refusal) {
    if (family && refusal.check === 'as/refresh-reuse-revokes-family')
      moveFamily(store, family, 'token.reused')
    return refused(refusal)
  }
  if (!family) return nothingGranted()

  if (!at.forgotten.has(tokenResponseDeeds.rotated.id)) {
    family.current = at.random.token(24)
    store.refreshTokens.set(family.current, family)
    moveFamily(store, family, 'token.rotated')
  }
  family.expiresAt = now + settings.refreshTokenIdle
  const asked = parseScope(parameter(parameters, 'scope'))
  return issueTokens(desk, family, asked.length > 0 ? asked : family.grant.scope, visit, presented)
}
