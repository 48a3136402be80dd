import { useStore } from '@xyflow/react'
import { LaneHeads, type LaneHeadsProps } from './lane-heads.tsx'

/** The heads over a figure that is moved by React Flow. */
export const FlowHeads = (props: Pick<LaneHeadsProps, 'lanes' | 'parts'>) => {
  const x = useStore(({ transform }) => transform[0])
  const zoom = useStore(({ transform }) => transform[2])
  return <LaneHeads {...props} x={x} zoom={zoom} />
}
