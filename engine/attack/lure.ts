import { MALLORY } from '../parties/attacker/settings.ts'
import type { Act } from './contract.ts'
import { DONE, type Company, type Outcome } from './company.ts'
import { claimedId } from './held.ts'

type Opening = Pick<
  Extract<Act, { who: 'attacker'; does: 'connect' | 'ask-for-code' }>,
  'browser' | 'until' | 'says'
>

/** Sends the owner a link, which they click. Links come by mail or chat; none of that is OAuth. */
export const lure = async (url: string, says: string, company: Company): Promise<void> => {
  const { line } = company.at
  const ends = { from: 'attacker', to: 'owner', channel: 'local' } as const
  const onwards = { from: 'owner', to: 'user-agent', channel: 'local' } as const
  const arrived = await line.act({
    ...ends,
    name: 'send-link',
    act: 'send a link',
    content: { says, url },
  })
  const clicked =
    arrived &&
    (await line.act({
      ...onwards,
      name: 'open-link',
      act: 'click the link',
      content: { url: String(arrived['url']) },
    }))
  if (clicked) await company.browser.open(String(clicked['url']), { initiator: MALLORY.site })
}

/** What becomes of a URL that the attacker’s client wants opened: his own browser goes there, or the owner’s. */
export const openingOf =
  ({ browser, until, says = '' }: Opening, company: Company) =>
  async (url: string): Promise<void> => {
    if (browser === 'owner' && until === undefined) return lure(url, says, company)
    const stopsAt = (next: string) =>
      until === 'upstream'
        ? company.isUpstream(next)
        : until === 'callback' && next.startsWith(company.redirectUri)
    const stopped = await company.hisBrowser.open(url, { stopsAt })
    if (browser === 'owner' && stopped !== undefined) await lure(stopped, says, company)
  }

/** Asks for a code with a request of the attacker’s own making. */
export const askForCode = async (
  { link, ...opening }: Extract<Act, { who: 'attacker'; does: 'ask-for-code' }>,
  company: Company,
): Promise<Outcome> => {
  const clientId = claimedId(link.client, company)
  if (clientId === undefined) return { kind: 'lacks', what: 'client_id' }
  const open = openingOf(opening, company)
  company.opens.attacker = (url) => open(madeUp(url, link, company))
  const facts = await company.publicFacts()
  const answer = await company.hisClient.steps.authorize({
    ...company.begin(company.resource, []),
    ...facts,
    redirectUri: link.redirectUri === 'own' ? MALLORY.redirectUri : company.redirectUri,
    registration: { client_id: clientId, token_endpoint_auth_method: 'none' },
  })
  // The verifier of his own challenge he keeps to himself until he redeems.
  if (answer.kind === 'done') company.own.verifier = answer.facts.verifier ?? ''
  return DONE
}

const madeUp = (
  url: string,
  { challenge, instead = {} }: Extract<Act, { does: 'ask-for-code' }>['link'],
  { at }: Company,
): string => {
  const bare =
    challenge === 'none' || (challenge === 'copy' && at.forgotten.has('client/pkce-s256'))
  const changed = new URL(url)
  const parameters = {
    ...(bare && { code_challenge: '', code_challenge_method: '' }),
    ...instead,
  }
  for (const [name, value] of Object.entries(parameters))
    if (value === '') changed.searchParams.delete(name)
    else changed.searchParams.set(name, value)
  return changed.href
}
