import { tokenRequestChecks, type TokenRequestFacts } from '../../checks/token-request.ts'
import type { Answer } from '../../network/server.ts'
import { parameter } from '../../oauth/parameters.ts'
import { inspect } from '../party.ts'
import { refused } from './answers.ts'
import { readClientForm } from './client-form.ts'
import { redeemCode } from './code-grant.ts'
import { redeemRefreshToken } from './refresh-grant.ts'
import { supported, type Desk } from './settings.ts'

/** Receives a token request. @see [OAuth 2.1 draft-13 §3.2 - Token Endpoint](https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1-13#section-3.2) */
export const answerToken =
  (desk: Desk): Answer =>
  async (request, visit) => {
    const { parameters, authorization, clientId, facts } = readClientForm(desk.store, request)
    const asked = { ...facts, grantTypes: supported.grantTypes }
    // Unsafe: a client that need not prove who it is may be anybody who has its id (`cross-client-redemption`).
    const refusal = await inspect<TokenRequestFacts>(
      tokenRequestChecks,
      asked,
      desk.at,
      visit.found,
    )
    if (refusal) return refused(refusal, authorization)
    const sent = { parameters, clientId }
    return parameter(parameters, 'grant_type') === 'refresh_token'
      ? redeemRefreshToken(desk, sent, visit)
      : redeemCode(desk, sent, visit)
  }
