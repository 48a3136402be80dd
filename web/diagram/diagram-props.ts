import type { Part, WireMessage } from '../../engine/index.ts'
import type { PhaseWords } from './furniture.tsx'

/** What a figure of a run is drawn from. */
export interface DiagramProps {
  readonly log: readonly WireMessage[]
  /** Who takes part, in the order of the lanes. */
  readonly parts: readonly Part[]
  /** What each phase is about; left out: as the handshake’s machine has it. */
  readonly about?: PhaseWords | undefined
  /** How many messages have been told: 0 to the length of the log. */
  readonly place: number
  /** The message that decided how the run ends, where one did. */
  readonly decided?: number | undefined
  readonly onSelect: (place: number) => void
}
