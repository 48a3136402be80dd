import type { Played } from '../../engine/proof.ts'
import type { Task } from './rows.ts'

/** Who wants to hear what comes of it. */
export interface Hearing {
  /** How many workers play; none where the page does it itself. */
  by(workers: number): void
  played(outcome: Task & { readonly played: Played }): void
  over(): void
  failed(problem: string): void
}

/** Something that is being played, and can be stopped. */
export interface Playing {
  stop(): void
}
