import { useSyncExternalStore } from 'react'
import { dropText, isHereAlone, keepText } from '../progress/storage.ts'

const KEY = 'handshake-lab.opened'
const ID = /^[a-z0-9-]{1,40}$/
/** More than this is not of this lab. */
const MOST = 100

/** Reads which pages were opened; whatever else stands there counts as nothing. */
export const readOpened = (text: string | null): ReadonlySet<string> => {
  try {
    const kept: unknown = JSON.parse(text ?? '[]')
    const ids: readonly unknown[] = Array.isArray(kept) ? kept.slice(0, MOST) : []
    return new Set(ids.filter((one): one is string => typeof one === 'string' && ID.test(one)))
  } catch {
    return new Set()
  }
}

const load = (): ReadonlySet<string> => {
  try {
    return readOpened(localStorage.getItem(KEY))
  } catch {
    return new Set()
  }
}

const NONE: ReadonlySet<string> = new Set()
let opened: ReadonlySet<string> | undefined
const listeners = new Set<() => void>()
const now = () => (opened ??= load())

/** Keeps that a page which is a step of a course was opened, where storage allows it. */
export const pageOpened = (page: string): void => {
  const before = now()
  const all = new Set([...before, ...load(), page])
  if (all.size === before.size) return
  opened = all
  keepText(KEY, JSON.stringify([...all]))
  for (const listener of listeners) listener()
}

/** Forgets which pages were opened, and gives them back, should that have been a slip. */
export const forgetOpened = (): ReadonlySet<string> => {
  const before = now()
  opened = NONE
  dropText(KEY)
  for (const listener of listeners) listener()
  return before
}

const onChange = (listener: () => void) => {
  const onStorage = ({ key, newValue }: StorageEvent) => {
    if (key !== KEY && key !== null) return
    opened = newValue !== null && isHereAlone(KEY) ? new Set([...now(), ...load()]) : load()
    listener()
  }
  listeners.add(listener)
  addEventListener('storage', onStorage)
  return () => {
    listeners.delete(listener)
    removeEventListener('storage', onStorage)
  }
}

/** The pages of courses that were opened in this browser. */
export const useOpenedPages = (): ReadonlySet<string> =>
  useSyncExternalStore(onChange, now, () => NONE)
