import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatPlace, parsePlace, registrations, revisions } from '../../engine/index.ts'
import { anyDecision } from './any-decision.ts'

describe('a link to a place in a run', () => {
  test('gives back what it was made from', () => {
    const place = fc.record(
      {
        revision: fc.constantFrom(...revisions),
        registration: fc.constantFrom(...registrations),
        seed: fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/),
        place: fc.nat({ max: 999_999 }),
        decisions: fc.array(anyDecision, { maxLength: 5 }),
      },
      { requiredKeys: ['seed', 'place', 'decisions'], noNullPrototype: true },
    )
    fc.assert(
      fc.property(place, (made) => {
        expect(parsePlace(formatPlace(made))).toStrictEqual({ ...made, problems: [] })
      }),
    )
  })

  test('names a revision and a registration only where they were chosen', () => {
    const here = { seed: 'abc', place: 12, decisions: [] }
    expect(formatPlace(here)).toBe('v=1&seed=abc&at=12')
    expect(formatPlace({ ...here, revision: '2025-11-25', registration: 'dynamic' })).toBe(
      'v=1&rev=2025-11-25&reg=dynamic&seed=abc&at=12',
    )
  })

  test('still opens when it is older than revisions in links', () => {
    expect(parsePlace('v=1&seed=abc&at=12&do=consent.deny')).toStrictEqual({
      seed: 'abc',
      place: 12,
      decisions: [{ kind: 'consent', choice: 'deny' }],
      problems: [],
    })
  })

  test('is read without an exception, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(Array.isArray(parsePlace(text).problems)).toBe(true)
      }),
    )
  })

  const whole = {
    v: '1',
    rev: '2025-11-25',
    reg: 'dynamic',
    seed: 'kept',
    at: '7',
    do: 'consent.deny',
  }
  test.each([
    ['seed', 'no spaces', 'seed', { seed: undefined }],
    ['at', 'twelve', 'place', { place: 0 }],
    ['at', '-1', 'place', { place: 0 }],
    ['v', '99', 'version', {}],
    ['rev', '2024-11-05', '2024-11-05', { revision: undefined }],
    ['rev', '', '2026-07-28', { revision: undefined }],
    ['reg', 'by-letter', 'by-letter', { registration: undefined }],
    ['reg', 'constructor', 'metadata-document', { registration: undefined }],
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
    const rest = { revision: '2025-11-25', registration: 'dynamic', seed: 'kept', place: 7 }
    expect(read).toEqual({ ...rest, decisions, ...lost })
  })
})
