import { describe, expect, test } from 'vitest'
import { checkWithId, registry, whoMakes, type CheckId } from '../../engine/checks/index.ts'
import { refs } from '../../engine/spec/refs.ts'
import { openLab } from './driver.ts'
import { honest, play } from './play.ts'
import { clientRefusals } from './refusals-client.ts'
import { careless, resourceRefusals } from './refusals-resource.ts'
import { serverRefusals } from './refusals-server.ts'

const refusals = { ...clientRefusals, ...serverRefusals, ...resourceRefusals }
const compared = registry.filter((row) => 'fails' in row)
const cited = (id: string) => {
  const row = checkWithId(id)!
  const why = 'fails' in row ? row.fails : ''
  return `${refs[row.refs[0]!].short}: ${whoMakes(id)} refuses, for ${why}`
}
const rows = Object.keys(refusals).map((id) => [cited(id), id as CheckId] as const)

describe('every check', () => {
  test('has a way to refuse in the tables below', () => {
    expect(compared.map(({ id }) => id).filter((id) => !(id in refusals))).toEqual([])
    expect(Object.keys(refusals).filter((id) => !checkWithId(id))).toEqual([])
  })

  test('is made in the honest run, and holds', () => {
    const findings = honest.log.flatMap((message) => message.findings)
    const held = new Set(
      findings
        .filter(({ verdict, holds }) => verdict === 'obeyed' && holds)
        .map(({ check }) => check),
    )
    expect(registry.map(({ id }) => id).filter((id) => !held.has(id))).toEqual([])
  })

  test('is broken in the honest run by nothing but a token that is missing, or too old', () => {
    const broken = honest.log.flatMap(({ id, findings }) =>
      findings.filter(({ verdict }) => verdict === 'broken').map(({ check }) => [id, check]),
    )
    expect(broken.map(([, check]) => check)).toEqual(['rs/token-present', 'rs/not-expired'])
    expect(honest.ending.ending).toBe('completed')
  })
})

/** The verdict of a check on the message that a row names. */
const verdictOf = async (id: CheckId, forget: CheckId[]) => {
  const row = refusals[id]!
  if (typeof row === 'function') throw new Error('this check has no run')
  const { ending, log } = await play(await row.decisions(), forget)
  const message = log.filter(({ name }) => name === row.on)[(row.nth ?? 1) - 1]
  const finding = message?.findings.find(({ check }) => check === id)
  return { ending, message, finding, row }
}

describe('a check refuses', () => {
  test.each(rows)('%s (%s)', async (_, id) => {
    const row = refusals[id]!
    if (typeof row === 'function') return expect(await row(openLab())).toBe(id)

    const { ending, message, finding } = await verdictOf(id, [])
    expect(finding).toMatchObject({ verdict: 'broken', holds: false, end: 'receiver' })
    if (row.endsBy === null) return expect(ending.ending).toBe('completed')
    expect([ending.ending, ending.by]).toEqual(['refused', row.endsBy ?? id])
    if (row.endsBy === undefined) expect(ending.at).toBe(message?.id)
  })
})

describe('a forgotten check does not', () => {
  test.each(rows)('%s (%s)', async (_, id) => {
    const row = refusals[id]!
    if (typeof row === 'function') return expect(await row(careless(id))).not.toBe(id)

    const { ending, finding } = await verdictOf(id, [id])
    expect(finding).toMatchObject({ verdict: 'forgotten', holds: false })
    expect(ending.by).not.toBe(id)
    expect(ending.ending).not.toBe('broken')
  })
})
