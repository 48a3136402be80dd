import type { Finding } from '../checks/check.ts'
import { MONO } from './label-lines.ts'
import type { Palette } from './palette.ts'
import { element, line } from './svg.ts'
import { verdicts, type Tally } from './tally.ts'

/** The shapes of the verdicts in a square of 12: a tick, a ring, a cross. */
export const verdictShapes = {
  obeyed: 'M2 6.5 5 9.5 10.5 2.5',
  forgotten: 'M10 6A4 4 0 1 1 2 6a4 4 0 0 1 8 0Z',
  broken: 'M2.5 2.5l7 7m0-7l-7 7',
} as const satisfies Readonly<Record<Finding['verdict'], string>>

const SHAPE = 12
const GAP = 6
const BESIDE_LINE = 10

const made = (tally: Tally) => verdicts.filter((verdict) => tally[verdict] > 0)

const widthOf = (tally: Tally, verdict: Finding['verdict']): number =>
  verdict === 'broken' ? SHAPE : SHAPE + 2 + String(tally[verdict]).length * MONO

/** How far the marks of one end of an arrow reach from its lifeline. */
export const reachOf = (tally: Tally): number => {
  const all = made(tally)
  return all.length === 0
    ? 0
    : BESIDE_LINE +
        all.reduce((sum, verdict) => sum + widthOf(tally, verdict), GAP * (all.length - 1))
}

/** What the checks at one end of an arrow came to, beside its lifeline. */
export const marks = (
  tally: Tally,
  x: number,
  y: number,
  side: 'left' | 'right',
  colours: Palette,
): string => {
  let at = side === 'right' ? x + BESIDE_LINE : x - reachOf(tally)
  return made(tally)
    .map((verdict) => {
      const here = at
      at += widthOf(tally, verdict) + GAP
      const count =
        verdict === 'broken'
          ? ''
          : line(here + SHAPE + 2, y + 4.5, String(tally[verdict]), {
              fill: colours.verdict[verdict],
            })
      return verdictShape(verdict, here, y - SHAPE / 2, colours) + count
    })
    .join('')
}

/** The shape of a verdict, with its corner at a point. */
export const verdictShape = (
  verdict: Finding['verdict'],
  x: number,
  y: number,
  colours: Palette,
): string =>
  element('path', {
    transform: `translate(${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10})`,
    d: verdictShapes[verdict],
    fill: 'none',
    stroke: colours.verdict[verdict],
    'stroke-width': verdict === 'broken' ? 2.25 : 1.75,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  })
