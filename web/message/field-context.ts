import type { Field } from '../../engine/explain.ts'
import type { WireMessage } from '../../engine/index.ts'

/** A part of a message, and the log up to the place at which it is looked at. */
export interface FieldContext {
  readonly field: Field
  readonly message: WireMessage
  readonly log: readonly WireMessage[]
  readonly place: number
}
