import { useEffect, useRef } from 'react'
import { formatDecisions, parsePlace, type PlaceReading } from '../../engine/index.ts'
import { EMBED_SEED } from '../element/options.ts'
import type { RunControls, Spot } from '../lab/playback.ts'

/** What is asked of a run, as the lab reads it from a link. */
export type Asked = Spot & { readonly problems: readonly string[]; readonly pane: undefined }

export const askedOf = (run: string): Asked => {
  const reading: PlaceReading = parsePlace(run)
  const { revision, registration, variant, forget } = reading
  return {
    ...reading,
    revision,
    registration,
    variant,
    forget,
    seed: reading.seed ?? EMBED_SEED,
    pane: undefined,
  }
}

/** Plays another run as soon as another is asked for; a place that was not asked for anew stays as well as can be. */
export const useRunWanted = (asked: Asked, controls: RunControls): void => {
  const before = useRef(asked)
  useEffect(() => {
    const old = before.current
    before.current = asked
    if (old === asked) return
    const { revision, registration, variant, forget } = asked
    const moved = old.place !== asked.place || old.anchor !== asked.anchor
    const otherwise =
      old.seed !== asked.seed || formatDecisions(old.decisions) !== formatDecisions(asked.decisions)
    if (moved || otherwise) controls.open(asked)
    else controls.change({ revision, registration, variant, forget })
  }, [asked, controls])
}
