import { BREAK_HEIGHT, type Geometry, type Row, type Text } from './geometry.ts'
import { MONO, PROSE } from './label-lines.ts'

/** From where to where down the figure a lifeline is drawn. */
export interface Segment {
  readonly from: number
  readonly to: number
}

interface Box extends Segment {
  readonly left: number
  readonly right: number
}

const LINE = 17
const BESIDE = 3
/** From the top of a heading’s row: the room its words take. */
const HEADING = [10, 46] as const

const boxOf = ({ lines, middle }: Text, each: number, top: number): Box => {
  const half = (Math.max(...lines.map(({ length }) => length)) * each) / 2 + BESIDE
  return { from: top, to: top + lines.length * LINE, left: middle - half, right: middle + half }
}

const wordsOf = ({ y, arrow, label, purpose }: Row): Box[] => [
  boxOf(label, MONO, y + 5),
  boxOf(purpose, PROSE, y + arrow + 6),
]

/**
 * The lifelines with room left for whatever is written over them: on a page whose colour nobody knows, words cannot stand on
 * a ground of their own.
 */
export const segmentsOf = (
  { height, rows, bands, breaks }: Geometry,
  x: number,
): readonly Segment[] => {
  const everywhere = { left: -Infinity, right: Infinity }
  const boxes: Box[] = [
    ...bands.map(({ y }) => ({
      from: y === 0 ? 0 : y + HEADING[0],
      to: y + HEADING[1],
      ...everywhere,
    })),
    ...breaks.map(({ y }) => ({
      from: y + BREAK_HEIGHT / 2 - 12,
      to: y + BREAK_HEIGHT / 2 + 12,
      ...everywhere,
    })),
    ...rows.flatMap(wordsOf),
  ]
  const gaps = boxes
    .filter(({ left, right }) => left < x && x < right)
    .toSorted((a, b) => a.from - b.from)
  const segments: Segment[] = []
  let from = 0
  for (const gap of gaps) {
    if (gap.from > from) segments.push({ from, to: gap.from })
    from = Math.max(from, gap.to)
  }
  return from < height ? [...segments, { from, to: height }] : segments
}
