import type { Attack } from '../attack/contract.ts'
import { mattersTo } from '../attack/plan.ts'
import { variantOf } from '../attack/variant.ts'
import type { Comparison } from '../checks/check.ts'
import type { CheckId } from '../checks/index.ts'
import type { Decision } from '../decisions.ts'
import type { Ending } from '../ending.ts'
import { settled } from '../input.ts'
import { startRun } from '../run.ts'
import type { Scenario } from '../scenario.ts'
import type { Json, WireMessage } from '../wire/message.ts'
import { messageParts, type Part } from '../wire/parts.ts'
import type { ShownRun } from './contract.ts'
import { writableCheck } from './writable.ts'
import type { Ask, FieldChange, Said, WriteExercise, WrittenRun } from './write.ts'

/** The seed of every run in which a written check is made. */
const SEED = 'written'

/** One time that a written check was asked. */
export interface Asked {
  readonly values: readonly Json[]
  readonly said: Said
  /** What the engine’s own check says of the same. */
  readonly own: Comparison
  /** Which of the engine’s rows would have refused. */
  readonly broken: readonly CheckId[]
}

/** A run in which a written check was made. */
export interface PlayedWritten {
  readonly run: WrittenRun
  readonly asked: readonly Asked[]
  readonly ending: Ending
  readonly log: readonly WireMessage[]
  /** The run that the lab can open. What was wrongly let through passes there because the rows that refuse it are forgotten. */
  shown(at: number | undefined, letThrough?: Asked): ShownRun
}

/** What is forgotten in a run of an attack: all that matters to it, but for those that only work together with the written check. */
const forgottenIn = (attack: Attack, covered: readonly CheckId[]): readonly CheckId[] => {
  const isCovered = (id: CheckId | undefined) => covered.some((one) => one === id)
  const group = attack.stops.find(({ checks, by }) => checks.some(isCovered) || isCovered(by))
  return mattersTo(attack).filter((id) => !group?.checks.includes(id))
}

const withThoseInside = (parts: readonly Part[]): readonly Part[] =>
  parts.flatMap((part) => [part, ...withThoseInside(part.parts)])

const withoutNumbers = (path: string): string => path.replace(/\.\d+(?=\.)/g, '')

/** A change to a field as a decision about the message that has it in this log; undefined where none has it. */
const decisionFor = (
  { at, nth = 1, field, to }: FieldChange,
  log: readonly WireMessage[],
): Decision | undefined => {
  const found = log
    .filter(({ name }) => name === at)
    .flatMap((message) => {
      const parts = withThoseInside(messageParts(message))
      const one = parts.find(({ path }) => withoutNumbers(path) === field)
      return one ? [{ at: message.id, path: one.path, value: one.value }] : []
    })[nth - 1]
  if (!found || to === undefined) return found && { kind: 'remove', at: found.at, path: found.path }
  const half = found.value.slice(0, found.value.length / 2).toWellFormed()
  const value = to.replaceAll('{}', () => found.value).replaceAll('{half}', () => half)
  return { ...found, kind: 'field', value }
}

/** Plays one run with a written check in place of a party’s own. The same values get the same answer, however often they are asked about. */
export const playWritten = async (
  { check }: Pick<WriteExercise, 'check'>,
  run: WrittenRun,
  scenario: Scenario,
  ask: Ask,
): Promise<PlayedWritten> => {
  const { instead, parameters } = writableCheck(check)
  const covered: readonly CheckId[] = [check, ...instead]
  const { scenario: told, variant } = variantOf(scenario, run.variant)
  const { revision, registration } = settled({ ...run, scenario: told })
  const wanted = run.forget ?? (told.kind === 'attack' ? forgottenIn(told, covered) : told.forget)
  const forget = wanted.filter((id) => !covered.includes(id))
  const common = { scenario, variant, revision, registration, forget, seed: SEED }
  const decisions: Decision[] = []
  if (run.change) {
    const untouched = startRun(common)
    await untouched.finish()
    const decision = decisionFor(run.change, untouched.log)
    if (!decision) throw new Error(`${run.name}: no message has the field ${run.change.field}`)
    decisions.push(decision)
  }

  const asked: Asked[] = []
  const verdictOn = async (facts: unknown, own: Comparison, refusing: readonly string[]) => {
    const values = await Promise.all(parameters.map(({ read }) => read(facts)))
    const said = await ask(values)
    const broken = covered.filter((id) => refusing.includes(id))
    asked.push({ values, said, own, broken })
    return said.is === 'verdict' && said.passes
  }
  const played = startRun({ ...common, decisions, written: { check, instead, verdictOn } })
  const ending = await played.finish()
  return {
    run,
    asked,
    ending,
    log: played.log,
    shown: (at, letThrough) => ({
      scenario: scenario.id,
      ...(variant !== undefined && { variant }),
      revision,
      registration,
      seed: SEED,
      forget: [...forget, ...(letThrough?.broken ?? [])],
      decisions,
      at,
    }),
  }
}
