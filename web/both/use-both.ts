import { useEffect, useState } from 'react'
import {
  castOf,
  firstDifference,
  startRun,
  type Attack,
  type CheckId,
  type Ending,
  type Part,
  type RunInput,
  type WireMessage,
} from '../../engine/index.ts'
import { besideEachOther, type BesideRow } from '../../engine/compare.ts'

/** One of the two runs. */
export interface Side {
  readonly log: readonly WireMessage[]
  readonly ending: Ending
  readonly forget: readonly CheckId[]
}

/** Both runs, laid side by side. */
export interface Both {
  readonly careless: Side
  readonly careful: Side
  readonly rows: readonly BesideRow[]
  /** The number of the first message in which they differ. */
  readonly differsFrom: number | undefined
  readonly parts: readonly Part[]
}

const played = async (input: RunInput, forget: readonly CheckId[]): Promise<Side> => {
  const run = startRun({ ...input, forget })
  const ending = await run.finish()
  return { log: run.log, ending, forget }
}

/** Plays an attack twice: as it is told, and with less forgotten. `edition` has to stay the same object while nothing changes. */
export const useBoth = (
  edition: Omit<RunInput, 'scenario' | 'forget'> & { readonly scenario: Attack },
  told: readonly CheckId[],
  remembered: readonly CheckId[],
): Both | undefined => {
  const [both, setBoth] = useState<Both>()
  useEffect(() => {
    let wanted = true
    const play = async () => {
      const careless = await played(edition, told)
      const careful = await played(
        edition,
        told.filter((id) => !remembered.includes(id)),
      )
      const log = [...careless.log, ...careful.log]
      if (!wanted) return
      setBoth({
        careless,
        careful,
        rows: besideEachOther(careless.log, careful.log),
        differsFrom: firstDifference(careless.log, careful.log),
        parts: castOf({
          scenario: edition.scenario,
          revision: edition.revision ?? edition.scenario.revision,
          log,
        }),
      })
    }
    void play()
    return () => void (wanted = false)
  }, [edition, told, remembered])
  return both
}
