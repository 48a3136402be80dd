import { useStore } from '@xyflow/react'
import { phaseNames } from '../../engine/index.ts'
import type { Geometry } from './geometry.ts'
import css from './phase-here.module.css'

/** Where, in pixels from the top of the window, a heading is out of view, and where it needs the corner for itself. */
const HEADING_GONE = -24
const HEADING_NEAR = 14

/** The phase whose heading has gone up out of view. */
export const PhaseHere = ({ geometry: { bands } }: { geometry: Geometry }) => {
  const at = useStore(({ transform: [, y, zoom] }) => {
    const gone = bands.findLastIndex((band) => band.y * zoom + y < HEADING_GONE)
    const next = bands[gone + 1]
    return next && next.y * zoom + y < HEADING_NEAR ? -1 : gone
  })
  const band = bands[at]
  return band ? (
    <span className={css['here']} aria-hidden="true">
      {phaseNames[band.phase]}
    </span>
  ) : null
}
