import type { Field } from '../../engine/explain.ts'
import type { ReactNode } from 'react'
import type { WireMessage } from '../../engine/index.ts'
import type { WorkingKind } from '../../engine/values.ts'

/** Something to be computed again, and from what. */
export interface Working {
  readonly kind: WorkingKind
  readonly field: Field
  readonly message: WireMessage
  readonly onSelect: (place: number) => void
}

/** A part of a message, the log up to the place at which it is looked at, and the way to another place. */
export interface FieldContext {
  readonly field: Field
  readonly message: WireMessage
  readonly log: readonly WireMessage[]
  readonly place: number
  readonly onSelect: (place: number) => void
  /** Shows a computation, to be done again. */
  readonly redo?: ((working: Working) => ReactNode) | undefined
}
