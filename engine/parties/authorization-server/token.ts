import { tokenRequestChecks } from '../../checks/token-request.ts'
import type { Answer } from '../../network/server.ts'
import { parameter, parseForm } from '../../oauth/parameters.ts'
import { header, mediaType } from '../../wire/headers.ts'
import { inspect } from '../party.ts'
import { refused } from './answers.ts'
import { redeemCode } from './code-grant.ts'
import { redeemRefreshToken } from './refresh-grant.ts'
import { supported, type Desk } from './settings.ts'

/** Receives a token request. @see [OAuth 2.1 draft-13 §3.2 - Token Endpoint](https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1-13#section-3.2) */
export const answerToken =
  (desk: Desk): Answer =>
  async (request, visit) => {
    const { store, at } = desk
    const parameters = parseForm(request.body ?? '')
    const facts = {
      mediaType: mediaType(request.headers),
      parameters,
      client: store.clients.get(parameter(parameters, 'client_id') ?? ''),
      grantTypes: supported.grantTypes,
    }
    const refusal = await inspect(tokenRequestChecks, facts, at, visit.found)
    if (refusal) return refused(refusal, header(request.headers, 'Authorization'))
    return parameter(parameters, 'grant_type') === 'refresh_token'
      ? redeemRefreshToken(desk, parameters, visit)
      : redeemCode(desk, parameters, visit)
  }
