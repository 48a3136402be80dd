import type { RunComparison } from '../../engine/compare.ts'
import { formatPlace, type WireMessage } from '../../engine/index.ts'
import type { Asked } from './asked.ts'
import { SEED } from './use-comparison.ts'

/** One of the two runs. */
export type Side = 'before' | 'after'

/** The way into the lab, to a message of one of the two runs. */
export type Links = (side: Side, message: WireMessage, pane?: string) => string

/** Links into the lab for two runs that were compared. */
export const linksTo =
  ({ scenario, registration }: Asked, comparison: RunComparison): Links =>
  (side, message, pane) =>
    `/lab/${scenario.id}?${formatPlace({
      revision: comparison[side].revision,
      registration,
      seed: SEED,
      place: message.id,
      decisions: [],
    })}${pane === undefined ? '' : `&pane=${pane}`}`
