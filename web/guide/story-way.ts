import {
  allButThese,
  allWhoMake,
  betAfter,
  mattersIn,
  startRun,
  type CheckId,
  type Scenario,
} from '../../engine/index.ts'
import { editionOf } from '../lab/edition.ts'
import { checkLine } from './answer-lines.ts'

/** A check, or several that work only together, switched on in the run of a story, and how it ends then. */
export interface Mended {
  readonly checks: readonly CheckId[]
  /** How many of them are off at first. */
  readonly off: number
  /** Whose they are. */
  readonly whose: string
  readonly because: string
  /** How the run ended with them, and at which message that was decided. */
  readonly sentence: string
  readonly at: number | undefined
  /** How it ends with each of several alone. */
  readonly alone: readonly { readonly check: CheckId; readonly sentence: string }[]
}

/** What only looks as if it helped, and how the run ends with nothing else switched on of all that matters. */
export interface Unhelpful {
  readonly name: string
  readonly because: string
  readonly sentence: string
}

/** How a story goes, as it was played for the guide. */
export interface StoryWay {
  readonly messages: number
  /** After how many messages an attack asks for a bet; a lesson asks at its end. */
  readonly betAfter: number | undefined
  /** How its run ends as it is told. */
  readonly told: string
  /** The same for an attack with every check made. */
  readonly careful: string | undefined
  readonly mended: readonly Mended[]
  readonly unhelpful: readonly Unhelpful[]
}

const NONE = { revision: undefined, registration: undefined, variant: undefined, forget: undefined }

/** Plays a story as it is told, with every check made, and with each thing that stops it alone. */
export const wayOf = async (scenario: Scenario, seed: string): Promise<StoryWay> => {
  const edition = editionOf(scenario, NONE)
  const { revision, registration, variant } = edition
  const played = async (forget: readonly CheckId[]) => {
    const named = variant === undefined ? {} : { variant }
    const run = startRun({ scenario, revision, registration, ...named, forget, seed })
    const { sentence, at } = await run.finish()
    return { sentence, at, log: run.log }
  }
  const told = await played(edition.forget)
  const world = scenario.kind === 'attack' ? scenario.world : undefined
  const mended: Mended[] = []
  const unhelpful: Unhelpful[] = []
  for (const { kind, checks, name, because } of mattersIn(scenario, edition)) {
    if (kind === 'decoy') {
      const { sentence } = await played(allButThese(scenario, edition, checks))
      unhelpful.push({ name: name ?? checks.map(checkLine).join(', '), because, sentence })
      continue
    }
    const without = (remembered: readonly CheckId[]) =>
      played(edition.forget.filter((id) => !remembered.includes(id)))
    const { sentence, at } = await without(checks)
    const off = checks.filter((id) => edition.forget.includes(id))
    const alone: Mended['alone'][number][] = []
    for (const check of off.length > 1 ? off : [])
      alone.push({ check, sentence: (await without([check])).sentence })
    const whose = [...new Set(checks.map((id) => allWhoMake(id, world)))].join(', ')
    mended.push({ checks, off: off.length, whose, because, sentence, at, alone })
  }
  return {
    messages: told.log.length,
    betAfter: betAfter(scenario, edition, told.log),
    told: told.sentence,
    careful: scenario.kind === 'attack' ? (await played([])).sentence : undefined,
    mended,
    unhelpful,
  }
}

/** What is pressed at the end of a story, as its page names it. */
export const switchOn = ({ off }: Pick<Mended, 'off'>): string =>
  off > 1 ? `Switch these ${off} checks on` : 'Switch this check on'
