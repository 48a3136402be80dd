import { describe, expect, test } from 'vitest'
import { plansOf, proveRun, revisionsOf, type ProofRun } from '../../engine/proof.ts'
import type { CheckId } from '../../engine/index.ts'
import { tellingsOf, variantOf } from '../../engine/proof.ts'
import type { Attack } from '../../engine/scenario.ts'
import { attacks } from '../../scenarios/index.ts'

const titleOf = ({ kind, remembered, without }: ProofRun): string => {
  if (kind === 'careless') return 'careless: nothing is remembered, and it succeeds'
  if (kind === 'told') return 'told: its decoys are remembered, and it succeeds'
  if (kind === 'careful') return 'careful: nothing is forgotten'
  const list = remembered.join(' + ')
  return without ? `half: ${list}, without ${without}` : `${kind}: ${list}`
}

const tellings = attacks.flatMap((attack: Attack) =>
  tellingsOf(attack).flatMap((variant) =>
    revisionsOf(attack).map(
      (revision) =>
        [
          `${attack.id}${variant ? `, ${variant}` : ''}, ${revision}`,
          attack,
          variant,
          revision,
        ] as const,
    ),
  ),
)

describe.each(tellings)('the proof of %s', (_, attack, variant, revision) => {
  const plans = plansOf(attack, [revision]).filter((one) => one.variant === variant)

  test.each(plans.map((planned) => [titleOf(planned), planned] as const))(
    '%s',
    async (_, planned) => {
      const { ending, decided, holds, at, messages } = await proveRun(attack, planned)
      const { expected, by } = planned
      expect([ending, decided]).toEqual([expected, by ?? decided])
      expect(holds).toBe(true)
      expect(at).toBeGreaterThan(0)
      expect(at).toBeLessThanOrEqual(messages)
    },
  )
})

describe.each(attacks.map((attack: Attack) => [attack.id, attack] as const))(
  'the plan of %s',
  (_, attack) => {
    const plans = plansOf(attack)
    const proven = (
      kind: ProofRun['kind'],
      variant: string | undefined,
      checks: readonly CheckId[],
    ) =>
      plans.some(
        (one) =>
          one.kind === kind &&
          one.variant === variant &&
          one.remembered.join(' ') === checks.join(' '),
      )

    test('has a run for each of its stops and decoys, in some revision', () => {
      for (const variant of tellingsOf(attack)) {
        const { stops, decoys } = variantOf(attack, variant).scenario as Attack
        for (const { checks } of stops) expect(proven('stop', variant, checks)).toBe(true)
        for (const { checks } of decoys) expect(proven('decoy', variant, checks)).toBe(true)
      }
    })

    test('plays every telling careless and careful, in each revision', () => {
      for (const kind of ['careless', 'told', 'careful'])
        expect(plans.filter((one) => one.kind === kind).length).toBe(
          tellingsOf(attack).length * revisionsOf(attack).length,
        )
    })
  },
)
