import { mermaidOf, pictureOf } from '../../engine/export/index.ts'
import {
  allButThese,
  castOf,
  firstDifference,
  mattersIn,
  messageText,
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

/** What stops an attack, switched on alone: where the attack was refused then, and what was answered. */
export interface Stopped {
  readonly checks: readonly CheckId[]
  /** The check that refused. */
  readonly by: string
  readonly refused: WireMessage
  readonly answer: WireMessage | undefined
  /** It was the owner who refused, once they were asked; then this is the request about which they were. */
  readonly asked?: true
  /** The answer came once the owner had signed in. */
  readonly waits?: true
  /** Nothing was refused: it is something that whoever sends this has to do. */
  readonly done?: true
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
  /** One for each check, or group, that stops an attack. */
  readonly stopped: readonly Stopped[]
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
  if (scenario.kind === 'lesson') return { scenario, revision, registration, told, stopped: [] }
  const careful = await play([])
  const differsFrom = firstDifference(told.log, careful.log)
  if (differsFrom === undefined) throw new Error(`${scenario.id}: forgetting changes nothing`)
  const stopped = await stoppedBy(scenario, revision)
  return { scenario, revision, registration, told, careful: { ...careful, differsFrom }, stopped }
}

const stoppedBy = (scenario: Scenario, revision: Revision): Promise<readonly Stopped[]> => {
  const told = { variant: undefined, revision }
  const stops = mattersIn(scenario, told).filter(({ kind }) => kind === 'stop')
  return Promise.all(
    stops.map(async ({ checks }) => {
      const forget = allButThese(scenario, told, checks)
      const run = startRun({ scenario, seed: PAGE_SEED, forget })
      const { ending, by, at = 0 } = await run.finish()
      const refused = run.log[at - 1]
      if (ending !== 'refused' || by === undefined || !refused)
        throw new Error(`${scenario.id}: ${checks.join(', ')} does not refuse it`)
      const request = run.log.findLast(
        ({ id, name, to }) => id < at && name === 'authorization-request' && to === refused.to,
      )
      const asked = refused.name === 'consent-request' ? request : undefined
      const shown = asked ?? refused
      const next = run.log.find(
        ({ kind, exchange }) => kind === 'response' && exchange === shown.exchange,
      )
      // An error of an authorization request waits until the owner has signed in.
      const later = run.log.find(
        (one) =>
          one.id > at &&
          one.kind === 'response' &&
          one.from === next?.from &&
          /^location: .*[?&]error=/im.test(messageText(one)),
      )
      const waits = next?.name === 'sign-in-page' && later !== undefined
      const answer = waits ? later : next
      const done = refused.findings.some((one) => one.check === by && one.end === 'sender')
      return {
        checks,
        by,
        refused: shown,
        answer: shown.kind === 'request' ? answer : undefined,
        ...(asked && { asked: true as const }),
        ...(waits && { waits: true as const }),
        ...(done && { done: true as const }),
      }
    }),
  )
}

const forgottenInWords = (forgotten: readonly CheckId[]): string => {
  if (forgotten.length === 0) return 'nothing forgotten'
  return forgotten.length > 2
    ? `${forgotten.length} checks forgotten`
    : `forgotten: ${forgotten.join(', ')}`
}
