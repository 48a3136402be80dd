import type { Random } from './chance/random.ts'
import { beginnings, type Store } from './parties/authorization-server/store.ts'
import { NEIGHBOUR } from './world.ts'

/**
 * A code that the authorization server gave to somebody else: to another client, for another owner. It is good, and not
 * for whoever finds it in their own answer. Answers the code.
 */
export const leaveForeignCode = (store: Store, random: Random, now: number): string => {
  const mine = random.fork('a foreign code')
  const code = mine.token(24)
  const clientId = mine.token(12)
  const redirectUri = 'http://127.0.0.1:49999/callback'
  store.clients.set(clientId, {
    client_id: clientId,
    client_name: 'Pigeon',
    redirect_uris: [redirectUri],
    grant_types: ['authorization_code'],
    response_types: ['code'],
    token_endpoint_auth_method: 'none',
  })
  store.codes.set(code, {
    code,
    grant: {
      clientId,
      redirectUri,
      scope: ['notes:read'],
      resource: undefined,
      // The S256 challenge of a verifier that nobody here has: 32 random bytes look just like one.
      challenge: mine.token(32),
    },
    account: NEIGHBOUR.username,
    expiresAt: now + 600,
    snapshot: beginnings.code(),
  })
  return code
}
