import {
  settled,
  toldBy,
  type CheckId,
  type Registration,
  type Revision,
  type Scenario,
} from '../../engine/index.ts'

/** How a scenario is played: which revision of MCP is spoken, how the client comes by its id, which telling it is, and what is forgotten. */
export interface Edition {
  readonly revision: Revision
  readonly registration: Registration
  readonly variant: string | undefined
  readonly forget: readonly CheckId[]
}

/** What a link or the learner asks for; whatever is left open, the scenario says. */
export type Wish = { readonly [Part in keyof Edition]: Edition[Part] | undefined }

/** What comes of a wish: a scenario may not be told in every revision, nor does every revision know every registration. */
export const editionOf = (
  scenario: Scenario,
  { revision, registration, variant: wanted, forget }: Wish,
): Edition => {
  const told = toldBy(scenario, wanted)
  return {
    ...settled({ scenario, ...(revision && { revision }), ...(registration && { registration }) }),
    variant: told.variant,
    forget: forget ?? told.forget,
  }
}

const listed = (ids: readonly CheckId[]): string => ids.toSorted().join(' ')

/** Whether two wishes come to the same in a scenario. */
export const sameEdition = (scenario: Scenario, one: Wish, other: Wish): boolean => {
  const [mine, theirs] = [editionOf(scenario, one), editionOf(scenario, other)]
  return (
    mine.revision === theirs.revision &&
    mine.registration === theirs.registration &&
    mine.variant === theirs.variant &&
    listed(mine.forget) === listed(theirs.forget)
  )
}
