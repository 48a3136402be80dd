import { interactionDeeds } from '../../checks/interaction.ts'
import type { Visit } from '../../network/server.ts'
import { withQuery } from '../../oauth/parameters.ts'
import { errorDescriptions } from '../../oauth/reasons.ts'
import type { HeaderList, HttpResponse } from '../../wire/message.ts'
import { deeds } from '../party.ts'
import { errorOf } from './answers.ts'
import type { Desk } from './settings.ts'
import { moveInteraction, type Interaction } from './store.ts'

/** Sends a browser on with 303, so that nothing it posted goes along. @see [OAuth 2.1 draft-13 §7.5.4 - HTTP 307 Redirect](https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1-13#section-7.5.4) */
export const seeOther = (
  { at }: Desk,
  visit: Visit,
  location: string,
  headers: HeaderList = [],
): HttpResponse => {
  const status = at.forgotten.has(interactionDeeds.seeOther.id) ? 307 : 303
  visit.did(
    deeds(at, [
      interactionDeeds.seeOther,
      status === 303 ? `303 to ${location}` : undefined,
    ]),
  )
  return {
    status,
    headers: [
      ['Location', asHeader(location)],
      ['Cache-Control', 'no-store'],
      ['Referrer-Policy', 'no-referrer'],
      ...headers,
    ],
    body: '',
  }
}

// A server that forgets to look at a redirect URI may have let in what no header can carry, a line break above all.
const asHeader = (location: string): string =>
  location.toWellFormed().replace(/[^!-~]/gu, encodeURIComponent)

/** Sends a signed-in owner on: to the consent page, or back to the client with the error its request deserved. */
export const forward = (
  desk: Desk,
  interaction: Interaction,
  visit: Visit,
  headers: HeaderList = [],
): HttpResponse => {
  moveInteraction(desk.store, interaction, 'owner.signed-in')
  if (interaction.refusal) {
    moveInteraction(desk.store, interaction, 'owner.denied')
    desk.store.interactions.delete(interaction.id)
    const location = errorLocation(interaction, errorOf(interaction.refusal))
    return seeOther(desk, visit, location, headers)
  }
  return seeOther(desk, visit, withQuery('/consent', { interaction: interaction.id }), headers)
}

/** Where the client hears of an error. @see [OAuth 2.1 draft-13 §4.1.2.1 - Error Response](https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1-13#section-4.1.2.1) */
export const errorLocation = (
  { grant, state }: Interaction,
  error: keyof typeof errorDescriptions,
): string =>
  withQuery(grant.redirectUri, { error, error_description: errorDescriptions[error], state })
