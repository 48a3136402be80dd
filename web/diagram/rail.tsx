import { useRef, type PointerEvent } from 'react'
import { useReactFlow, useStore } from '@xyflow/react'
import { rowFor, type Geometry } from './geometry.ts'
import { within, type Pane } from './view.ts'
import css from './rail.module.css'

interface RailProps {
  readonly geometry: Geometry
  readonly pane: Pane
  readonly place: number
}

/** The scrollbar: how much of the figure is in view, where its phases begin, and where the current message stands. */
export const Rail = ({ geometry, pane, place }: RailProps) => {
  const flow = useReactFlow()
  const y = useStore(({ transform }) => transform[1])
  const zoom = useStore(({ transform }) => transform[2])
  const grip = useRef<number>(undefined)
  const length = geometry.height * zoom
  if (length <= pane.height) return null
  const share = pane.height / length
  const thumb = Math.max(24, pane.height * share)
  const scale = (pane.height - thumb) / (length - pane.height)
  const top = -y * scale

  const down = (event: PointerEvent<HTMLDivElement>) => {
    const at = event.clientY - event.currentTarget.getBoundingClientRect().top
    grip.current = at >= top && at <= top + thumb ? at - top : thumb / 2
    event.currentTarget.setPointerCapture(event.pointerId)
    drag(event)
  }
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (grip.current === undefined) return
    const at = event.clientY - event.currentTarget.getBoundingClientRect().top
    const view = { ...flow.getViewport(), y: -(at - grip.current) / scale }
    void flow.setViewport(within(view, geometry, pane))
  }
  const current = rowFor(geometry, place)
  const onRail = (at: number) => `${(at / geometry.height) * 100}%`
  return (
    <div
      className={css['rail']}
      aria-hidden="true"
      onPointerDown={down}
      onPointerMove={drag}
      onPointerUp={() => (grip.current = undefined)}
      onPointerCancel={() => (grip.current = undefined)}
    >
      {geometry.bands.map((band) => (
        <span key={band.first} className={css['phase']} style={{ top: onRail(band.y) }} />
      ))}
      <span className={css['thumb']} style={{ translate: `0 ${top}px`, height: thumb }} />
      {current && <span className={css['current']} style={{ top: onRail(current.y) }} />}
    </div>
  )
}
