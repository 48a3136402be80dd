import { authorizationRequestChecks } from '../../checks/authorization-request.ts'
import { interactionDeeds } from '../../checks/interaction.ts'
import type { Answer } from '../../network/server.ts'
import { parameter, queryOf, repeatedParameters } from '../../oauth/parameters.ts'
import type { Reason } from '../../oauth/reasons.ts'
import { parseScope } from '../../oauth/scope.ts'
import type { HeaderList } from '../../wire/message.ts'
import { deeds, inspect } from '../party.ts'
import { errorPage, html, signInPage, UNFRAMED } from './pages.ts'
import { sessionOf, setSession } from './session.ts'
import type { Desk } from './settings.ts'
import { beginnings, type Interaction } from './store.ts'
import { forward } from './forward.ts'

/** Refusals after which nobody is redirected, because it is not known where to. @see [OAuth 2.1 draft-13 §4.1.2.1 - Error Response](https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1-13#section-4.1.2.1) */
const UNREDIRECTED: readonly Reason[] = ['unknown-client', 'redirect-uri-not-registered']

/**
 * Receives an authorization request. A request that fails a later check still leads to the sign-in page: the error goes
 * back to the client only once the owner is known, for a server MUST authenticate the user before it redirects them.
 * @see [OAuth 2.1 draft-13 §4.1.1 - Authorization Request](https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1-13#section-4.1.1)
 */
export const answerAuthorize =
  (desk: Desk): Answer =>
  async (request, visit) => {
    const { settings, store, at } = desk
    const parameters = queryOf(request.url)
    const repeated = repeatedParameters(parameters)
    // Of two clients, or two places to go to, neither is believed.
    const client = repeated.includes('client_id')
      ? undefined
      : store.clients.get(parameter(parameters, 'client_id') ?? '')
    const registered = client?.redirect_uris ?? []
    const redirectUri = repeated.includes('redirect_uri')
      ? undefined
      : (parameter(parameters, 'redirect_uri') ??
        (registered.length === 1 ? registered[0] : undefined))
    const facts = {
      parameters,
      client,
      redirectUri,
      resources: settings.resources,
      scopes: Object.keys(settings.scopes),
    }
    const refusal = await inspect(authorizationRequestChecks, facts, at, visit.found)
    const framing = notFramed(desk)
    if (refusal && UNREDIRECTED.includes(refusal.reason)) {
      visit.did(framing.did)
      return html(400, errorPage(sentenceFor(refusal.reason)), framing.headers)
    }

    const session = sessionOf(store, request) ?? at.random.token(18)
    const account = store.sessions.get(session)?.account
    if (!store.sessions.has(session)) store.sessions.set(session, {})
    const scope = parseScope(parameter(parameters, 'scope'))
    const interaction: Interaction = {
      id: at.random.token(9),
      session,
      csrfToken: at.random.token(18),
      state: parameter(parameters, 'state'),
      grant: {
        clientId: client?.client_id ?? '',
        redirectUri: redirectUri ?? '',
        scope: scope.length > 0 ? scope : settings.defaultScope,
        resource: parameter(parameters, 'resource'),
        challenge: parameter(parameters, 'code_challenge'),
      },
      refusal,
      ...(account !== undefined && { account }),
      snapshot: beginnings.interaction,
    }
    store.interactions.set(interaction.id, interaction)
    store.journal('interaction', interaction.id, interaction.snapshot.value)
    if (account !== undefined) return forward(desk, interaction, visit)
    visit.did(framing.did)
    return html(200, signInPage(fieldsOf(interaction)), [
      ...framing.headers,
      ...setSession(session),
    ])
  }

/** What a form carries so that it can be recognised. */
export const fieldsOf = ({ id, csrfToken }: Interaction): Record<string, string> => ({
  interaction: id,
  csrf_token: csrfToken,
})

/** The headers against framing, and the record of having set them. */
export const notFramed = ({ at }: Desk) => {
  const headers: HeaderList = at.forgotten.has(interactionDeeds.notFramed.id) ? [] : UNFRAMED
  const sent = headers.find(([name]) => name === 'Content-Security-Policy')?.[1]
  return { headers, did: deeds(at, [interactionDeeds.notFramed, sent]) }
}

const sentenceFor = (reason: Reason): string =>
  reason === 'unknown-client'
    ? 'The application that sent you here is not registered with this server.'
    : 'The application that sent you here asked for an answer to an address it has not registered.'
