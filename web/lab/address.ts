import { useEffect, useRef } from 'react'
import { formatDecisions, formatPlace, parsePlace, type PlaceReading } from '../../engine/index.ts'
import { hashPath, hashQuery, onHashChange, replaceHash } from '../ui/hash-location.ts'
import type { RunControls, RunView, Spot } from './use-run.ts'

const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A fresh seed: eight letters and digits that are hard to mistake for each other. */
export const drawSeed = (): string =>
  [...crypto.getRandomValues(new Uint8Array(8))]
    .map((byte) => ALPHABET[byte % ALPHABET.length])
    .join('')

/** What the address asks for, with a seed in any case. */
export const readAddress = (): PlaceReading & Spot => {
  const reading = parsePlace(hashQuery())
  return { ...reading, seed: reading.seed ?? drawSeed() }
}

const sameRun = (one: Omit<Spot, 'place'>, other: Omit<Spot, 'place'>): boolean =>
  one.seed === other.seed && formatDecisions(one.decisions) === formatDecisions(other.decisions)

// Browsers let a page rewrite its address some 200 times in half a minute.
const PAUSE_MS = 160

/** Keeps the address and the place in the run equal, whichever of them changes. */
export const useAddress = (
  scenarioId: string,
  view: RunView,
  controls: RunControls,
  onReading: (reading: PlaceReading) => void,
): void => {
  const { seed, decisions, place, ending } = view
  const written = useRef(0)
  useEffect(() => {
    if (!ending) return undefined
    const write = () => {
      written.current = Date.now()
      replaceHash(`/lab/${scenarioId}?${formatPlace({ seed, place, decisions })}`)
    }
    const wait = written.current + PAUSE_MS - Date.now()
    if (wait <= 0) {
      write()
      return undefined
    }
    const timer = setTimeout(write, wait)
    return () => clearTimeout(timer)
  }, [scenarioId, seed, decisions, place, ending])

  useEffect(
    () =>
      onHashChange(() => {
        if (hashPath() !== `/lab/${scenarioId}`) return
        const reading = readAddress()
        onReading(reading)
        if (sameRun(reading, { seed, decisions })) controls.seek(reading.place)
        else controls.open(reading)
      }),
    [scenarioId, seed, decisions, controls, onReading],
  )
}
