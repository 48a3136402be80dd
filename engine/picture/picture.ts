import type { Part } from '../cast.ts'
import type { Ending } from '../ending.ts'
import type { WireMessage } from '../wire/message.ts'
import { endingInWords } from '../export/shown-run.ts'
import { furniture, lifelines } from './furniture.ts'
import { geometryOf } from './geometry.ts'
import { heads } from './heads.ts'
import { PROSE } from './label-lines.ts'
import { ampleWidth } from './lanes.ts'
import { legend } from './legend.ts'
import { FONTS, palettes, type Palette, type PictureTheme } from './palette.ts'
import { overhangs, rowsDrawn } from './rows.ts'
import { element, escapeXml, line } from './svg.ts'

/** What a picture shows. */
export interface Picture {
  readonly log: readonly WireMessage[]
  /** Who takes part, in the order of the lanes. */
  readonly parts: readonly Part[]
  /** How many messages have been told; left out: all of them. */
  readonly place?: number | undefined
  readonly theme: PictureTheme
  readonly title: string
  /** A line under the title: which revision, what is forgotten. */
  readonly subtitle?: string | undefined
  /** How the run ends; a picture that stops before the end does not tell. */
  readonly ending?: Pick<Ending, 'ending' | 'sentence'> | undefined
  /** Where the run can be opened, where it can be: nobody sees it, and whoever opens the file finds it. */
  readonly link?: string | undefined
}

const MARGIN = 20
const NARROWEST = 640
const WIDEST = 1_120

/** A run as a still picture: one SVG that needs nothing else, no font, no script and no style sheet. */
export const pictureOf = (picture: Picture): string => {
  const { log, parts, title, subtitle, link } = picture
  const colours = palettes[picture.theme]
  const place = Math.max(0, Math.min(log.length, picture.place ?? log.length))
  const shown = log.slice(0, place)
  const current = place < log.length ? place : undefined
  const inner = Math.round(
    Math.max(NARROWEST, Math.min(WIDEST, ampleWidth(shown, parts)), title.length * 10),
  )
  const geometry = geometryOf(shown, parts, inner)
  const over = overhangs(geometry.rows, place, inner)
  const width = Math.round(inner + over.left + over.right + 2 * MARGIN)
  const left = MARGIN + over.left
  const head = heads(geometry.lanes, parts, colours)
  const attacked = parts.some(({ id }) => id === 'attacker')
  const key = legend(width - 2 * MARGIN, attacked, colours)
  const headTop = subtitle === undefined ? 58 : 80
  const bodyTop = headTop + head.height
  const footTop = bodyTop + geometry.height + 12
  const told = outcome(picture, place, width - 2 * MARGIN, colours)
  const height = Math.round(footTop + told.height + key.height + 10)
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'font-family': FONTS.prose,
      'font-size': 13,
      fill: colours.ink,
    },
    element('title', {}, escapeXml(title)),
    element('desc', {}, escapeXml(describe(picture, place))),
    link === undefined ? '' : element('metadata', {}, escapeXml(link)),
    element('rect', { width, height, fill: colours.paper }),
    line(MARGIN, 36, title, { 'font-size': 22, 'font-weight': 600 }),
    subtitle === undefined ? '' : line(MARGIN, 60, subtitle, { fill: colours['ink-soft'] }),
    element('g', { transform: `translate(${left} ${headTop})` }, head.drawn),
    element('path', {
      d: `M${MARGIN} ${bodyTop - 0.5}H${width - MARGIN}`,
      stroke: colours['rule-strong'],
    }),
    element(
      'g',
      { transform: `translate(${left} ${bodyTop})`, 'font-family': FONTS.mono },
      lifelines(geometry.lanes, geometry.height, colours),
      furniture(geometry, colours),
      rowsDrawn(geometry.rows, place, current, inner, colours),
    ),
    element('path', {
      d: `M${MARGIN} ${footTop - 11.5}H${width - MARGIN}`,
      stroke: colours['rule-strong'],
    }),
    element('g', { transform: `translate(${MARGIN} ${footTop + 12})` }, told.drawn),
    element('g', { transform: `translate(${MARGIN} ${footTop + told.height + 10})` }, key.drawn),
  )
}

const describe = ({ log, parts, ending }: Picture, place: number): string =>
  [
    `Sequence diagram: ${place === log.length ? place : `the first ${place} of ${log.length}`} messages between ${parts.map(({ name }) => name).join(', ')}.`,
    ...(ending && place === log.length ? [endingInWords(ending)] : []),
  ].join(' ')

/** How the run ended, or how much of it is shown. */
const outcome = ({ log, ending }: Picture, place: number, width: number, colours: Palette) => {
  const whole = place === log.length
  if (whole && !ending) return { drawn: '', height: 0 }
  const text = whole && ending ? endingInWords(ending) : `Messages 1 to ${place} of ${log.length}.`
  const lines = wrap(text, Math.floor(width / (PROSE * 1.2)))
  const colour =
    whole && ending?.ending === 'won'
      ? colours.verdict.broken
      : whole && ending
        ? colours.ink
        : colours['ink-soft']
  return {
    drawn: element(
      'g',
      { 'font-size': 15, fill: colour },
      ...lines.map((one, at) => line(0, at * 21, one)),
    ),
    height: lines.length * 21 + 6,
  }
}

const wrap = (text: string, most: number): readonly string[] => {
  const lines = ['']
  for (const word of text.split(' ')) {
    const last = lines.at(-1)!
    if (last !== '' && last.length + 1 + word.length > most) lines.push(word)
    else lines.splice(-1, 1, last === '' ? word : `${last} ${word}`)
  }
  return lines
}
