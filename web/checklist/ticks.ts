import { useSyncExternalStore } from 'react'
import { isHereAlone, keepText } from '../progress/storage.ts'

const KEY = 'handshake-lab.checklist'
const ID = /^[a-z]+(-[a-z]+)*$/
/** More than this is not of this lab. */
const MOST = 500

/** Reads which lines were ticked; whatever else stands there counts as nothing. */
export const readTicks = (text: string | null): ReadonlySet<string> => {
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
    return readTicks(localStorage.getItem(KEY))
  } catch {
    // Private windows and sandboxed frames have no storage: ticks last as long as the page.
    return new Set()
  }
}

let ticks: ReadonlySet<string> | undefined
const listeners = new Set<() => void>()
const tell = () => {
  for (const listener of listeners) listener()
}

// Another tab may tick something, or empty the storage, while this one shows another page.
const onStorage = ({ key, newValue }: StorageEvent) => {
  if (key !== KEY && key !== null) return
  ticks = newValue !== null && isHereAlone(KEY) ? new Set([...now(), ...load()]) : load()
  tell()
}

const now = (): ReadonlySet<string> => {
  if (!ticks) {
    ticks = load()
    addEventListener('storage', onStorage)
  }
  return ticks
}

const keep = (next: ReadonlySet<string>) => {
  ticks = next
  keepText(KEY, JSON.stringify([...next]))
  tell()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Ticks a line, or takes the tick away, and keeps that where storage allows it. */
export const tick = (id: string, done: boolean): void => {
  const next = new Set(now())
  if (done) next.add(id)
  else next.delete(id)
  keep(next)
}

/** Takes all ticks away. */
export const untickAll = (): void => keep(new Set())

/** The lines that are ticked, by id. */
export const useTicks = (): ReadonlySet<string> => useSyncExternalStore(subscribe, now)
