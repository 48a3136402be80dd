import { oneAtATime, type Route, type Server } from '../../network/server.ts'
import { issuerPath } from '../../oauth/issuer.ts'
import type { Circumstances } from '../party.ts'
import { answerAuthorize } from './authorize.ts'
import { answerConsent, answerConsentPage, answerSignIn } from './interaction.ts'
import { answerJwks, answerMetadata, metadataUrlOf } from './metadata.ts'
import { answerRegistration } from './registration.ts'
import { answerRevocation } from './revocation.ts'
import type { Desk, Settings } from './settings.ts'
import { createStore, type Store } from './store.ts'
import { answerToken } from './token.ts'

/** The authorization server: knows the owner, asks for consent, issues tokens. `store` is what it remembers. */
export const authorizationServer = (
  settings: Settings,
  at: Circumstances,
): Server & { readonly store: Store } => {
  const desk: Desk = { settings, store: createStore(at.journal, settings.clients), at }
  const { origin } = new URL(settings.issuer)
  const base = issuerPath(settings.issuer)
  const metadataUrl = metadataUrlOf(settings)
  const routes: Route[] = [
    { path: '/authorize', methods: { GET: answerAuthorize(desk) } },
    { path: '/sign-in', methods: { POST: answerSignIn(desk) } },
    {
      path: '/consent',
      methods: { GET: answerConsentPage(desk), POST: oneAtATime(answerConsent(desk)) },
    },
    { path: '/token', methods: { POST: oneAtATime(answerToken(desk)) } },
    { path: '/revoke', methods: { POST: answerRevocation(desk) } },
    { path: '/jwks', methods: { GET: answerJwks() } },
  ]
  if (settings.registersClients)
    routes.push({ path: '/register', methods: { POST: answerRegistration(desk) } })
  return {
    id: 'authorization-server',
    origin,
    store: desk.store,
    routes: [
      ...(metadataUrl === undefined
        ? []
        : [{ path: new URL(metadataUrl).pathname, methods: { GET: answerMetadata(desk) } }]),
      ...routes.map((route) => ({ ...route, path: `${base}${route.path}` })),
    ],
  }
}
