import type { Attack, CheckId, Ending, Told, WireMessage } from '../../engine/index.ts'

/** What is known of an attack that has ended, and what can be done about it. */
export interface AttackEnded {
  readonly scenario: Attack
  readonly told: Told
  readonly ending: Ending
  readonly forgotten: readonly CheckId[]
  readonly onForget: (checks: readonly CheckId[] | undefined) => void
  readonly onDecided: (place: number) => void
  /** Where a check was forgotten that would have ended it. */
  readonly missedIn: readonly number[]
  readonly log: readonly WireMessage[]
  /** Leads to both endings side by side. */
  readonly both: string
}
