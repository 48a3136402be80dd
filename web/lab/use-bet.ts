import { useEffect, useMemo, useRef, useState } from 'react'
import { betAfter, placeIn, type Scenario } from '../../engine/index.ts'
import { markDone } from '../progress/progress.ts'
import type { RunControls, RunView } from './playback.ts'

/** What has been bet on the end of an attack, and how much help was asked for. */
export interface Bet {
  /** The answers that were picked, the latest last. */
  readonly picked: readonly string[]
  /** Somebody wants to see rather than to bet. */
  readonly shown: boolean
  /** How many hints were taken. */
  readonly hints: number
}

/** A bet, and where in the run it is asked for. */
export interface BetInRun extends Bet {
  readonly after: number
  /** Whether the story keeps to itself what comes after it. */
  readonly hides: boolean
  /** Whether it waits for an answer. */
  readonly open: boolean
  change(change: Partial<Bet>): void
}

const NONE: Bet = { picked: [], shown: false, hints: 0 }

// For as long as the page is open.
const made = new Map<string, Bet>()

/** The bet that an attack asks for; a lesson asks for none. A run that plays pauses for it once. */
export const useBet = (
  scenario: Scenario,
  { alone, edition, log, place, playing, differsFrom }: RunView,
  controls: RunControls,
): BetInRun | undefined => {
  const [bet, setBet] = useState(made.get(scenario.id) ?? NONE)
  const open = bet.picked.length === 0 && !bet.shown
  const after = useMemo(() => {
    const told = betAfter(scenario, edition, alone)
    if (told === undefined || differsFrom === undefined) return told
    // In a run that was changed it is asked at the same moment, and once it is answered it is no part of that run.
    const here = placeIn(told, alone, log)
    return open && here > 0 ? here : undefined
  }, [scenario, edition, alone, log, differsFrom, open])
  const hides = open && differsFrom === undefined
  const before = useRef(place)
  useEffect(() => {
    const came = before.current !== place
    before.current = place
    if (came && playing && hides && place === after) controls.pause()
  }, [place, playing, hides, after, controls])
  if (after === undefined) return undefined
  return {
    ...bet,
    after,
    hides,
    open,
    change: (change) => {
      const next = { ...bet, ...change }
      made.set(scenario.id, next)
      if (next.picked.length > 0) markDone(scenario.id, 'bet')
      setBet(next)
    },
  }
}
