import { mattersTo } from '../attack/plan.ts'
import { variantOf } from '../attack/variant.ts'
import { checkWithId, type CheckId } from '../checks/index.ts'
import type { Decision } from '../decisions.ts'
import type { Ending } from '../ending.ts'
import { settled } from '../input.ts'
import { startRun, type Run, type RunInput } from '../run.ts'
import type { Act, Attack, Scenario } from '../scenario.ts'
import { levelIn } from '../spec/differences.ts'
import type { ShownRun, Task } from './contract.ts'

/** In what a run of an exercise differs from its story. */
export interface Circumstance {
  readonly forget?: readonly CheckId[]
  readonly decisions?: readonly Decision[]
  readonly acts?: readonly Act[]
}

/** A run of an exercise that was played to its end. */
export interface Played {
  readonly run: Run
  readonly ending: Ending
  /** The same run, as it is shown, at a message of it; left out: at the message that decided. */
  show(at?: number): ShownRun
}

/** The story of an exercise in the telling that is meant. */
export const toldFor = ({ variant }: Pick<Task, 'variant'>, scenario: Scenario): Scenario =>
  variantOf(scenario, variant).scenario

/** The same for an exercise that needs an attack; whoever writes one about a lesson hears so. */
export const attackFor = (task: Task, scenario: Scenario): Attack => {
  const told = toldFor(task, scenario)
  if (told.kind !== 'attack') throw new Error(`${task.id} needs an attack, and ${told.id} is none`)
  return told
}

/** What a run is made from that an exercise shows: the story in its telling, and the acts in place of its own. */
export const inputOf = (
  scenario: Scenario,
  { variant, revision, registration, seed, forget, decisions, acts }: Omit<ShownRun, 'at'>,
): RunInput => {
  const settings = { revision, registration, seed, forget, decisions }
  if (!acts) return { ...settings, scenario, variant }
  // The story as it is told, so that no variant of it brings its own acts back.
  const told = variantOf(scenario, variant).scenario
  if (told.kind === 'lesson') return { ...settings, scenario: told }
  const { variants: _, ...plain } = told
  return { ...settings, scenario: { ...plain, acts } }
}

/** Begins the story of an exercise in the circumstances that an answer calls for. */
export const startFor = (
  task: Task,
  scenario: Scenario,
  seed: string,
  { forget = toldFor(task, scenario).forget, decisions = [], acts }: Circumstance = {},
): { readonly run: Run; readonly shown: Omit<ShownRun, 'at'> } => {
  const shown = {
    scenario: task.scenario,
    ...(task.variant !== undefined && { variant: task.variant }),
    ...settled({
      scenario,
      ...(task.revision && { revision: task.revision }),
      ...(task.registration && { registration: task.registration }),
    }),
    seed,
    forget,
    decisions,
    ...(acts && { acts }),
  }
  return { run: startRun(inputOf(scenario, shown)), shown }
}

/** Plays the story of an exercise to its end, in the circumstances that an answer calls for. */
export const playFor = async (
  task: Task,
  scenario: Scenario,
  seed: string,
  circumstance?: Circumstance,
): Promise<Played> => {
  const { run, shown } = startFor(task, scenario, seed, circumstance)
  const ending = await run.finish()
  if (ending.ending === 'broken') throw new Error(`${task.id}: ${ending.sentence}`)
  return { run, ending, show: (at = ending.at) => ({ ...shown, at }) }
}

/** The checks that matter to the attack of an exercise, as far as its revision knows them: what a learner can remember. */
export const mattersFor = (task: Task, scenario: Scenario): readonly CheckId[] => {
  const { revision } = settled({ scenario, ...(task.revision && { revision: task.revision }) })
  return mattersTo(attackFor(task, scenario)).filter((id) => {
    const row = checkWithId(id)
    return row !== undefined && levelIn(row, revision) !== undefined
  })
}

/** Whether the owner’s client got where it wanted. */
export const clientCompleted = ({ transitions }: Pick<Run, 'transitions'>): boolean =>
  transitions.findLast(({ machine, instance }) => machine === 'handshake' && instance === 'client')
    ?.state === 'completed'

const ERRAND = { call: 'read_note', arguments: { name: 'groceries' } } as const

/** The client’s own errand in the world of an attack, with nobody there who means harm. */
export const honestActs = (attack: Attack): readonly Act[] => {
  const own = attack.acts.find(
    (act) =>
      act.who === 'client' && act.does === 'connect' && act.to === undefined && act.errands.length,
  )
  const errands = own?.who === 'client' ? own.errands : [ERRAND]
  return [{ who: 'client', does: 'connect', errands }]
}
