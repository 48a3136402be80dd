import { describe, expect, test } from 'vitest'
import { createInterpreter, MILLISECONDS } from '../../web/exercise/interpreter.ts'

const read = await createInterpreter()

const said = (source: string, ...values: readonly unknown[]) => {
  const check = read(source)
  return 'ask' in check ? check.ask(values) : check
}

const body = (text: string) => `function check(a, b) { ${text} }`

describe('a written check', () => {
  test.each([
    [body('return a === b'), [1, 1], true],
    [body('return a === b'), ['1', 1], false],
    ['const check = (list, one) => list.includes(one)', [['x', 'y'], 'y'], true],
    ['const check = (it) => it === null', [null], true],
    [body('return a.length === 2 && a[0] === "\\u2028" '), ['\u2028x'], true],
  ] as const)('answers: %s', (source, values, passes) => {
    expect(said(source, ...values)).toEqual({ is: 'verdict', passes })
  })

  test.each([
    [
      'syntax, with its line',
      'function check(a) {\n  return a..b\n}',
      /^It cannot be read in line 2: /,
    ],
    ['no function', 'const other = 1', /^There is no function named `check`/],
    ['nothing at all', '', /^There is no function named `check`/],
    [
      'an error, with its line',
      'function check(a) {\n\n  return a.b.c\n}',
      /in line 3: TypeError: /,
    ],
    ['a thrown text', body('throw "no"'), /^It threw an error: no\.$/],
    ['a thrown null', body('throw null'), /^It threw an error: something that is no error\.$/],
    ['no return', body(''), /returned nothing\.$/],
    ['a number', body('return 1'), /returned the number 1\.$/],
    ['a text', body('return "true"'), /returned the text “true”\.$/],
    ['an object', body('return {}'), /returned an object, or null\.$/],
    ['a promise', 'async function check() { return true }', /returned a promise/],
    ['no end', body('while (true) {}'), /^It took too long and was stopped/],
    ['no end before it is asked', 'while (true) {}', /^It took too long and was stopped/],
    [
      'no end in an expression',
      body('return /^(a+)+$/.test("a".repeat(40) + "b")'),
      /^It took too long/,
    ],
    ['itself, for ever', body('return check(a, b)'), /^It called itself too often/],
    ['too many things', body('return new Array(1e9).fill(0)'), /^It needed more memory/],
    [
      'too long a text',
      body('let s = "a"; while (true) s += s'),
      /^It made a text that is too long/,
    ],
    [
      'a getter that has no end',
      body('throw { get message() { while (true) {} } }'),
      /^It threw an error/,
    ],
    [
      'a proxy that has no end',
      'throw new Proxy({}, { get() { while (true) {} } })',
      /^It threw an error/,
    ],
    [
      'more than anybody writes',
      `${' '.repeat(5e6)}function check() { return true }`,
      /^That is 5,000,0\d\d characters/,
    ],
  ])('that has %s gets a sentence, in time', (_, source, sentence) => {
    const before = performance.now()
    expect(said(source, 'a', 'b')).toEqual({
      is: 'trouble',
      sentence: expect.stringMatching(sentence),
    })
    // Twice: once to be read, once to be asked. The rest is for a busy machine.
    expect(performance.now() - before).toBeLessThan(2 * MILLISECONDS + 4_000)
  })

  test.each([
    'fetch',
    'XMLHttpRequest',
    'WebSocket',
    'postMessage',
    'importScripts',
    'self',
    'window',
    'document',
    'process',
    'require',
    'setTimeout',
    'navigator',
    'indexedDB',
    'performance',
    'crypto',
    'Worker',
    'caches',
  ])('knows no %s', (name) => {
    expect(said(body(`return typeof ${name} === 'undefined'`))).toEqual({
      is: 'verdict',
      passes: true,
    })
    const own = `globalThis.constructor.constructor('return typeof ${name}')() === 'undefined'`
    expect(said(body(`return ${own}`))).toEqual({ is: 'verdict', passes: true })
  })

  test('cannot load anything', () => {
    expect(said('import x from "./x.js"\nfunction check() { return true }')).toMatchObject({
      is: 'trouble',
    })
  })

  test('that changes what everything is made from changes it for nobody else', () => {
    said(
      'Array.prototype.includes = () => true; Object.prototype.evil = 1; function check() { return true }',
    )
    expect(([] as unknown[]).includes(1)).toBe(false)
    expect(said(body('return [].includes(1) || "evil" in {}'))).toEqual({
      is: 'verdict',
      passes: false,
    })
  })
})
