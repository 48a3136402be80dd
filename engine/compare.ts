import { compareRuns, type Played, type RunComparison } from './compare-runs.ts'
import type { Registration } from './registration.ts'
import { startRun } from './run.ts'
import type { Scenario } from './scenario.ts'
import type { Revision } from './spec/revisions.ts'

// What changes from one revision to another, or from one ending to the other. A public face of the engine: the page loads it when somebody compares.
export type { Change, CommonPair, PartChange } from './compare-parts.ts'
export { besideEachOther, type BesideRow } from './beside.ts'
export { featureChanges, type FeatureChange } from './compare-reasons.ts'
export {
  compareRuns,
  type CheckChange,
  type MessageChange,
  type Played,
  type RunComparison,
} from './compare-runs.ts'

/** Plays a scenario in two revisions with one seed, and compares what happens. */
export const compareRevisions = async (input: {
  readonly scenario: Scenario
  readonly before: Revision
  readonly after: Revision
  readonly seed: string
  readonly registration?: Registration
}): Promise<RunComparison> => {
  const { scenario, seed, registration } = input
  const logOf = async (revision: Revision, seed: string) => {
    const run = startRun({ scenario, revision, seed, ...(registration && { registration }) })
    await run.finish()
    return run.log
  }
  const played = async (revision: Revision): Promise<Played> => ({
    revision,
    log: await logOf(revision, seed),
    again: await logOf(revision, `${seed}-again`),
  })
  return compareRuns(await played(input.before), await played(input.after))
}
