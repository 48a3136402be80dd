import { oneAtATime, type Route, type Server } from '../../network/server.ts'
import type { PartyId } from '../../wire/message.ts'
import { issuerPath } from '../../oauth/issuer.ts'
import type { Circumstances } from '../party.ts'
import { answerAuthorize } from './authorize.ts'
import { answerConsent, answerConsentPage, answerSignIn } from './interaction.ts'
import { answerJwks, answerMetadata, metadataUrlOf } from './metadata.ts'
import { answerProxyConsent } from './proxy-consent.ts'
import { answerRegistration } from './registration.ts'
import { answerRevocation } from './revocation.ts'
import { proxyDesk, UPSTREAM_CALLBACK, type Desk, type Settings } from './settings.ts'
import { createStore, type Store } from './store.ts'
import { answerToken } from './token.ts'
import { answerUpstreamCallback } from './upstream-callback.ts'
import { upstreamToken } from './upstream-tokens.ts'

/** An authorization server, and what it remembers. */
export interface AuthorizationServer extends Server {
  readonly store: Store
  /** The token that a proxy was given upstream for an account, fresh where it can be had; undefined where there is none. */
  upstreamToken(account: string): Promise<string | undefined>
}

/** The authorization server: knows the owner, or has the one upstream tell, asks for consent, issues tokens. `id` is the party it is a part of. */
export const authorizationServer = (
  settings: Settings,
  at: Circumstances,
  id: PartyId = 'authorization-server',
): AuthorizationServer => {
  const store = createStore(at.journal, settings.clients)
  const cookieKey = new Uint8Array(at.random.fork('cookie key').bytes(32))
  const desk: Desk = { id, settings, store, cookieKey, at }
  const { origin } = new URL(settings.issuer)
  const base = issuerPath(settings.issuer)
  const metadataUrl = metadataUrlOf(settings)
  const proxy = proxyDesk(desk)
  const pages: Route[] = proxy
    ? [
        { path: '/consent', methods: { POST: oneAtATime(answerProxyConsent(proxy)) } },
        { path: UPSTREAM_CALLBACK, methods: { GET: oneAtATime(answerUpstreamCallback(proxy)) } },
      ]
    : [
        { path: '/sign-in', methods: { POST: answerSignIn(desk) } },
        {
          path: '/consent',
          methods: { GET: answerConsentPage(desk), POST: oneAtATime(answerConsent(desk)) },
        },
      ]
  const routes: Route[] = [
    { path: '/authorize', methods: { GET: answerAuthorize(desk) } },
    ...pages,
    { path: '/token', methods: { POST: oneAtATime(answerToken(desk)) } },
    { path: '/revoke', methods: { POST: answerRevocation(desk) } },
    { path: '/jwks', methods: { GET: answerJwks() } },
  ]
  if (settings.registersClients)
    routes.push({ path: '/register', methods: { POST: answerRegistration(desk) } })
  return {
    id,
    origin,
    store,
    upstreamToken: (account) =>
      proxy ? upstreamToken(proxy, account) : Promise.resolve(undefined),
    routes: [
      ...(metadataUrl === undefined
        ? []
        : [{ path: new URL(metadataUrl).pathname, methods: { GET: answerMetadata(desk) } }]),
      ...routes.map((route) => ({ ...route, path: `${base}${route.path}` })),
    ],
  }
}
