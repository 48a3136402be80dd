import { seededRandom } from '../chance/random.ts'
import { roles } from '../checks/check.ts'
import type { CheckId } from '../checks/index.ts'
import { placeOfAnchor } from '../anchor.ts'
import type { Decision } from '../decisions.ts'
import { refusedBy } from '../ending.ts'
import { plainly } from '../plain.ts'
import type { Scenario } from '../scenario.ts'
import type { WireMessage } from '../wire/message.ts'
import type { Verdict } from './contract.ts'
import type { Answers, Find, Probe, Suspect } from './kinds.ts'
import { named, partyOf, saysOf, whose } from './naming.ts'
import { playFor, startFor, type Played } from './playing.ts'

/**
 * Which check is forgotten in the world of a seed. Seeds that end in a number, as those of the seats in a room do, take turns,
 * so that neighbours have different worlds.
 */
export const worldOf = ({ id, pool }: Find, seed: string): CheckId => {
  const [, room = seed, seat = '0'] = /^(.*?)(\d{1,6})$/.exec(seed) ?? []
  const begins = seededRandom(`${id}/${room}`).between(0, pool.length)
  return pool[(begins + Number(seat)) % pool.length]!.check
}

/** The changes of a probe, by the numbers that their messages have in the undisturbed run. */
export const decisionsOf = ({ trials }: Probe, log: readonly WireMessage[]): readonly Decision[] =>
  trials.map(({ at: anchor, ...change }) => {
    const at = placeOfAnchor(anchor, log)
    if (at === undefined) throw new Error(`no message of this run is ${anchor}`)
    return { ...change, at }
  })

/** Where a check was found broken in a run. */
export const brokenAt = (check: string, { run }: Played): number | undefined =>
  run.log.find(({ findings }) =>
    findings.some((one) => one.check === check && one.verdict === 'broken'),
  )?.id

/** Where a check was not acted on, though it would have broken. */
const missedAt = (check: string, { run }: Played): number | undefined =>
  run.log.find(({ findings }) =>
    findings.some((one) => one.check === check && one.verdict === 'forgotten' && !one.holds),
  )?.id

/** Plays a probe in a world where these checks are forgotten. */
export const playProbe = async (
  find: Find,
  scenario: Scenario,
  probe: Probe,
  forget: readonly CheckId[],
  seed: string,
): Promise<Played> => {
  // The undisturbed run is played no further than to the last message that the probe changes.
  const { run } = startFor(find, scenario, seed, { forget })
  const met = () => probe.trials.every(({ at }) => placeOfAnchor(at, run.log) !== undefined)
  while (!met() && (await run.step()));
  const decisions = decisionsOf(probe, run.log)
  return playFor(find, scenario, seed, { forget, decisions })
}

/** Judges what somebody says is forgotten: by its own probe, in this very world. */
export const judgeFind = async (
  find: Find,
  scenario: Scenario,
  { check: said, party = said && partyOf(said) }: Answers['find'],
  seed: string,
): Promise<Verdict> => {
  const hidden = worldOf(find, seed)
  const suspect = find.pool.find(({ check }) => check === said)
  if (hidden === said && suspect) return rightly(find, scenario, suspect, seed)
  const closer = party === partyOf(hidden)
  if (!suspect) return { solved: false, ...vague(said, party, closer), runs: [] }
  const [probe] = suspect.probes
  const played = await playProbe(find, scenario, probe, [hidden], seed)
  return {
    solved: false,
    sentence: `${probe.says} ${refusal(suspect.check, played)}`,
    because: closer ? partyIsRight(hidden) : `${inParty(suspect.check)} Look at another party.`,
    runs: [played.show(brokenAt(suspect.check, played))],
  }
}

const refusal = (check: CheckId, played: Played): string => {
  const at = brokenAt(check, played)
  return at === undefined
    ? `In this world that was not refused by ${named(check)}.`
    : `In this world that is refused at message ${at}, and by ${named(check)}: that check is made.`
}

const partyIsRight = (hidden: CheckId): string =>
  `The party is right: it is ${whose(hidden)}, that forgets something. It is another check.`

const inParty = (check: CheckId): string =>
  `${whose(check)}, makes it: ${saysOf(check)}`.replace(/^./, (first) => first.toUpperCase())

const vague = (
  said: string | undefined,
  party: string | undefined,
  closer: boolean,
): Pick<Verdict, 'sentence' | 'because'> => {
  if (said !== undefined)
    return {
      sentence: `${named(said)} is not among the checks that may be forgotten here.`,
      because: 'Choose one of those that the exercise names.',
    }
  if (party === undefined)
    return {
      sentence: 'Nothing was named.',
      because:
        'Change a message on its way, and see who minds. Then name the check that nobody makes.',
    }
  const who = Object.hasOwn(roles, party) ? roles[party as keyof typeof roles] : `“${party}”`
  return closer
    ? { sentence: `Yes, it is ${who}.`, because: 'Which check is it? Try one after the other.' }
    : {
        sentence: `No, it is not ${who}.`,
        because: 'Every check of this exercise that this party makes, it makes here as well.',
      }
}

const rightly = async (
  find: Find,
  scenario: Scenario,
  { check, probes: [probe] }: Suspect,
  seed: string,
): Promise<Verdict> => {
  const careless = await playProbe(find, scenario, probe, [check], seed)
  const careful = await playProbe(find, scenario, probe, [], seed)
  const at = missedAt(check, careless)
  const refused = brokenAt(check, careful)
  return {
    solved: true,
    sentence: `${named(check)} is forgotten. ${probe.says} At message ${at} nobody minds.`,
    because: `Where it is made: ${refusedBy(check, careful.run.log[(refused ?? 1) - 1])} ${find.because}`,
    runs: [careless.show(at), careful.show(refused)],
  }
}

/** What came of a learner’s own changes in a hidden world, told without naming what is forgotten there. */
export interface Trying {
  /** Whether something got past that a careful world refuses. */
  readonly gotThrough: boolean
  readonly sentence: string
  /** The message at which it shows. */
  readonly at: number | undefined
}

/** Plays a learner’s changes in the world of a seed, and says what got through. */
export const tryIn = async (
  find: Find,
  scenario: Scenario,
  decisions: readonly Decision[],
  seed: string,
): Promise<Trying> => {
  const hidden = worldOf(find, seed)
  const here = await playFor(find, scenario, seed, { forget: [hidden], decisions })
  const careful = await playFor(find, scenario, seed, { forget: [], decisions })
  const missed = missedAt(hidden, here)
  if (missed !== undefined && brokenAt(hidden, careful) !== undefined) {
    const message = here.run.log[missed - 1]!
    return {
      gotThrough: true,
      sentence: `Something got through at message ${missed} that somebody should have refused. ${plainly(message)}`,
      at: missed,
    }
  }
  const undisturbed = await playFor(find, scenario, seed, { forget: [hidden] })
  const refused = refusedIn(here, undisturbed)
  return refused
    ? {
        gotThrough: false,
        sentence: `Refused at message ${refused.at}, as it should be. ${refusedBy(refused.check, here.run.log[refused.at - 1])}`,
        at: refused.at,
      }
    : {
        gotThrough: false,
        sentence: 'Nobody minded, and nobody would have to: a careful world takes this as well.',
        at: undefined,
      }
}

/** The first check that breaks oftener than where nobody interferes. */
const refusedIn = (
  here: Played,
  undisturbed: Played,
): { readonly check: string; readonly at: number } | undefined => {
  const usual = brokenIn(undisturbed)
  const seen = new Map<string, number>()
  return brokenIn(here).find(({ check }) => {
    const count = (seen.get(check) ?? 0) + 1
    seen.set(check, count)
    return count > usual.filter((one) => one.check === check).length
  })
}

const brokenIn = ({ run }: Played) =>
  run.log.flatMap(({ id, findings }) =>
    findings.filter(({ verdict }) => verdict === 'broken').map(({ check }) => ({ check, at: id })),
  )
