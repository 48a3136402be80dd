import { useLayoutEffect } from 'react'
import type { DiagramProps } from './diagram-props.ts'
import { Frame, useFigure } from './frame.tsx'
import { LaneHeads } from './lane-heads.tsx'
import { Sheet } from './sheet.tsx'
import { following, START } from './view.ts'
import css from './flow.module.css'

/**
 * The run as the diagram will first show it, to the pixel, while what moves and zooms a diagram is being loaded. Its rows can
 * be pressed already.
 */
export const EarlyDiagram = (props: DiagramProps) => {
  const { log, parts, about, place, decided } = props
  const figure = useFigure(props)
  const { pane, geometry, shared } = figure
  const { x, y } = pane ? following(START, geometry, pane, place) : START
  useLayoutEffect(() => shared.cursor.move(place), [shared, place])
  return (
    <Frame
      log={log}
      place={place}
      figure={figure}
      heads={<LaneHeads lanes={geometry.lanes} parts={parts} x={x} />}
      bar={undefined}
      rail={undefined}
    >
      {pane && (
        <div className={css['stage']}>
          <div style={{ transform: `translate(${x}px, ${y}px)` }}>
            <Sheet
              geometry={geometry}
              log={log}
              about={about}
              decided={decided}
              inView={{ top: -y, height: pane.height }}
            />
          </div>
        </div>
      )}
    </Frame>
  )
}
