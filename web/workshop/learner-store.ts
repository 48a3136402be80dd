import { progressFile, readProgressFile } from './progress-file.ts'
import { bothProgress, nothingDone, withDeed, type Deed, type LearnerProgress } from './progress.ts'
import { visible } from './text.ts'

/** Where a browser keeps things; undefined in private windows and sandboxed frames that have no storage. */
export type Keeping = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined

/** What another tab changed: one entry, or where there is no key, everything at once. */
export type Change = Pick<StorageEvent, 'key' | 'newValue'>

/** What a learner did in one workshop, kept in this browser where it can be, and known for as long as the page is open. */
export interface LearnerStore {
  now(): LearnerProgress
  /** Keeps one deed more; what another tab kept meanwhile is not lost. */
  did(exercise: string, deed: Deed): void
  /** Keeps who the learner is. */
  isCalled(name: string, team: string): void
  /** Puts what came from a file, a code or an LMS together with what is known. */
  take(progress: LearnerProgress): void
  /** Takes over what another tab has kept, or that it forgot everything; for the page's `storage` event. */
  look(change: Change): void
  forget(): void
  /** Calls back whenever anything changed; gives back what ends that. */
  onChange(listener: () => void): () => void
}

/** The store of one workshop, by its seed; what is kept there and cannot be read counts as nothing. */
export const learnerStore = (keeping: Keeping, workshop: string): LearnerStore => {
  const key = `handshake-lab.workshop.${workshop}`
  const load = (): LearnerProgress | undefined => {
    try {
      const text = keeping?.getItem(key) ?? undefined
      return text === undefined ? undefined : readProgressFile(text).progress
    } catch {
      return undefined
    }
  }
  const nothing = nothingDone('', '', workshop)
  let known = load() ?? nothing
  const listeners = new Set<() => void>()
  const withKept = () => {
    const kept = load()
    return kept ? bothProgress(known, kept) : known
  }
  const become = (next: LearnerProgress) => {
    known = next
    for (const listener of listeners) listener()
  }
  const keep = (next: LearnerProgress) => {
    try {
      keeping?.setItem(key, progressFile(next))
    } catch {
      // A full storage keeps nothing more; the page still knows.
    }
    become(next)
  }
  return {
    now: () => known,
    did: (exercise, deed) => keep(withDeed(withKept(), exercise, deed)),
    isCalled: (name, team) => keep({ ...withKept(), name: visible(name), team: visible(team) }),
    take: (progress) => keep({ ...bothProgress(withKept(), progress), workshop }),
    look: ({ key: changed, newValue }) => {
      if (changed !== key && changed !== null) return
      // What is known only here would write back what another tab was told to forget.
      become(newValue === null ? nothing : withKept())
    },
    forget: () => {
      try {
        keeping?.removeItem(key)
      } catch {
        // As above.
      }
      become(nothing)
    },
    onChange: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
