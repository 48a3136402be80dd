import { describe, expect, test } from 'vitest'
import type { Decision } from '../../engine/decisions.ts'
import { offersAt } from '../../engine/offers.ts'
import { startRun } from '../../engine/run.ts'
import type { Scenario } from '../../engine/scenario.ts'
import { scenarios } from '../../scenarios/index.ts'

const SEED = 'choices'

/** Everything that can be chosen for a whole run of a story. */
const choicesIn = async (scenario: Scenario, variant: string | undefined): Promise<Decision[]> => {
  const run = startRun({ scenario, seed: SEED, ...(variant && { variant }) })
  await run.finish()
  const { revision, registration } = scenario
  const setting = { scenario, revision, ...(registration && { registration }) }
  const offers = offersAt(run.log, run.log.length, setting).flatMap((group) => group.offers)
  return offers.map(({ decision }) => decision).filter((decision) => !('at' in decision))
}

describe.each(scenarios.map((scenario): [string, Scenario] => [scenario.id, scenario]))(
  'in the story %s',
  (_, scenario) => {
    const variants = scenario.kind === 'attack' ? Object.keys(scenario.variants ?? {}) : []

    test.each([undefined, ...variants])(
      'whatever somebody chooses, no run fails in the lab itself, told as %s',
      async (variant) => {
        const told = variant === undefined ? {} : { variant }
        for (const decision of await choicesIn(scenario, variant)) {
          const run = startRun({ scenario, seed: SEED, ...told, decisions: [decision] })
          const { ending, sentence } = await run.finish()
          expect(`${JSON.stringify(decision)}: ${ending}: ${sentence}`).not.toContain(': broken: ')
        }
      },
      60_000,
    )
  },
)

test('and there is something to choose in all but the story without authorization', async () => {
  const counts = await Promise.all(
    scenarios.map(async (scenario) => [scenario.id, (await choicesIn(scenario, undefined)).length]),
  )
  expect(counts.filter(([, count]) => Number(count) < 20)).toEqual([['when-not-to', 0]])
})
