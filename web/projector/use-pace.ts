import { useEffect, useState } from 'react'
import { machineTime } from '../../engine/index.ts'
import type { Workshop } from '../workshop/workshop.ts'
import {
  before,
  gone,
  isRunning,
  paused,
  readPace,
  shownAt,
  started,
  type Pace,
  type Shown,
} from './pace.ts'

const KEY = 'handshake-lab.projector'

// A page that is loaded again in front of a room goes on where it was.
const kept = (query: string): Pace | undefined => {
  try {
    return readPace(sessionStorage.getItem(`${KEY} ${query}`))
  } catch {
    return undefined
  }
}

const keep = (query: string, pace: Pace) => {
  try {
    sessionStorage.setItem(`${KEY} ${query}`, JSON.stringify(pace))
  } catch {
    // Without storage the pace lasts as long as the page.
  }
}

/** The moment, a few times a second. */
export const useNow = (): number => {
  const [now, setNow] = useState(machineTime)
  useEffect(() => {
    const timer = setInterval(() => setNow(machineTime()), 250)
    return () => clearInterval(timer)
  }, [])
  return now
}

/** What a trainer does with time. */
export interface Controls {
  toggle(): void
  go(to: number): void
  /** As if nothing had been done: for whoever rehearsed. */
  restart(): void
  /** Goes where the timetable is. */
  catchUp(): void
}

/** How a room goes through a workshop, and how it stands now. */
export const usePace = (
  workshop: Workshop,
  query: string,
): {
  readonly pace: Pace
  readonly shown: Shown
  readonly running: boolean
  readonly controls: Controls
} => {
  const { stations, begins } = workshop
  const [pace, setPace] = useState(() => kept(query) ?? before(begins))
  const now = useNow()
  const shown = shownAt(pace, stations, now)
  const set = (next: Pace) => {
    keep(query, next)
    setPace(next)
  }
  const controls: Controls = {
    toggle: () => {
      const at = machineTime()
      set(isRunning(pace, at) ? paused(pace, at) : started(pace, stations, at))
    },
    restart: () => set(before(begins)),
    go: (to) => set(gone(pace, to, stations)),
    catchUp: () => {
      const { standing } = shown
      if (standing?.kind === 'at') set(gone(pace, standing.index, stations))
      if (standing?.kind === 'after') set(gone(pace, stations.length, stations))
    },
  }
  return { pace, shown, running: isRunning(pace, now), controls }
}
