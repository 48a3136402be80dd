import { consentChecks, sessionChecks, signInChecks } from '../../checks/interaction.ts'
import type { Answer } from '../../network/server.ts'
import { issuerPath } from '../../oauth/issuer.ts'
import { parameter, queryOf } from '../../oauth/parameters.ts'
import { inspect } from '../party.ts'
import { errorOf } from './answers.ts'
import { agree } from './agreements.ts'
import { consentText } from './consent-text.ts'
import { fieldsOf, readForm } from './form.ts'
import { answerClient, forward } from './forward.ts'
import { issueCode } from './issue-code.ts'
import { closed, pageOf } from './own-pages.ts'
import { consentPage, signInPage } from './pages.ts'
import { sessionOf, setSession } from './session.ts'
import type { Desk } from './settings.ts'
import { moveInteraction, type Interaction } from './store.ts'

/** Receives the sign-in form. @see [OAuth 2.1 draft-13 §3.1 - Authorization Endpoint](https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1-13#section-3.1) */
export const answerSignIn =
  (desk: Desk): Answer =>
  async (request, visit) => {
    const { settings, store, at } = desk
    const { form, interaction } = await readForm(desk, request, visit)
    if (!interaction) return closed(desk, visit)
    const username = parameter(form, 'username') ?? ''
    const password = Object.hasOwn(settings.accounts, username)
      ? settings.accounts[username]
      : undefined
    const passwordMatches = password !== undefined && password === parameter(form, 'password')
    const refusal = await inspect(signInChecks, { username, passwordMatches }, at, visit.found)
    if (refusal) {
      moveInteraction(store, interaction, 'owner.not-recognised')
      return pageOf(
        desk,
        visit,
        403,
        signInPage(
          issuerPath(settings.issuer),
          fieldsOf(interaction),
          'The name or the password is wrong.',
        ),
      )
    }
    // A fresh session at sign-in: whoever knew the old one gains nothing by it.
    const session = at.random.token(18)
    store.sessions.delete(interaction.session)
    store.sessions.set(session, { account: username })
    const signedIn: Interaction = { ...interaction, session, account: username }
    store.interactions.set(signedIn.id, signedIn)
    return forward(desk, signedIn, visit, setSession(desk, session))
  }

/** Shows the consent page. */
export const answerConsentPage =
  (desk: Desk): Answer =>
  async (request, visit) => {
    const { store, at } = desk
    const interaction = store.interactions.get(parameter(queryOf(request.url), 'interaction') ?? '')
    const facts = {
      session: interaction?.session,
      cookie: sessionOf(desk, request),
      csrfToken: undefined,
      receivedCsrfToken: undefined,
    }
    const refusal = await inspect(sessionChecks, facts, at, visit.found)
    if (refusal || !interaction?.account) return closed(desk, visit)
    const text = consentText(desk, interaction, interaction.account)
    return pageOf(
      desk,
      visit,
      200,
      consentPage(issuerPath(desk.settings.issuer), fieldsOf(interaction), text),
    )
  }

/** Receives the owner's decision and answers the client through the browser. @see [OAuth 2.1 draft-13 §4.1.2 - Authorization Response](https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1-13#section-4.1.2) */
export const answerConsent =
  (desk: Desk): Answer =>
  async (request, visit) => {
    const { store, at } = desk
    const { form, interaction } = await readForm(desk, request, visit)
    if (!interaction) return closed(desk, visit)
    const facts = {
      signedIn: interaction.account !== undefined,
      decision: parameter(form, 'decision'),
    }
    const refusal = await inspect(consentChecks, facts, at, visit.found)
    if (interaction.account === undefined) return closed(desk, visit)
    store.interactions.delete(interaction.id)
    if (refusal) {
      moveInteraction(store, interaction, 'owner.denied')
      return answerClient(desk, interaction, { error: errorOf(refusal) }, visit)
    }
    moveInteraction(store, interaction, 'owner.allowed')
    agree(store, interaction.account, interaction.grant)
    const code = issueCode(desk, interaction, interaction.account)
    return answerClient(desk, interaction, { code }, visit)
  }
