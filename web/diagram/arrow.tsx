import type { Channel, WireMessage } from '../../engine/index.ts'
import css from './arrow.module.css'

/** The height of the strip an arrow is drawn in; it runs along its middle. */
const STRIP = 14
const MIDDLE = STRIP / 2

interface ArrowProps {
  readonly from: number
  readonly to: number
  readonly channel: Channel
  readonly kind: WireMessage['kind']
  readonly lost?: boolean
}

/**
 * A message on its way: dashed through the browser, solid between programs, dotted inside the machine; a full head for a
 * request, an open one for what comes back. A lost one ends in a cross halfway.
 */
export const Arrow = ({ from, to, channel, kind, lost = false }: ArrowProps) => {
  const left = Math.min(from, to)
  const way = Math.sign(to - from) || 1
  const start = from - left
  const end = lost ? (start + to - left) / 2 : to - left - way * 1.5
  const neck = end - way * 9
  const tail = kind === 'response' || lost ? end : neck
  return (
    <svg
      className={css['arrow']}
      data-channel={channel}
      data-kind={kind}
      style={{ left, width: Math.abs(to - from), height: STRIP }}
      aria-hidden="true"
    >
      <path className={css['line']} d={`M${start} ${MIDDLE}H${tail}`} />
      <circle className={css['start']} cx={start} cy={MIDDLE} r="2.5" />
      {lost ? (
        <path className={css['cross']} d={`M${end - 5} 2l10 10m0-10l-10 10`} />
      ) : (
        <path
          className={css['head']}
          d={`M${neck} ${MIDDLE - 4.5}L${end} ${MIDDLE}L${neck} ${MIDDLE + 4.5}${kind === 'request' ? 'Z' : ''}`}
        />
      )}
    </svg>
  )
}
