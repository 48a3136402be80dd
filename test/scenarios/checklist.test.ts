import { describe, expect, test } from 'vitest'
import { checkWithId, levelIn, registry, revisions } from '../../engine/index.ts'
import { dutiesIn, errorCodes, errorOf, parameters } from '../../engine/reference.ts'
import { wireError } from '../../engine/oauth/reasons.ts'
import { attacks } from '../../scenarios/attacks.ts'
import { checklist, notListed } from '../../scenarios/checklist.ts'
import { seen } from '../../scenarios/seen.ts'
import { missingAt } from './sightings.ts'
import { bare, PLACE_ON_A_MACHINE, PLAIN, words } from './texts.ts'

const duties = checklist.flatMap(({ groups }) => groups.flatMap(({ duties }) => duties))
const rows = duties.map((duty) => [duty.id, duty] as const)
const groups = checklist.flatMap((part) => part.groups)

describe('the checklist', () => {
  test('has every check that some revision binds with a MUST, or says why not', () => {
    const musts = registry
      .filter((row) => revisions.some((revision) => levelIn(row, revision) === 'MUST'))
      .map(({ id }) => id)
    const listed = new Set<string>(duties.flatMap(({ checks }) => checks))
    expect(musts.filter((id) => !listed.has(id) && !Object.hasOwn(notListed, id))).toEqual([])
    expect(Object.keys(notListed).filter((id) => listed.has(id) || !checkWithId(id))).toEqual([])
  })

  test('has every check once, and an id for every line', () => {
    const checks = duties.flatMap(({ checks }) => checks)
    expect(checks.filter((id, index) => checks.indexOf(id) !== index)).toEqual([])
    expect(new Set(duties.map(({ id }) => id)).size).toBe(duties.length)
    for (const { id } of duties) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/)
  })

  test.each(rows)('%s: is an order in plain words', (_, { says }) => {
    expect(words(says)).toBeLessThanOrEqual(40)
    expect(bare(says)).toMatch(PLAIN)
    expect(says).toMatch(/^[A-Z].*\.$/)
    expect(says).not.toMatch(PLACE_ON_A_MACHINE)
  })

  test.each(rows)('%s: is done in the message it names', async (_, { seen, checks }) => {
    expect(checks).toContain(seen.check)
    expect(await missingAt(seen)).toBeUndefined()
  })

  test.each(revisions)(
    'speaks for MCP %s with the keywords that bind there, and no others',
    (revision) => {
      for (const { duty, bound, level } of groups.flatMap((group) => dutiesIn(group, revision))) {
        const levels = duty.checks.flatMap((id) => levelIn(checkWithId(id)!, revision) ?? [])
        expect(bound.map((one) => one.level)).toEqual(levels)
        const strictest = (['MUST', 'SHOULD', 'MAY', 'none'] as const).find((one) =>
          levels.includes(one),
        )
        expect(level).toBe(strictest)
        const later = revisions.filter((other) => other > revision)
        expect(
          bound.filter(({ ref }) => later.some((other) => ref.startsWith(`mcp-${other}-`))),
        ).toEqual([])
      }
    },
  )
})

describe('what is seen where', () => {
  test('is known of every check, and the attacks that it stops are those that say so', () => {
    expect(Object.keys(seen.checks)).toEqual(registry.map(({ id }) => id))
    for (const { id } of registry) {
      const stopped = attacks.filter((attack) =>
        [attack, ...Object.values(attack.variants ?? {})].some(({ stops = [] }) =>
          stops.some(({ checks }) => checks.includes(id)),
        ),
      )
      expect(seen.stops[id] ?? []).toEqual(stopped.map((attack) => attack.id))
    }
  })

  test('is so in the runs', async () => {
    const all = [seen.checks, seen.parameters, seen.errors].flatMap((kind) => Object.values(kind))
    expect(all.length).toBeGreaterThan(300)
    const missing = await Promise.all(all.map(async (one) => one && missingAt(one)))
    expect(missing.filter((one) => one !== undefined)).toEqual([])
  })

  test('every parameter can be seen, or a check that looks at it, but for what only a message of one’s own making has', () => {
    const lost = parameters.filter(
      ({ key, note }) => !seen.parameters[key] && note.checkedBy.length === 0,
    )
    expect(lost.map(({ key }) => key)).toEqual([
      'json.scopes_supported',
      'json.params.capabilities.*',
      'json.params._meta.io%2Emodelcontextprotocol/clientCapabilities.*',
      'json.result.supportedVersions',
      'json.error.data',
      'json.error.data.supported',
      'api-response json.error',
      'page-request query.iss',
    ])
  })

  test('every error code has checks that refuse with it, and a place where it is seen, or one of them is', () => {
    for (const { code, checks } of errorCodes) {
      for (const id of checks) {
        const row = checkWithId(id)!
        expect('reason' in row && wireError(row.reason)).toBe(code)
        expect(errorOf(id)).toBe(code)
      }
      expect(seen.errors[code] ?? checks[0]).toBeDefined()
    }
  })
})
