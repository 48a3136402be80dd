import type { Node } from '@xyflow/react'
import type { WireMessage } from '../../engine/index.ts'
import { BandHeading, Lifelines, TimeBreak } from './furniture.tsx'
import type { BandNode, BreakNode, LifelinesNode, PhaseWords } from './furniture.tsx'
import { BAND_HEIGHT, BREAK_HEIGHT, type Geometry } from './geometry.ts'
import { MessageRow, type MessageNode } from './message-row.tsx'

export const nodeTypes = {
  message: MessageRow,
  band: BandHeading,
  break: TimeBreak,
  lifelines: Lifelines,
}

export type FigureNode = MessageNode | BandNode | BreakNode | LifelinesNode

/** The figure as React Flow takes it: built once for a log and a width, and never touched while the place moves. */
export const nodesOf = (
  { width, height, lanes, rows, bands, breaks }: Geometry,
  log: readonly WireMessage[],
  about?: PhaseWords,
  decided?: number,
): FigureNode[] => [
  { id: 'lifelines', type: 'lifelines', data: { lanes }, zIndex: -1, ...placed(width, 0, height) },
  ...bands.map((band): BandNode => {
    const id = `band ${band.first}`
    return {
      id,
      type: 'band',
      data: { band, about, messages: log.slice(band.first - 1, band.last) },
      ...placed(width, band.y, BAND_HEIGHT),
    }
  }),
  ...breaks.map((pause): BreakNode => {
    const id = `break ${pause.before}`
    return { id, type: 'break', data: { pause, lanes }, ...placed(width, pause.y, BREAK_HEIGHT) }
  }),
  ...rows.map((row): MessageNode => {
    const id = `message ${row.message.id}`
    const node = {
      id,
      type: 'message',
      data: { row },
      ...placed(width, row.y, row.height),
    } as const
    if (row.message.id !== decided) return node
    return { ...node, domAttributes: { ...node.domAttributes, ...DECIDED } }
  }),
]

/** The one message that decided how the run ends. */
const DECIDED: object = { 'data-decided': true }

/** With its size and its (no) handles said, a node is never measured, and so only what is in view is ever drawn. */
const placed = (width: number, y: number, height: number) =>
  ({
    position: { x: 0, y },
    width,
    height,
    handles: [],
    domAttributes: { 'aria-roledescription': undefined },
  }) satisfies Partial<Node>
