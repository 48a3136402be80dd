import { MALLORY } from '../parties/attacker/settings.ts'
import type { Act } from './contract.ts'
import { DONE, type Company, type Outcome, type Walk } from './company.ts'
import { actOfAttacker } from './hand.ts'

/** What came of all acts: how the owner’s client fared last, and for want of what the attacker stopped. */
export interface Played {
  readonly client: Walk | undefined
  readonly outcome: Outcome
}

/** Has everybody do what they do, one act after the other. An act of the attacker that leads nowhere is the last. */
export const playActs = async (acts: readonly Act[], company: Company): Promise<Played> => {
  let client: Walk | undefined
  let outcome: Outcome = DONE
  const walked = (walk: Walk) => {
    client = walk
    return walk.state === 'broken'
  }
  for (const act of acts) {
    if (act.who === 'client') {
      if (walked(await actOfClient(act, company, client))) break
    } else outcome = await actOf(act, company)
    if (outcome.kind !== 'done' && !goesOn(act, outcome)) break
  }
  return { client, outcome }
}

// For some requests it is enough that they were made.
const goesOn = (act: Act, { kind }: Outcome): boolean =>
  kind === 'refused' && act.does === 'redeem' && act.anyway === true

const actOfClient = async (
  act: Extract<Act, { who: 'client' }>,
  company: Company,
  before: Walk | undefined,
): Promise<Walk> => {
  if (act.does === 'go-on') {
    if (!before) throw new Error('a client goes on that never began')
    return company.walk('client', { ...before.facts, errands: act.errands })
  }
  const serverUrl = act.to === 'attacker' ? MALLORY.resource : company.resource
  const { meanwhile } = act
  company.wants.resources = [serverUrl, ...(company.api ? [company.api] : [])]
  if (meanwhile)
    company.opens.owner = async (url) => {
      company.opens.owner = undefined
      for (const one of meanwhile) if (!(await during(one, url, company))) break
    }
  const walk = await company.walk('client', company.begin(serverUrl, act.errands))
  company.opens.owner = undefined
  company.wants.resources = []
  return walk
}

const during = async (act: Act, asked: string, company: Company): Promise<boolean> => {
  if (act.who === 'owner') {
    await company.browser.open(asked)
    return true
  }
  return (await actOf(act, company)).kind === 'done'
}

const actOf = async (act: Act, company: Company): Promise<Outcome> => {
  switch (act.who) {
    case 'attacker':
      company.stand(`attack.${act.does}`)
      return actOfAttacker(act, company)
    case 'time':
      company.at.clock.advance(act.seconds)
      return DONE
    default:
      throw new Error(`${act.who} cannot do this here: ${act.does}`)
  }
}
