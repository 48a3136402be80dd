import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { placeOf } from '../../.build/pages/places.ts'
import { startRun } from '../../engine/index.ts'
import { scenarios, scenarioWithId } from '../../scenarios/index.ts'
import { embedQuery, stillsOf } from '../../web/element/markup.ts'
import { fitted, writtenStill } from '../../web/embed-it/fitted.ts'
import { forms, type FormId } from '../../web/embed-it/forms.ts'
import {
  chosen,
  hosted,
  readWish,
  wishOf,
  withScenario,
  writeWish,
} from '../../web/embed-it/wish.ts'
import { editionOf } from '../../web/lab/edition.ts'
import { attackShelf, lessonShelf } from '../../scenarios/shelf.ts'

const ids = [...lessonShelf, ...attackShelf].map(({ id }) => id)
const orNot = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined })

const options = fc
  .record({
    scenario: fc.constantFrom(...ids),
    step: orNot(fc.oneof(fc.integer({ min: 1, max: 999 }), fc.constant('token-request.2'))),
    forget: orNot(fc.subarray(['proxy/consent-per-client', 'as/iss-sent', 'client/state-matches'])),
    revision: orNot(fc.constantFrom('2025-03-26', '2026-07-28')),
    registration: orNot(fc.constantFrom('dynamic', 'pre-registered')),
    variant: orNot(fc.constantFrom('stripped', 'owner-first')),
    seed: orNot(fc.stringMatching(/^[A-Za-z0-9_-]{1,20}$/)),
    view: orNot(fc.constantFrom('messages' as const, 'both' as const)),
    theme: orNot(fc.constantFrom('light' as const, 'dark' as const)),
    controls: orNot(fc.boolean()),
    autoplay: orNot(fc.boolean()),
    checks: orNot(fc.boolean()),
    poster: orNot(fc.boolean()),
  })
  .map((given) =>
    Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  )

const wishes = fc.record(
  {
    options,
    form: fc.constantFrom(...(Object.keys(forms) as FormId[])),
    base: fc.constantFrom('https://docs.example/lab/', 'file:///lab/'),
    height: fc.integer({ min: 120, max: 9999 }),
  },
  { requiredKeys: ['options', 'form'] },
)

describe('the address of the page for embedding', () => {
  test('what is written is what is read', () => {
    fc.assert(
      fc.property(wishes, (wish) => {
        expect(readWish(writeWish(wish as never))).toEqual({ wish, problems: [] })
      }),
    )
  })

  test('whatever is typed into it, it is read, and each broken part is named', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), fc.string(), (any, base, as) => {
        const given = new URLSearchParams({ scenario: any, base, as, view: any, step: any })
        const { wish, problems } = readWish(given.toString())
        expect(Object.keys(forms)).toContain(wish.form)
        expect(problems.some((one) => one.includes('form'))).toBe(!Object.hasOwn(forms, as))
        expect(problems.some((one) => one.includes('address'))).toBe(hosted(base) === undefined)
      }),
    )
  })

  test.each([
    ['https://docs.example/lab', 'https://docs.example/lab/'],
    [' https://docs.example/lab/index.html#/lab/pkce ', 'https://docs.example/lab/'],
    ['https://docs.example/lab/?x=1', 'https://docs.example/lab/'],
    ['http://127.0.0.1:4173', 'http://127.0.0.1:4173/'],
    ['javascript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ['docs.example/lab', undefined],
    ['', undefined],
  ])('takes %j for %j', (typed, base) => {
    expect(hosted(typed)).toBe(base)
  })
})

test.each([
  ['a revision in which it is not told', 'mix-up', { revision: '2025-03-26' }, {}],
  [
    'a registration that its revision lacks',
    'pkce',
    { revision: '2025-06-18', registration: 'metadata-document' },
    { revision: '2025-06-18' },
  ],
  ['a telling that it does not have', 'pkce', { variant: 'stripped' }, {}],
  [
    'a check that its revision does not know',
    'pkce',
    { revision: '2025-03-26', forget: ['client/iss-matches', 'as/code-unused'] },
    { revision: '2025-03-26', forget: ['as/code-unused'] },
  ],
  ['a message that its run does not have', 'pkce', { step: 'refresh-request' }, {}],
  ['a place beyond its end', 'pkce', { step: 900 }, { step: 'the last' }],
] as const)('of a scenario it does not ask for %s', async (_, scenario, asked, left) => {
  const told = scenarioWithId(scenario)!
  const options = { scenario, view: 'both' as const, ...asked }
  const edition = editionOf(told, wishOf(options))
  const run = startRun({ scenario: told, ...edition })
  await run.finish()
  const last = 'step' in left ? { step: run.log.length } : {}
  expect(fitted(options, edition, run.log)).toEqual({ scenario, view: 'both', ...left, ...last })
})

test('the pictures it takes for written are those that the build writes', () => {
  for (const scenario of scenarios) {
    const { id, kind } = scenario
    expect([id, writtenStill(scenario, { scenario: id, step: 3, view: 'both' })]).toEqual([
      id,
      'told',
    ])
    const careful = writtenStill(scenario, { scenario: id, forget: [] })
    expect([id, careful]).toEqual([id, kind === 'attack' ? 'careful' : 'told'])
    const elsewhere = scenario.revision === '2026-07-28' ? '2025-11-25' : '2026-07-28'
    const told = scenario.revisions?.includes(elsewhere) ?? true
    const there = writtenStill(scenario, { scenario: id, revision: elsewhere })
    expect([id, told && there]).toEqual([id, told && undefined])
  }
  const base = 'https://docs.example/lab/'
  for (const which of ['told', 'careful'] as const)
    expect(stillsOf(which === 'told' ? 'pkce' : 'pkce-careful', base)('dark')).toBe(
      `${base}${placeOf.still('pkce', 'dark', which)}`,
    )
})

test('another scenario keeps the look and the seed, and nothing of the run before', () => {
  const before = {
    scenario: 'mix-up',
    step: 12,
    forget: [],
    variant: 'stripped',
    seed: 'x',
    checks: true,
  }
  expect(withScenario(before, 'pkce')).toEqual({ scenario: 'pkce', seed: 'x', checks: true })
})

test('what goes without saying is not written', () => {
  expect(embedQuery(chosen({ scenario: 'pkce', view: 'both' }, 'view', undefined))).toBe(
    'scenario=pkce',
  )
})
