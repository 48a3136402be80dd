import { TEACHING_KEY_ED25519 } from '../../chance/keys.ts'
import { downstreamDeeds } from '../../checks/downstream.ts'
import { tokenResponseDeeds } from '../../checks/token-response.ts'
import type { Visit } from '../../network/server.ts'
import { signAccessToken } from '../../oauth/access-token.ts'
import { formatScope } from '../../oauth/scope.ts'
import { has } from '../../spec/differences.ts'
import type { HttpResponse } from '../../wire/message.ts'
import { deeds } from '../party.ts'
import { json, NO_STORE } from './answers.ts'
import { clientOf } from './clients.ts'
import { proxyDesk, resourceOf, type Desk, type Settings } from './settings.ts'
import type { Family } from './store.ts'
import { upstreamToken } from './upstream-tokens.ts'

/**
 * Issues an access token with the family's living refresh token. `previous` is the refresh token it was exchanged for.
 * @see [OAuth 2.1 draft-13 §3.2.3 - Token Response](https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1-13#section-3.2.3)
 */
export const issueTokens = async (
  desk: Desk,
  family: Family,
  scope: readonly string[],
  visit: Visit,
  previous?: string,
): Promise<HttpResponse> => {
  const { settings, store, at } = desk
  const now = at.clock.now()
  // Unsafe: without a resource of its own the token is good for every server of this issuer (`wrong-audience`).
  const bound = !(
    has(at.revision, 'resource-indicator') && at.forgotten.has(tokenResponseDeeds.audience.id)
  )
  const named = bound ? resourceOf(settings, family.grant) : undefined
  const passed = await passedOn(desk, family.account)
  const accessToken =
    passed ??
    (await signAccessToken(
      {
        iss: settings.issuer,
        sub: family.account,
        aud: named ?? everyResource(settings),
        client_id: family.grant.clientId,
        scope: formatScope(scope),
        iat: now,
        exp: now + settings.accessTokenLifetime,
        jti: at.random.token(12),
      },
      TEACHING_KEY_ED25519,
    ))
  // Only a client that registered the grant gets something to use it with.
  const client = clientOf(store, family.grant)
  const mayRefresh = client?.grant_types?.includes('refresh_token') ?? false
  const noStore = !at.forgotten.has(tokenResponseDeeds.noStore.id)
  visit.did(
    deeds(
      at,
      [tokenResponseDeeds.noStore, noStore ? 'Cache-Control: no-store' : undefined],
      [tokenResponseDeeds.audience, passed === undefined ? named : undefined],
      ...(previous === undefined
        ? []
        : ([
            [
              tokenResponseDeeds.rotated,
              previous === family.current ? undefined : 'a new refresh token',
            ],
          ] as const)),
    ),
  )
  return json(
    200,
    {
      access_token: accessToken,
      token_type: 'Bearer',
      expires_in: settings.accessTokenLifetime,
      refresh_token: mayRefresh ? family.current : undefined,
      scope: formatScope(scope),
    },
    noStore ? NO_STORE : [],
  )
}

// Unsafe: a proxy that hands out what it was given upstream has nothing to tell its clients apart by, and the API behind it
// cannot tell them from the proxy (`token-passthrough`).
const passedOn = async (desk: Desk, account: string): Promise<string | undefined> => {
  const proxy = proxyDesk(desk)
  return proxy && desk.at.forgotten.has(downstreamDeeds.ownToken.id)
    ? upstreamToken(proxy, account)
    : undefined
}

// What stands there where no server is named: every one that this issuer guards.
const everyResource = ({ resources }: Settings): string | string[] =>
  resources.length === 1 ? resources[0]! : [...resources]
