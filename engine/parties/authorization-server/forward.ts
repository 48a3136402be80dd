import { authorizationResponseDeeds } from '../../checks/authorization-response-issuer.ts'
import { consentChecks, interactionDeeds } from '../../checks/interaction.ts'
import type { Visit } from '../../network/server.ts'
import { issuerPath } from '../../oauth/issuer.ts'
import { inHeader, withQuery } from '../../oauth/parameters.ts'
import { errorDescriptions, type OAuthErrorCode } from '../../oauth/reasons.ts'
import { has } from '../../spec/differences.ts'
import type { HeaderList, HttpResponse } from '../../wire/message.ts'
import { deeds, inspect } from '../party.ts'
import { agreedBefore } from './agreements.ts'
import { errorOf } from './answers.ts'
import { issueCode } from './issue-code.ts'
import type { Desk } from './settings.ts'
import { moveInteraction, type Interaction } from './store.ts'

/** Sends a browser on with 303, so that nothing it posted goes along; `afterForm` tells whether it posted anything. @see [OAuth 2.1 draft-13 §7.5.4 - HTTP 307 Redirect](https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1-13#section-7.5.4) */
export const seeOther = (
  { at }: Desk,
  visit: Visit,
  location: string,
  headers: HeaderList = [],
  afterForm = true,
): HttpResponse => {
  // Unsafe: 307 has the browser post the form, password and all, to where it is sent.
  const status = afterForm && at.forgotten.has(interactionDeeds.seeOther.id) ? 307 : 303
  if (afterForm)
    visit.did(
      deeds(at, [interactionDeeds.seeOther, status === 303 ? `303 to ${location}` : undefined]),
    )
  return {
    status,
    headers: [
      // A server that forgets to look at a redirect URI may have let in what no header can carry.
      ['Location', inHeader(location)],
      ['Cache-Control', 'no-store'],
      ['Referrer-Policy', 'no-referrer'],
      ...headers,
    ],
    body: '',
  }
}

/** Sends a signed-in owner on: to the consent page, back to the client with a code where they need not be asked again, or back to the client with the error its request deserved. */
export const forward = async (
  desk: Desk,
  interaction: Interaction,
  visit: Visit,
  headers: HeaderList = [],
  afterForm = true,
): Promise<HttpResponse> => {
  moveInteraction(desk.store, interaction, 'owner.signed-in')
  if (interaction.refusal) {
    moveInteraction(desk.store, interaction, 'owner.denied')
    desk.store.interactions.delete(interaction.id)
    const error = errorOf(interaction.refusal)
    return answerClient(desk, interaction, { error }, visit, headers, afterForm)
  }
  const { account } = interaction
  if (desk.settings.remembersConsent && account && agreedBefore(desk.store, account, interaction)) {
    const facts = { signedIn: true, decision: 'allow', remembered: true }
    await inspect(consentChecks, facts, desk.at, visit.found)
    moveInteraction(desk.store, interaction, 'owner.allowed')
    desk.store.interactions.delete(interaction.id)
    const code = issueCode(desk, interaction, account)
    return answerClient(desk, interaction, { code }, visit, headers, afterForm)
  }
  const page = `${issuerPath(desk.settings.issuer)}/consent`
  return seeOther(desk, visit, withQuery(page, { interaction: interaction.id }), headers, afterForm)
}

/** Whether this server says in every answer that it is from it: since the revision that knows of it, unless that is forgotten. */
export const namesItself = ({ at }: Desk): boolean =>
  has(at.revision, 'response-issuer') && !at.forgotten.has(authorizationResponseDeeds.issuer.id)

/** Answers the client through the browser, with a code or with an error. @see [OAuth 2.1 draft-13 §4.1.2 - Authorization Response](https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1-13#section-4.1.2) */
export const answerClient = (
  desk: Desk,
  { grant, state }: Interaction,
  answer: { readonly code: string } | { readonly error: OAuthErrorCode },
  visit: Visit,
  headers: HeaderList = [],
  afterForm = true,
): HttpResponse => {
  // Every answer SHOULD name the server it comes from.
  // Unsafe: otherwise a client of several servers cannot tell whose code it holds (`mix-up`).
  const iss = namesItself(desk) ? desk.settings.issuer : undefined
  if (has(desk.at.revision, 'response-issuer'))
    visit.did(deeds(desk.at, [authorizationResponseDeeds.issuer, iss]))
  const said = 'error' in answer && { error_description: errorDescriptions[answer.error] }
  return seeOther(
    desk,
    visit,
    withQuery(grant.redirectUri, { ...answer, ...said, state, iss }),
    headers,
    afterForm,
  )
}
