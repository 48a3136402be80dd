import { partyName } from '../transcript.ts'
import { arrow, leak } from './arrows.ts'
import { PROSE } from './label-lines.ts'
import { verdictShape } from './marks.ts'
import { FONTS, type Palette } from './palette.ts'
import { element, line } from './svg.ts'
import { verdicts, verdictWords } from './tally.ts'

interface Item {
  readonly says: string
  readonly sample: number
  readonly draw: (x: number, y: number) => string
}

const GAP = 22
const LINE = 22

/** What the lines and marks of the figure mean, in as many lines as it takes. */
export const legend = (
  width: number,
  attacked: boolean,
  colours: Palette,
): { readonly drawn: string; readonly height: number } => {
  let [x, y] = [0, 0]
  const drawn = itemsOf(attacked, colours).map(({ says, sample, draw }) => {
    const wide = sample + 8 + says.length * PROSE
    if (x > 0 && x + wide > width) [x, y] = [0, y + LINE]
    const at = x
    x += wide + GAP
    return draw(at, y) + line(at + sample + 8, y + 4.5, says)
  })
  return {
    drawn: element(
      'g',
      { 'font-family': FONTS.prose, 'font-size': 13, fill: colours['ink-soft'] },
      ...drawn,
    ),
    height: y + LINE,
  }
}

const itemsOf = (attacked: boolean, colours: Palette): readonly Item[] => {
  const arrows = [
    { channel: 'back', kind: 'request', says: 'direct' },
    { channel: 'front', kind: 'request', says: 'through the browser' },
    { channel: 'local', kind: 'act', says: 'not over HTTP' },
    { channel: 'back', kind: 'response', says: 'answer' },
  ] as const
  const checks = verdicts.map((verdict) => ({
    verdict,
    says: verdict === 'obeyed' ? 'check obeyed' : verdictWords[verdict],
  }))
  return [
    ...arrows.map(({ says, ...one }) => ({
      says,
      sample: 30,
      draw: (x: number, y: number) => arrow(one, x, x + 30, y, colours),
    })),
    ...(attacked
      ? [
          {
            says: `${partyName('attacker')} reads along`,
            sample: 30,
            draw: (x: number, y: number) => leak(x, x + 24, y, colours),
          },
        ]
      : []),
    ...checks.map(({ says, verdict }) => ({
      says,
      sample: 12,
      draw: (x: number, y: number) => verdictShape(verdict, x, y - 6, colours),
    })),
  ]
}
