import {
  arrived,
  registrationsIn,
  revisions,
  startRun,
  type Ending,
  type Registration,
  type Revision,
  type Run,
  type RunInput,
  type WireMessage,
} from '../../engine/index.ts'
import type { Beat, Scenario } from '../../engine/scenario.ts'

/** A beat of a story, and the message at which it is told. */
export interface ToldBeat {
  readonly beat: Beat
  readonly message: WireMessage
}

/** One run of a scenario that nobody interfered with. */
export interface Played {
  readonly name: string
  readonly revision: Revision
  readonly registration: Registration
  readonly run: Run
  readonly ending: Ending
  readonly told: readonly ToldBeat[]
}

/** The revisions a scenario can be told in. */
export const revisionsOf = ({ revisions: allowed }: Scenario): readonly Revision[] =>
  allowed ?? revisions

/** Every pair of a revision that a scenario allows and a way of registration that the revision knows. */
export const settingsOf = (scenario: Scenario) =>
  revisionsOf(scenario).flatMap((revision) =>
    registrationsIn(revision).map((registration) => ({ revision, registration })),
  )

/** Plays to the end. */
export const finished = async (input: RunInput) => {
  const run = startRun(input)
  return { run, ending: await run.finish() }
}

/** Plays a scenario in every revision that it allows, with every way of registration. */
export const playedEverywhere = (scenario: Scenario): Promise<Played[]> =>
  Promise.all(
    settingsOf(scenario).map(async ({ revision, registration }) => {
      const { run, ending } = await finished({ scenario, revision, registration })
      return {
        name: `${revision}, ${registration}`,
        revision,
        registration,
        run,
        ending,
        told: toldAlong(run, scenario),
      }
    }),
  )

/** The beats of a story that are told along a run, each with its message. */
export const toldAlong = (
  { revision, registration, variant = 'plain', log }: Run,
  { beats }: Scenario,
): ToldBeat[] =>
  beats
    .filter(
      ({ in: dates, with: ways, of: tellings }) =>
        (dates?.includes(revision) ?? true) &&
        (ways?.includes(registration) ?? true) &&
        (tellings?.includes(variant) ?? true),
    )
    .flatMap((beat) => {
      const message = messageAt(log, beat)
      return message && arrived(message) ? [{ beat, message }] : []
    })

const messageAt = (log: readonly WireMessage[], { at, nth = 1 }: Beat): WireMessage | undefined =>
  log.filter(({ name }) => name === at)[nth - 1]
