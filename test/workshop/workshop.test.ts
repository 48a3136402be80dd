import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  areShown,
  formatMoment,
  hiddenBehind,
  isTheWord,
  type Answers,
} from '../../web/workshop/answers.ts'
import { workshopKey } from '../../web/workshop/flags.ts'
import { exercisesOf } from '../../web/workshop/known.ts'
import { qrOf } from '../../web/workshop/qr.ts'
import { linkToWorkshop, openWorkshop } from '../../web/workshop/workshop-link.ts'
import { emptyWorkshop, formatWorkshop, parseWorkshop } from '../../web/workshop/workshop.ts'
import { anyName } from './any.ts'
import { known } from './known.ts'

const queryOf = (link: string) => link.slice('/workshop?'.length)

const anyMoment = fc.integer({ min: 0, max: 60_000_000 }).map((minute) => minute * 60_000)
const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined })

const anyAnswers: fc.Arbitrary<Answers> = fc.oneof(
  fc.constant({ kind: 'shown' } as const),
  anyMoment.map((at) => ({ kind: 'after', at }) as const),
  fc
    .tuple(fc.stringMatching(/^[0-9a-z]{8}$/), fc.stringMatching(/^[0-9a-z]{16}$/))
    .map(([salt, digest]) => ({ kind: 'word', salt, digest }) as const),
)

const anyStation = fc
  .tuple(
    fc.oneof(
      fc.constantFrom(...known.exercises).map(({ id }) => ({ kind: 'exercise' as const, id })),
      fc.constantFrom(...known.scenarios).map(({ id }) => ({ kind: 'scenario' as const, id })),
      fc.constantFrom(...known.pages).map(({ id }) => ({ kind: 'page' as const, id })),
      fc.constant({ kind: 'pause' as const, id: '' }),
    ),
    fc.integer({ min: 1, max: 600 }),
  )
  .map(([what, minutes]) => ({ ...what, minutes }))

const anyWorkshop = fc.record(
  {
    title: fc.oneof(fc.constant(''), anyName),
    course: fc.constantFrom(undefined, 'half-a-day'),
    stations: fc.oneof(
      fc.constant(known.courses[0]!.stations),
      fc.array(anyStation, { maxLength: 40 }),
    ),
    hints: fc.boolean(),
    answers: anyAnswers,
    teams: fc.uniqueArray(anyName, { maxLength: 8 }),
    seed: optional(fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/)),
    begins: optional(anyMoment),
    flagKey: optional(fc.stringMatching(/^[0-9a-hjkmnp-tv-z]{26}$/)),
  },
  { noNullPrototype: true },
)

describe('a link to a workshop', () => {
  test('gives back what it was made from, packed and unpacked', async () => {
    await fc.assert(
      fc.asyncProperty(anyWorkshop, async (workshop) => {
        const whole = { workshop, problems: [] }
        const text = formatWorkshop(workshop, known)
        expect(parseWorkshop(text, known)).toStrictEqual(whole)
        const link = await linkToWorkshop(workshop, known)
        expect(link.length).toBeLessThanOrEqual('/workshop?'.length + text.length)
        expect(await openWorkshop(queryOf(link), known)).toStrictEqual(whole)
      }),
    )
  })

  test('stays readable where it is short, and fits a QR code where it is long', async () => {
    const stations = known.courses[0]!.stations
    const made = { ...emptyWorkshop, course: 'half-a-day', stations, seed: 'abc' }
    expect(await linkToWorkshop(made, known)).toBe('/workshop?v=1&course=half-a-day&seed=abc')
    const all = known.exercises.map(({ id }) => ({ kind: 'exercise' as const, id, minutes: 8 }))
    const teams = ['Red', 'Blue', 'Green', 'Yellow']
    const link = await linkToWorkshop(
      { ...emptyWorkshop, title: 'All', stations: all, teams },
      known,
    )
    expect(link).toMatch(/^\/workshop\?v=1&z=[\w-]+$/)
    expect(link.length).toBeLessThan(1_000)
    expect(qrOf(`https://lab.example/handshake/#${link}`)).toBeDefined()
  })

  test('takes the minutes of an exercise where it gives none', () => {
    expect(parseWorkshop('steps=e.exercise-number-2~s.pkce', known).workshop.stations).toEqual([
      { kind: 'exercise', id: 'exercise-number-2', minutes: 8 },
      { kind: 'scenario', id: 'pkce', minutes: 12 },
    ])
  })

  test('that is broken in places is told so one by one, and the rest opens', () => {
    const { workshop, problems } = parseWorkshop(
      'v=1&title=Day&course=gone&steps=e.exercise-number-1.8~e.gone.8~x~s.pkce.0~s.pkce.5.5~s.mix-up.9&hints=maybe&answers=soon&seed=a b&begins=2026-02-30T10:00Z&team=Red&team=Red&team=%E2%80%AEdeR&key=x&tea=1',
      known,
    )
    expect(workshop).toEqual({
      ...emptyWorkshop,
      title: 'Day',
      stations: [
        { kind: 'exercise', id: 'exercise-number-1', minutes: 8 },
        { kind: 'scenario', id: 'mix-up', minutes: 9 },
      ],
      answers: { kind: 'word', salt: '00000000', digest: '0000000000000000' },
      teams: ['Red', 'deR'],
    })
    expect(problems).toHaveLength(9)
    for (const said of [
      'The part “tea” means nothing',
      'The course “gone” is none',
      'The hints are “maybe”',
      'They stay hidden',
      'The seed “a b”',
      'The beginning “2026-02-30T10:00Z”',
      'The key of the flags',
      'Step 2, “e.gone.8”, is left out: this lab has no such exercise',
    ])
      expect(problems).toContainEqual(expect.stringContaining(said))
    expect(problems.at(-1)).toBe('5 more parts could not be used.')
  })

  test.each([
    ['title=%3Cimg%20src%3Dx%3E', '<img src=x>', []],
    ['title=a%00b', 'ab', ['The title is empty']],
    ['title=%E2%80%8F%E2%80%8B', '', ['The title is empty']],
    [`title=${'x'.repeat(500)}`, 'x'.repeat(120), ['The title is empty']],
    ['__proto__=1&constructor=2', '', ['“__proto__”', '“constructor”']],
    ['v=2&title=New', 'New', ['The link is of version 2']],
    ['title=One&title=Two', 'One', ['stands there twice']],
    ['team='.repeat(5_000_000 / 5), '', ['longer than 100,000']],
    ['title=%FF%FE', '\ufffd\ufffd', []],
  ])('%.40s opens, and tells what is wrong', (query, title, said) => {
    const { workshop, problems } = parseWorkshop(query, known)
    expect(workshop.title).toBe(title)
    expect(problems).toHaveLength(said.length)
    said.forEach((each, at) => expect(problems[at]).toContain(each))
  })

  test('has at most 120 steps and 60 teams', () => {
    const steps = Array.from({ length: 500 }, () => 's.pkce.5').join('~')
    const teams = Array.from({ length: 100 }, (_, at) => `team=T${at}`).join('&')
    const { workshop, problems } = parseWorkshop(`steps=${steps}&${teams}`, known)
    expect(workshop.stations).toHaveLength(120)
    expect(workshop.teams).toHaveLength(60)
    expect(problems).toHaveLength(2)
  })

  test.each([
    ['v=1&z=!', 'they are no base64url'],
    ['v=1&z=AAAA', 'damaged or cut off'],
    [`v=1&z=${'A'.repeat(99_000)}`, 'The packed parts'],
  ])('%.20s, packed badly, opens empty and says why', async (query, said) => {
    const { workshop, problems } = await openWorkshop(query, known)
    expect(workshop).toEqual(emptyWorkshop)
    expect(problems[0]).toContain(said)
  })

  test('of any text is read without an exception', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.webQueryParameters()), async (query) => {
        const { workshop } = await openWorkshop(query, known)
        expect(parseWorkshop(formatWorkshop(workshop, known), known)).toEqual({
          workshop,
          problems: [],
        })
      }),
    )
  })
})

describe('solutions', () => {
  test('wait for the trainer’s word, however it is typed', async () => {
    const answers = await hiddenBehind('Open  Sesame', 'k7m2pqx9')
    if (answers.kind !== 'word') throw new Error('no word')
    expect(await isTheWord(' open sesame ', answers)).toBe(true)
    expect(await isTheWord('open sesam', answers)).toBe(false)
    expect(await isTheWord('open sesame', { ...answers, salt: 'k7m2pqx8' })).toBe(false)
    expect(areShown(answers, 0, false)).toBe(false)
    expect(areShown(answers, 0, true)).toBe(true)
    const { workshop } = parseWorkshop(formatWorkshop({ ...emptyWorkshop, answers }, known), known)
    expect(workshop.answers).toEqual(answers)
  })

  test('wait for a moment', () => {
    const answers: Answers = { kind: 'after', at: 60_000 }
    expect(areShown(answers, 59_999, true)).toBe(false)
    expect(areShown(answers, 60_000, false)).toBe(true)
    expect(areShown({ kind: 'shown' }, 0, false)).toBe(true)
    expect(formatMoment(60_000)).toBe('1970-01-01T00:01Z')
  })
})

test('a workshop’s flag key passes through its link', async () => {
  const flagKey = await workshopKey('my own secret', 'abc')
  const text = formatWorkshop({ ...emptyWorkshop, seed: 'abc', flagKey }, known)
  expect(text).not.toContain('my own secret')
  expect(parseWorkshop(text, known).workshop.flagKey).toBe(flagKey)
})

test('learners’ codes count the exercises of a workshop, each once', () => {
  const station = { kind: 'exercise', id: 'exercise-number-1', minutes: 5 } as const
  expect(exercisesOf([station, ...known.courses[0]!.stations, station])).toEqual([
    'exercise-number-1',
  ])
})
