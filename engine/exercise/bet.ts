import { plainly } from '../plain.ts'
import type { Scenario } from '../scenario.ts'
import type { WireMessage } from '../wire/message.ts'
import { wrongly, type Outcome } from './bet-wrong.ts'
import type { Verdict } from './contract.ts'
import type { Answers, Bet } from './kinds.ts'
import { playFor } from './playing.ts'

const messageAt = (log: readonly WireMessage[], { after }: Bet): WireMessage | undefined =>
  after &&
  log.filter(({ name, fate }) => name === after.at && fate !== 'duplicate')[(after.nth ?? 1) - 1]

/** How many messages before its end a bet is put that names no place. */
const BEFORE_THE_END = 4

/** Plays the run of a bet, and reads off it what the bet is about. */
export const outcomeOf = async (bet: Bet, scenario: Scenario, seed: string): Promise<Outcome> => {
  const forget = bet.forget && { forget: bet.forget }
  const played = await playFor(bet, scenario, seed, forget)
  const { log } = played.run
  const { ending, by, at = log.length } = played.ending
  const shown = messageAt(log, bet)
  if (bet.after && !shown) throw new Error(`${bet.id}: its run has no ${bet.after.at}`)
  const after = shown?.id ?? Math.max(1, at - BEFORE_THE_END)
  switch (bet.predicts) {
    case 'next': {
      const next = log[after]
      if (!next) throw new Error(`${bet.id}: nothing comes after message ${after}`)
      return { played, after, at: next.id, id: next.name }
    }
    case 'status': {
      const answer = log.find(
        ({ kind, exchange }) => kind === 'response' && exchange === shown?.exchange,
      )
      if (answer?.kind !== 'response') throw new Error(`${bet.id}: message ${after} has no answer`)
      return { played, after, at: answer.id, id: String(answer.response.status) }
    }
    case 'ending':
      return { played, after, at, id: ending }
    case 'decides':
      return { played, after, at, id: by ?? 'nobody' }
  }
}

/** Judges a bet by its run; a wrong one also by the run that it speaks of. */
export const judgeBet = async (
  bet: Bet,
  scenario: Scenario,
  { says }: Answers['bet'],
  seed: string,
): Promise<Verdict> => {
  const outcome = await outcomeOf(bet, scenario, seed)
  const { played, at, id } = outcome
  const happened = happenedIn(bet, outcome)
  if (says === id)
    return { solved: true, sentence: happened, because: bet.because, runs: [played.show(at)] }
  const option = bet.options.find((one) => one.id === says)
  if (!option)
    return {
      solved: false,
      sentence: says === '' ? 'Nothing was chosen.' : `This bet does not offer “${says}”.`,
      because: 'Choose one of its answers: the run then says which was right.',
      runs: [],
    }
  const wrong = await wrongly(bet, scenario, says, outcome, seed)
  return {
    solved: false,
    sentence: happened,
    because: wrong.because,
    runs: [...(wrong.run ? [wrong.run] : []), played.show(at)],
  }
}

const happenedIn = ({ predicts }: Bet, { played, at, id }: Outcome): string => {
  const message = played.run.log[at - 1]!
  switch (predicts) {
    case 'next':
      return `Message ${at} comes next: ${plainly(message)}`
    case 'status':
      return `The answer is message ${at}, with status ${id}.`
    case 'ending':
    case 'decides':
      return `At message ${at}: ${played.ending.sentence}`
  }
}
