import { useReactFlow, useStore } from '@xyflow/react'
import type { Geometry } from './geometry.ts'
import { following, scaled, ZOOM, type Pane } from './view.ts'
import css from './controls.module.css'

interface ControlsProps {
  readonly geometry: Geometry
  readonly pane: Pane
  readonly place: number
}

const FACTOR = 1.25

/** Zoom, which keeps the current message in view, and the way back to it. */
export const Controls = ({ geometry, pane, place }: ControlsProps) => {
  const flow = useReactFlow()
  const zoom = useStore(({ transform }) => transform[2])
  const show = (next: number) =>
    void flow.setViewport(following(scaled(flow.getViewport(), next, pane), geometry, pane, place))
  return (
    <div className={css['controls']}>
      <button
        type="button"
        aria-label="Zoom out"
        disabled={zoom <= ZOOM.least}
        onClick={() => show(zoom / FACTOR)}
      >
        −
      </button>
      <button
        type="button"
        aria-label="Zoom in"
        disabled={zoom >= ZOOM.most}
        onClick={() => show(zoom * FACTOR)}
      >
        +
      </button>
      <button type="button" onClick={() => show(1)}>
        {place === 0 ? 'To the start' : `Back to ${place}`}
      </button>
    </div>
  )
}
