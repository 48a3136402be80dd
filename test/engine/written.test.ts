import { describe, expect, test } from 'vitest'
import type { Finding } from '../../engine/checks/check.ts'
import type { Written } from '../../engine/checks/written.ts'
import { startRun, type CheckId, type RunInput } from '../../engine/index.ts'
import { scenarioWithId } from '../../scenarios/index.ts'

const CASES = [
  ['redirect-uri-unchecked', 'as/redirect-uri-exact'],
  ['scope-at-the-door-only', 'rs/scope-per-method'],
  ['issuer-spoof', 'client/metadata-issuer-matches'],
] as const

const played = async (input: Omit<RunInput, 'scenario'>, scenario: string) => {
  const run = startRun({ ...input, scenario: scenarioWithId(scenario)!, seed: 'written' })
  const ending = await run.finish()
  return { log: run.log, ending }
}

const by = (check: CheckId, verdictOn: Written['verdictOn']): Written => ({
  check,
  instead: [],
  verdictOn,
})

const unmarked = ({ written: _written, ...finding }: Finding) => finding
const withoutMarks = (log: Awaited<ReturnType<typeof played>>['log']) =>
  log.map((message) => ({ ...message, findings: message.findings.map(unmarked) }))

describe.each(CASES)('a check written in %s', (scenario, check) => {
  test('that decides as the party’s own gives the run in which it is remembered', async () => {
    const own = await played({ forget: [] }, scenario)
    const written = by(check, (_, { holds }) => Promise.resolve(holds))
    const byHand = await played({ forget: [], written }, scenario)
    expect(withoutMarks(byHand.log)).toEqual(own.log)
    expect(byHand.ending).toEqual(own.ending)
    const marked = byHand.log.flatMap(({ findings }) => findings.filter((one) => one.written))
    expect(marked.length).toBeGreaterThan(0)
    expect(new Set(marked.map((one) => one.check))).toEqual(new Set([check]))
  })

  test('that lets everything through gives the run in which it is forgotten', async () => {
    const forgotten = await played({ forget: [check] }, scenario)
    const written = by(check, () => Promise.resolve(true))
    const byHand = await played({ forget: [], written }, scenario)
    expect(byHand.ending).toEqual(forgotten.ending)
    expect(byHand.ending.ending).toBe('won')
    const alike = (log: readonly { findings: readonly Finding[] }[]) =>
      log.map(({ findings, ...message }) => ({
        ...message,
        found: findings.map(({ holds }) => holds),
      }))
    expect(alike(byHand.log)).toEqual(alike(forgotten.log))
  })

  test('that refuses everything refuses at that check', async () => {
    const written = by(check, () => Promise.resolve(false))
    const { ending, log } = await played({ forget: [], written }, scenario)
    expect(ending).toMatchObject({ ending: 'refused' })
    expect(
      log.some(({ findings }) =>
        findings.some((one) => one.check === check && one.verdict === 'broken' && one.written),
      ),
    ).toBe(true)
  })
})

test('a written check is made by the honest parties, never by the attacker’s own', async () => {
  // His client reads metadata as well, and his servers take tokens: nobody asks the learner about that.
  const asked: unknown[] = []
  const written = by('rs/audience-is-me', (facts, { holds }) => {
    asked.push((facts as { resource: string }).resource)
    return Promise.resolve(holds)
  })
  await played({ written }, 'wrong-audience')
  expect(new Set(asked)).toEqual(new Set(['https://notes.example/mcp']))
})

test('a written check that stands for several tells what the first of them found', async () => {
  const seen: boolean[] = []
  const written: Written = {
    check: 'as/verifier-matches',
    instead: ['as/verifier-needs-challenge'],
    verdictOn: (_, { holds }) => {
      seen.push(holds)
      return Promise.resolve(holds)
    },
  }
  const forget = ['as/pkce-required', 'client/state-random', 'client/state-matches'] as const
  const { ending } = await played({ forget, written }, 'pkce-downgrade')
  expect(seen).toContain(false)
  expect(ending).toMatchObject({ ending: 'refused', by: 'as/verifier-matches' })
})
