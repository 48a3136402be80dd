import type { CheckId } from '../checks/index.ts'
import type { RefId } from '../spec/refs.ts'

/** Where in a message a field stands. */
export type FieldPlace =
  | 'start'
  | 'query'
  | 'header'
  | 'challenge'
  | 'form'
  | 'json'
  | 'html'
  | 'jwt-header'
  | 'claim'
  | 'signature'
  | 'local'
  | 'text'

/** What the lab says about a field: what it is, who made it, which checks look at it, which clause it comes from. */
export interface FieldNote {
  /** In plain words. */
  readonly what: string
  /** Who made the value, and from what. */
  readonly madeBy: string
  /** Ids of the checks that look at it, and of the deeds by which it was set. */
  readonly checkedBy: readonly CheckId[]
  readonly refs: readonly RefId[]
  /** What goes wrong when nobody looks at it. */
  readonly without?: string
}

/**
 * Notes by where the field stands: `query.state` for a place and a name, `json.params.arguments.*` for a path. In front
 * of it the name of a message, where the same name means something else there: `callback-request query.state`. Header
 * names in lower case.
 */
export type Notes = Readonly<Record<string, FieldNote>>
