import type { Field } from '../../engine/explain.ts'
import type { WireMessage } from '../../engine/index.ts'

/** A part of a message from which something can be computed again. */
export interface WorkingProps {
  readonly field: Field
  readonly message: WireMessage
  readonly onSelect: (place: number) => void
}
