import { arrived, type WireMessage } from '../wire/message.ts'
import type { Palette } from './palette.ts'
import { element } from './svg.ts'

type Arrow = Pick<WireMessage, 'channel' | 'kind' | 'fate'>

const DASHES = { front: '7 4', back: undefined, local: '0 4.5' } as const

/**
 * A message on its way, at a height: dashed through the browser, solid between programs, dotted inside the machine; a full
 * head for a request, an open one for what comes back. A lost one ends in a cross halfway.
 */
export const arrow = (message: Arrow, from: number, to: number, y: number, colours: Palette) => {
  const { channel, kind } = message
  const lost = !arrived(message)
  const way = Math.sign(to - from) || 1
  const end = lost ? (from + to) / 2 : to - way * 1.5
  const neck = end - way * 9
  const thin = kind === 'response' ? 1.1 : 1.5
  const head = `M${n(neck)} ${n(y - 4.5)}L${n(end)} ${n(y)}L${n(neck)} ${n(y + 4.5)}`
  return element(
    'g',
    { stroke: colours.channel[channel], 'stroke-width': thin, fill: 'none' },
    element('path', {
      d: `M${n(from)} ${n(y)}H${n(kind === 'response' || lost ? end : neck)}`,
      'stroke-dasharray': DASHES[channel],
      ...(channel === 'local' && { 'stroke-width': 1.75, 'stroke-linecap': 'round' }),
    }),
    element('circle', {
      cx: from,
      cy: y,
      r: 2.5,
      fill: colours.channel[channel],
      stroke: 'none',
    }),
    lost
      ? element('path', {
          d: `M${n(end - 5)} ${n(y - 5)}l10 10m0-10l-10 10`,
          stroke: colours.verdict.broken,
          'stroke-width': 2,
          'stroke-linecap': 'round',
        })
      : element('path', {
          d: kind === 'request' ? `${head}Z` : head,
          'stroke-linejoin': 'round',
          ...(kind === 'request' && { fill: colours.channel[channel] }),
        }),
  )
}

/** Something that is read along: a trickle from an end of the arrow to who reads it, and an open diamond there. */
export const leak = (from: number, to: number, y: number, colours: Palette): string => {
  const way = Math.sign(to - from) || 1
  return element(
    'g',
    { stroke: colours.party.attacker, 'stroke-width': 1.5, fill: 'none' },
    element('path', {
      d: `M${n(from + way * 6)} ${n(y)}H${n(to - way * 6)}`,
      'stroke-dasharray': '2 6',
    }),
    element('path', { d: `M${n(to - 6)} ${n(y)}l6-6 6 6-6 6z`, fill: colours.paper }),
  )
}

const n = (length: number): string => String(Math.round(length * 10) / 10)
