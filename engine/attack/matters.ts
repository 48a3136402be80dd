import { checkWithId, type CheckId } from '../checks/index.ts'
import type { Scenario } from '../scenario.ts'
import { levelIn } from '../spec/differences.ts'
import type { Revision } from '../spec/revisions.ts'
import type { WireMessage } from '../wire/message.ts'
import { reachedAt } from './goal.ts'
import { mattersTo } from './plan.ts'
import { variantOf } from './variant.ts'

/** Which telling of a scenario, in which revision. */
export interface Told {
  readonly variant: string | undefined
  readonly revision: Revision
}

/** A check, or several that only work together, that stops an attack, or looks as if it did. */
export interface Matter {
  readonly kind: 'stop' | 'decoy'
  readonly checks: readonly CheckId[]
  /** What a decoy is called in a sentence. */
  readonly name?: string
  readonly because: string
}

const knownIn =
  (revision: Revision) =>
  (id: CheckId): boolean => {
    const row = checkWithId(id)
    return row !== undefined && levelIn(row, revision) !== undefined
  }

/** What stops an attack in a revision, and then what does not; a group of which the revision lacks a check is left out. Nothing, for a lesson. */
export const mattersIn = (scenario: Scenario, { variant, revision }: Told): readonly Matter[] => {
  const { scenario: told } = variantOf(scenario, variant)
  if (told.kind !== 'attack') return []
  const known = knownIn(revision)
  const matters: readonly Matter[] = [
    ...told.stops.map(({ checks, because }): Matter => ({ kind: 'stop', checks, because })),
    ...told.decoys.map(({ checks, name, because }): Matter => ({
      kind: 'decoy',
      checks,
      name,
      because,
    })),
  ]
  return matters.filter(({ checks }) => checks.every(known))
}

/** Every check that matters to an attack, but for some: forgotten, they show what those alone are worth. */
export const allButThese = (
  scenario: Scenario,
  { variant, revision }: Told,
  remembered: readonly CheckId[],
): readonly CheckId[] => {
  const { scenario: told } = variantOf(scenario, variant)
  return told.kind === 'attack'
    ? mattersTo(told).filter((id) => knownIn(revision)(id) && !remembered.includes(id))
    : []
}

/** Those at home with the owner: while none of them takes part, the attacker is alone with the servers. */
const AT_HOME = ['owner', 'user-agent', 'vault', 'client']
/** How many messages before a decision among them a bet on it is asked for. */
const BEFORE_IT = 6

/** How many messages of an attack have been told when it is time to bet on the rest: where its story says, or before the attacker goes the last stretch alone, or a little before the decision. */
export const betAfter = (
  scenario: Scenario,
  { variant }: Pick<Told, 'variant'>,
  log: readonly WireMessage[],
): number | undefined => {
  const { scenario: told } = variantOf(scenario, variant)
  if (told.kind !== 'attack' || log.length === 0) return undefined
  const decided = reachedAt(told, log) ?? log.length
  const { at, nth = 1 } = told.betBefore ?? {}
  const meant = log.filter(({ name, fate }) => name === at && fate !== 'duplicate')[nth - 1]
  if (meant && 1 < meant.id && meant.id <= decided) return meant.id - 1
  const atHome = log
    .slice(0, decided)
    .findLast(({ from, to }) => [from, to].some((party) => AT_HOME.includes(party)))
  const alone = atHome?.id ?? 0
  return Math.max(1, alone < decided - 1 ? alone : decided - BEFORE_IT)
}

/** The ids of the messages on which a check that stops the attack was forgotten and would not have held: there it could have ended. */
export const missedIn = (
  scenario: Scenario,
  told: Told,
  log: readonly WireMessage[],
): readonly number[] => {
  const stops = mattersIn(scenario, told).flatMap(({ kind, checks }) =>
    kind === 'stop' ? checks : [],
  )
  return log
    .filter(({ findings }) =>
      findings.some(
        ({ check, verdict, holds }) =>
          verdict === 'forgotten' && !holds && stops.some((one) => one === check),
      ),
    )
    .map(({ id }) => id)
}
