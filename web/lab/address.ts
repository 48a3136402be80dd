import { useEffect, useRef } from 'react'
import {
  formatDecisions,
  formatPlace,
  parsePlace,
  type PlaceReading,
  type Scenario,
} from '../../engine/index.ts'
import { hashPath, hashQuery, onHashChange, pushHash, replaceHash } from '../ui/hash-location.ts'
import { sameEdition } from './edition.ts'
import type { RunControls, RunView, Spot, Wanted } from './playback.ts'

const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A fresh seed: eight letters and digits that are hard to mistake for each other. */
export const drawSeed = (): string =>
  [...crypto.getRandomValues(new Uint8Array(8))]
    .map((byte) => ALPHABET[byte % ALPHABET.length])
    .join('')

/** What the address asks for: a spot, with a seed in any case, and the pane to look at. */
export type Reading = Omit<PlaceReading, keyof Spot> & Spot & { readonly pane: string | undefined }

const PANE = /^[a-z]{1,20}$/

/** Reads what the address asks for. */
export const readAddress = (): Reading => {
  const query = hashQuery()
  const reading = parsePlace(query)
  const pane = new URLSearchParams(query).get('pane') ?? ''
  return {
    ...reading,
    revision: reading.revision,
    registration: reading.registration,
    seed: reading.seed ?? drawSeed(),
    pane: PANE.test(pane) ? pane : undefined,
  }
}

const sameRun = (scenario: Scenario, one: Wanted, other: Wanted): boolean =>
  one.seed === other.seed &&
  formatDecisions(one.decisions) === formatDecisions(other.decisions) &&
  sameEdition(scenario, one, other)

// Browsers let a page rewrite its address some 200 times in half a minute.
const PAUSE_MS = 160

/** What of the page is in its address, besides the run. */
export interface Panes {
  readonly pane: string | undefined
  choosePane(pane: string | undefined): void
}

/** Keeps the address and the place in the run equal, whichever of them changes. */
export const useAddress = (
  scenario: Scenario,
  view: RunView,
  controls: RunControls,
  { pane, choosePane }: Panes,
  onReading: (reading: Reading) => void,
): void => {
  const { seed, decisions, revision, registration, place, ending } = view
  const written = useRef(0)
  useEffect(() => {
    if (!ending) return undefined
    const write = () => {
      written.current = Date.now()
      const address = addressOf(scenario, { seed, decisions, revision, registration, place, pane })
      // Another revision is another page to go back from; a step is not.
      const leaves = !sameEdition(scenario, readAddress(), { revision, registration })
      ;(leaves ? pushHash : replaceHash)(address)
    }
    const wait = written.current + PAUSE_MS - Date.now()
    if (wait <= 0) {
      write()
      return undefined
    }
    const timer = setTimeout(write, wait)
    return () => clearTimeout(timer)
  }, [scenario, seed, decisions, revision, registration, place, pane, ending])

  useEffect(
    () =>
      onHashChange(() => {
        if (hashPath() !== `/lab/${scenario.id}`) return
        const reading = readAddress()
        onReading(reading)
        choosePane(reading.pane)
        const shown = { seed, decisions, revision, registration }
        if (sameRun(scenario, reading, shown)) controls.seek(reading.place)
        else controls.open(reading)
      }),
    [scenario, seed, decisions, revision, registration, controls, choosePane, onReading],
  )
}

const addressOf = (scenario: Scenario, spot: Spot & Pick<Panes, 'pane'>): string => {
  const { revision, registration, pane, ...rest } = spot
  const place = { ...rest, ...(revision && { revision }), ...(registration && { registration }) }
  return `/lab/${scenario.id}?${formatPlace(place)}${pane === undefined ? '' : `&pane=${pane}`}`
}
