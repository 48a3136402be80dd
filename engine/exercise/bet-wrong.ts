import { allButThese } from '../attack/matters.ts'
import { checkWithId, isCheckId } from '../checks/index.ts'
import { plainly } from '../plain.ts'
import type { EndingKind, Scenario } from '../scenario.ts'
import { purposeOf } from '../wire/label.ts'
import type { MessageName } from '../wire/message.ts'
import type { ShownRun } from './contract.ts'
import type { Bet } from './kinds.ts'
import { listed, named, sentence } from './naming.ts'
import { playFor, toldFor, type Played } from './playing.ts'

/** Where a bet is put in its run, and what the run then does. */
export interface Outcome {
  readonly played: Played
  /** The last message shown before the bet. */
  readonly after: number
  /** The message at which it shows. */
  readonly at: number
  /** The id of what happens. */
  readonly id: string
}

interface Wrong {
  readonly because: string
  readonly run?: ShownRun
}

/** Why a prediction is wrong, and the run that says so. */
export const wrongly = async (
  bet: Bet,
  scenario: Scenario,
  says: string,
  outcome: Outcome,
  seed: string,
): Promise<Wrong> => {
  switch (bet.predicts) {
    case 'next':
      return nextWrongly(says as MessageName, outcome)
    case 'status':
      return statusWrongly(says, outcome)
    case 'ending':
      return endingWrongly(bet, scenario, says as EndingKind, seed)
    case 'decides':
      return decidesWrongly(bet, scenario, says, outcome, seed)
  }
}

const nextWrongly = (says: MessageName, { played, after }: Outcome): Wrong => {
  const { log } = played.run
  const later = log.find(({ name, id }) => name === says && id > after)
  const earlier = log.findLast(({ name, id }) => name === says && id <= after)
  const what = `\`${says}\` (${purposeOf[says]})`
  if (later)
    return {
      because: `You said ${what}. That comes later, as message ${later.id}. ${plainly(later)}`,
      run: played.show(later.id),
    }
  return earlier
    ? {
        because: `You said ${what}. That has happened already, with message ${earlier.id}, and does not come again.`,
        run: played.show(earlier.id),
      }
    : { because: `You said ${what}. No message of this run is that.` }
}

const statusWrongly = (says: string, { played, after, at, id }: Outcome): Wrong => {
  const { log } = played.run
  const request = log[after - 1]!
  const broken = request.findings.find(({ verdict }) => verdict === 'broken')
  const row = broken && checkWithId(broken.check)
  const why = broken
    ? `${named(broken.check)} decided it: ${row && 'fails' in row ? row.fails : ''}`
    : `nothing in message ${after} broke a check`
  const elsewhere = log.find(
    (message) =>
      message.kind === 'response' && String(message.response.status) === says && message.id > at,
  )
  const comes = elsewhere ? ` A ${says} comes later, with message ${elsewhere.id}.` : ''
  return {
    because: sentence(`You said ${says}. It was ${id}, for ${why}`) + comes,
    run: played.show(after),
  }
}

const endings: Readonly<Record<EndingKind, string>> = {
  completed: 'the owner gets what they asked for',
  won: 'the attacker gets what he is after',
  refused: 'somebody refuses',
  broken: 'the lab fails',
}

const endingWrongly = async (
  bet: Bet,
  scenario: Scenario,
  says: EndingKind,
  seed: string,
): Promise<Wrong> => {
  // How it would have to be for that ending: with all that matters here forgotten, or with nothing forgotten.
  const told = toldFor(bet, scenario)
  const careless = says === 'won' ? told.forget : []
  const other = await playFor(bet, scenario, seed, { forget: careless })
  const forgets = careless.length > 0 ? `With ${listed(careless)} forgotten` : 'With all remembered'
  return other.ending.ending === says
    ? {
        because: `You said that ${endings[says]}. ${forgets} it ends like that: ${other.ending.sentence}`,
        run: other.show(),
      }
    : {
        because: `You said that ${endings[says]}. ${forgets} it does not end like that either: ${other.ending.sentence}`,
        run: other.show(),
      }
}

const decidesWrongly = async (
  bet: Bet,
  scenario: Scenario,
  says: string,
  { played, at, id }: Outcome,
  seed: string,
): Promise<Wrong> => {
  if (!isCheckId(says)) return { because: `You said ${named(says)}, and no check is called that.` }
  const { revision, log } = played.run
  const option = bet.options.find((one) => one.id === says)
  const said = option ? `“${option.says.replace(/\.$/, '')}”, which is ${named(says)}` : named(says)
  const forget = allButThese(scenario, { variant: bet.variant, revision }, [says])
  const alone = await playFor(bet, scenario, seed, { forget })
  const met = log.find(({ findings }) =>
    findings.some(({ check, verdict }) => check === says && verdict === 'obeyed'),
  )
  const held = met ? ` In this run it is obeyed, at message ${met.id} already, and passes.` : ''
  if (alone.ending.ending !== 'refused' || alone.ending.by !== says)
    return {
      because: sentence(
        `You said ${said}. In another run only that is made, of all that matters here, and it does not decide: ${alone.ending.sentence}`,
      ).concat(held),
      run: alone.show(),
    }
  return {
    because: `You said ${said}. Alone it would decide, at message ${alone.ending.at}. Here ${named(id)} comes before it, at message ${at}.`,
    run: alone.show(),
  }
}
