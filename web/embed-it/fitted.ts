import {
  checksIn,
  parseAnchor,
  placeOfAnchor,
  type Scenario,
  type WireMessage,
} from '../../engine/index.ts'
import type { EmbedOptions } from '../element/options.ts'
import { sameEdition, type Edition } from '../lab/edition.ts'
import { wishOf } from './wish.ts'

/** What of a choice a scenario can be: without a revision, a registration, a telling or a check that it does not know, and without a place that its run does not have. */
export const fitted = (
  { revision, registration, variant, forget, step, ...rest }: EmbedOptions,
  edition: Edition,
  log: readonly WireMessage[] | undefined,
): EmbedOptions => {
  const known = new Set<string>(checksIn(edition.revision).flatMap(({ checks }) => checks))
  const place = log && step !== undefined ? placeOf(step, log) : step
  return {
    ...rest,
    ...(place !== undefined && { step: place }),
    ...(forget && { forget: forget.filter((id) => known.has(id)) }),
    ...(revision === edition.revision && { revision }),
    ...(registration === edition.registration && { registration }),
    ...(variant !== undefined && variant === edition.variant && { variant }),
  }
}

const placeOf = (step: number | string, log: readonly WireMessage[]): EmbedOptions['step'] => {
  if (typeof step === 'number') return Math.min(step, log.length)
  const anchor = parseAnchor(step)
  return anchor && placeOfAnchor(anchor, log) !== undefined ? anchor : undefined
}

/** Which picture of a choice the build has written; undefined: none, for it only writes how a story is told, and how it ends when nothing is forgotten. */
export const writtenStill = (
  scenario: Scenario,
  { decisions, ...options }: EmbedOptions,
): 'told' | 'careful' | undefined => {
  if (decisions) return undefined
  const plain = { revision: undefined, registration: undefined, variant: undefined }
  const asked = wishOf(options)
  if (sameEdition(scenario, asked, { ...plain, forget: undefined })) return 'told'
  const careful =
    scenario.kind === 'attack' && sameEdition(scenario, asked, { ...plain, forget: [] })
  return careful ? 'careful' : undefined
}
