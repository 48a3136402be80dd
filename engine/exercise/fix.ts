import type { CheckId } from '../checks/index.ts'
import type { Attack, Scenario } from '../scenario.ts'
import type { Verdict } from './contract.ts'
import type { Answers, Fix } from './kinds.ts'
import { listed, named } from './naming.ts'
import {
  attackFor,
  clientCompleted,
  honestActs,
  mattersFor,
  playFor,
  type Played,
} from './playing.ts'

/** The attack of a fix with some of what matters to it remembered, and the client’s own errand in the same world. */
interface World {
  readonly attack: Attack
  readonly all: readonly CheckId[]
  /** Plays the attack. */
  attacked(remembered: readonly CheckId[]): Promise<Played>
  /** Plays the client’s own errand. */
  honest(remembered: readonly CheckId[]): Promise<Played>
}

const worldFor = (fix: Fix, scenario: Scenario, seed: string): World => {
  const attack = attackFor(fix, scenario)
  const all = mattersFor(fix, scenario)
  const without = (remembered: readonly CheckId[]) => all.filter((id) => !remembered.includes(id))
  return {
    attack,
    all,
    attacked: (remembered) => playFor(fix, scenario, seed, { forget: without(remembered) }),
    honest: (remembered) =>
      playFor(fix, scenario, seed, { forget: without(remembered), acts: honestActs(attack) }),
  }
}

/** Judges what a learner has remembered: by the attack, by the client’s own errand, and by what could be left out. */
export const judgeFix = async (
  fix: Fix,
  scenario: Scenario,
  { remember }: Answers['fix'],
  seed: string,
): Promise<Verdict> => {
  const world = worldFor(fix, scenario, seed)
  const strangers = remember.filter((one) => !world.all.some((id) => id === one))
  if (strangers.length > 0)
    return {
      solved: false,
      sentence: `${listed(strangers)} does not belong to what can be remembered here.`,
      because: 'Choose among the checks that matter to this attack.',
      runs: [],
    }
  const remembered = world.all.filter((id) => remember.includes(id))
  const attacked = await world.attacked(remembered)
  if (attacked.ending.ending === 'won') return tooLittle(world, remembered, attacked)
  const honest = await world.honest(remembered)
  if (!clientCompleted(honest.run)) return nobodyGetsIn(remembered, honest, attacked)
  const spare = await spareIn(world, remembered)
  if (spare) return tooMuch(world, spare.check, spare.played)
  return {
    solved: true,
    sentence: `${attacked.ending.sentence} The owner’s own client still gets what it wants.`,
    because: fix.because,
    runs: [attacked.show(), honest.show()],
  }
}

const tooLittle = async (
  world: World,
  remembered: readonly CheckId[],
  attacked: Played,
): Promise<Verdict> => {
  const verdict = { solved: false, sentence: attacked.ending.sentence, runs: [attacked.show()] }
  if (remembered.length === 0)
    return { ...verdict, because: 'Nothing is remembered, so nothing is in the attacker’s way.' }
  const half = await halfIn(world, remembered)
  if (half) return { ...verdict, because: half }
  const decoys = decoysIn(world.attack, remembered)
  return {
    ...verdict,
    because: decoys.length > 0 ? decoys.join(' ') : `${listed(remembered)} does not stop it.`,
  }
}

const COUNTS: Readonly<Record<number, string>> = { 2: 'two', 3: 'three' }

/** Of a group that only works together a part is remembered: said without naming the rest. */
const halfIn = async (
  world: World,
  remembered: readonly CheckId[],
): Promise<string | undefined> => {
  for (const { checks } of world.attack.stops) {
    const there = checks.filter((id) => remembered.includes(id))
    if (there.length === 0 || there.length === checks.length) continue
    const whole = await world.attacked([...new Set([...remembered, ...checks])])
    const missing = checks.length - there.length
    if (whole.ending.ending === 'refused')
      return `${listed(there)} ${there.length === 1 ? 'is' : 'are'} only part of it: with ${missing === 1 ? 'one check more' : `${COUNTS[missing] ?? missing} checks more`} it is refused, and without ${missing === 1 ? 'that one' : 'those'} it does nothing.`
  }
  return undefined
}

const decoysIn = (attack: Attack, remembered: readonly CheckId[]): readonly string[] =>
  attack.decoys
    .filter(({ checks }) => checks.some((id) => remembered.includes(id)))
    .map(({ name, because }) => `“${name}” does not stop it. ${because}`)

const nobodyGetsIn = (
  remembered: readonly CheckId[],
  honest: Played,
  attacked: Played,
): Verdict => ({
  solved: false,
  sentence: `The attack is refused, and so is the owner: with ${listed(remembered)} alone their own client does not get in either.`,
  because: honest.ending.sentence,
  runs: [honest.show(), attacked.show()],
})

/** A check without which the attack is refused all the same, and the owner’s client let in. */
const spareIn = async (
  world: World,
  remembered: readonly CheckId[],
): Promise<{ readonly check: CheckId; readonly played: Played } | undefined> => {
  for (const check of remembered) {
    const rest = remembered.filter((one) => one !== check)
    const played = await world.attacked(rest)
    if (played.ending.ending === 'refused' && clientCompleted((await world.honest(rest)).run))
      return { check, played }
  }
  return undefined
}

const tooMuch = ({ attack }: World, check: CheckId, played: Played): Verdict => {
  const decoy = attack.decoys.find(({ checks }) => checks.includes(check))
  const stops = attack.stops.some(({ checks }) => checks.includes(check))
  return {
    solved: false,
    sentence: `It is refused, and more is remembered than that takes: ${named(check)} can go.`,
    because: `Without it: ${played.ending.sentence}${decoy && !stops ? ` ${decoy.because}` : ''}`,
    runs: [played.show()],
  }
}

/** The smallest set that a judge accepts, looked for among what the story says stops it. */
export const solutionOfFix = async (
  fix: Fix,
  scenario: Scenario,
  seed: string,
): Promise<Answers['fix']> => {
  const { attack, all } = worldFor(fix, scenario, seed)
  for (const { checks } of attack.stops) {
    const answer = { kind: 'fix', remember: checks.filter((id) => all.includes(id)) } as const
    if ((await judgeFix(fix, scenario, answer, seed)).solved) return answer
  }
  throw new Error(`${fix.id}: nothing that its story names as a stop solves it alone`)
}
