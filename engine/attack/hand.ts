import type { HoldingName } from '../knowledge.ts'
import { MOST_AUTHORIZATIONS } from '../machines/handshake-setup.ts'
import type { HandshakeFacts } from '../machines/handshake-facts.ts'
import { readUrl } from '../oauth/redirect-uri.ts'
import { MALLORY } from '../parties/attacker/settings.ts'
import { header } from '../wire/headers.ts'
import type { Act } from './contract.ts'
import { DONE, outcomeOf, type Company, type Outcome } from './company.ts'
import { forgedToken } from './forge.ts'
import { claimedId, held } from './held.ts'
import { askForCode, lure, openingOf } from './lure.ts'
import { writeAtApi } from './api.ts'
import { readVault } from './vault.ts'

type Deed<Name extends string> = Extract<Act, { who: 'attacker'; does: Name }>

/** Does one act of the attacker, with what he has learned so far. */
export const actOfAttacker = async (
  act: Extract<Act, { who: 'attacker' }>,
  company: Company,
): Promise<Outcome> => {
  switch (act.does) {
    case 'connect':
      return connect(act, company)
    case 'ask-for-code':
      return askForCode(act, company)
    case 'plant-code':
      return plantCode(act, company)
    case 'redeem':
      return redeem(act, company)
    case 'refresh':
      return refresh(act, company)
    case 'call':
      return call(act, company)
    case 'write-at-api':
      return writeAtApi(act, company)
    case 'read-vault':
      return readVault(company)
  }
}

const lacks = (what: HoldingName): Outcome => ({ kind: 'lacks', what })

const connect = async (act: Deed<'connect'>, company: Company): Promise<Outcome> => {
  company.opens.attacker = openingOf(act, company)
  const walk = await company.walk('attacker', company.begin(company.resource, act.errands))
  // With a token in hand he goes on, whatever came of the errands.
  return walk.facts.tokens ? DONE : { kind: 'refused' }
}

const plantCode = async ({ says }: Deed<'plant-code'>, company: Company): Promise<Outcome> => {
  const answer = answerHeld(company)
  if (answer === undefined) return lacks('authorization code')
  await lure(answer, says, company)
  return DONE
}

// The answer that his browser was to take to the owner’s client, with a state that he made up: he does not know theirs.
const answerHeld = ({ log, redirectUri, at }: Company): string | undefined => {
  const answers = log.flatMap((message) => {
    if (message.kind !== 'response' || message.to !== 'attacker') return []
    const location = readUrl(header(message.response.headers, 'Location') ?? '')
    return location?.href.startsWith(redirectUri) && location.searchParams.has('code')
      ? [location]
      : []
  })
  const answer = answers.at(-1)
  answer?.searchParams.set('state', at.random.token(16))
  return answer?.href
}

const redeem = async (act: Deed<'redeem'>, company: Company): Promise<Outcome> => {
  const code = held(company, 'authorization code')
  if (code === undefined) return lacks('authorization code')
  const clientId = claimedId(act.client, company)
  if (clientId === undefined) return lacks('client_id')
  const verifier = verifierFor(act.verifier, company)
  const { redeemCode } = company.hisClient.steps
  return outcomeOf(await redeemCode({ ...(await facts(company, clientId)), code, verifier }))
}

// Where he has none, he sends none: some servers do not ask.
const verifierFor = (kind: Deed<'redeem'>['verifier'], company: Company): string => {
  if (kind === 'own') return company.own.verifier
  if (kind === 'none') return ''
  if (kind === 'held') return held(company, 'code verifier') ?? ''
  return held(company, 'code challenge') === undefined ? '' : company.at.random.token(32)
}

const refresh = async ({ client }: Deed<'refresh'>, company: Company): Promise<Outcome> => {
  const refreshToken = held(company, 'refresh token')
  if (refreshToken === undefined) return lacks('refresh token')
  const clientId = claimedId(client, company)
  if (clientId === undefined) return lacks('client_id')
  const tokens = { access_token: '', token_type: 'Bearer', refresh_token: refreshToken }
  const { refreshTokens } = company.hisClient.steps
  return outcomeOf(await refreshTokens({ ...(await facts(company, clientId)), tokens }))
}

const facts = async (company: Company, clientId: string): Promise<HandshakeFacts> => ({
  ...company.begin(company.resource, []),
  ...(await company.publicFacts()),
  redirectUri: MALLORY.redirectUri,
  registration: { client_id: clientId, token_endpoint_auth_method: 'none' },
})

const call = async (act: Deed<'call'>, company: Company): Promise<Outcome> => {
  const token =
    act.token === undefined
      ? held(company, 'access token')
      : await forgedToken(act.token, await company.publicFacts(), company)
  if (token === undefined) return lacks('access token')
  company.opens.attacker = () => Promise.resolve()
  const walk = await company.walk('attacker', {
    ...company.begin(company.resource, [{ call: act.call, arguments: act.arguments }]),
    ...(await company.publicFacts()),
    tokens: { access_token: token, token_type: 'Bearer' },
    // He has nothing to fall back on: no refresh token, and no owner who could be asked.
    turnedAway: 1,
    authorizations: MOST_AUTHORIZATIONS,
  })
  return walk.state === 'completed' ? DONE : { kind: 'refused' }
}
