import {
  isRegistration,
  isRevision,
  registrationsIn,
  revisions,
  type Registration,
  type Revision,
} from '../../engine/index.ts'
import { lessonShelf, type Shelved } from '../../scenarios/shelf.ts'

/** Which two runs are compared. */
export interface Asked {
  readonly scenario: Shelved
  readonly before: Revision
  readonly after: Revision
  readonly registration: Registration
}

/** Whether a lesson can be told in a revision. */
export const toldIn = ({ revisions: told }: Shelved, revision: Revision): boolean =>
  told?.includes(revision) ?? true

/** The ways of registration that both revisions know. */
export const knownInBoth = (before: Revision, after: Revision): readonly Registration[] =>
  registrationsIn(before).filter((one) => registrationsIn(after).includes(one))

/** The lessons in which something can be compared: those that can be told in two revisions. */
export const comparable = lessonShelf.filter(
  (one) => one.transport !== 'stdio' && revisions.filter((each) => toldIn(one, each)).length > 1,
)

/** Reads what an address asks to compare; what it leaves open, or cannot be, is chosen. */
export const readAsked = (query: string): Asked => {
  const given = new URLSearchParams(query)
  const scenario = comparable.find(({ id }) => id === given.get('lesson')) ?? comparable[0]!
  const told = revisions.filter((one) => toldIn(scenario, one))
  const named = (name: string) => told.find((one) => one === given.get(name))
  const to = named('to')
  const after = to ?? told.at(-1)!
  const before =
    named('from') ?? told[told.indexOf(after) - 1] ?? told.find((one) => one !== after) ?? after
  const wanted = given.get('reg') ?? ''
  const both = knownInBoth(before, after)
  const registration =
    isRegistration(wanted) && both.includes(wanted) ? wanted : ('dynamic' as const)
  return { scenario, before, after, registration }
}

/** The address of a comparison. */
export const addressOf = ({ scenario, before, after, registration }: Asked): string =>
  `/changes?from=${before}&to=${after}&reg=${registration}&lesson=${scenario.id}`

/** Whether a text is a revision. */
export const asRevision = (text: string, otherwise: Revision): Revision =>
  isRevision(text) ? text : otherwise
