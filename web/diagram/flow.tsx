import { useLayoutEffect, useMemo, useRef, type CSSProperties } from 'react'
import { ReactFlow, useReactFlow, useStore } from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import type { WireMessage } from '../../engine/index.ts'
import { useShared } from './cursor.ts'
import type { Folding } from './folding.ts'
import type { PhaseWords } from './furniture.tsx'
import { rowFor, type Geometry } from './geometry.ts'
import { nodesOf, nodeTypes } from './nodes.ts'
import { useWheel } from './use-wheel.ts'
import { following, START, within, ZOOM, type Pane } from './view.ts'
import css from './flow.module.css'

interface FlowProps {
  readonly geometry: Geometry
  readonly log: readonly WireMessage[]
  readonly decided: number | undefined
  readonly folding: Folding
  readonly pane: Pane
  readonly place: number
  readonly about: PhaseWords | undefined
}

/** React Flow’s name stands in the legend, where it covers no message. */
const CREDITED = { hideAttribution: true }
const MOVE = { duration: 260, interpolate: 'linear' } as const

/** The figure in its window: drag to move, pinch or Ctrl and wheel to zoom; the plain wheel stays with the page. */
export const Flow = (props: FlowProps) => {
  const { geometry, log, pane, place, about, decided, folding } = props
  const nodes = useMemo(
    () => nodesOf(geometry, log, about, decided),
    [geometry, log, about, decided],
  )
  const stage = useRef<HTMLDivElement>(null)
  useFollow(stage, geometry, pane, place, folding)
  useWheel(stage, geometry, pane)
  // A figure that is moved sideways keeps its numbers and headings in view.
  const moved = useStore(({ transform: [x, , zoom] }) => Math.max(0, -x / zoom))
  const extent = useMemo<[[number, number], [number, number]]>(
    () => [
      [0, 0],
      [geometry.width, Math.max(geometry.height, pane.height)],
    ],
    [geometry, pane.height],
  )
  return (
    <div ref={stage} className={css['stage']} style={{ '--moved': `${moved}px` } as CSSProperties}>
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
    </div>
  )
}

/** Keeps the current message in view, and the keyboard’s focus on it where it was on a row before. */
const useFollow = (
  stage: React.RefObject<HTMLDivElement | null>,
  geometry: Geometry,
  pane: Pane,
  place: number,
  { folded, anchor }: Folding,
) => {
  const { cursor } = useShared()
  const flow = useReactFlow()
  const last = useRef<{ geometry: Geometry; folded: Folding['folded']; place: number }>(undefined)
  useLayoutEffect(() => {
    const focused = document.activeElement
    const onRow = focused?.hasAttribute('data-row') && stage.current?.contains(focused)
    cursor.promiseFocus(onRow ? Math.max(1, place) : undefined)
    cursor.move(place)
    const view = flow.getViewport()
    const before = last.current
    last.current = { geometry, folded, place }
    if (before && before.folded !== folded && before.place === place) {
      // What folds, folds around the heading that was pressed, or around the current message.
      const old = standsAt(before.geometry, anchor.current, place)
      const now = standsAt(geometry, anchor.current, place)
      if (old !== undefined && now !== undefined)
        void flow.setViewport(
          within({ ...view, y: view.y + (old - now) * view.zoom }, geometry, pane),
        )
      return
    }
    const next = following(view, geometry, pane, place)
    const far = Math.abs(next.y - view.y) > 1.5 * pane.height
    const still = far || matchMedia('(prefers-reduced-motion: reduce)').matches
    if (next.x !== view.x || next.y !== view.y) void flow.setViewport(next, still ? {} : MOVE)
  }, [cursor, flow, stage, geometry, pane, place, folded, anchor])
}

/** Where a heading, or the current message, stands in the figure. */
const standsAt = (
  geometry: Geometry,
  heading: number | undefined,
  place: number,
): number | undefined =>
  (heading === undefined
    ? rowFor(geometry, place)
    : geometry.bands.find(({ first }) => first === heading)
  )?.y
