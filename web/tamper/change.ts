import type { Decision } from '../../engine/index.ts'

/** Something done to a message with a number. */
export type Change = Extract<Decision, { at: number }>

/** Makes a change, or takes one back, and plays the run again. */
export interface Changing {
  onMake(change: Change): void
  onUndo(change: Change): void
}
