import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { kinds, LETTERS, readCode, writeCode, type Kind } from '../../web/workshop/code.ts'

const anyKind = fc.constantFrom(...(Object.keys(kinds) as Kind[]))
const anyBits = fc.array(fc.nat({ max: 1 }), { minLength: 1, maxLength: 400 })

const bitsOf = (text: string): readonly number[] => {
  const read = readCode(text)
  return 'bits' in read ? read.bits : []
}
const problemsOf = (text: string): readonly string[] => {
  const read = readCode(text)
  return 'problems' in read ? read.problems : []
}

describe('a code to read out', () => {
  test('gives back its kind and its bits, filled up to whole letters', () => {
    fc.assert(
      fc.property(anyKind, anyBits, (kind, bits) => {
        const code = writeCode(kind, bits)
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{2,5}(-[0-9A-HJKMNP-TV-Z]{2,5})*$/)
        const read = readCode(code)
        expect(read).toMatchObject({ kind })
        expect(bitsOf(code).slice(0, bits.length)).toEqual(bits)
        expect(bitsOf(code).slice(bits.length)).not.toContain(1)
      }),
    )
  })

  const code = writeCode('P', [1, 0, 1, 1, 0, 0, 1, 0, 1, 1, 1, 0, 1, 0, 1, 0, 1, 0, 0, 1, 1, 1])

  test('is read as people type it', () => {
    for (const typed of [
      code.toLowerCase(),
      ` ${code}\n`,
      code.replaceAll('-', ''),
      code.replaceAll('-', ' '),
      code.replaceAll('-', '–'),
      code.replaceAll('-', '').replace(/.{3}/g, '$& '),
      code.replaceAll('1', 'l').replaceAll('0', 'O'),
      code.replaceAll('1', 'i').replaceAll('0', 'o'),
      `\u202e${code}\u202c`,
    ])
      expect(readCode(typed)).toEqual(readCode(code))
  })

  test('tells of every single wrong letter in which group it is', () => {
    const groups = code.split('-')
    groups.forEach((group, at) => {
      for (let place = 0; place < group.length; place++)
        for (const letter of LETTERS) {
          if (letter === group[place]) continue
          const wrong = `${group.slice(0, place)}${letter}${group.slice(place + 1)}`
          const [problem, ...more] = problemsOf(groups.with(at, wrong).join('-'))
          expect(problem).toContain(`Group ${at + 1} of ${groups.length}, “${wrong}”`)
          expect(more).toEqual([])
        }
    })
  })

  test('tells where two letters changed places', () => {
    fc.assert(
      fc.property(anyBits, fc.nat(), (bits, seed) => {
        const groups = writeCode('S', bits).split('-')
        const at = seed % groups.length
        const [one = '', other = '', ...rest] = groups[at]!
        fc.pre(one !== other)
        const changed = groups.with(at, [other, one, ...rest].join('')).join('-')
        expect(problemsOf(changed)[0]).toContain(`Group ${at + 1} of`)
      }),
    )
  })

  test('tells of groups that changed places, are missing or stand there twice', () => {
    const [first = '', second = '', ...rest] = code.split('-')
    expect(problemsOf([second, first, ...rest].join('-'))[0]).toContain('Group 1 of')
    expect(problemsOf([first, ...rest].join('-'))[0]).toContain('Group 2 of')
    expect(problemsOf([first, first, second, ...rest].join('-'))[0]).toContain('Group 2 of')
    expect(problemsOf([first, second, ...rest.slice(0, -1)].join('-'))).toEqual([
      'Every group is right by itself, but not all together: one is missing, or stands twice.',
    ])
  })

  test.each([
    ['', 'There is no code: the text is empty.'],
    ['- - -', 'There is no code: the text is empty.'],
    ['ABU', 'has “U” in it, which no code has'],
    ['<img src=x onerror=alert(1)>', 'which no code has'],
    ['A'.repeat(5_000_000), 'The code is longer than 10,000 characters.'],
    ['SSSSSS-SSSSS', 'has 6 letters; every group but the last has 5'],
    ['__proto__', 'Group 1 of'],
    ['🦄🦄', 'has “🦄” in it'],
  ])('%.30s is none, and says so', (text, problem) => {
    expect(problemsOf(text)[0]).toContain(problem)
  })

  test('of a kind that this lab does not know says so', () => {
    const read = problemsOf(writeCode('Z' as Kind, [1, 1, 1]))
    expect(read[0]).toMatch(/begins with Z/)
  })

  test('is read without an exception, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string()), (text) => {
        const read = readCode(text)
        expect('kind' in read || read.problems.length > 0).toBe(true)
      }),
    )
  })
})
