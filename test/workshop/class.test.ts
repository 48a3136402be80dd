import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { classCsv, stuckAt, tallyClass } from '../../web/workshop/class-table.ts'
import { asText, csvOf } from '../../web/workshop/csv.ts'
import { MOST_LEARNERS, readClass, readEither } from '../../web/workshop/learners.ts'
import { progressCode, solvedCode } from '../../web/workshop/progress-code.ts'
import { progressFile } from '../../web/workshop/progress-file.ts'
import {
  attemptAt,
  nothingDone,
  withDeed,
  type LearnerProgress,
} from '../../web/workshop/progress.ts'

const three = ['spot-it', 'forge-it', 'fix-it']
const at = Date.parse('2026-11-29T10:00:00Z')
const learner = (name: string, solved: string[], open: string[] = [], team = ''): LearnerProgress =>
  [
    ...solved.map((id) => [id, { kind: 'answer', solved: true, at }] as const),
    ...open.map((id) => [id, { kind: 'hint', number: 2 }] as const),
  ].reduce((all, [id, deed]) => withDeed(all, id, deed), nothingDone(name, team))

/** As a code gives it back, which keeps the order of the workshop. */
const inOrder = (progress: LearnerProgress): LearnerProgress => ({
  ...progress,
  attempts: three.flatMap((id) => attemptAt(progress, id) ?? []),
})

const ada = learner('Ada', ['spot-it'], ['forge-it'])
const bob = learner('Bob', ['spot-it', 'fix-it'], ['forge-it'], 'Red')

describe('a class', () => {
  test('is put together from files and codes, whatever they are called', () => {
    const { learners, notes } = readClass(
      [
        { from: 'ada.json', text: progressFile(ada) },
        { from: 'typed', text: progressCode(bob, three).toLowerCase() },
      ],
      three,
    )
    expect(learners).toEqual([
      { progress: ada, from: ['ada.json'] },
      { progress: inOrder(bob), from: ['typed'] },
    ])
    expect(notes).toEqual([])
  })

  test('has each person once, with a note, and two of one name in different teams twice', () => {
    const later = learner('  ADA', ['fix-it'])
    const other = learner('Ada', [], [], 'Red')
    const { learners, notes } = readClass(
      [ada, { ...later, name: 'ADA' }, other].map((one, n) => ({
        from: `${n}.json`,
        text: progressFile(one),
      })),
      three,
    )
    expect(learners).toHaveLength(2)
    expect(learners[0]!.from).toEqual(['0.json', '1.json'])
    expect(learners[0]!.progress.attempts.map(({ exercise }) => exercise)).toEqual([
      'spot-it',
      'forge-it',
      'fix-it',
    ])
    expect(notes).toEqual(['1.json: “ADA” is there already; both were put together.'])
  })

  test('keeps those without a name apart', () => {
    const code = solvedCode(ada, three)
    const { learners, notes } = readClass(
      [
        { from: 'one', text: code },
        { from: 'two', text: code },
      ],
      three,
    )
    expect(learners).toHaveLength(2)
    expect(notes).toEqual([expect.stringContaining('one: '), expect.stringContaining('two: ')])
  })

  test('tells of what it could not read, by its name, and reads the rest', () => {
    const { learners, notes } = readClass(
      [
        { from: '\u202egpj.<img src=x>', text: '\u0089PNG' },
        { from: 'empty.txt', text: ' ' },
        { from: 'cut.json', text: progressFile(ada).slice(0, 60) },
        { from: '', text: solvedCode(ada, three).replace(/.$/, '*') },
        { from: 'other.json', text: progressFile(learner('Cy', ['elsewhere', 'spot-it'])) },
        { from: 'big', text: 'x'.repeat(5_000_000) },
        { from: 'ada.json', text: progressFile(ada) },
      ],
      three,
    )
    expect(learners.map(({ progress }) => progress.name)).toEqual(['Cy', 'Ada'])
    expect(notes).toEqual([
      'gpj.<img src=x>: It is neither a file nor a code of a learner’s progress from this lab.',
      'empty.txt: It is empty.',
      expect.stringMatching(/^cut\.json: The file is no JSON, or it is cut off/),
      expect.stringMatching(/^number 4: Group \d of \d/),
      'other.json: one exercise is not of this workshop: elsewhere.',
      'big: It is neither a file nor a code of a learner’s progress from this lab.',
    ])
  })

  test('has at most 500 learners', () => {
    const many = Array.from({ length: MOST_LEARNERS + 1 }, () => ({ from: 'x', text: '' }))
    expect(readClass(many, three).notes[0]).toContain('Only the first 500 of 501')
  })

  test('reads any text without an exception', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(readEither(text, three).problems).not.toEqual([])
      }),
    )
  })
})

describe('the table of a class', () => {
  const learners = [ada, bob].map((progress) => ({ progress, from: ['x'] }))

  test('counts who has solved, begun and not touched each exercise', () => {
    expect(tallyClass(learners, three)).toEqual([
      { exercise: 'spot-it', solved: 2, open: 0, untouched: 0, hints: 0, tries: 2, shown: 0 },
      { exercise: 'forge-it', solved: 0, open: 2, untouched: 0, hints: 4, tries: 0, shown: 0 },
      { exercise: 'fix-it', solved: 1, open: 0, untouched: 1, hints: 0, tries: 1, shown: 0 },
    ])
  })

  test('shows where the room is stuck, the most open first', () => {
    const more = [...learners, { progress: learner('Cy', [], ['fix-it']), from: ['x'] }]
    expect(stuckAt(more, three).map(({ exercise }) => exercise)).toEqual(['forge-it', 'fix-it'])
    expect(stuckAt([], three)).toEqual([])
  })

  test('goes out as CSV, and no name of it is a formula', () => {
    const evil = learner('=HYPERLINK("http://evil.example","x")', ['spot-it'], [], '@SUM(1,2)')
    const csv = classCsv([{ progress: evil, from: ['+a.json'] }, ...learners], three)
    const rows = parse(csv, { bom: true }) as string[][]
    expect(rows).toHaveLength(1 + 3 * 3)
    expect(rows[1]).toEqual([
      '\'=HYPERLINK("http://evil.example","x")',
      "'@SUM(1,2)",
      'spot-it',
      'solved',
      '2026-11-29T10:00Z',
      '0',
      '1',
      'no',
      "'+a.json",
    ])
    expect(rows[3]?.slice(3, 5)).toEqual(['untouched', ''])
    expect(rows[5]?.slice(2, 6)).toEqual(['forge-it', 'begun', '', '2'])
  })
})

describe('CSV', () => {
  test('RFC 4180 §2 is read back by another’s parser, cell by cell', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('', '"', ',', '\r\n', 'a\nb', ' a ', '""'))
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1 }),
        (rows) => {
          expect(parse(csvOf(rows), { record_delimiter: '\r\n' })).toEqual(rows)
        },
      ),
    )
  })

  test.each(['=1', '+1', '-1', '@x', '\t=1', '\r=1', ' =1', '＝1'])(
    '%j is kept as text',
    (text) => {
      expect(asText(text)).toBe(`'${text}`)
    },
  )

  test.each(['Ada', '1', 'a=b', '', '<b>', "O'Neil"])('%j stays as it is', (text) => {
    expect(asText(text)).toBe(text)
  })
})
