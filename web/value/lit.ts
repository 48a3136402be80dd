import { createContext, use, useSyncExternalStore } from 'react'
import type { WireMessage } from '../../engine/index.ts'
import type { LitValue, Mark } from '../../engine/values.ts'

// What rows of the diagram need to know, and no more: it is part of the first load. What lights a value is in lighting.ts.

/** What is lit, where it appears, and whether it stays lit. */
export interface Lit extends LitValue {
  readonly pinned: boolean
}

let lit: Lit | undefined
const listeners = new Set<() => void>()

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Shows a value wherever it appears, in place of the one before. */
export const show = (next: Lit | undefined): void => {
  if (next === lit) return
  lit = next
  for (const listener of listeners) listener()
}

/** Something about what is lit; only who gets another answer is drawn again. */
export const useLit = <Told>(tell: (lit: Lit | undefined) => Told): Told =>
  useSyncExternalStore(subscribe, () => tell(lit))

/** How a message carries what is lit. */
export const useMark = (message: WireMessage): Mark | undefined =>
  useLit((now) => now?.marks.get(message))

/** The log in which values are followed. */
export const LogContext = createContext<readonly WireMessage[]>([])

/** The log in which values are followed. */
export const useLog = (): readonly WireMessage[] => use(LogContext)

export type { Mark }
