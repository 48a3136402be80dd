import type { Decision } from '../../engine/decisions.ts'
import type { MessageName } from '../../engine/wire/message.ts'
import type { Lab } from './driver.ts'
import type { Kind, Stage } from './play.ts'

/** How a check comes to refuse: what is done to the honest run, and on which message the check then breaks. */
export interface Spoilt {
  /** The kind of run in which it is shown; left out: the one of `play`. */
  readonly in?: Kind
  readonly decisions: (stage: Stage) => readonly Decision[] | Promise<readonly Decision[]>
  readonly on: MessageName
  /** Which of the messages with this name; the first when left out. */
  readonly nth?: number
  /** The check that decides the ending: another one where the run goes on for a while, null where it goes on to the end. */
  readonly endsBy?: string | null
}

/** How a check comes to refuse, where no single run shows it: requests to the lab's servers. Answers the check that broke. */
export type Asked = (lab: Lab) => Promise<string | undefined>

/** One way in which each check refuses. */
export type Refusals = Readonly<Record<string, Spoilt | Asked>>
