import type { CheckId } from './checks/index.ts'
import type { Errand } from './machines/handshake-facts.ts'
import type { RefId } from './spec/refs.ts'
import type { Revision } from './spec/revisions.ts'
import type { MessageName, Phase } from './wire/message.ts'

/** How a run can end: `refused` is the protocol at work, `broken` is a defect of the lab. */
export type EndingKind = 'completed' | 'refused' | 'broken'

/** A paragraph of the story, shown from the first message with this name (or its `nth`) on. Plain text with `code`, *emphasis* and `[ref-id]`. */
export interface Beat {
  readonly at: MessageName
  /** Which of the messages with this name, counted from 1. */
  readonly nth?: number
  readonly text: string
}

/** A story the lab can tell: plain data, from which a run is made. */
export interface Scenario {
  /** Also its place in URLs: lower case and hyphens. */
  readonly id: string
  readonly kind: 'lesson'
  readonly title: string
  /** What it shows, in one sentence. */
  readonly summary: string
  readonly minutes: number
  readonly revision: Revision
  /** Checks forgotten from the start. */
  readonly forget: readonly CheckId[]
  /** What the owner wants done once the client is connected. */
  readonly errands: readonly Errand[]
  /** How it ends when nobody interferes. Tests hold it to that. */
  readonly expects: EndingKind
  /** Shown before the first message. */
  readonly opening: string
  readonly beats: readonly Beat[]
  /** What each phase is about; a phase that needs no words of its own may be left out. */
  readonly phases: Readonly<Partial<Record<Phase, string>>>
  readonly refs: readonly RefId[]
}
