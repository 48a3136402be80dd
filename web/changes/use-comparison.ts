import { useEffect, useState } from 'react'
import { compareRevisions, type RunComparison } from '../../engine/compare.ts'
import { openScenario } from '../lab/opened.ts'
import type { Asked } from './asked.ts'

/** The seed of every run that is compared. */
export const SEED = 'compared'

/** What came of playing and comparing two runs: nothing yet, the comparison, or why there is none. */
export interface Compared {
  readonly comparison: RunComparison | undefined
  readonly problem: string | undefined
}

const nothing: Compared = { comparison: undefined, problem: undefined }

/** Plays two runs and compares them; while that goes on, the last comparison stays. */
export const useComparison = ({ scenario, before, after, registration }: Asked): Compared => {
  const [compared, setCompared] = useState(nothing)
  useEffect(() => {
    let wanted = true
    const compare = async () =>
      compareRevisions({
        scenario: await openScenario(scenario),
        before,
        after,
        registration,
        seed: SEED,
      })
    compare().then(
      (comparison) => wanted && setCompared({ comparison, problem: undefined }),
      (error: unknown) =>
        wanted &&
        setCompared({
          comparison: undefined,
          problem: error instanceof Error ? error.message : String(error),
        }),
    )
    return () => {
      wanted = false
    }
  }, [scenario, before, after, registration])
  return compared
}
