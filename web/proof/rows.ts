import type { Attack, Revision } from '../../engine/index.ts'
import {
  plansOf,
  revisionFor,
  tellingsOf,
  worldsOf,
  type Closed,
  type Job,
  type Played,
  type ProofRun,
  type Proven,
  type World,
} from '../../engine/proof.ts'

/** One telling of an attack: what is to be played for it, and what came of it so far. */
export interface Row {
  readonly attack: Attack
  readonly variant: string | undefined
  /** The revision in which its checks are proved. */
  readonly revision: Revision
  readonly runs: readonly (ProofRun | Proven)[]
  readonly worlds: readonly (World | Closed)[]
}

/** Whether something was played already. */
export const isPlayed = <T extends Job>(job: T): job is T & Played => 'ending' in job

/** Every telling of these attacks, with what is to be played for it: in this revision, where an attack is told in it. */
export const rowsOf = (attacks: readonly Attack[], wanted: Revision): readonly Row[] =>
  attacks.flatMap((attack) => {
    const revision = revisionFor(attack, wanted)
    const plans = plansOf(attack, [revision])
    const worlds = worldsOf(attack)
    return tellingsOf(attack).map((variant) => ({
      attack,
      variant,
      revision,
      runs: plans.filter((one) => one.variant === variant),
      worlds: worlds.filter((one) => one.variant === variant),
    }))
  })

/** What is to be played for one row, and where its outcome goes. */
export interface Task {
  readonly row: number
  readonly place: number
  readonly job: Job
}

/** Everything that is to be played: first what proves the checks, then the worlds of each revision. */
export const tasksOf = (rows: readonly Row[]): readonly Task[] => [
  ...rows.flatMap(({ runs }, row) => runs.map((job, place) => ({ row, place, job }))),
  ...rows.flatMap(({ worlds }, row) => worlds.map((job, place) => ({ row, place, job }))),
]

/** The rows with some more outcomes in them; a row that got none stays the same object. */
export const withOutcomes = (
  rows: readonly Row[],
  outcomes: readonly (Task & { readonly played: Played })[],
): readonly Row[] => {
  const next = [...rows]
  for (const { row, place, played } of outcomes) {
    const { runs, worlds, ...rest } = next[row]!
    next[row] =
      'obedience' in played
        ? { ...rest, runs, worlds: worlds.with(place, played) }
        : { ...rest, runs: runs.with(place, played), worlds }
  }
  return next
}
