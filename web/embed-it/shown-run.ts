import type { ShownRun } from '../../engine/export/index.ts'
import { castOf, parseDecisions, type Scenario } from '../../engine/index.ts'
import { EMBED_SEED, type EmbedOptions } from '../element/options.ts'
import type { Edition } from '../lab/edition.ts'
import { once } from '../ui/once.ts'
import type { Played } from './use-played.ts'

/** What writes and draws a run; loaded when somebody wants it written or drawn. */
export const exportsLoaded = once(() => import('../../engine/export/index.ts'))

/** A run that was chosen, and played. */
export interface Chosen {
  readonly scenario: Scenario
  readonly edition: Edition
  readonly options: EmbedOptions
}

/** The run as exports take it. */
export const shownRun = ({ scenario, edition, options }: Chosen, played: Played): ShownRun => {
  const { revision, registration, variant, forget } = edition
  const { seed = EMBED_SEED, decisions = '' } = options
  return {
    scenario,
    revision,
    registration,
    variant,
    seed,
    decisions: parseDecisions(decisions).decisions,
    ...played,
    forgotten: forget,
    parts: castOf({ scenario, revision, log: played.log }),
  }
}
