import { useSyncExternalStore } from 'react'
import { dropText, keepText, writable } from '../progress/storage.ts'
import { learnerStore, type Keeping, type LearnerStore } from '../workshop/learner-store.ts'
import { nothingDone, type LearnerProgress } from '../workshop/progress.ts'

export { attemptAt as attemptIn } from '../workshop/progress.ts'

/** The storage of this browser, where it has one that can be written. */
const keeping = (): Keeping => {
  const storage = writable()
  return (
    storage && {
      getItem: (key) => storage.getItem(key),
      removeItem: (key) => dropText(key),
      setItem: (key, text) => void keepText(key, text),
    }
  )
}

// For as long as the page is open, one of each workshop; the one without a seed is of whoever practises alone.
const stores = new Map<string, LearnerStore>()
let kept: Keeping | null = null
const storage = (): Keeping => (kept === null ? (kept = keeping()) : kept)

/** What was done in this browser, in a workshop or alone. */
export const learnerIn = (workshop = ''): LearnerStore => {
  const known = stores.get(workshop)
  if (known) return known
  const store = learnerStore(storage(), workshop)
  addEventListener('storage', (change) => store.look(change))
  stores.set(workshop, store)
  return store
}

const NOBODY = nothingDone()

/** What was done so far, in a workshop or alone; it changes with every deed, in another tab as well. */
export const useLearner = (workshop = ''): LearnerProgress => {
  const store = learnerIn(workshop)
  return useSyncExternalStore(store.onChange, store.now, () => NOBODY)
}
