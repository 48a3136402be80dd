import type { Clock } from '../chance/clock.ts'
import type { Random } from '../chance/random.ts'
import { done, examine, type Check, type Deed, type Refusal } from '../checks/check.ts'
import type { Line } from './line.ts'
import type { FreshFinding } from '../wire/wire.ts'

/** Takes down what state a machine other than the spine is in: its kind, which one, and the state it entered. */
export type Journal = (machine: string, instance: string, state: string) => void

/** What every party is given: time, chance, a line to the others, and which checks it forgets. */
export interface Circumstances {
  readonly clock: Clock
  readonly random: Random
  readonly line: Line
  readonly forgotten: ReadonlySet<string>
  readonly journal: Journal
}

/** Makes a table's checks, records each, and answers the refusal of the first that broke. */
export const inspect = <Facts>(
  table: readonly Check<Facts>[],
  facts: Facts,
  forgotten: ReadonlySet<string>,
  found: (findings: readonly FreshFinding[]) => void,
): Promise<Refusal | undefined> => examine(table, facts, forgotten, (finding) => found([finding]))

/** What a sender did about several requirements: one it forgets is recorded as forgotten, one that did not arise is not recorded. */
export const deeds = (
  forgotten: ReadonlySet<string>,
  ...list: readonly (readonly [row: Deed, sent: string | undefined])[]
): FreshFinding[] =>
  list
    .filter(([row, sent]) => sent !== undefined || forgotten.has(row.id))
    .map(([row, sent]) => done(row, sent, forgotten))
