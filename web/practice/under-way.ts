import { useSyncExternalStore } from 'react'

/** A course or a workshop that somebody is in the midst of. */
export interface UnderWay {
  /** Its page, as what follows the `#`: `/course/half-day`, `/workshop?v=1&…`. */
  readonly path: string
  /** The number of the learner’s seat, where the trainer gave one. */
  readonly seat?: number | undefined
  /** Whether the trainer’s word was said. */
  readonly wordSaid?: boolean | undefined
  /** Whether the strip is put away. */
  readonly away?: boolean | undefined
}

const KEY = 'handshake-lab.under-way'
const PATH = /^\/(?:course\/[a-z0-9-]{1,80}|workshop\?\S{0,100000})$/
/** A workshop is told to other tabs for as long as a day in class lasts, in milliseconds. */
const A_DAY = 12 * 60 * 60_000
const LAST_SEAT = 999_999

/** Reads what was kept; whatever else stands there counts as nothing. `now`: where it is forgotten after a day. */
export const readUnderWay = (text: string | null, now?: number): UnderWay | undefined => {
  let kept: unknown
  try {
    kept = JSON.parse(text ?? 'null')
  } catch {
    return undefined
  }
  if (typeof kept !== 'object' || kept === null) return undefined
  const { path, seat, wordSaid, away, since }: Record<string, unknown> = { ...kept }
  if (typeof path !== 'string' || !PATH.test(path)) return undefined
  if (now !== undefined && !(typeof since === 'number' && now >= since && now - since < A_DAY))
    return undefined
  return {
    path,
    ...(typeof seat === 'number' && isSeat(seat) && { seat }),
    ...(wordSaid === true && { wordSaid }),
    ...(away === true && { away }),
  }
}

/** Whether a number can be one of a seat. */
export const isSeat = (seat: number): boolean =>
  Number.isInteger(seat) && seat >= 1 && seat <= LAST_SEAT

/** Whether what is under way is a workshop. */
export const isWorkshop = ({ path }: UnderWay): boolean => path.startsWith('/workshop?')

// Each tab is in one course. A workshop is one for all tabs that are opened meanwhile: its rules hold there as well.
const load = (): UnderWay | undefined => {
  try {
    const here = readUnderWay(sessionStorage.getItem(KEY))
    return here ?? readUnderWay(localStorage.getItem(KEY), Date.now())
  } catch {
    return undefined
  }
}

let known: UnderWay | undefined
let loaded = false
const listeners = new Set<() => void>()

/** The course or workshop that is under way in this tab. */
export const underWayNow = (): UnderWay | undefined => {
  if (!loaded) known = load()
  loaded = true
  return known
}

const keepIn = (storage: () => Storage, text: string | undefined) => {
  try {
    if (text === undefined) storage().removeItem(KEY)
    else storage().setItem(KEY, text)
  } catch {
    // Where there is no storage, the page knows it for as long as it is open.
  }
}

/** Keeps what is under way; undefined: nothing is any more. */
export const goUnderWay = (next: UnderWay | undefined): void => {
  const wasWorkshop = known && isWorkshop(known)
  loaded = true
  known = next
  const text = next && JSON.stringify({ ...next, since: Date.now() })
  keepIn(() => sessionStorage, text)
  if (next ? isWorkshop(next) : wasWorkshop) keepIn(() => localStorage, text)
  for (const listener of listeners) listener()
}

const onChange = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** The course or workshop that is under way in this tab, now and from now on. */
export const useUnderWay = (): UnderWay | undefined =>
  useSyncExternalStore(onChange, underWayNow, () => undefined)
