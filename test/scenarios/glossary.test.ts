import { describe, expect, test } from 'vitest'
import { refs, revisions } from '../../engine/index.ts'
import { glossary } from '../../scenarios/glossary.ts'
import { scenarioWithId } from '../../scenarios/index.ts'
import { missingAt } from './sightings.ts'
import { bare, clausesIn, hostsOfOthers, PLACE_ON_A_MACHINE, PLAIN, words } from './texts.ts'

const rows = glossary.map((term) => [term.term, term] as const)

describe('the glossary', () => {
  test('has every word once, with an address of its own', () => {
    const ids = glossary.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    const names = glossary
      .flatMap(({ term, also = [] }) => [term, ...also])
      .map((one) => one.toLowerCase())
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })

  test('leads from each word to others that it has', () => {
    const ids = new Set(glossary.map(({ id }) => id))
    const lost = glossary.flatMap(({ id, near = [] }) =>
      near.filter((one) => !ids.has(one) || one === id).map((one) => `${id} → ${one}`),
    )
    expect(lost).toEqual([])
  })

  test.each(rows)('%s: is explained in a plain sentence or two', (_, { says }) => {
    expect(words(says)).toBeLessThanOrEqual(45)
    expect(bare(says)).toMatch(PLAIN)
    expect(says).not.toMatch(PLACE_ON_A_MACHINE)
    expect(hostsOfOthers(says)).toEqual([])
    for (const id of clausesIn(says)) expect(refs).toHaveProperty([id])
  })

  test.each(rows)('%s: is seen where it says', async (_, { seen }) => {
    const scenario = scenarioWithId(seen.scenario)
    expect(scenario).toBeDefined()
    expect(scenario?.revisions ?? revisions).toContain(seen.revision ?? scenario?.revision)
    expect(await missingAt(seen)).toBeUndefined()
  })
})
