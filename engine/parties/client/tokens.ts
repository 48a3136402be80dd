import { authorizationRequestDeeds } from '../../checks/authorization-request.ts'
import { tokenDeeds, tokenResponseChecks } from '../../checks/token-response.ts'
import type { HandshakeFacts, Progress, Step } from '../../machines/handshake-facts.ts'
import { readJson } from '../../oauth/json.ts'
import { canonicalResource } from '../../oauth/resource.ts'
import { errorResponse, tokenResponse } from '../../oauth/token-response.ts'
import { mediaType } from '../../wire/headers.ts'
import type { FreshFinding } from '../../wire/wire.ts'
import { deeds, inspect } from '../party.ts'
import type { Reply } from '../line.ts'
import { known, metadataIn } from './facts.ts'
import { giveUp, postForm, refuse, silence, toServer } from './request.ts'
import type { Desk } from './settings.ts'

const resourceFor = ({ at }: Desk, { serverUrl }: HandshakeFacts) => {
  const { resource: row } = authorizationRequestDeeds
  const resource = at.forgotten.has(row.id) ? undefined : canonicalResource(serverUrl)
  return { resource, did: deeds(at, [row, resource]) }
}

/** Exchanges the code for tokens, proving with the verifier that it asked for it. @see [OAuth 2.1 draft-13 §4.1.3 - Token Endpoint Extension](https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1-13#section-4.1.3) */
export const redeemCode =
  (desk: Desk): Step =>
  async (facts) => {
    const { resource, did } = resourceFor(desk, facts)
    const reply = await desk.at.line.exchange({
      ...toServer('authorization-server'),
      name: 'token-request',
      answer: 'token-response',
      did,
      request: postForm(metadataIn(facts).token_endpoint, {
        grant_type: 'authorization_code',
        code: known(facts.code),
        code_verifier: facts.verifier || undefined,
        client_id: known(facts.registration).client_id,
        resource,
      }),
    })
    return readTokens(desk, reply)
  }

/** Exchanges the refresh token for a new pair. @see [OAuth 2.1 draft-13 §4.3.1 - Token Endpoint Extension](https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1-13#section-4.3.1) */
export const refreshTokens =
  (desk: Desk): Step =>
  async (facts) => {
    const old = facts.tokens?.refresh_token
    if (old === undefined)
      return giveUp('The access token no longer works, and there is no refresh token.')
    const { resource, did } = resourceFor(desk, facts)
    const reply = await desk.at.line.exchange({
      ...toServer('authorization-server'),
      name: 'refresh-request',
      answer: 'refresh-response',
      did,
      request: postForm(metadataIn(facts).token_endpoint, {
        grant_type: 'refresh_token',
        refresh_token: old,
        client_id: known(facts.registration).client_id,
        resource,
      }),
    })
    const progress = await readTokens(desk, reply)
    if (progress.kind !== 'done' || !progress.facts.tokens) return progress
    // When no new refresh token came, the old one goes on; when one came, it takes the old one's place.
    const { refresh_token = old, ...rest } = progress.facts.tokens
    const replaced = desk.at.forgotten.has(tokenDeeds.replaced.id) ? old : refresh_token
    const refreshTokenReplaced = replaced !== old
    return {
      kind: 'done',
      facts: { tokens: { ...rest, refresh_token: replaced }, refreshTokenReplaced },
    }
  }

const readTokens = async ({ at }: Desk, reply: Reply | undefined): Promise<Progress> => {
  if (!reply) return silence('the authorization server')
  const { status, headers, body } = reply.response
  const error = readJson(errorResponse, body)
  if (status >= 400 && 'value' in error)
    return giveUp(`The authorization server refused to issue tokens: ${error.value.error}.`)
  const reading = readJson(tokenResponse, body)
  const tokens = 'value' in reading ? reading.value : undefined
  const problem = 'problem' in reading ? reading.problem : undefined
  const facts = { status, mediaType: mediaType(headers), problem, tokens }
  const refusal = await inspect(tokenResponseChecks, facts, at, reply.found)
  if (refusal) return refuse(refusal)
  return tokens ? { kind: 'done', facts: { tokens } } : silence('a usable token response')
}

/** Puts the tokens into the vault, over whatever stood there for this issuer and resource. */
export const storeTokens =
  ({ at, vault }: Desk): Step =>
  async (facts) => {
    const tokens = known(facts.tokens)
    const did: FreshFinding[] = deeds(
      at,
      [tokenDeeds.vault, 'the tokens, handed to the vault'],
      [
        tokenDeeds.replaced,
        facts.refreshTokenReplaced ? 'the new refresh token in the old one’s place' : undefined,
      ],
    )
    const stored = await vault.write(known(facts.issuer), { tokens }, did)
    return stored ? { kind: 'done', facts: {} } : silence('the vault')
  }
