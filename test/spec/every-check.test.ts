import { describe, expect, test } from 'vitest'
import { checkWithId, registry, whoMakes, type CheckId } from '../../engine/checks/index.ts'
import { registrationsIn } from '../../engine/registration.ts'
import type { Scenario } from '../../engine/scenario.ts'
import { refs } from '../../engine/spec/refs.ts'
import { revisions } from '../../engine/spec/revisions.ts'
import { scenarios } from '../../scenarios/index.ts'
import { openLab } from './driver.ts'
import { play, stageFor, type Kind } from './play.ts'
import { openProxyWorld } from './proxy-lab.ts'
import type { Spoilt } from './refusals.ts'
import { clientRefusals } from './refusals-client.ts'
import { proxyRefusals } from './refusals-proxy.ts'
import { resourceRefusals } from './refusals-resource.ts'
import { serverRefusals } from './refusals-server.ts'

const refusals = { ...clientRefusals, ...serverRefusals, ...resourceRefusals, ...proxyRefusals }
const compared = registry.filter((row) => 'fails' in row)
const cited = (id: string) => {
  const row = checkWithId(id)!
  const why = 'fails' in row ? row.fails : ''
  return `${refs[row.refs[0]!].short}: ${whoMakes(id)} refuses, for ${why}`
}
const rows = Object.keys(refusals).map((id) => [cited(id), id as CheckId] as const)

const grid = revisions.flatMap((revision) =>
  registrationsIn(revision).map((registration) => ({ revision, registration })),
)
/** The runs in which every check there is ought to hold somewhere: each revision with each registration, and each lesson in each of its revisions. */
const kinds: Kind[] = [
  ...grid,
  ...scenarios.flatMap((scenario: Scenario) =>
    (scenario.revisions ?? revisions).map((revision) => ({ scenario, revision })),
  ),
]

describe('every check', () => {
  test('has a way to refuse in the tables below', () => {
    expect(compared.map(({ id }) => id).filter((id) => !(id in refusals))).toEqual([])
    expect(Object.keys(refusals).filter((id) => !checkWithId(id))).toEqual([])
  })

  test('is made in an honest run, and holds', async () => {
    const runs = await Promise.all(kinds.map((kind) => play([], [], 'first-contact', kind)))
    const proxied = openProxyWorld()
    await proxied.connect()
    const logs = [...runs.map(({ log }) => log), proxied.log]
    const findings = logs.flat().flatMap((message) => message.findings)
    const held = new Set(
      findings
        .filter(({ verdict, holds }) => verdict === 'obeyed' && holds)
        .map(({ check }) => check),
    )
    expect(registry.map(({ id }) => id).filter((id) => !held.has(id))).toEqual([])
  })

  test.each(grid)(
    'is broken in the honest run by nothing but a token that is missing, or too old: MCP $revision, $registration',
    async (kind) => {
      const { log, ending } = await play([], [], 'first-contact', kind)
      const broken = log.flatMap(({ findings }) =>
        findings.filter(({ verdict }) => verdict === 'broken').map(({ check }) => check),
      )
      expect(broken).toEqual(['rs/token-present', 'rs/not-expired'])
      expect(ending.ending).toBe('completed')
    },
  )
})

type Row = readonly [title: string, id: CheckId, spoilt: Spoilt]
const played: Row[] = rows.flatMap(([title, id]) => {
  const row = refusals[id]!
  return typeof row === 'function' ? [] : [[title, id, row] as const]
})
const asked = rows.flatMap(([title, id]) => {
  const row = refusals[id]!
  return typeof row === 'function' ? [[title, id, row] as const] : []
})

/** How a spoilt run ended, and what the check found on the message that the row names. */
const spoil = async (
  id: CheckId,
  { in: kind = {}, decisions, on, nth = 1 }: Spoilt,
  forget: CheckId[],
) => {
  const chosen = await decisions(await stageFor(kind))
  const { ending, log } = await play(chosen, forget, 'first-contact', kind)
  const message = log.filter(({ name }) => name === on)[nth - 1]
  return { ending, message, finding: message?.findings.find(({ check }) => check === id) }
}

describe('a check refuses', () => {
  test.each(played)('%s (%s)', async (_, id, row) => {
    const { ending, message, finding } = await spoil(id, row, [])
    expect(finding).toMatchObject({ verdict: 'broken', holds: false, end: 'receiver' })
    const { endsBy = id } = row
    const expected = endsBy === null ? ['completed', undefined] : ['refused', endsBy]
    expect([ending.ending, ending.by]).toEqual(expected)
    expect(endsBy === id ? ending.at : message?.id).toBe(message?.id)
  })

  test.each(asked)('%s (%s)', async (_, id, ask) => {
    expect(await ask(openLab())).toBe(id)
  })
})

describe('a forgotten check does not', () => {
  test.each(played)('%s (%s)', async (_, id, row) => {
    const { ending, finding } = await spoil(id, row, [id])
    expect(finding).toMatchObject({ verdict: 'forgotten', holds: false })
    expect(ending.by).not.toBe(id)
    expect(ending.ending).not.toBe('broken')
  })

  test.each(asked)('%s (%s)', async (_, id, ask) => {
    expect(await ask(openLab({ forget: [id] }))).not.toBe(id)
  })
})
