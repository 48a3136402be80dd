import { useLayoutEffect, useMemo, useRef } from 'react'
import { ReactFlow, useReactFlow } from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import { useShared } from './cursor.ts'
import type { PhaseWords } from './furniture.tsx'
import type { Geometry } from './geometry.ts'
import { nodesOf, nodeTypes } from './nodes.ts'
import { PhaseHere } from './phase-here.tsx'
import { useWheel } from './use-wheel.ts'
import { following, ZOOM, type Pane } from './view.ts'
import css from './flow.module.css'

interface FlowProps {
  readonly geometry: Geometry
  readonly pane: Pane
  readonly place: number
  readonly about: PhaseWords | undefined
}

/** React Flow’s name stands in the legend, where it covers no message. */
const CREDITED = { hideAttribution: true }
const START = { x: 0, y: 0, zoom: 1 }
const MOVE = { duration: 260, interpolate: 'linear' } as const

/** The figure in its window: drag to move, pinch or Ctrl and wheel to zoom; the plain wheel stays with the page. */
export const Flow = ({ geometry, pane, place, about }: FlowProps) => {
  const nodes = useMemo(() => nodesOf(geometry, about), [geometry, about])
  const stage = useRef<HTMLDivElement>(null)
  useFollow(stage, geometry, pane, place)
  useWheel(stage, geometry, pane)
  const extent = useMemo<[[number, number], [number, number]]>(
    () => [
      [0, 0],
      [geometry.width, Math.max(geometry.height, pane.height)],
    ],
    [geometry, pane.height],
  )
  return (
    <div ref={stage} className={css['stage']}>
      <ReactFlow
        aria-label="Sequence diagram"
        nodes={nodes}
        nodeTypes={nodeTypes}
        width={pane.width}
        height={pane.height}
        defaultViewport={following(START, geometry, pane, place)}
        translateExtent={extent}
        minZoom={ZOOM.least}
        maxZoom={ZOOM.most}
        onlyRenderVisibleElements
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        elementsSelectable={false}
        disableKeyboardA11y
        proOptions={CREDITED}
        zoomOnScroll={false}
        zoomOnDoubleClick={false}
        preventScrolling={false}
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        panActivationKeyCode={null}
        zoomActivationKeyCode={null}
      />
      <PhaseHere geometry={geometry} />
    </div>
  )
}

/** Keeps the current message in view, and the keyboard’s focus on it where it was on a row before. */
const useFollow = (
  stage: React.RefObject<HTMLDivElement | null>,
  geometry: Geometry,
  pane: Pane,
  place: number,
) => {
  const { cursor } = useShared()
  const flow = useReactFlow()
  useLayoutEffect(() => {
    const focused = document.activeElement
    const onRow = focused?.hasAttribute('data-row') && stage.current?.contains(focused)
    cursor.promiseFocus(onRow ? Math.max(1, place) : undefined)
    cursor.move(place)
    const view = flow.getViewport()
    const next = following(view, geometry, pane, place)
    const far = Math.abs(next.y - view.y) > 1.5 * pane.height
    const still = far || matchMedia('(prefers-reduced-motion: reduce)').matches
    if (next.x !== view.x || next.y !== view.y) void flow.setViewport(next, still ? {} : MOVE)
  }, [cursor, flow, stage, geometry, pane, place])
}
