import { useCallback, useState } from 'react'

/** The panes beside the diagram, which can be folded away. */
export const sides = ['story', 'evidence'] as const
export type Side = (typeof sides)[number]

/** How much of the screen each pane gets, in percent: story and evidence beside the diagram; over them, the diagram, and of what is below it the story. */
export const shares = {
  story: { usual: 23, least: 12, most: 45 },
  evidence: { usual: 30, least: 20, most: 55 },
  upper: { usual: 60, least: 25, most: 85 },
  below: { usual: 47, least: 25, most: 75 },
} as const
export type Share = keyof typeof shares

/** How the reader arranged the panes. */
export interface Arrangement {
  readonly shares: Readonly<Partial<Record<Share, number>>>
  readonly folded: readonly Side[]
}

const USUAL: Arrangement = { shares: {}, folded: [] }
const KEY = 'handshake-lab.panes'

/** Reads an arrangement from what was stored; whatever is no part of one is left out. */
export const readArrangement = (stored: string | null): Arrangement => {
  if (stored === null) return USUAL
  let read: unknown
  try {
    read = JSON.parse(stored)
  } catch {
    return USUAL
  }
  const has = <Name extends string>(of: unknown, name: Name): of is Record<Name, unknown> =>
    typeof of === 'object' && of !== null && Object.hasOwn(of, name)
  const kept = Object.entries(shares).flatMap(([name, { least, most }]) => {
    const share = has(read, 'shares') && has(read.shares, name) ? read.shares[name] : undefined
    return typeof share === 'number' && share >= least && share <= most ? [[name, share]] : []
  })
  const folded = has(read, 'folded') && Array.isArray(read.folded) ? read.folded : []
  return { shares: Object.fromEntries(kept), folded: sides.filter((side) => folded.includes(side)) }
}

const stored = (): string | null => {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}

const store = (arrangement: Arrangement): void => {
  try {
    localStorage.setItem(KEY, JSON.stringify(arrangement))
  } catch {
    // Without storage the arrangement lasts as long as the page.
  }
}

/** How the panes are arranged, and how to arrange them otherwise: kept from visit to visit where storage allows it. */
export const useArrangement = () => {
  const [arrangement, setArrangement] = useState(() => readArrangement(stored()))
  const change = useCallback((next: (now: Arrangement) => Arrangement) => {
    setArrangement((now) => {
      const changed = next(now)
      store(changed)
      return changed
    })
  }, [])
  const fold = useCallback(
    (side: Side) =>
      change(({ folded, ...rest }) => ({
        ...rest,
        folded: folded.includes(side) ? folded.filter((one) => one !== side) : [...folded, side],
      })),
    [change],
  )
  /** Undefined: as it was at first. */
  const give = useCallback(
    (share: Share, value: number | undefined) =>
      change(({ shares: given, ...rest }) => ({
        ...rest,
        shares: Object.fromEntries(
          Object.entries({ ...given, [share]: value }).filter(([, one]) => one !== undefined),
        ),
      })),
    [change],
  )
  return { arrangement, fold, give }
}
