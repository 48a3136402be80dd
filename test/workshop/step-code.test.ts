import { Resvg } from '@resvg/resvg-wasm'
import fc from 'fast-check'
import decodeQr from 'qr/decode.js'
import { beforeAll, describe, expect, test } from 'vitest'
import { parsePlace, registrations, registry, revisions } from '../../engine/index.ts'
import { numberOfName } from '../../web/workshop/named.ts'
import { solvedCode } from '../../web/workshop/progress-code.ts'
import { nothingDone } from '../../web/workshop/progress.ts'
import { beginResvg } from '../export/resvg.ts'
import { MOST_QR_BYTES, qrOf, qrSvg } from '../../web/workshop/qr.ts'
import { linkOfStep, readStepCode, stepCode, type Step } from '../../web/workshop/step-code.ts'
import { scenarios } from '../../scenarios/index.ts'
import { forty } from './known.ts'

const ids = scenarios.map(({ id }) => id)

const anyStep: fc.Arbitrary<Step> = fc.record(
  {
    scenario: fc.constantFrom(...ids),
    place: fc.nat({ max: 999_999 }),
    revision: fc.constantFrom(...revisions),
    registration: fc.constantFrom(...registrations),
    variant: fc.stringMatching(/^[a-z][a-z-]{0,30}$/),
    forget: fc.uniqueArray(fc.constantFrom(...registry.map(({ id }) => id)), { maxLength: 5 }),
    seed: fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/),
  },
  { requiredKeys: ['scenario', 'place'], noNullPrototype: true },
)

describe('the code of a place', () => {
  test('gives back the place, and the link that the lab reads it from', () => {
    fc.assert(
      fc.property(anyStep, (step) => {
        const read = readStepCode(stepCode(step)!, ids)
        expect(read).toEqual({ step, link: linkOfStep(step) })
        const { scenario, ...rest } = step
        const query = linkOfStep(step).slice(`/lab/${scenario}?`.length)
        expect(parsePlace(query)).toEqual({ seed: undefined, ...rest, decisions: [], problems: [] })
      }),
    )
  })

  test('of “everyone go to step 12” is fourteen characters', () => {
    for (const scenario of ids)
      expect(stepCode({ scenario, place: 12 })).toMatch(/^G\w{4}-\w{5}-\w{2}$/)
  })

  test.each([
    ['scenarios', ids],
    ['checks', registry.map(({ id }) => id)],
    ['revisions', revisions],
    ['registrations', registrations],
  ])('holds all %s apart', (_, names) => {
    expect(new Set(names.map(numberOfName)).size).toBe(names.length)
  })

  test('is made of nothing that no link could name', () => {
    for (const wrong of [
      { scenario: '<b>', place: 1 },
      { scenario: 'pkce', place: -1 },
      { scenario: 'pkce', place: 1.5 },
      { scenario: 'pkce', place: 1_000_000 },
      { scenario: 'pkce', place: 1, seed: 'a b' },
      { scenario: 'pkce', place: 1, variant: '__proto__' },
    ])
      expect(stepCode(wrong)).toBeUndefined()
  })

  test('from another version of the lab says what is missing here', () => {
    const code = stepCode({ scenario: 'not-yet-written', place: 3 })!
    expect(readStepCode(code, ids)).toEqual({
      problems: [expect.stringContaining('it names a scenario that this lab does not have')],
    })
  })

  test('of a learner is no place', () => {
    const read = readStepCode(solvedCode(nothingDone(), forty), ids)
    expect(read).toEqual({ problems: [expect.stringContaining('it is no place to go to')] })
  })

  test('with one letter wrong never leads anywhere else', () => {
    const whole = { scenario: 'pkce', place: 12, seed: 'k7m2pqx9' }
    const code = stepCode(whole)!
    fc.assert(
      fc.property(fc.nat({ max: code.length - 1 }), fc.string(), (at, text) => {
        const read = readStepCode(`${code.slice(0, at)}${text}${code.slice(at + 1)}`, ids)
        const step = 'step' in read ? read.step : undefined
        const told = 'problems' in read ? read.problems.length : 0
        expect(step !== undefined || told > 0).toBe(true)
        expect([undefined, whole]).toContainEqual(step)
      }),
    )
  })
})

describe('a QR code', () => {
  beforeAll(beginResvg)

  const decoded = (svg: string) => {
    const { pixels, width, height } = new Resvg(svg, { fitTo: { mode: 'zoom', value: 1 } }).render()
    return decodeQr({ width, height, data: new Uint8ClampedArray(pixels) })
  }

  test.each([
    ['https://lab.example/#/lab/pkce?v=2&at=12'],
    [`https://lab.example/#/workshop?v=1&z=${'Ab0_-'.repeat(200)}`],
    ['https://lab.example/#/workshop?title=Zoë’s “day” 🦄'],
  ])('of %.60s is read back by another’s decoder', (link) => {
    expect(decoded(qrSvg(qrOf(link)!, 'Where to go'))).toBe(link)
  })

  test('is one path on a white square, with a name, no style and no script', () => {
    const svg = qrSvg(qrOf('https://lab.example/')!, '<script>"x"</script>')
    expect(svg).toContain('role="img" aria-label="&lt;script&gt;&quot;x&quot;&lt;/script&gt;"')
    expect(svg).toContain('<title>&lt;script&gt;')
    expect(svg).not.toMatch(/style|<script|href/)
    expect(svg.match(/<path/g)).toHaveLength(2)
  })

  test('has room for 2,331 bytes, and says where that is not enough', () => {
    const { size, path } = qrOf('x'.repeat(MOST_QR_BYTES))!
    expect(size).toBe(177 + 8)
    expect(path).toMatch(/^(M\d+ \d+h\d+v1h-\d+z)+$/)
    expect(qrOf('x'.repeat(MOST_QR_BYTES + 1))).toBeUndefined()
    expect(qrOf('é'.repeat(MOST_QR_BYTES))).toBeUndefined()
    expect(qrOf('')).toBeUndefined()
  })
})
