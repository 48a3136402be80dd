import { authorizationRequestChecks } from '../../checks/authorization-request.ts'
import type { Answer, Visit } from '../../network/server.ts'
import { issuerPath } from '../../oauth/issuer.ts'
import { parameter, queryOf, repeatedParameters } from '../../oauth/parameters.ts'
import type { Reason } from '../../oauth/reasons.ts'
import { parseScope, scopeMissing } from '../../oauth/scope.ts'
import { has } from '../../spec/differences.ts'
import type { HttpResponse } from '../../wire/message.ts'
import { inspect } from '../party.ts'
import { clientNamed } from './documents.ts'
import { fieldsOf } from './form.ts'
import { forward } from './forward.ts'
import { pageOf } from './own-pages.ts'
import { errorPage, signInPage } from './pages.ts'
import { askAboutClient } from './proxy-consent.ts'
import { sessionOf, setSession } from './session.ts'
import { grantableScopes, proxyDesk, type Desk } from './settings.ts'
import { beginnings, type Interaction, remember } from './store.ts'

/** Refusals after which nobody is redirected, because it is not known where to. @see [OAuth 2.1 draft-13 §4.1.2.1 - Error Response](https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1-13#section-4.1.2.1) */
const UNREDIRECTED: readonly Reason[] = ['unknown-client', 'redirect-uri-not-registered']

/** A page that tells the owner why nobody is sent anywhere. */
const turnedBack = (
  desk: Desk,
  reason: Reason,
  visit: Visit,
  sentence = sentenceFor(reason),
): HttpResponse => pageOf(desk, visit, 400, errorPage(sentence))

/**
 * Receives an authorization request. A request that fails a later check still leads to the sign-in page: the error goes
 * back to the client only once the owner is known, for a server MUST authenticate the user before it redirects them.
 * @see [OAuth 2.1 draft-13 §4.1.1 - Authorization Request](https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1-13#section-4.1.1)
 */
export const answerAuthorize =
  (desk: Desk): Answer =>
  async (request, visit) => {
    const { settings, store, at } = desk
    const proxy = proxyDesk(desk)
    const parameters = queryOf(request.url)
    const repeated = repeatedParameters(parameters)
    // Of two clients, or two places to go to, neither is believed.
    const clientId = repeated.includes('client_id') ? undefined : parameter(parameters, 'client_id')
    const named = await clientNamed(desk, clientId, visit)
    if (named.refusal) return turnedBack(desk, named.refusal.reason, visit)
    const { client, document } = named
    const registered = client?.redirect_uris ?? []
    const redirectUri = repeated.includes('redirect_uri')
      ? undefined
      : (parameter(parameters, 'redirect_uri') ??
        (registered.length === 1 ? registered[0] : undefined))
    const withheldScopes = Object.keys(settings.withheldScopes ?? {})
    const facts = {
      parameters,
      client,
      redirectUri,
      resources: settings.resources,
      scopes: [...Object.keys(grantableScopes(desk)), ...withheldScopes],
    }
    const refusal = await inspect(authorizationRequestChecks, facts, at, visit.found)
    if (refusal && UNREDIRECTED.includes(refusal.reason))
      return turnedBack(desk, refusal.reason, visit)
    // A proxy never learns who the owner is who sent a request that goes no further.
    if (refusal && proxy) return turnedBack(desk, refusal.reason, visit, NOT_GRANTED)

    const session = sessionOf(desk, request) ?? at.random.token(18)
    const account = store.sessions.get(session)?.account
    if (!store.sessions.has(session)) remember(store.sessions, session, {})
    const asked = parseScope(parameter(parameters, 'scope'))
    // A server MAY grant less than was asked for; the token response then says how much.
    const scope = scopeMissing(asked, withheldScopes)
    const interaction: Interaction = {
      id: at.random.token(9),
      session,
      csrfToken: at.random.token(18),
      state: parameter(parameters, 'state'),
      grant: {
        clientId: client?.client_id ?? '',
        redirectUri: redirectUri ?? '',
        scope: scope.length > 0 ? scope : settings.defaultScope,
        // A revision without this parameter has the server ignore it, as it MUST ignore all that it does not know.
        resource: has(at.revision, 'resource-indicator')
          ? parameter(parameters, 'resource')
          : undefined,
        challenge: parameter(parameters, 'code_challenge'),
        document,
      },
      withheld: scopeMissing(asked, scope),
      refusal,
      ...(account !== undefined && { account }),
      snapshot: beginnings.interaction(),
    }
    remember(store.interactions, interaction.id, interaction)
    store.journal('interaction', interaction.id, interaction.snapshot.value)
    if (proxy) return askAboutClient(proxy, interaction, visit)
    if (account !== undefined) return forward(desk, interaction, visit, [], false)
    const page = signInPage(issuerPath(settings.issuer), fieldsOf(interaction))
    return pageOf(desk, visit, 200, page, setSession(desk, session))
  }

const NOT_GRANTED = 'What the application that sent you here asks for is not granted here.'

const sentenceFor = (reason: Reason): string => {
  switch (reason) {
    case 'unknown-client':
      return 'The application that sent you here is not registered with this server.'
    case 'redirect-uri-not-registered':
      return 'The application that sent you here asked for an answer to an address it has not registered.'
    default:
      return 'The application that sent you here has not said who it is in a way that this server accepts.'
  }
}
