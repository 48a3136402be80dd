import { mermaidOf, pictureOf } from '../../engine/export/index.ts'
import {
  castOf,
  firstDifference,
  settled,
  startRun,
  type CheckId,
  type Ending,
  type Part,
  type Registration,
  type Revision,
  type Scenario,
  type WireMessage,
} from '../../engine/index.ts'
import { EMBED_SEED } from '../../web/element/options.ts'

/** The seed of every run that is written into a page: that of embeds, so that both show the same bytes. */
export const PAGE_SEED = EMBED_SEED

/** A run that was played to its end. */
export interface Side {
  readonly log: readonly WireMessage[]
  readonly ending: Ending
  readonly parts: readonly Part[]
  /** The checks forgotten, where they are others than its story says. */
  readonly forget?: readonly CheckId[]
  /** Its diagram: as a picture in both themes, and as Mermaid text. */
  readonly drawn: Readonly<Record<'light' | 'dark' | 'mermaid', string>>
}

/** A scenario as its story tells it, and an attack also with nothing forgotten. */
export interface Played {
  readonly scenario: Scenario
  readonly revision: Revision
  readonly registration: Registration
  readonly told: Side
  readonly careful?: Side & {
    /** The number of the first message that is another than in the run as told. */
    readonly differsFrom: number
  }
}

/** Plays what a scenario's page tells of. */
export const played = async (scenario: Scenario): Promise<Played> => {
  const { revision, registration } = settled({ scenario })
  const play = async (forget?: readonly CheckId[]): Promise<Side> => {
    const run = startRun({ scenario, seed: PAGE_SEED, ...(forget && { forget }) })
    const ending = await run.finish()
    if (ending.ending === 'broken') throw new Error(`${scenario.id}: ${ending.sentence}`)
    const { log, forgotten } = run
    const parts = castOf({ scenario, revision, log })
    const subtitle = `MCP ${revision}${scenario.kind === 'attack' ? `, ${forgottenInWords(forgotten)}` : ''}`
    const shown = { log, parts, title: scenario.title, subtitle, ending }
    const drawn = {
      light: pictureOf({ ...shown, theme: 'light' }),
      dark: pictureOf({ ...shown, theme: 'dark' }),
      mermaid: mermaidOf(shown),
    }
    return { log, ending, parts, drawn, ...(forget && { forget }) }
  }
  const told = await play()
  if (scenario.kind === 'lesson') return { scenario, revision, registration, told }
  const careful = await play([])
  const differsFrom = firstDifference(told.log, careful.log)
  if (differsFrom === undefined) throw new Error(`${scenario.id}: forgetting changes nothing`)
  return { scenario, revision, registration, told, careful: { ...careful, differsFrom } }
}

const forgottenInWords = (forgotten: readonly CheckId[]): string => {
  if (forgotten.length === 0) return 'nothing forgotten'
  return forgotten.length > 2
    ? `${forgotten.length} checks forgotten`
    : `forgotten: ${forgotten.join(', ')}`
}
