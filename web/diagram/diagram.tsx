import { ReactFlowProvider } from '@xyflow/react'
import { Bar } from './bar.tsx'
import type { DiagramProps } from './diagram-props.ts'
import { Flow } from './flow.tsx'
import { FlowHeads } from './flow-heads.tsx'
import { Frame, useFigure } from './frame.tsx'
import { Rail } from './rail.tsx'

/** The run as a sequence diagram that fills its container, and that can be moved and zoomed. The transcript says the same in words. */
export const Diagram = (props: DiagramProps) => {
  const { log, parts, about, place, decided } = props
  const figure = useFigure(props)
  const { pane, geometry, folding, low, attacked } = figure
  const seen = pane && { geometry, pane, place }
  return (
    <ReactFlowProvider>
      <Frame
        log={log}
        place={place}
        figure={figure}
        heads={<FlowHeads lanes={geometry.lanes} parts={parts} />}
        bar={seen && <Bar {...seen} folding={folding} keyed={low ? { attacked } : undefined} />}
        rail={seen && <Rail {...seen} />}
      >
        {seen && <Flow {...seen} log={log} about={about} decided={decided} folding={folding} />}
      </Frame>
    </ReactFlowProvider>
  )
}
