import type { RefId } from '../spec/refs.ts'
import type { FieldPlace } from './fields.ts'

/** What the lab says about a field: what it is, who made it, which checks look at it, which clause it comes from. */
export interface FieldNote {
  /** One sentence. */
  readonly what: string
  /** Who made the value, and from what. */
  readonly madeBy: string
  /** Ids of the checks that look at it. */
  readonly checkedBy: readonly string[]
  readonly refs: readonly RefId[]
  /** What goes wrong when nobody looks at it. */
  readonly without?: string
}

/** The note of a field, when there is one. */
export const noteFor = (_place: FieldPlace, _name: string): FieldNote | undefined => undefined
