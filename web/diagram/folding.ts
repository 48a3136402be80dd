import { createContext, useCallback, useMemo, useState, type RefObject, useRef } from 'react'
import { stretchesOf, type WireMessage } from '../../engine/index.ts'
import { useKeys } from '../lab/use-keys.ts'

/** Which phases of the figure are folded, each named by its first message. */
export interface Folding {
  readonly folded: ReadonlySet<number>
  /** Whether every phase but the current one is folded. */
  readonly others: boolean
  /** The phase whose heading stands still while the figure folds; undefined: the current message does. */
  readonly anchor: RefObject<number | undefined>
  turn(first: number): void
  turnOthers(): void
}

/** Folds the phase that is named by its first message, or unfolds it. */
export const FoldContext = createContext<((first: number) => void) | undefined>(undefined)

/** Phases fold, by their headings and by keys; going to a place unfolds the phase it lies in. */
export const useFolding = (log: readonly WireMessage[], place: number): Folding => {
  const [folded, setFolded] = useState<ReadonlySet<number>>(new Set())
  const anchor = useRef<number>(undefined)
  const phases = useMemo(() => stretchesOf(log), [log])
  const here = phases.find(({ since, until }) => since <= place && place <= until)?.since
  const others = phases.map(({ since }) => since).filter((since) => since !== here)
  const [seen, setSeen] = useState({ place, log })
  if (seen.place !== place || seen.log !== log) {
    setSeen({ place, log })
    if (here !== undefined && folded.has(here)) setFolded(without(folded, here))
  }
  const turn = useCallback((first: number) => {
    anchor.current = first
    setFolded((now) => (now.has(first) ? without(now, first) : new Set([...now, first])))
  }, [])
  const allFolded = others.length > 0 && others.every((since) => folded.has(since))
  const turnOthers = () => {
    anchor.current = undefined
    setFolded(new Set(allFolded ? [] : others))
  }
  useKeys({ f: () => here !== undefined && turn(here), F: turnOthers })
  return { folded, others: allFolded, anchor, turn, turnOthers }
}

const without = (folded: ReadonlySet<number>, first: number): ReadonlySet<number> =>
  new Set([...folded].filter((one) => one !== first))
