import type { Part } from '../cast.ts'
import { overheardWords } from '../transcript.ts'
import { labelOf, purposeIn } from '../wire/label.ts'
import type { PartyId, Phase, WireMessage } from '../wire/message.ts'
import { laterInWords } from '../words.ts'
import { labelLines, MONO, PROSE } from './label-lines.ts'
import { LABEL_PADDING, lanesOf, type Lane } from './lanes.ts'

/** One message as it is drawn. All lengths in pixels at zoom 1; `y` is the top of the row. */
export interface Row {
  readonly message: WireMessage
  readonly y: number
  readonly height: number
  /** Where the arrow runs, from the top of the row. */
  readonly arrow: number
  readonly from: number
  readonly to: number
  readonly label: Text
  readonly purpose: Text
  /** From where to where something leaks to who reads along, where somebody does. */
  readonly leak?: { readonly from: number; readonly to: number }
}

/** Lines of text, and the middle they are centred on so that they stay inside the figure. */
export interface Text {
  readonly lines: readonly string[]
  readonly middle: number
}

/** A stretch of messages in one phase, under its heading. */
export interface Band {
  readonly phase: Phase
  readonly y: number
  readonly first: number
  readonly last: number
  /** Whether only the heading is drawn. */
  readonly folded: boolean
}

/** A break in all lifelines: time passes before the message `before`. */
export interface Break {
  readonly y: number
  readonly before: number
  readonly text: string
  /** The middle of the widest gap between lifelines, where the text stands. */
  readonly middle: number
}

/** A log as a figure of a given width. */
export interface Geometry {
  readonly width: number
  readonly height: number
  readonly lanes: readonly Lane[]
  readonly rows: readonly Row[]
  readonly bands: readonly Band[]
  readonly breaks: readonly Break[]
}

export const BAND_HEIGHT = 52
export const BREAK_HEIGHT = 60
const LINE = 17
const PADDING = 5
const BESIDE_ARROW = 6
const FOOT = 32
const EDGE = 6
/** The column on the left that the numbers stand in. */
const GUTTER = 32

const NONE: ReadonlySet<number> = new Set()

/**
 * Lays out a log: every message in its own row, phases under headings, long waits as breaks. Of a phase that is folded, named
 * by its first message, there is the heading alone.
 */
export const geometryOf = (
  log: readonly WireMessage[],
  parts: readonly Part[],
  width: number,
  folded: ReadonlySet<number> = NONE,
): Geometry => {
  const lanes = lanesOf(log, parts, width)
  const xOf = new Map(lanes.map(({ party, x }) => [party, x]))
  const rows: Row[] = []
  const bands: Band[] = []
  const breaks: Break[] = []
  const middle = middleOf(lanes)
  let y = 0
  for (const [index, message] of log.entries()) {
    const previous = log[index - 1]
    if (message.phase !== previous?.phase) {
      const { id, phase } = message
      bands.push({ phase, y, first: id, last: id, folded: folded.has(id) })
      y += BAND_HEIGHT
    } else bands.push({ ...bands.pop()!, last: message.id })
    if (bands.at(-1)!.folded) continue
    const text = laterInWords(previous?.at, message.at)
    if (text !== undefined) {
      breaks.push({ y, before: message.id, text, middle })
      y += BREAK_HEIGHT
    }
    const row = rowOf(message, y, xOf, width)
    rows.push(row)
    y += row.height
  }
  return { width, height: y + FOOT, lanes, rows, bands, breaks }
}

/** The row of a message, unless its phase is folded. */
export const rowFor = ({ rows, bands }: Geometry, id: number): Row | undefined => {
  const hidden = bands
    .filter(({ folded, last }) => folded && last < id)
    .reduce((sum, { first, last }) => sum + last - first + 1, 0)
  const row = rows[id - 1 - hidden]
  return row?.message.id === id ? row : undefined
}

const middleOf = (lanes: readonly Lane[]): number => {
  const gaps = lanes
    .slice(1)
    .map(({ x }, at) => ({ wide: x - lanes[at]!.x, at: (x + lanes[at]!.x) / 2 }))
  return gaps.toSorted((a, b) => b.wide - a.wide)[0]?.at ?? 0
}

const rowOf = (
  message: WireMessage,
  y: number,
  xOf: ReadonlyMap<PartyId, number>,
  width: number,
): Row => {
  const from = xOf.get(message.from) ?? 0
  const to = xOf.get(message.to) ?? 0
  const span = Math.abs(to - from) - 2 * LABEL_PADDING
  const most = Math.floor((width - GUTTER - EDGE) / MONO)
  const lines = labelLines(labelOf(message), span).map((line) => shortened(line, most))
  const ear = message.overheard && xOf.get('attacker')
  const purpose = [
    purposeIn(message),
    ...(message.fate ? [message.fate] : []),
    ...(message.overheard ? [overheardWords(message)] : []),
  ].join(', ')
  const within = (characters: number, each: number) => {
    const half = (characters * each) / 2
    return Math.max(GUTTER + half, Math.min(width - EDGE - half, (from + to) / 2))
  }
  const arrow = PADDING + lines.length * LINE + BESIDE_ARROW
  return {
    message,
    y,
    height: arrow + BESIDE_ARROW + LINE + PADDING,
    arrow,
    from,
    to,
    label: { lines, middle: within(Math.max(...lines.map((line) => line.length)), MONO) },
    purpose: { lines: [purpose], middle: within(purpose.length, PROSE) },
    ...(ear !== undefined && { leak: { from: nearest(ear, from, to), to: ear } }),
  }
}

/** A label that somebody made longer than the figure is wide. */
const shortened = (line: string, most: number): string =>
  line.length > most ? `${line.slice(0, most - 1)}…` : line

const nearest = (x: number, ...ends: readonly number[]): number =>
  ends.toSorted((a, b) => Math.abs(a - x) - Math.abs(b - x))[0] ?? x
