import { describe, expect, test } from 'vitest'
import { besideEachOther } from '../../engine/beside.ts'
import { firstDifference, startRun, type CheckId } from '../../engine/index.ts'
import { confusedDeputy } from '../../scenarios/attacks/confused-deputy.ts'

const logOf = async (forget: readonly CheckId[]) => {
  const run = startRun({ scenario: confusedDeputy, forget })
  await run.finish()
  return run.log
}

describe('two runs side by side', async () => {
  const careless = await logOf(confusedDeputy.forget)
  const careful = await logOf([])
  const rows = besideEachOther(careless, careful)

  test('have every message of both, each once and in its order', () => {
    const left = rows.flatMap((row) => (row.left ? [row.left.id] : []))
    const right = rows.flatMap((row) => (row.right ? [row.right.id] : []))
    expect(left).toEqual(careless.map(({ id }) => id))
    expect(right).toEqual(careful.map(({ id }) => id))
  })

  test('have the same name on both sides of a row', () => {
    const both = rows.filter((row) => row.left && row.right)
    expect(both.length).toBeGreaterThan(40)
    for (const { left, right } of both)
      expect([left!.from, left!.to, left!.name]).toEqual([right!.from, right!.to, right!.name])
  })

  test('stand beside each other until they part, and have gaps after that', () => {
    const parting = firstDifference(careless, careful)!
    for (const [index, { left, right }] of rows.slice(0, parting - 1).entries())
      expect([left?.id, right?.id]).toEqual([index + 1, index + 1])
    expect(rows.some((row) => !row.left)).toBe(true)
    expect(rows.some((row) => !row.right)).toBe(true)
  })

  test('of a run and itself have no gap', () => {
    for (const { left, right } of besideEachOther(careful, careful)) expect(left).toBe(right)
  })

  test('of a run and nothing have that run alone', () => {
    expect(besideEachOther(careful, []).map(({ left }) => left?.id)).toEqual(
      careful.map(({ id }) => id),
    )
    expect(besideEachOther([], [])).toEqual([])
  })
})
