import { useEffect, useRef } from 'react'
import { anchorOf, parseAnchor, placeOfAnchor, type Scenario } from '../../engine/index.ts'
import type { RunControls, RunView } from '../lab/playback.ts'
import type { Host } from './host.ts'

/** Tells the page around the embed where the run stands and how it ended, and goes where that page asks. */
export const useTelling = (
  host: Host,
  { id }: Scenario,
  { log, place, ending }: RunView,
  controls: RunControls,
): void => {
  const ready = useRef(false)
  useEffect(() => {
    if (!ending) return
    const { sentence, by, at } = ending
    if (!ready.current) host.tell({ type: 'ready', scenario: id, length: log.length })
    ready.current = true
    host.tell({
      type: 'outcome',
      ending: ending.ending,
      sentence,
      ...(by !== undefined && { by }),
      ...(at !== undefined && { at }),
    })
  }, [host, id, log, ending])

  useEffect(() => {
    if (!ending) return
    const message = log[place - 1]
    host.tell({
      type: 'step',
      step: place,
      length: log.length,
      ...(message && { message: anchorOf(message, log) }),
    })
  }, [host, log, place, ending])

  useEffect(() => {
    if (!ending) return undefined
    return host.on('goto', ({ step }) => {
      const anchor = typeof step === 'string' ? parseAnchor(step) : undefined
      const to = typeof step === 'number' ? step : anchor && placeOfAnchor(anchor, log)
      if (to !== undefined) controls.seek(to)
      else console.warn(`Handshake Lab: this run has no message called “${step}”.`)
    })
  }, [host, log, ending, controls])
}
