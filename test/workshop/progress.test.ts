import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { crc32 } from '../../web/workshop/crc.ts'
import { progressCode, readProgressCode, solvedCode } from '../../web/workshop/progress-code.ts'
import { ABOUT_TRUST, progressFile, readProgressFile } from '../../web/workshop/progress-file.ts'
import {
  bothProgress,
  nothingDone,
  solvedIn,
  SOME_TIME,
  withDeed,
  type LearnerProgress,
} from '../../web/workshop/progress.ts'
import { stepCode } from '../../web/workshop/step-code.ts'
import { anyProgress } from './any.ts'
import { forty } from './known.ts'

const at = Date.parse('2026-11-29T14:31:20Z')
const onTheMinute = Date.parse('2026-11-29T14:31:00Z')

const done: LearnerProgress = [
  ['exercise-number-1', { kind: 'hint', number: 1 }],
  ['exercise-number-1', { kind: 'answer', solved: false, at }],
  ['exercise-number-1', { kind: 'answer', solved: true, at }],
  ['exercise-number-3', { kind: 'answer', solved: false, at }],
  ['exercise-number-3', { kind: 'solution' }],
].reduce(
  (all, [exercise, deed]) =>
    withDeed(all, exercise as string, deed as Parameters<typeof withDeed>[2]),
  nothingDone('Zoë', 'Red', 'abc'),
)

describe('what a learner did', () => {
  test('counts hints, tries and the solution until it is solved, and nothing after', () => {
    expect(done.attempts).toEqual([
      { exercise: 'exercise-number-1', solved: onTheMinute, hints: 1, tries: 2, shown: false },
      { exercise: 'exercise-number-3', solved: undefined, hints: 0, tries: 1, shown: true },
    ])
    for (const deed of [
      { kind: 'hint', number: 3 },
      { kind: 'answer', solved: false, at },
      { kind: 'solution' },
    ] as const)
      expect(withDeed(done, 'exercise-number-1', deed)).toBe(done)
    expect(withDeed(done, 'exercise-number-3', { kind: 'solution' })).toBe(done)
    expect(solvedIn(done)).toEqual(['exercise-number-1'])
  })

  test('in two tabs is put together, in either order, and nothing is lost', () => {
    fc.assert(
      fc.property(anyProgress, anyProgress, (one, other) => {
        const both = bothProgress(one, other)
        expect(bothProgress(both, one)).toEqual(both)
        expect(bothProgress(both, other)).toEqual(both)
        expect(new Set(solvedIn(both))).toEqual(new Set([...solvedIn(one), ...solvedIn(other)]))
        const sorted = ({ attempts }: LearnerProgress) =>
          attempts.toSorted((a, b) => (a.exercise < b.exercise ? -1 : 1))
        expect(sorted(bothProgress(other, one))).toEqual(sorted(both))
      }),
    )
  })

  test('keeps the moment that is known beside one that is not', () => {
    const short = readProgressCode(solvedCode(done, forty), forty).progress!
    expect(short.attempts[0]!.solved).toBe(SOME_TIME)
    expect(bothProgress(short, done).attempts[0]).toEqual(done.attempts[0])
    expect(bothProgress(done, short).attempts[0]).toEqual(done.attempts[0])
  })
})

describe('a progress file', () => {
  test('gives back what it was made from', () => {
    fc.assert(
      fc.property(anyProgress, (progress) => {
        expect(readProgressFile(progressFile(progress))).toEqual({ progress, problems: [] })
      }),
    )
  })

  test('says what its checksum is worth', () => {
    expect(JSON.parse(progressFile(done))).toMatchObject({ version: 1, about: ABOUT_TRUST })
  })

  test('that was edited is read, and says so', () => {
    const edited = progressFile(done).replace('"tries": 2', '"tries": 1')
    const { progress, problems } = readProgressFile(edited)
    expect(progress?.attempts[0]?.tries).toBe(1)
    expect(problems).toEqual([expect.stringContaining('damaged or edited')])
  })

  test('loses a part that cannot be and keeps the rest', () => {
    const file = JSON.parse(progressFile(done)) as { exercises: unknown[] }
    file.exercises.push(
      { ...(file.exercises[0] as object), exercise: '<img src=x>' },
      { ...(file.exercises[0] as object), exercise: 'late', solved: '9999-01-01T00:00:00Z' },
      { ...(file.exercises[0] as object), exercise: '__proto__' },
      { ...(file.exercises[0] as object), exercise: 'many', tries: 1e9 },
      file.exercises[0],
      null,
    )
    const { progress, problems } = readProgressFile(JSON.stringify(file))
    expect(progress?.attempts).toEqual(done.attempts)
    expect(problems).toEqual([
      expect.stringContaining('The checksum does not fit'),
      expect.stringContaining('Exercise 3 in the file: `exercise`'),
      expect.stringContaining('Exercise 4 in the file was solved at a moment that cannot be'),
      expect.stringContaining('Exercise 5 in the file: `exercise`'),
      expect.stringContaining('Exercise 6 in the file: `tries`'),
      expect.stringContaining('stands there twice'),
      expect.stringContaining('Exercise 8 in the file: `all of it`'),
    ])
  })

  test('with hidden letters or markup in its names shows what can be seen, as text', () => {
    const hostile = progressFile({ ...done, name: '\u202e<b>eoZ</b>\u0000', team: 'R\u200bed' })
    const { progress, problems } = readProgressFile(hostile)
    expect(progress).toMatchObject({ name: '<b>eoZ</b>', team: 'Red' })
    expect(problems).toEqual([expect.stringContaining('`name`'), expect.stringContaining('`team`')])
  })

  test.each([
    ['', 'The file is empty.'],
    ['no', 'The file is no JSON'],
    [progressFile(done).slice(0, -20), 'it is cut off'],
    ['[]', 'none that this lab wrote'],
    ['{"log":{}}', 'none that this lab wrote'],
    ['{"__proto__":{"format":"handshake-lab-progress","version":1}}', 'none that this lab wrote'],
    ['{"format":"handshake-lab-progress","version":2}', 'The file is of version 2'],
    ['{"format":"handshake-lab-progress","version":1}', '`name` is missing'],
    ['['.repeat(100_000), 'The file is no JSON'],
    ['x'.repeat(5_000_001), 'longer than 5,000,000 characters'],
  ])('%.40s is none, and says why', (text, problem) => {
    const read = readProgressFile(text)
    expect(read.progress).toBeUndefined()
    expect(read.problems[0]).toContain(problem)
  })

  test('of any JSON is read without an exception, and pollutes nothing', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(readProgressFile(text).problems).not.toEqual([])
      }),
    )
    expect(({} as Record<string, unknown>)['format']).toBeUndefined()
  })
})

describe('the code of a learner', () => {
  test('gives back everything, in the order of the workshop', () => {
    fc.assert(
      fc.property(anyProgress, (progress) => {
        const code = progressCode(progress, forty)
        expect(readProgressCode(code, forty)).toEqual({ progress, problems: [] })
      }),
    )
  })

  test('tells which of forty exercises are solved in at most 40 characters', () => {
    fc.assert(
      fc.property(anyProgress, (progress) => {
        const code = solvedCode(progress, forty)
        expect(code).toHaveLength(23)
        expect(solvedIn(readProgressCode(code, forty).progress!)).toEqual(solvedIn(progress))
      }),
    )
    expect(
      solvedCode(
        done,
        Array.from({ length: 80 }, (_, n) => `e-${n}`),
      ).length,
    ).toBeLessThanOrEqual(40)
  })

  test('of a whole class day of forty exercises can be pasted, and kept by an LMS', () => {
    const all = forty.reduce(
      (so, exercise, n) =>
        withDeed(so, exercise, { kind: 'answer', solved: true, at: at + n * 700_000 }),
      nothingDone('Somebody with a rather long name', 'The red team', 'k7m2pqx9'),
    )
    expect(progressCode(all, forty).length).toBeLessThan(450)
  })

  test.each([
    ['of another list', progressCode(done, forty.slice(1)), 'another list of exercises'],
    ['of a place', stepCode({ scenario: 'pkce', place: 3 })!, 'not of a learner'],
    ['that is empty', '', 'There is no code'],
  ])('%s says so', (_, code, problem) => {
    const read = readProgressCode(code, forty)
    expect(read.progress).toBeUndefined()
    expect(read.problems[0]).toContain(problem)
  })

  test('is read without an exception after any change to it', () => {
    const code = progressCode(done, forty)
    const whole = readProgressCode(code, forty).progress
    fc.assert(
      fc.property(fc.nat({ max: code.length }), fc.string(), (where, text) => {
        const changed = `${code.slice(0, where)}${text}${code.slice(where + text.length)}`
        const { progress, problems } = readProgressCode(changed, forty)
        expect(progress !== undefined || problems.length > 0).toBe(true)
        expect([undefined, whole]).toContainEqual(progress)
      }),
    )
  })
})

test('CRC-32 of “123456789” is cbf43926', () => {
  expect(crc32('123456789')).toBe(0xcbf43926)
})
