import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readChoices } from '../../web/element/choices.ts'
import { embedParameters } from '../../web/element/options.ts'

const plain = {
  scenario: 'pkce',
  view: 'diagram',
  theme: 'auto',
  controls: true,
  autoplay: false,
  checks: false,
  poster: false,
  run: 'v=1&seed=handshake',
  problems: [],
}

describe('the address of an embed', () => {
  test('that names a scenario asks for nothing else', () => {
    expect(readChoices('scenario=pkce')).toEqual(plain)
  })

  test.each([
    ['view=cube', 'The view “cube” is none of diagram, messages, both.'],
    ['theme=__proto__', 'The theme “__proto__” is none of auto, light, dark.'],
    ['controls=maybe', '“controls” is “maybe”, and neither on nor off.'],
    ['steps=3', '“steps” is no parameter of an embed.'],
    ['scenario=mix-up', '“scenario” is given more than once; the first one counts.'],
  ])('%s: names what is broken, and shows the rest', (part, problem) => {
    expect(readChoices(`scenario=pkce&${part}`)).toEqual({ ...plain, problems: [problem] })
  })

  // Read name by name, this would take longer than any test may.
  test('with as many names as an address can hold is read, and tells the first eight', () => {
    const { problems } = readChoices(Array.from({ length: 200_000 }, (_, at) => `a${at}`).join('&'))
    expect(problems).toHaveLength(9)
    expect(problems.at(-1)).toBe('199992 more parts could not be used.')
  })

  test('is read without an exception, whatever it is', () => {
    const name = fc.oneof(fc.constantFrom(...embedParameters), fc.string({ unit: 'binary' }))
    const query = fc
      .array(fc.tuple(name, fc.string({ unit: 'binary' })))
      .map((pairs) => pairs.map((pair) => pair.join('=')).join('&'))
    fc.assert(
      fc.property(query, (text) => {
        const { view, theme, run } = readChoices(text)
        expect(['diagram', 'messages', 'both']).toContain(view)
        expect(['auto', 'light', 'dark']).toContain(theme)
        expect(run).toMatch(/^v=1&seed=/)
      }),
    )
  })
})
