import { settled, type Registration, type Revision, type Scenario } from '../../engine/index.ts'

/** Which revision of MCP is spoken, and how the client comes by its id. */
export interface Edition {
  readonly revision: Revision
  readonly registration: Registration
}

/** What a link or the learner asks for; whatever is left open, the lesson says. */
export type Wish = { readonly [Part in keyof Edition]: Edition[Part] | undefined }

/** What comes of a wish: a lesson may not be told in every revision, nor does every revision know every registration. */
export const editionOf = (scenario: Scenario, { revision, registration }: Wish): Edition =>
  settled({ scenario, ...(revision && { revision }), ...(registration && { registration }) })

/** Whether two wishes come to the same in a lesson. */
export const sameEdition = (scenario: Scenario, one: Wish, other: Wish): boolean => {
  const [mine, theirs] = [editionOf(scenario, one), editionOf(scenario, other)]
  return mine.revision === theirs.revision && mine.registration === theirs.registration
}
