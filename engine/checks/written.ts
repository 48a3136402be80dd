import type { Comparison } from './comparison.ts'

/** A check that somebody else wrote, made in place of a party’s own comparison. */
export interface Written {
  /** The row it is made for. */
  readonly check: string
  /** Rows before it in the same table whose work it does as well: they refuse nothing. */
  readonly instead: readonly string[]
  /**
   * Whether what came may pass. `facts` are those of the row’s table; `own` is what the rows themselves would have said,
   * and `broken` those of them that would have refused.
   */
  verdictOn(facts: unknown, own: Comparison, broken: readonly string[]): Promise<boolean>
}

/** What rows say that one check stands for: all of them have to hold, and the first that does not says what is wrong. */
export const together = (before: readonly Comparison[], last: Comparison): Comparison =>
  before.find(({ holds }) => !holds) ?? last

/**
 * What becomes of a message by a written check. Let through rightly it is obeyed, refused it is broken, and let through
 * wrongly it is what a forgotten check makes of it.
 */
export const verdictByHand = (
  passes: boolean,
  own: Comparison,
): 'obeyed' | 'broken' | 'forgotten' => (!passes ? 'broken' : own.holds ? 'obeyed' : 'forgotten')
