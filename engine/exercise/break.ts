import type { Act, Attack, Scenario } from '../scenario.ts'
import { goalSentence } from '../attack/goal.ts'
import { refusedBy } from '../ending.ts'
import type { MessageName, WireMessage } from '../wire/message.ts'
import type { Verdict } from './contract.ts'
import type { Answers, Break, Move } from './kinds.ts'
import { listed } from './naming.ts'
import { attackFor, playFor, type Played } from './playing.ts'

/** The acts of an attack as a learner composed them: those that begin the story, and then the moves. */
export const actsOf = (
  { begins, menu }: Break,
  { acts }: Pick<Attack, 'acts'>,
  moves: readonly string[],
): readonly Act[] => [
  ...acts.slice(0, begins),
  ...moves.flatMap((id) => menu.find((move) => move.id === id)?.acts ?? []),
]

/** Judges an attack that a learner composed: by whether the attacker gets what he is after. */
export const judgeBreak = async (
  task: Break,
  scenario: Scenario,
  { moves }: Answers['break'],
  seed: string,
): Promise<Verdict> => {
  const attack = attackFor(task, scenario)
  const strangers = moves.filter((id) => !task.menu.some((move) => move.id === id))
  if (strangers.length > 0 || moves.length === 0)
    return {
      solved: false,
      sentence:
        strangers.length > 0
          ? `${listed(strangers)} is no move of this exercise.`
          : 'Nothing was done.',
      because: `${goalSentence(attack.goal)} That is where you want to get to, with moves of the menu.`,
      runs: [],
    }
  const play = (some: readonly string[]) =>
    playFor(task, scenario, seed, {
      acts: actsOf(task, attack, some),
      ...(task.forget && { forget: task.forget }),
    })
  const played = await play(moves)
  if (played.ending.ending === 'won')
    return {
      solved: true,
      sentence: `${played.ending.sentence} It takes until message ${played.ending.at}.`,
      because: task.because,
      runs: [played.show()],
    }
  const stopped = await stoppedAt(played, moves, play, task.begins)
  return { solved: false, ...whyNot(task, played, moves, stopped), runs: [played.show()] }
}

/** The move with which it ended, and how many messages there had been before it. */
interface Stopped {
  readonly count: number
  readonly since: number
}

/** Which move was the last that anything came of. */
const stoppedAt = async (
  { run, ending }: Played,
  moves: readonly string[],
  play: (some: readonly string[]) => Promise<Played>,
  begins: number,
): Promise<Stopped> => {
  let since = begins === 0 ? 0 : (await play([])).run.log.length
  for (let count = 1; count < moves.length; count++) {
    const before = await play(moves.slice(0, count))
    const { length } = before.run.log
    if (length === run.log.length && before.ending.lacks === ending.lacks) return { count, since }
    since = length
  }
  return { count: moves.length, since }
}

const named = ({ menu }: Break, id: string): string =>
  `“${menu.find((move: Move) => move.id === id)!.says}”`

const whyNot = (
  task: Break,
  { ending, run }: Played,
  moves: readonly string[],
  { count, since }: Stopped,
): Pick<Verdict, 'sentence' | 'because'> => {
  const at = `move ${count}, ${named(task, moves[count - 1]!)}`
  const held = [...new Set(run.knowledge.attacker.map(({ name }) => name))]
  const holds = held.length > 0 ? `What he holds is this: ${held.join(', ')}.` : 'He holds nothing.'
  if (ending.lacks !== undefined)
    return {
      sentence: `It ends with ${at}: the attacker has no ${ending.lacks}.`,
      because: `Nobody has shown him any by then. ${holds}`,
    }
  if (ending.by !== undefined && (ending.at ?? 0) > since)
    return { sentence: ending.sentence, because: `It ends with ${at}, at message ${ending.at}.` }
  const turnedAway = turnedAwayIn(run.log.slice(since))
  if (turnedAway)
    return {
      sentence: refusedBy(turnedAway.check, run.log[turnedAway.at - 1]),
      because: `It ends with ${at}, at message ${turnedAway.at}.`,
    }
  return {
    sentence: 'The attacker did not get what he was after.',
    because: `Nobody refused ${at}, and it is not enough. ${holds}`,
  }
}

/** The requests that bring something; with the others a client only finds its way. */
const WANTS: readonly MessageName[] = [
  'mcp-request',
  'token-request',
  'refresh-request',
  'api-request',
]

/** The check that turned away the last request of the attacker; undefined where that was answered. */
const turnedAwayIn = (
  log: readonly WireMessage[],
): { readonly check: string; readonly at: number } | undefined => {
  const last = log.findLast(({ from, name }) => from === 'attacker' && WANTS.includes(name))
  const broken = last?.findings.find(
    // Without a token everybody is turned away at first: that is how a client finds out where to get one.
    ({ check, verdict }) => verdict === 'broken' && check !== 'rs/token-present',
  )
  return last && broken && { check: broken.check, at: last.id }
}
