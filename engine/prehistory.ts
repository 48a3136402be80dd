import type { Random } from './chance/random.ts'
import type { Store } from './parties/authorization-server/store.ts'
import type { VaultEntry } from './parties/vault.ts'

const DAY = 86_400

/**
 * What happened before the story begins: on the day before, the client registered at another port. `held`: both sides
 * still know. `forgotten-by-server`: the authorization server lost its list since. Answers what the vault holds.
 */
export const registerBeforehand = (
  choice: 'held' | 'forgotten-by-server' | undefined,
  given: {
    readonly store: Store
    readonly issuer: string
    readonly clientName: string
    readonly random: Random
    readonly now: number
  },
): ReadonlyMap<string, VaultEntry> => {
  if (choice === undefined) return new Map()
  const random = given.random.fork('the day before')
  const registration = {
    client_id: random.token(12),
    client_id_issued_at: given.now - DAY,
    client_name: given.clientName,
    redirect_uris: [`http://127.0.0.1:${random.between(49_152, 65_536)}/callback`],
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    token_endpoint_auth_method: 'none',
  }
  if (choice === 'held') given.store.clients.set(registration.client_id, registration)
  return new Map([[given.issuer, { registration }]])
}
