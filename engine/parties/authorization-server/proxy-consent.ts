import { proxyConsentChecks } from '../../checks/proxy.ts'
import type { Answer, Visit } from '../../network/server.ts'
import { issuerPath } from '../../oauth/issuer.ts'
import { parameter } from '../../oauth/parameters.ts'
import type { HttpResponse } from '../../wire/message.ts'
import { inspect } from '../party.ts'
import { agree, agreedBefore } from './agreements.ts'
import { errorOf } from './answers.ts'
import { consentText } from './consent-text.ts'
import { fieldsOf, readForm } from './form.ts'
import { answerClient } from './forward.ts'
import { closed, pageOf } from './own-pages.ts'
import { consentPage } from './pages.ts'
import { sendUpstream } from './send-upstream.ts'
import { setSession } from './session.ts'
import type { ProxyDesk } from './settings.ts'
import { moveInteraction, type Interaction } from './store.ts'

const [perClient, noSilent] = proxyConsentChecks

/** What a proxy knows of an owner's will, and whether it looks at its list of approved clients before it asks. */
const standingOf = ({ store, at }: ProxyDesk, interaction: Interaction) => {
  const agreed = agreedBefore(store, interaction.session, interaction)
  return { agreed, settled: agreed || at.forgotten.has(perClient.id) }
}

/**
 * Asks the owner about the client that sent them, or sends them upstream at once. Upstream knows the proxy alone: nobody
 * there can ask which client it is for.
 * @see [MCP 2025-06-18 Authorization - Confused Deputy Problem](https://modelcontextprotocol.io/specification/2025-06-18/basic/authorization#confused-deputy-problem)
 */
export const askAboutClient = async (
  desk: ProxyDesk,
  interaction: Interaction,
  visit: Visit,
): Promise<HttpResponse> => {
  const { settings, at } = desk
  const { agreed, settled } = standingOf(desk, interaction)
  const facts = { clientId: interaction.grant.clientId, agreed, decision: undefined }
  // The list of approved clients MUST be looked at before anybody is sent upstream.
  if (settled) await inspect([perClient], facts, at, visit.found)
  const cookie = setSession(desk, interaction.session)
  // Unsafe: who relies on what was said before, or asks for nothing at all, lets any link act for the owner
  // (`confused-deputy`, `silent-consent`).
  if (settled && at.forgotten.has(noSilent.id)) {
    await inspect([noSilent], facts, at, visit.found)
    return sendUpstream(desk, interaction, visit, cookie, false)
  }
  const text = consentText(desk, interaction)
  const page = consentPage(issuerPath(settings.issuer), fieldsOf(interaction), text)
  return pageOf(desk, visit, 200, page, cookie)
}

/** Receives the owner's decision about a client: sends them upstream, or back to the client with a refusal. */
export const answerProxyConsent =
  (desk: ProxyDesk): Answer =>
  async (request, visit) => {
    const { store, at } = desk
    const { form, interaction } = await readForm(desk, request, visit)
    if (!interaction) return closed(desk, visit)
    const { agreed, settled } = standingOf(desk, interaction)
    const decision = parameter(form, 'decision')
    const facts = { clientId: interaction.grant.clientId, agreed, decision }
    const rows = settled ? [noSilent] : proxyConsentChecks
    const refusal = await inspect(rows, facts, at, visit.found)
    store.interactions.delete(interaction.id)
    if (refusal) {
      moveInteraction(store, interaction, 'owner.denied')
      return answerClient(desk, interaction, { error: errorOf(refusal) }, visit)
    }
    if (decision === 'allow') agree(store, interaction.session, interaction.grant)
    return sendUpstream(desk, interaction, visit)
  }
