import { publicHalf, TEACHING_KEY_ED25519 } from '../../chance/keys.ts'
import type { Check } from '../../checks/check.ts'
import {
  clientAuthenticationChecks,
  type ClientAuthenticationFacts,
} from '../../checks/client-authentication.ts'
import { revocationChecks, revocationDeeds, type RevocationFacts } from '../../checks/revocation.ts'
import { clientFormChecks, type ClientFormFacts } from '../../checks/token-request.ts'
import type { Answer } from '../../network/server.ts'
import { decodeToken, signatureHolds } from '../../oauth/access-token.ts'
import { parameter } from '../../oauth/parameters.ts'
import { deeds, inspect } from '../party.ts'
import { NO_STORE, refused } from './answers.ts'
import { readClientForm } from './client-form.ts'
import type { Desk } from './settings.ts'
import { moveFamily } from './store.ts'

/**
 * Receives a client's wish to withdraw a token. With a refresh token goes its whole family; access tokens that came from it
 * go on until they expire, for nobody asks this server about them. A token that it does not know is withdrawn already.
 * @see [RFC 7009 §2 - Token Revocation](https://www.rfc-editor.org/rfc/rfc7009.html#section-2)
 */
export const answerRevocation =
  (desk: Desk): Answer =>
  async (request, visit) => {
    const { store, at } = desk
    const { parameters, authorization, clientId, facts } = readClientForm(store, request)
    const given = parameter(parameters, 'token') ?? ''
    const family = store.refreshTokens.get(given)
    const token =
      family === undefined
        ? await accessToken(desk, given)
        : { type: 'refresh' as const, clientId: family.grant.clientId }
    const refusal = await inspect(rows, { ...facts, clientId, token }, at, visit.found)
    if (refusal) return refused(refusal, authorization)
    if (family) {
      const { withdrawn } = revocationDeeds
      // Refresh tokens MUST be revocable.
      // Unsafe: an answer without the deed leaves the client believing that a stolen token is dead (`refresh-reuse`).
      const done = !at.forgotten.has(withdrawn.id)
      if (done) moveFamily(store, family, 'grant.withdrawn')
      visit.did(deeds(at, [withdrawn, done ? 'the whole family, withdrawn' : undefined]))
    }
    return { status: 200, headers: NO_STORE, body: '' }
  }

const rows: readonly Check<ClientFormFacts & ClientAuthenticationFacts & RevocationFacts>[] = [
  ...clientFormChecks,
  ...clientAuthenticationChecks,
  ...revocationChecks,
]

// An access token of this server that still works; whatever else it may be, there is nothing to withdraw.
const accessToken = async ({ settings, at }: Desk, text: string) => {
  const claims = decodeToken(text)?.claims
  const alive = claims?.iss === settings.issuer && at.clock.now() < (claims.exp ?? 0)
  if (!alive || !(await signatureHolds(text, publicHalf(TEACHING_KEY_ED25519)))) return undefined
  return { type: 'access' as const, clientId: claims.client_id ?? '' }
}
