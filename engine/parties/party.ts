import type { Clock } from '../chance/clock.ts'
import type { Random } from '../chance/random.ts'
import { done, examine, type Check, type Deed, type Duties, type Refusal } from '../checks/check.ts'
import { levelIn } from '../spec/differences.ts'
import type { Line } from './line.ts'
import type { FreshFinding } from '../wire/wire.ts'

/** Takes down what state a machine other than the spine is in: its kind, which one, and the state it entered. */
export type Journal = (machine: string, instance: string, state: string) => void

/** What every party is given: time, chance, a line to the others, the revision of MCP it obeys, and which checks it forgets. */
export interface Circumstances extends Duties {
  readonly clock: Clock
  readonly random: Random
  readonly line: Line
  readonly journal: Journal
}

/** Makes a table's checks, records each, and answers the refusal of the first that broke. */
export const inspect = <Facts>(
  table: readonly Check<Facts>[],
  facts: Facts,
  duties: Duties,
  found: (findings: readonly FreshFinding[]) => void,
): Promise<Refusal | undefined> => examine(table, facts, duties, (finding) => found([finding]))

/** What a sender did about several requirements: one it forgets is recorded as forgotten, one that did not arise or that its revision does not know is not recorded. */
export const deeds = (
  { revision, forgotten }: Duties,
  ...list: readonly (readonly [row: Deed, sent: string | undefined])[]
): FreshFinding[] =>
  list
    .filter(([row]) => levelIn(row, revision) !== undefined)
    .filter(([row, sent]) => sent !== undefined || forgotten.has(row.id))
    .map(([row, sent]) => done(row, sent, forgotten))
