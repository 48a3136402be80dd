import type { Part } from '../cast.ts'
import type { CheckId } from '../checks/index.ts'
import type { Decision } from '../decisions.ts'
import type { Ending } from '../ending.ts'
import type { Registration } from '../registration.ts'
import type { Scenario } from '../scenario.ts'
import type { Revision } from '../spec/revisions.ts'
import type { WireMessage } from '../wire/message.ts'

/** A run that was played to its end, as every export takes it. */
export interface ShownRun {
  readonly scenario: Pick<Scenario, 'id' | 'title' | 'summary'>
  readonly revision: Revision
  readonly registration: Registration
  readonly variant?: string | undefined
  readonly forgotten: readonly CheckId[]
  readonly seed: string
  readonly decisions: readonly Decision[]
  readonly log: readonly WireMessage[]
  /** Who takes part, in the order of the lanes. */
  readonly parts: readonly Part[]
  readonly ending: Ending
  /** Where the run can be opened, where it can be. */
  readonly link?: string | undefined
  /** How many messages have been told; left out: all of them. */
  readonly place?: number | undefined
}

/** How an ending begins when it is told. */
export const endingWords = {
  completed: 'Completed. ',
  won: 'The attack succeeds. ',
  refused: '',
  broken: 'The lab broke. ',
} as const

/** How a run ended, in words without marks. */
export const endingInWords = ({ ending, sentence }: Pick<Ending, 'ending' | 'sentence'>): string =>
  `${endingWords[ending]}${sentence}`.replaceAll('`', '')

/** Which revision was spoken and what was forgotten, in one line. */
export const settingInWords = ({
  revision,
  forgotten,
  decisions,
}: Pick<ShownRun, 'revision' | 'forgotten' | 'decisions'>): string =>
  [
    `MCP ${revision}`,
    forgotten.length === 0
      ? 'nothing forgotten'
      : forgotten.length > 2
        ? `${forgotten.length} checks forgotten`
        : `forgotten: ${forgotten.join(', ')}`,
    ...(decisions.length === 0
      ? []
      : [`${decisions.length} ${decisions.length === 1 ? 'change' : 'changes'} made by hand`]),
  ].join(', ')

/** What everybody who is handed a run should know of the secrets in it. */
export const ABOUT_SECRETS =
  'Every key, token, code and password in it was made up for teaching, with keys that are public: they open nothing anywhere.'

/** The messages told so far. */
export const toldIn = ({ log, place = log.length }: Pick<ShownRun, 'log' | 'place'>) =>
  log.slice(0, place)
