import { describe, expect, test } from 'vitest'
import { parsePlace, startRun, type Attack } from '../../engine/index.ts'
import { play, type Job, type Played } from '../../engine/proof.ts'
import { attacks } from '../../scenarios/index.ts'
import { linkTo } from '../../web/proof/links.ts'
import { rowsOf, tasksOf, withOutcomes } from '../../web/proof/rows.ts'
import { sumOf } from '../../web/proof/sum.ts'

/** Plays what a link of the proof leads to, as the lab would. */
const followed = async (link: string) => {
  const [, id = '', query = ''] = /^#\/lab\/([a-z-]+)\?(.*)$/.exec(link)!
  const { problems, place, seed, ...asked } = parsePlace(query)
  const scenario = attacks.find((one) => one.id === id)!
  const run = startRun({ scenario, ...asked, ...(seed !== undefined && { seed }) })
  const { ending, by } = await run.finish()
  return { problems, place, ending, decided: by, messages: run.log.length }
}

const expectToLeadThere = async (attack: Attack, job: Job) => {
  const outcome = await play(attack, job)
  const { ending, decided, at, messages } = outcome
  const there = { problems: [], place: at, ending, decided, messages }
  expect(await followed(linkTo(outcome))).toEqual(there)
}

const rows = rowsOf(attacks, '2026-07-28')
const named = rows.map((row) => [`${row.attack.id} ${row.variant ?? ''}`, row] as const)

describe('a cell of the proof leads into the very run it speaks of', () => {
  test.each(named)('%s', async (_, { attack, runs, worlds }) => {
    const one = (kind: string) => runs.find((run) => run.kind === kind)
    const jobs = [one('careless'), one('stop'), one('half'), one('decoy'), worlds[0]]
    expect(jobs[0]).toBeDefined()
    for (const job of jobs) if (job) await expectToLeadThere(attack, job)
  })
})

describe('the rows of the proof', () => {
  test('are told in the revision that is asked for, or in the attack’s own', () => {
    for (const { attack, revision, runs } of rows) {
      const told: readonly string[] = attack.revisions ?? [revision]
      expect(revision).toBe(told.includes('2026-07-28') ? '2026-07-28' : attack.revision)
      expect(new Set(runs.map((run) => run.revision))).toEqual(new Set([revision]))
    }
  })

  test('take outcomes each in its place, and leave other rows as they are', async () => {
    const tasks = tasksOf(rows)
    const [first, second] = [tasks[0]!, tasks.find(({ row }) => row === 1)!]
    const played = await play(rows[0]!.attack, first.job)
    const next = withOutcomes(rows, [{ ...first, played }])
    expect(next[0]!.runs[first.place]).toBe(played)
    expect(next[second.row]).toBe(rows[second.row])
  })

  test('come to sentences that say which attack does not end as it has to', async () => {
    expect(sumOf(rows)).toEqual([])
    const [task] = tasksOf(rows)
    const played = await play(rows[0]!.attack, task!.job)
    expect(sumOf(withOutcomes(rows, [{ ...task!, played }]))[1]).toBe(
      'Every run ends as its attack says it does.',
    )
    const astray = { ...played, holds: false } as Played
    expect(sumOf(withOutcomes(rows, [{ ...task!, played: astray }]))[1]).toContain(
      `does not end as its attack says: ${rows[0]!.attack.id}.`,
    )
  })
})
