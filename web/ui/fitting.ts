/** What a row of tabs has to fit into, in pixels. */
export interface Room {
  /** The width of each tab, and of the space between two. */
  readonly widths: readonly number[]
  readonly gap: number
  /** The width of the row, and of what opens the rest. */
  readonly row: number
  readonly more: number
}

/** Which tabs stand in the row: all of them, or as many as fit beside the way to the rest, with the chosen one in any case. */
export const fitting = ({ widths, gap, row, more }: Room, chosen: number): readonly number[] => {
  const all = widths.map((_, index) => index)
  const wide = (some: readonly number[]) =>
    some.reduce((sum, index) => sum + widths[index]!, 0) + gap * Math.max(0, some.length - 1)
  if (wide(all) <= row) return all
  let shown = all.slice(chosen, chosen + 1)
  for (const index of all) {
    if (index === chosen) continue
    const wider = [...shown, index]
    if (wide(wider) + gap + more > row) break
    shown = wider
  }
  return shown.toSorted((a, b) => a - b)
}
