import { expect, test } from 'vitest'
import { betAfter, startRun } from '../../engine/index.ts'
import { attacks, scenarioWithId } from '../../scenarios/index.ts'

const tellings = attacks.flatMap((attack) =>
  [undefined, ...Object.keys(attack.variants ?? {})].map(
    (variant) => [`${attack.id} ${variant ?? ''}`, attack, variant] as const,
  ),
)

test.each(tellings)(
  'the bet on %s is asked after something, and before it is decided',
  async (_, scenario, variant) => {
    const run = startRun({ scenario, variant, seed: 'bet' })
    const { at } = await run.finish()
    const after = betAfter(scenario, { variant }, run.log)
    expect(after).toBeGreaterThan(0)
    expect(after).toBeLessThan(at!)
  },
)

test.each(
  attacks.filter(({ betBefore }) => betBefore).map((attack) => [attack.id, attack] as const),
)('the moment that %s names for its bet is there', async (_, scenario) => {
  const { at, nth = 1 } = scenario.betBefore!
  const run = startRun({ scenario, seed: 'bet' })
  await run.finish()
  const meant = run.log.filter(({ name }) => name === at)[nth - 1]
  expect(betAfter(scenario, { variant: undefined }, run.log)).toBe(meant!.id - 1)
})

test('a lesson asks for no bet', () => {
  expect(betAfter(scenarioWithId('pkce')!, { variant: undefined }, [])).toBeUndefined()
})
