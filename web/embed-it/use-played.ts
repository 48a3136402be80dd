import { useEffect, useState } from 'react'
import {
  parseAnchor,
  parseDecisions,
  placeOfAnchor,
  startRun,
  type CheckId,
  type Ending,
  type Scenario,
  type WireMessage,
} from '../../engine/index.ts'
import { EMBED_SEED, type EmbedOptions } from '../element/options.ts'
import type { Edition } from '../lab/edition.ts'

/** A run that was played to its end. */
export interface Played {
  readonly log: readonly WireMessage[]
  readonly ending: Ending
}

/** The run that an embed will show; undefined while it is being played. */
export const usePlayed = (
  scenario: Scenario,
  edition: Edition,
  { seed = EMBED_SEED, decisions = '' }: Pick<EmbedOptions, 'seed' | 'decisions'>,
): Played | undefined => {
  const [played, setPlayed] = useState<Played & { readonly of: string }>()
  const { revision, registration, variant } = edition
  const forget = edition.forget.join(' ')
  const wanted = [scenario.id, revision, registration, variant, forget, seed, decisions].join('\n')
  useEffect(() => {
    let gone = false
    const run = startRun({
      scenario,
      revision,
      registration,
      variant,
      forget: forget.split(' ').filter(Boolean) as CheckId[],
      seed,
      decisions: parseDecisions(decisions).decisions,
    })
    void run.finish().then((ending) => gone || setPlayed({ of: wanted, log: run.log, ending }))
    return () => void (gone = true)
  }, [scenario, revision, registration, variant, forget, seed, decisions, wanted])
  return played?.of === wanted ? played : undefined
}

/** The number of the message at which an embed opens; 0: before the first. */
export const placeIn = (log: readonly WireMessage[], step: EmbedOptions['step']): number => {
  if (step === undefined) return 0
  const anchor = parseAnchor(String(step))
  const place = anchor ? placeOfAnchor(anchor, log) : Number(step)
  return Math.min(log.length, place ?? 0)
}
