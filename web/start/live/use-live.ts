import { useEffect, useState } from 'react'
import type { RunAtAGlance } from '../../../engine/glance.ts'
import { fetchLab } from '../ahead.ts'
import opening from './opening.json'

/** The run that the start page plays: its first messages from the beginning, all of it once it has been played here. */
export type Live =
  | { readonly state: 'coming'; readonly run: RunAtAGlance }
  | { readonly state: 'here'; readonly run: RunAtAGlance }
  | { readonly state: 'failed'; readonly run: RunAtAGlance; readonly problem: string }

// What a file holds has wider types than what was written into it.
const BEGINNING = opening as unknown as RunAtAGlance

/** How many messages the page shows before it has played any: they were played when it was made. */
export const SHOWN_AT_FIRST = BEGINNING.messages.length

/** Has the run played once the page has nothing else to do. */
export const useLive = (): Live => {
  const [live, setLive] = useState<Live>({ state: 'coming', run: BEGINNING })
  useEffect(() => {
    let wanted = true
    const play = async () => {
      const { havePlayed } = await import('./have-played.ts')
      const run = await havePlayed()
      if (!wanted) return
      setLive({ state: 'here', run })
      // The next thing somebody does is open it.
      whenIdle(fetchLab)
    }
    const fail = (error: unknown) => {
      const problem = error instanceof Error ? error.message : String(error)
      if (wanted) setLive({ state: 'failed', run: BEGINNING, problem })
    }
    const callOff = whenIdle(() => void play().catch(fail))
    return () => {
      wanted = false
      callOff()
    }
  }, [])
  return live
}

/** Calls back when the page has nothing else to do; what it answers calls that off. */
const whenIdle = (then: () => void): (() => void) => {
  // Safari has no such thing.
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(then, 200)
    return () => clearTimeout(timer)
  }
  const handle = requestIdleCallback(then, { timeout: 3_000 })
  return () => cancelIdleCallback(handle)
}
