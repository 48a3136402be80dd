import { parse } from 'csv-parse/sync'
import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { ctfdChallenges, ctfdColumns, type CtfdWish } from '../../web/workshop/ctfd.ts'
import { ABOUT_FLAGS, FLAG_KEY, flagOf, workshopKey } from '../../web/workshop/flags.ts'
import { base32 } from '../../web/workshop/base32.ts'
import { task } from './known.ts'

describe('a flag', () => {
  test('is HMAC-SHA-256 of the exercise, as Node computes it', async () => {
    const key = await workshopKey('a secret', 'abc')
    expect(key).toMatch(FLAG_KEY)
    const mac = createHmac('sha256', key).update('spot-it').digest()
    expect(await flagOf(key, 'spot-it')).toBe(`flag{${base32(mac.subarray(0, 10)).toLowerCase()}}`)
    expect(await flagOf(key, 'spot-it')).toMatch(/^flag\{[0-9a-hjkmnp-tv-z]{16}\}$/)
  })

  test('is another one for each exercise, workshop and trainer', async () => {
    const flags = await Promise.all(
      [
        ['a secret', 'abc', 'spot-it'],
        ['a secret', 'abc', 'fix-it'],
        ['a secret', 'abd', 'spot-it'],
        ['another', 'abc', 'spot-it'],
      ].map(async ([trainer, seed, id]) => flagOf(await workshopKey(trainer!, seed!), id!)),
    )
    expect(new Set(flags).size).toBe(4)
  })

  test('RFC 4648 §10 has its vectors in the letters of Crockford', () => {
    expect(base32(new TextEncoder().encode('foobar'))).toBe('CSQPYRK1E8')
    expect(base32(new TextEncoder().encode('fooba'))).toBe('CSQPYRK1')
    expect(base32(new TextEncoder().encode('f'))).toBe('CR')
  })

  test('says what it is worth', () => {
    expect(ABOUT_FLAGS).toContain('whoever takes the link apart can compute every one of them')
    expect(ABOUT_FLAGS).toContain('proves nothing')
  })
})

// What `load_challenges_csv` of CTFd 3.8.7 takes out of a row itself; every other column is an argument of its model.
const takenOut = ['id', 'requirements', 'flags', 'tags', 'hints', 'type', 'type_data']
const modelColumns = [
  'name',
  'description',
  'attribution',
  'connection_info',
  'next_id',
  'max_attempts',
  'value',
  'category',
  'state',
  'logic',
  'initial',
  'minimum',
  'decay',
  'position',
  'function',
  'scheduled_at',
  'module_id',
]

/** Reads a row as CTFd does, and throws where CTFd would refuse it. */
const loaded = (row: Record<string, string>) => {
  for (const column of Object.keys(row))
    if (!takenOut.includes(column) && !modelColumns.includes(column))
      throw new TypeError(`'${column}' is an invalid keyword argument for Challenges`)
  for (const column of ['value', 'max_attempts'])
    if (!/^\d+$/.test(row[column]!)) throw new TypeError(`${column} is no integer`)
  for (const column of ['name', 'category', 'state'])
    if ([...row[column]!].length > 80) throw new RangeError(`${column} is too long`)
  if (row['description']!.length > 65_535) throw new RangeError('description is too long')
  const objects = (text: string) => {
    const list: unknown = JSON.parse(text)
    if (!Array.isArray(list) || !list.every((one) => typeof one === 'object' && one !== null))
      throw new TypeError('CTFd would part it at its commas')
    return list as Record<string, unknown>[]
  }
  return {
    type: row['type'],
    typeData: JSON.parse(row['type_data'] || '{}') as object,
    flags: objects(row['flags']!),
    hints: objects(row['hints']!),
    tags: row['tags']!.split(',').map((tag) => tag.trim()),
  }
}

describe('challenges for CTFd', () => {
  const wish: CtfdWish = {
    addressOf: ({ id }) => `https://lab.example/#/exercise/${id}`,
    category: 'OAuth, in MCP',
    flagKey: 'k'.repeat(26),
    visible: false,
    points: [100, 200, 300],
    hintCosts: [0, 10, 50],
  }
  const exercises = [
    task('spot-it'),
    task('forge-it', {
      title: `A “very” long title, ${'é'.repeat(100)}`,
      level: 3,
      asks: 'Say, in one line:\nwhich <script> is “run”, and `a < b & c`?',
      hints: ['One, two', '[not JSON', '"quoted", `x` & <b>'],
    }),
  ]
  const rowsOf = async () =>
    parse(await ctfdChallenges(exercises, wish), { columns: true }) as Record<string, string>[]

  test('have the columns that CTFd reads, and no other', async () => {
    const rows = await rowsOf()
    expect(rows).toHaveLength(2)
    for (const row of rows) expect(Object.keys(row)).toEqual([...ctfdColumns])
    expect((await ctfdChallenges([], wish)).trim()).toBe(ctfdColumns.join(','))
  })

  test('are taken by its loader, with each flag, tag and hint whole', async () => {
    const [first, second] = await rowsOf()
    expect(loaded(first!)).toEqual({
      type: 'standard',
      typeData: {},
      flags: [
        {
          type: 'static',
          content: await flagOf(wish.flagKey, 'spot-it'),
          data: 'case_insensitive',
        },
      ],
      hints: [
        { content: 'Look early.', cost: 0 },
        { content: 'Look at what the client sends.', cost: 10 },
        { content: 'Look at `state`, and “compare” it.', cost: 50 },
      ],
      tags: ['level 2', 'first-contact'],
    })
    expect(loaded(second!).hints.map(({ content }) => content)).toEqual([
      'One, two',
      '[not JSON',
      '"quoted", `x` \\& \\<b>',
    ])
    expect(first).toMatchObject({ value: '200', state: 'hidden', max_attempts: '0' })
    expect(second).toMatchObject({ value: '300', category: 'OAuth, in MCP' })
    expect([...second!['name']!]).toHaveLength(80)
    expect(second!['description']).toBe(
      'Say, in one line:\nwhich \\<script> is “run”, and `a < b & c`?\n\nhttps://lab.example/#/exercise/forge-it',
    )
  })

  test('would be refused with a column more, or a number that is none', async () => {
    const [row] = await rowsOf()
    expect(() => loaded({ ...row!, level: '2' })).toThrow('invalid keyword argument')
    expect(() => loaded({ ...row!, value: '' })).toThrow('no integer')
    expect(() => loaded({ ...row!, flags: '["a"]' })).toThrow('at its commas')
  })
})
