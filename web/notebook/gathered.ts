import type { Note } from '../../engine/index.ts'

/** Things of one kind. */
export interface Thing {
  readonly name: string
  readonly times: number
  /** Whether one of them is new at the place. */
  readonly fresh: boolean
}

/** Notes by what they are, what came last first. */
export const gathered = (notes: readonly Note[], place: number): readonly Thing[] => {
  const latest = notes.toReversed()
  return [...new Set(latest.map(({ name }) => name))].map((name) => {
    const same = latest.filter((note) => note.name === name)
    return { name, times: same.length, fresh: same.some(({ since }) => since === place) }
  })
}
