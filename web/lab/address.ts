import { useEffect, useRef } from 'react'
import {
  formatDecisions,
  formatPlace,
  parsePlace,
  withoutDefaults,
  type PlaceReading,
  type Scenario,
} from '../../engine/index.ts'
import {
  hashChanged,
  hashPath,
  hashQuery,
  onHashChange,
  pushHash,
  replaceHash,
} from '../ui/hash-location.ts'
import { sameEdition } from './edition.ts'
import { packedFor, packLink, unpackedIn, unpackLink } from './packed.ts'
import { placeOf, type RunControls, type RunView, type Spot, type Wanted } from './playback.ts'

const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A fresh seed: eight letters and digits that are hard to mistake for each other. */
export const drawSeed = (): string =>
  [...crypto.getRandomValues(new Uint8Array(8))]
    .map((byte) => ALPHABET[byte % ALPHABET.length])
    .join('')

/** What the address asks for: a spot, with a seed in any case, and the pane to look at. */
export type Reading = Spot & Pick<PlaceReading, 'problems'> & { readonly pane: string | undefined }

/** Reads what the address asks for. */
export const readAddress = (): Reading => {
  const query = hashQuery()
  const reading = parsePlace(query, unpackedIn(query))
  return {
    ...reading,
    revision: reading.revision,
    registration: reading.registration,
    variant: reading.variant,
    forget: reading.forget,
    seed: reading.seed ?? drawSeed(),
    pane: reading.pane,
  }
}

const sameRun = (scenario: Scenario, one: Wanted, other: Wanted): boolean =>
  one.seed === other.seed &&
  formatDecisions(one.decisions) === formatDecisions(other.decisions) &&
  sameEdition(scenario, one, other)

/** Whether the address is still that of a scenario, however it is written. */
const isHere = ({ id }: Scenario): boolean => {
  const path = hashPath()
  // No longer path is this one, and one of a million slashes is not looked at.
  if (path.length > 300) return false
  try {
    // The router takes capitals, and a path without its first slash.
    return (
      decodeURIComponent(path)
        .replace(/^\/|\/$/g, '')
        .toLowerCase() === `lab/${id}`
    )
  } catch {
    return false
  }
}

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
  const { seed, decisions, revision, registration, variant, forget, place, log, ending } = view
  const written = useRef(0)
  // While another run is being played, the address is that one's already; what is still shown must not write over it.
  const leaving = !sameRun(scenario, view.wanted, view)
  useEffect(() => {
    if (!ending || leaving) return undefined
    let gone = false
    const wanted = { seed, decisions, revision, registration, variant, forget }
    const write = () => {
      // Whoever has left meanwhile is not called back.
      if (!isHere(scenario)) return
      written.current = Date.now()
      const address = addressOf(scenario, { ...wanted, place, pane })
      // Another revision is another page to go back from; a step is not.
      const leaves = !sameEdition(scenario, readAddress(), wanted)
      ;(leaves ? pushHash : replaceHash)(address)
      void packLink(decisions)?.then(() => gone || write())
    }
    const wait = written.current + PAUSE_MS - Date.now()
    const timer = wait > 0 ? setTimeout(write, wait) : undefined
    if (timer === undefined) write()
    // A link that is followed at once leaves this address behind, to be come back to: it cannot be written later.
    const writeNow = () => {
      clearTimeout(timer)
      write()
    }
    if (timer !== undefined) addEventListener('click', writeNow, { capture: true, once: true })
    return () => {
      gone = true
      clearTimeout(timer)
      removeEventListener('click', writeNow, { capture: true })
    }
  }, [
    scenario,
    seed,
    decisions,
    revision,
    registration,
    variant,
    forget,
    place,
    pane,
    ending,
    leaving,
  ])

  useEffect(() => {
    const follow = () => {
      if (!isHere(scenario)) return
      const reading = readAddress()
      onReading(reading)
      choosePane(reading.pane)
      const shown = { seed, decisions, revision, registration, variant, forget }
      if (sameRun(scenario, reading, shown)) controls.seek(placeOf(reading, log))
      else controls.open(reading)
    }
    return onHashChange(() => {
      const waiting = unpackLink(hashQuery())
      if (!waiting) return follow()
      // Else the next message would write its own address over the one that is being read.
      controls.pause()
      return void waiting.then(hashChanged)
    })
  }, [
    scenario,
    seed,
    decisions,
    revision,
    registration,
    variant,
    forget,
    log,
    controls,
    choosePane,
    onReading,
  ])
}

const addressOf = (
  scenario: Scenario,
  spot: Omit<Spot, 'anchor'> & Pick<Panes, 'pane'>,
): string => {
  const { revision, registration, variant, forget, pane, ...rest } = spot
  const place = withoutDefaults(scenario, {
    ...rest,
    ...(revision && { revision }),
    ...(registration && { registration }),
    ...(variant !== undefined && { variant }),
    ...(forget && { forget }),
    ...(pane !== undefined && { pane }),
  })
  return `/lab/${scenario.id}?${formatPlace(place, packedFor(place.decisions))}`
}
