import { oneAtATime, type Server } from '../../network/server.ts'
import type { Circumstances } from '../party.ts'
import { answerAuthorize } from './authorize.ts'
import { answerConsent, answerConsentPage, answerSignIn } from './interaction.ts'
import { answerJwks, answerMetadata } from './metadata.ts'
import { answerRegistration } from './registration.ts'
import type { Desk, Settings } from './settings.ts'
import { createStore, type Store } from './store.ts'
import { answerToken } from './token.ts'

/** The authorization server: knows the owner, asks for consent, issues tokens. `store` is what it remembers. */
export const authorizationServer = (
  settings: Settings,
  at: Circumstances,
): Server & { readonly store: Store } => {
  const desk: Desk = { settings, store: createStore(at.journal), at }
  return {
    id: 'authorization-server',
    origin: settings.issuer,
    store: desk.store,
    routes: [
      { path: '/.well-known/oauth-authorization-server', methods: { GET: answerMetadata(desk) } },
      { path: '/register', methods: { POST: answerRegistration(desk) } },
      { path: '/authorize', methods: { GET: answerAuthorize(desk) } },
      { path: '/sign-in', methods: { POST: answerSignIn(desk) } },
      {
        path: '/consent',
        methods: { GET: answerConsentPage(desk), POST: oneAtATime(answerConsent(desk)) },
      },
      { path: '/token', methods: { POST: oneAtATime(answerToken(desk)) } },
      { path: '/jwks', methods: { GET: answerJwks() } },
    ],
  }
}
