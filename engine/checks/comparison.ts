/** What a comparison found: what should have come, what came, and whether that will do. Texts are for the learner. */
export interface Comparison {
  readonly holds: boolean
  readonly expected: string
  readonly received: string
}
