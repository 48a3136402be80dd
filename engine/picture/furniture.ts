import { phaseNames } from '../wire/label.ts'
import type { Band, Break, Geometry } from './geometry.ts'
import type { Lane } from './lanes.ts'
import { FONTS, type Palette } from './palette.ts'
import { rimmed } from './rows.ts'
import { element, line } from './svg.ts'

/** The parties’ lifelines; the attacker’s is a double line. */
export const lifelines = (lanes: readonly Lane[], height: number, colours: Palette): string =>
  lanes
    .map(({ party, x }) => {
      const stroke = colours.party[party] ?? colours.ink
      return party === 'attacker'
        ? element('path', {
            d: `M${x - 1.75} 0V${Math.round(height)}M${x + 1.75} 0V${Math.round(height)}`,
            stroke,
            'stroke-width': 1.5,
            'stroke-opacity': 0.8,
          })
        : element('path', {
            d: `M${x} 0V${Math.round(height)}`,
            stroke,
            'stroke-opacity': 0.55,
          })
    })
    .join('')

/** Phases under their headings, and the stretches in which time passes. */
export const furniture = ({ bands, breaks, lanes, width }: Geometry, colours: Palette): string =>
  element(
    'g',
    { 'font-family': FONTS.prose },
    ...bands.map((band) => heading(band, width, colours)),
    ...breaks.map((pause) => interruption(pause, lanes, colours)),
  )

const heading = ({ phase, y }: Band, width: number, colours: Palette): string =>
  (y === 0
    ? ''
    : element('path', { d: `M0 ${y + 12.5}H${Math.round(width)}`, stroke: colours.rule })) +
  line(0, y + 36, phaseNames[phase], {
    ...rimmed(colours),
    'font-size': 17,
    'font-weight': 600,
    fill: colours.ink,
  })

const interruption = ({ y, text, middle }: Break, lanes: readonly Lane[], colours: Palette) =>
  lanes
    .map(({ party, x }) =>
      element(
        'g',
        { transform: `translate(${x - 7} ${Math.round(y) + 20})` },
        element('path', { d: 'M0 15.5V9.5L14 4.5V10.5Z', fill: colours.paper }),
        element('path', {
          d: 'M0 9.5 14 4.5M0 15.5 14 10.5',
          stroke: colours.party[party] ?? colours.ink,
          'stroke-width': 1.25,
        }),
      ),
    )
    .join('') +
  line(middle, y + 35, text, {
    ...rimmed(colours),
    'text-anchor': 'middle',
    'font-size': 15,
    'font-style': 'italic',
    fill: colours['ink-soft'],
  })
