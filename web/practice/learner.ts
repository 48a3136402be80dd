import { useSyncExternalStore } from 'react'
import { learnerStore, type Keeping, type LearnerStore } from '../workshop/learner-store.ts'
import { nothingDone, type LearnerProgress } from '../workshop/progress.ts'

export { attemptAt as attemptIn } from '../workshop/progress.ts'

const PROBE = 'handshake-lab.probe'

// Whether the storage took what was given to it last; who is told hears of every change.
let full = false
const hearing = new Set<() => void>()
const becomeFull = (is: boolean) => {
  if (full === is) return
  full = is
  for (const listener of hearing) listener()
}

/** The storage of this browser, where it has one that can be written. */
const keeping = (): Keeping => {
  try {
    // Where there is none, the network puts one in its place that lasts only as long as the page.
    if (!(localStorage instanceof Storage)) return undefined
    localStorage.setItem(PROBE, PROBE)
    localStorage.removeItem(PROBE)
  } catch {
    return undefined
  }
  return {
    getItem: (key) => localStorage.getItem(key),
    removeItem: (key) => localStorage.removeItem(key),
    setItem: (key, text) => {
      try {
        localStorage.setItem(key, text)
        becomeFull(false)
      } catch (error) {
        becomeFull(true)
        throw error
      }
    },
  }
}

// For as long as the page is open, one of each workshop; the one without a seed is of whoever practises alone.
const stores = new Map<string, LearnerStore>()
let kept: Keeping | null = null
const storage = (): Keeping => (kept === null ? (kept = keeping()) : kept)

/** Whether what is done here is still there after the page was closed. */
export const isKept = (): boolean => storage() !== undefined && !full

/** The same, and from now on. */
export const useIsKept = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      hearing.add(listener)
      return () => void hearing.delete(listener)
    },
    isKept,
    () => true,
  )

/** What was done in this browser, in a workshop or alone. */
export const learnerIn = (workshop = ''): LearnerStore => {
  const known = stores.get(workshop)
  if (known) return known
  const store = learnerStore(storage(), workshop)
  addEventListener('storage', () => store.look())
  stores.set(workshop, store)
  return store
}

const NOBODY = nothingDone()

/** What was done so far, in a workshop or alone; it changes with every deed, in another tab as well. */
export const useLearner = (workshop = ''): LearnerProgress => {
  const store = learnerIn(workshop)
  return useSyncExternalStore(store.onChange, store.now, () => NOBODY)
}
