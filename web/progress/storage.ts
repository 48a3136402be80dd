import { useSyncExternalStore } from 'react'

const PROBE = 'handshake-lab.probe'

// What this browser's storage did not take when it was given last; who is told hears of every change.
const untaken = new Set<string>()
const hearing = new Set<() => void>()

const note = (key: string, taken: boolean) => {
  const before = untaken.size
  if (taken) untaken.delete(key)
  else untaken.add(key)
  if ((before === 0) === (untaken.size === 0)) return
  for (const listener of hearing) listener()
}

/** Keeps a text in a storage of this browser, where it takes it; says whether it did. */
export const keepText = (key: string, text: string, storage = () => localStorage): boolean => {
  let taken = true
  try {
    storage().setItem(key, text)
  } catch {
    // Private windows and sandboxed frames have no storage, or a full one: the page still knows.
    taken = false
  }
  note(key, taken)
  return taken
}

/** Takes away what is kept under a key, and that it could not be kept. */
export const dropText = (key: string, storage = () => localStorage): void => {
  try {
    storage().removeItem(key)
  } catch {
    // As above.
  }
  note(key, true)
}

/** Whether what was kept last under a key is in this page alone, because the storage did not take it. */
export const isHereAlone = (key: string): boolean => untaken.has(key)

/** The storage of this browser, where it has one that can be written. */
export const writable = (): Storage | undefined => {
  try {
    // Where there is none, the network puts one in its place that lasts only as long as the page.
    if (!(localStorage instanceof Storage)) return undefined
    localStorage.setItem(PROBE, PROBE)
    localStorage.removeItem(PROBE)
    return localStorage
  } catch {
    return undefined
  }
}

let found: boolean | undefined

/** Whether what is done here is still there after the page was closed. */
export const isKept = (): boolean => (found ??= writable() !== undefined) && untaken.size === 0

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
