import { authorizationRequestDeeds } from '../../checks/authorization-request.ts'
import { tokenDeeds, tokenResponseChecks } from '../../checks/token-response.ts'
import type { HandshakeFacts, Progress, Step } from '../../machines/handshake-facts.ts'
import { readJson } from '../../oauth/json.ts'
import { has } from '../../spec/differences.ts'
import { authenticated } from './authentication.ts'
import { canonicalResource } from '../../oauth/resource.ts'
import { errorResponse, tokenResponse } from '../../oauth/token-response.ts'
import { mediaType } from '../../wire/headers.ts'
import type { FreshFinding } from '../../wire/wire.ts'
import { deeds, inspect } from '../party.ts'
import type { Reply } from '../line.ts'
import { known, metadataIn } from './facts.ts'
import { giveUp, refuse, silence, toServer } from './request.ts'
import type { Desk } from './settings.ts'

/** What the client says the token is for, and that it said so. */
export const resourceFor = (
  { at }: Desk,
  { serverUrl, resourceMetadata: described }: HandshakeFacts,
) => {
  const { resource: row } = authorizationRequestDeeds
  const named = has(at.revision, 'resource-indicator') && !at.forgotten.has(row.id)
  const resource = named ? (described?.resource ?? canonicalResource(serverUrl)) : undefined
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
      request: authenticated(metadataIn(facts).token_endpoint, known(facts.registration), {
        grant_type: 'authorization_code',
        code: known(facts.code),
        code_verifier: facts.verifier || undefined,
        // OAuth 2.1 has no use for it any more; a server of OAuth 2.0 does.
        redirect_uri: desk.settings.repeatsRedirectUri ? facts.redirectUri : undefined,
        resource,
      }),
    })
    const { progress } = await readTokens(desk, reply)
    return progress
  }

/** Exchanges the refresh token for a new pair. @see [OAuth 2.1 draft-13 §4.3.1 - Token Endpoint Extension](https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1-13#section-4.3.1) */
export const refreshTokens =
  (desk: Desk): Step =>
  async (facts) => {
    const old = facts.tokens?.refresh_token
    if (old === undefined)
      return lapsed('The access token no longer works, and there is no refresh token.')
    const { resource, did } = resourceFor(desk, facts)
    const reply = await desk.at.line.exchange({
      ...toServer('authorization-server'),
      name: 'refresh-request',
      answer: 'refresh-response',
      did,
      request: authenticated(metadataIn(facts).token_endpoint, known(facts.registration), {
        grant_type: 'refresh_token',
        refresh_token: old,
        resource,
      }),
    })
    const { progress, error } = await readTokens(desk, reply)
    // A dead refresh token is no reason to give up: the owner can be asked again.
    if (error === 'invalid_grant') return lapsed('The refresh token no longer works.')
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

const lapsed = (gaveUp: string): Progress => ({ kind: 'lapsed', facts: { gaveUp } })

interface TokenReading {
  readonly progress: Progress
  /** The error code, when the server answered with one. */
  readonly error?: string
}

const readTokens = async ({ at }: Desk, reply: Reply | undefined): Promise<TokenReading> => {
  if (!reply) return { progress: silence('the authorization server') }
  const { status, headers, body } = reply.response
  const error = readJson(errorResponse, body)
  if (status >= 400 && 'value' in error)
    return {
      progress: giveUp(`The authorization server refused to issue tokens: ${error.value.error}.`),
      error: error.value.error,
    }
  const reading = readJson(tokenResponse, body)
  const tokens = 'value' in reading ? reading.value : undefined
  const problem = 'problem' in reading ? reading.problem : undefined
  const facts = { status, mediaType: mediaType(headers), problem, tokens }
  const refusal = await inspect(tokenResponseChecks, facts, at, reply.found)
  if (refusal) return { progress: refuse(refusal) }
  return {
    progress: tokens ? { kind: 'done', facts: { tokens } } : silence('a usable token response'),
  }
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
    const { serverUrl } = facts
    const stored = await vault.write(known(facts.issuer), { tokens, server: serverUrl }, did)
    return stored ? { kind: 'done', facts: {} } : silence('the vault')
  }
