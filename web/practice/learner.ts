import { useSyncExternalStore } from 'react'
import { learnerStore, type Keeping, type LearnerStore } from '../workshop/learner-store.ts'
import { nothingDone, type LearnerProgress } from '../workshop/progress.ts'

const PROBE = 'handshake-lab.probe'

/** The storage of this browser, where it has one that can be written. */
const keeping = (): Keeping => {
  try {
    localStorage.setItem(PROBE, PROBE)
    localStorage.removeItem(PROBE)
    return localStorage
  } catch {
    return undefined
  }
}

// For as long as the page is open, one of each workshop; the one without a seed is of whoever practises alone.
const stores = new Map<string, LearnerStore>()
let kept: Keeping | null = null

/** Whether what is done here is still there after the page was closed. */
export const isKept = (): boolean => (kept === null ? (kept = keeping()) : kept) !== undefined

/** What was done in this browser, in a workshop or alone. */
export const learnerIn = (workshop = ''): LearnerStore => {
  const known = stores.get(workshop)
  if (known) return known
  const store = learnerStore(isKept() ? kept! : undefined, workshop)
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
