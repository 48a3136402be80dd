import type { CheckId } from './checks/index.ts'
import type { Transport } from './machines/handshake-facts.ts'
import type { Registration } from './registration.ts'
import type { RefId } from './spec/refs.ts'
import type { Revision } from './spec/revisions.ts'
import type { MessageName, Phase } from './wire/message.ts'

/** How a run can end: `won`, an attacker has what he was after; `refused`, the protocol at work; `broken`, a defect of the lab. */
export type EndingKind = 'completed' | 'won' | 'refused' | 'broken'

/** A paragraph of the story, shown from the first message with this name (or its `nth`) on. Plain text with `code`, *emphasis* and `[ref-id]`. */
export interface Beat {
  readonly at: MessageName
  /** Which of the messages with this name, counted from 1. */
  readonly nth?: number
  /** The revisions in which it is told; left out: all. */
  readonly in?: readonly Revision[]
  /** The ways of registration with which it is told; left out: all. */
  readonly with?: readonly Registration[]
  /** The variants of an attack in which it is told: `plain` for the one without a name; left out: all. */
  readonly of?: readonly string[]
  /** Checks without which its text is not true of an attack, though its message may be the same: told only while they are forgotten. */
  readonly without?: readonly CheckId[]
  readonly text: string
}

/** One answer to a question, and why it is right or wrong. */
export interface Choice {
  readonly says: string
  readonly right?: true
  readonly because: string
}

/** A question about what was seen, or what will be. Exactly one choice is right, and each has its reason. */
export interface Question {
  readonly asks: string
  readonly choices: readonly Choice[]
}

/** What every story has: plain data, from which a run is made. */
export interface Telling {
  /** Also its place in URLs: lower case and hyphens. */
  readonly id: string
  readonly title: string
  /** What it shows, in one sentence. */
  readonly summary: string
  readonly minutes: number
  /** The revision it is told in unless the learner chooses another. */
  readonly revision: Revision
  /** The revisions it can be told in; left out: all. */
  readonly revisions?: readonly Revision[]
  /** How the client comes by its id unless the learner chooses otherwise; left out: it registers itself. */
  readonly registration?: Registration
  /** How the client reaches the MCP server; left out: over HTTP. */
  readonly transport?: Transport
  /** The client holds an API key, which the MCP server takes until so many seconds after the beginning. */
  readonly apiKeyFor?: number
  /** What is so from the start, as the learner could have chosen it: texts of decisions, `server-metadata.openid`. */
  readonly given?: readonly string[]
  /** Checks forgotten from the start. */
  readonly forget: readonly CheckId[]
  /** How it ends when nobody interferes. Tests hold it to that. */
  readonly expects: EndingKind
  /** Shown before the first message. */
  readonly opening: string
  readonly beats: readonly Beat[]
  /** What each phase is about; a phase that needs no words of its own may be left out. */
  readonly phases: Readonly<Partial<Record<Phase, string>>>
  /** Asked at the end of a lesson, and before the end of an attack. */
  readonly question: Question
  readonly refs: readonly RefId[]
}
