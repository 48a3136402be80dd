import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatPlace, parsePlace, type Decision } from '../../engine/index.ts'

const decision: fc.Arbitrary<Decision> = fc.oneof(
  fc.record({ kind: fc.constant('drop' as const), at: fc.integer({ min: 1, max: 99_999 }) }),
  fc.record({
    kind: fc.constant('edit' as const),
    at: fc.integer({ min: 1, max: 99_999 }),
    part: fc.constantFrom('url', 'body', 'header.Location', 'content.url'),
    value: fc.string({ unit: 'grapheme', maxLength: 200 }),
  }),
  fc.constantFrom<Decision>(
    { kind: 'consent', choice: 'deny' },
    { kind: 'sign-in', choice: 'wrong-password' },
  ),
)

describe('a link to a place in a run', () => {
  test('gives back what it was made from', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/),
        fc.nat({ max: 999_999 }),
        fc.array(decision, { maxLength: 5 }),
        (seed, place, decisions) => {
          const read = parsePlace(formatPlace({ seed, place, decisions }))
          expect(read).toEqual({ seed, place, decisions, problems: [] })
        },
      ),
    )
  })

  test('is read without an exception, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(Array.isArray(parsePlace(text).problems)).toBe(true)
      }),
    )
  })

  const whole = { v: '1', seed: 'kept', at: '7', do: 'consent.deny' }
  test.each([
    ['seed', 'no spaces', 'seed', { seed: undefined }],
    ['at', 'twelve', 'place', { place: 0 }],
    ['at', '-1', 'place', { place: 0 }],
    ['v', '99', 'version', {}],
    ['do', 'consent.deny~consent.maybe', 'consent.maybe', {}],
    ['do', 'drop.0~consent.deny', 'drop.0', {}],
    ['do', 'consent.deny~edit.3.nonsense.x', 'edit.3.nonsense.x', {}],
  ])('%s=%s: names what is broken, and opens the rest', (name, value, named, lost) => {
    const { problems, ...read } = parsePlace(
      new URLSearchParams({ ...whole, [name]: value }).toString(),
    )
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(named)
    const decisions = [{ kind: 'consent', choice: 'deny' }]
    expect(read).toEqual({ seed: 'kept', place: 7, decisions, ...lost })
  })
})
