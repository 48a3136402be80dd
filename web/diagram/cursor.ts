import { createContext, use, useSyncExternalStore } from 'react'
import type { Finding, WireMessage } from '../../engine/index.ts'

/** What rows listen to, so that only those whose own part of the story changed are drawn again. */
export interface Cursor {
  readonly place: number
  /** Promises the keyboard’s focus to a row that may not be drawn yet, or to none. */
  promiseFocus(id: number | undefined): void
  /** Whether the focus was promised to this row; the promise is then kept. */
  claimFocus(id: number): boolean
  move(place: number): void
  subscribe(listener: () => void): () => void
}

export const createCursor = (start: number): Cursor => {
  const listeners = new Set<() => void>()
  let place = start
  let promised: number | undefined
  return {
    promiseFocus: (id) => void (promised = id),
    claimFocus(id) {
      const mine = promised === id
      if (mine) promised = undefined
      return mine
    },
    get place() {
      return place
    },
    move(next) {
      if (next === place) return
      place = next
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

/** What every row shares. Both stay the same objects for the life of the diagram. */
export interface Shared {
  readonly cursor: Cursor
  readonly onSelect: (place: number) => void
}

export const SharedContext = createContext<Shared | undefined>(undefined)

export const useShared = (): Shared => {
  const shared = use(SharedContext)
  if (!shared) throw new Error('a row stands outside of its diagram')
  return shared
}

/** How much of a message has been told: is it still to come, and if not, which checks on it had been made by then? */
export interface Telling {
  readonly standing: 'coming' | 'told' | 'current'
  readonly findings: readonly Finding[]
  /** The one row that Tab reaches. */
  readonly reachable: boolean
}

export const useTelling = (message: WireMessage): Telling => {
  const { cursor } = useShared()
  const { id, findings } = message
  const snapshot = useSyncExternalStore(cursor.subscribe, () => {
    const { place } = cursor
    if (id > place) return id === 1 ? 'first' : 'coming'
    const made = findings.filter(({ since }) => since <= place).length
    return `${id === place ? 'current' : 'told'} ${made}`
  })
  const [standing, made] = snapshot.split(' ')
  if (made === undefined)
    return { standing: 'coming', findings: [], reachable: standing === 'first' }
  const last = findings.map(({ since }) => since).toSorted((a, b) => a - b)[Number(made) - 1] ?? 0
  return {
    standing: standing === 'current' ? 'current' : 'told',
    findings: findings.filter(({ since }) => since <= last),
    reachable: standing === 'current',
  }
}
