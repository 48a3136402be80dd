import { findingsAt, lineOf } from '../transcript.ts'
import { arrow, leak } from './arrows.ts'
import type { Row } from './geometry.ts'
import { MONO } from './label-lines.ts'
import { marks, reachOf } from './marks.ts'
import { FONTS, type Palette } from './palette.ts'
import { element, escapeXml, line } from './svg.ts'
import { tallyOf } from './tally.ts'

/** Height of a line of text, and how far below its top letters stand. */
const LINE = 17
const LABEL_TOP = 5
const BASE = 13

/** Where the numbers of messages end. */
const NUMBERS = 24

/** Letters with a rim of paper: lifelines pass behind them, not through them. */
export const rimmed = (colours: Palette) => ({
  'paint-order': 'stroke',
  stroke: colours.paper,
  'stroke-width': 6,
  'stroke-linejoin': 'round',
})

/** The messages of the figure: number, name, arrow, purpose, and what the checks on both ends came to. */
export const rowsDrawn = (
  rows: readonly Row[],
  place: number,
  current: number | undefined,
  width: number,
  colours: Palette,
): string =>
  rows.map((row) => rowDrawn(row, place, row.message.id === current, width, colours)).join('')

const rowDrawn = (row: Row, place: number, current: boolean, width: number, colours: Palette) => {
  const { message, from, to, y, label, purpose } = row
  const at = y + row.arrow
  const { sender, receiver } = tallies(row, place)
  const rightwards = to >= from
  const rim = rimmed(current ? { ...colours, paper: colours['mark-wash'] } : colours)
  const words = (lines: readonly string[], top: number, middle: number, each: number) =>
    lines.map((text, index) =>
      line(
        middle,
        top + index * LINE + BASE,
        text,
        /^[\u0020-\u007e…’“”]*$/.test(text)
          ? {}
          : {
              textLength: text.length * each,
              lengthAdjust: 'spacingAndGlyphs',
            },
      ),
    )
  return element(
    'g',
    {},
    element('title', {}, escapeXml(lineOf(message))),
    current
      ? element('rect', {
          x: -8,
          y,
          width: width + 8,
          height: row.height,
          fill: colours['mark-wash'],
        }) + element('rect', { x: -8, y, width: 3, height: row.height, fill: colours.mark })
      : '',
    line(NUMBERS, at + 4.5, String(message.id), {
      'text-anchor': 'end',
      fill: current ? colours.mark : colours['ink-faint'],
      'font-weight': current ? 700 : undefined,
    }),
    element(
      'g',
      { ...rim, 'text-anchor': 'middle', 'font-weight': current ? 600 : undefined },
      ...words(label.lines, y + LABEL_TOP, label.middle, MONO),
    ),
    arrow(message, from, to, at, colours),
    row.leak ? leak(row.leak.from, row.leak.to, at, colours) : '',
    element(
      'g',
      {
        ...rim,
        'text-anchor': 'middle',
        'font-family': FONTS.prose,
        'font-style': 'italic',
        fill: message.fate === undefined ? colours['ink-soft'] : colours.verdict.forgotten,
      },
      ...words(purpose.lines, at + 6, purpose.middle, MONO),
    ),
    marks(sender, from, at, rightwards ? 'left' : 'right', colours),
    marks(receiver, to, at, rightwards ? 'right' : 'left', colours),
  )
}

const tallies = ({ message }: Row, place: number) => {
  const findings = findingsAt(message, place)
  return { sender: tallyOf(findings, 'sender'), receiver: tallyOf(findings, 'receiver') }
}

/** How far marks reach over the two edges of a figure. */
export const overhangs = (
  rows: readonly Row[],
  place: number,
  width: number,
): { readonly left: number; readonly right: number } => {
  const ends = rows.flatMap((row) => {
    const { sender, receiver } = tallies(row, place)
    const way = row.to >= row.from ? 1 : -1
    return [row.from - way * reachOf(sender), row.to + way * reachOf(receiver)]
  })
  // The numbers of the messages stand on the left.
  return {
    left: Math.max(0, NUMBERS + 8 - Math.min(...ends, width)),
    right: Math.max(0, Math.max(...ends, 0) + 8 - width),
  }
}
