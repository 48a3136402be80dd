import fc from 'fast-check'

/** What a script sets that should never have run. */
export const CANARY = 'wentOff'

const goOff = `globalThis.${CANARY}=1`

/** What has been script, markup, a path or a format somewhere, to somebody's cost. */
const notorious = [
  `<img src=x onerror="${goOff}">`,
  `"><svg/onload=${goOff}>`,
  `<script>${goOff}</script>`,
  `</title></textarea><script>${goOff}</script>`,
  `<iframe srcdoc="<script>parent.${CANARY}=1</script>">`,
  `<a href="javascript:${goOff}" autofocus onfocus="${goOff}">x</a>`,
  `javascript:${goOff}`,
  `JaVaScRiPt:${goOff}//`,
  `java\tscript:${goOff}`,
  `data:text/html,<script>opener.${CANARY}=1</script>`,
  `vbscript:msgbox(1)`,
  `blob:null/${CANARY}`,
  `//elsewhere.example/x.js`,
  `https://elsewhere.example/?${CANARY}`,
  `\${${goOff}}`,
  `{{constructor.constructor('${goOff}')()}}`,
  `';${goOff};'`,
  `url(https://elsewhere.example/x.png)`,
  `'; drop table messages; --`,
  '__proto__',
  'constructor',
  'prototype',
  'hasOwnProperty',
  'toString',
  '__proto__.polluted',
  'constructor.prototype.polluted',
  '`code` *emphasis* [rfc7636-4.6] [mcp-2025-11-25]',
  '``',
  '../../../etc/passwd',
  '..%2f..%2f',
  '%',
  '%E0%A4%A',
  '%00',
  '%u0041',
  '%25%32%35',
  '\u0000',
  '\ud800',
  '\udfff\ud800',
  '\u202e\u2066txt.exe\u2069',
  '\ufeff\u200b\u200d',
  'Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f\u0334\u0319\u0324',
  '🏴󠁧󠁢󠁥󠁮󠁧󠁿'.repeat(20),
  '\r\n\r\nHTTP/1.1 200 OK\r\n\r\n<script>',
  '\r\nSet-Cookie: a=b',
  '0',
  '-1',
  '-0',
  '1e309',
  '1e21',
  '0x10',
  '9007199254740993',
  '99999999999999999999999999',
  'NaN',
  'Infinity',
  'undefined',
  'null',
  'true',
  '[]',
  '{}',
  '{"__proto__":{"polluted":1}}',
  '{"a":'.repeat(2_000),
  `${'{"a":'.repeat(2_000)}1${'}'.repeat(2_000)}`,
  '['.repeat(5_000),
  `${'['.repeat(5_000)}${']'.repeat(5_000)}`,
  'a'.repeat(100_000),
  '(a+)+$',
  '~'.repeat(3_000),
  '.'.repeat(3_000),
  '&'.repeat(3_000),
  '='.repeat(300),
  '?'.repeat(300),
  '#'.repeat(300),
  '/'.repeat(3_000),
  `${'/'.repeat(100_000)}x`,
  `x${' '.repeat(10_000)}x`,
] as const

/** A hostile text: a notorious one, two in a row, or any characters at all. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...notorious) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(...notorious), fc.constantFrom(...notorious))
      .map((two) => two.join('')),
  },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
)

/** A text with something hostile done to it: cut, doubled, written over, or with something notorious put in. */
export const mutated = (text: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(
      text,
      fc.array(
        fc.tuple(
          fc.constantFrom('cut', 'end', 'double', 'put', 'flip', 'case'),
          fc.double({ min: 0, max: 1, noNaN: true }),
          fc.double({ min: 0, max: 0.3, noNaN: true }),
          anyText,
        ),
        { minLength: 1, maxLength: 3 },
      ),
    )
    .map(([before, changes]) => changes.reduce(changed, before))

type Way = 'cut' | 'end' | 'double' | 'put' | 'flip' | 'case'

const changed = (text: string, [way, where, much, put]: [Way, number, number, string]): string => {
  const from = Math.floor(where * text.length)
  const to = Math.min(text.length, from + 1 + Math.floor(much * text.length))
  const [before, middle, after] = [text.slice(0, from), text.slice(from, to), text.slice(to)]
  switch (way) {
    case 'cut':
      return before + after
    case 'end':
      return before
    case 'double':
      return before + middle + middle + after
    case 'put':
      return before + put + after
    case 'flip':
      return `${before}${String.fromCharCode((middle.charCodeAt(0) || 0) ^ 1)}${middle.slice(1)}${after}`
    case 'case':
      return before + middle.toUpperCase() + after
  }
}

/** The same hostile inputs each time, for a seed. */
export const sampled = <T>(arbitrary: fc.Arbitrary<T>, many: number, seed: number): T[] =>
  fc.sample(arbitrary, { numRuns: many, seed })
