import { describe, expect, test } from 'vitest'
import { helpText, readFlags, type Flags } from '../../engine/serve/flags.ts'
import { nearTo } from '../../engine/serve/near.ts'

const flagsOf = (words: string): Flags => {
  const reading = readFlags(words === '' ? [] : words.split(' '))
  if ('problem' in reading) throw new Error(reading.problem)
  return reading.flags
}

const problemOf = (words: readonly string[]): string => {
  const reading = readFlags(words)
  return 'problem' in reading ? reading.problem : 'no problem'
}

describe('flags that are right', () => {
  test.each<[string, Partial<Flags>]>([
    ['', { revision: '2025-11-25', registration: undefined, port: undefined, forget: [] }],
    ['', { log: undefined, allowedOrigins: [], redirectUris: [], quiet: false, help: false }],
    ['--revision 2026-07-28', { revision: '2026-07-28' }],
    ['--revision=2025-03-26', { revision: '2025-03-26' }],
    ['--registration client-secret-post', { registration: 'client-secret-post' }],
    ['--registration metadata-document', { registration: 'metadata-document' }],
    ['--port 1', { port: 1 }],
    ['--port 65534', { port: 65_534 }],
    [
      '--forget rs/audience-is-me,as/code-unused --forget rs/not-expired',
      { forget: ['rs/audience-is-me', 'as/code-unused', 'rs/not-expired'] },
    ],
    ['--log exchanges.jsonl --quiet', { log: 'exchanges.jsonl', quiet: true }],
    [
      '--allow-origin http://localhost:6274 --allow-origin https://a.example',
      { allowedOrigins: ['http://localhost:6274', 'https://a.example'] },
    ],
    [
      '--registration pre-registered --redirect-uri http://127.0.0.1:33418/',
      { redirectUris: ['http://127.0.0.1:33418/'] },
    ],
    ['--help', { help: true }],
  ])('%j', (words, flags) => {
    expect(flagsOf(words)).toMatchObject(flags)
  })
})

describe('flags that are wrong: what is, and what would be right', () => {
  test.each<[string[], RegExp]>([
    [['--revison', '2025-11-25'], /no flag --revison\. Did you mean --revision\?/],
    [['--xyzzy'], /no flag --xyzzy\. There are --revision, .*--help/],
    [['--'], /no flag --\./],
    [['-p', '9400'], /“-p” is no flag/],
    [['serve'], /“serve” is no flag/],
    [['--revision'], /--revision needs a value: --revision DATE/],
    [['--revision', '--quiet'], /--revision needs a value/],
    [['--revision='], /--revision needs a value/],
    [['--quiet=yes'], /--quiet takes no value/],
    [['--port', '1', '--port', '2'], /--port is given 2 times/],
    [
      ['--revision', '2025-06-19'],
      /no such revision.*2025-03-26, 2025-06-18, 2025-11-25, 2026-07-28/,
    ],
    [['--revision', 'constructor'], /no such revision/],
    [['--registration', 'dcr'], /there is no such way\. It knows pre-registered, .*dynamic/],
    [
      ['--revision', '2025-06-18', '--registration', 'metadata-document'],
      /MCP 2025-06-18 does not know this way\. It knows pre-registered, client-secret-basic, client-secret-post, dynamic\.$/,
    ],
    [['--port', '0'], /a port is a number from 1 to 65534/],
    [['--port', '65535'], /a port is a number/],
    [['--port', '9400.5'], /a port is a number/],
    [['--port', 'http'], /a port is a number/],
    [['--forget', 'rs/audiense-is-me'], /Did you mean rs\/audience-is-me\?/],
    [['--forget', 'audience'], /Did you mean .*rs\/audience-is-me\?/],
    [['--forget', 'xyzzy'], /no such check\. There are .*as\/.*rs\//],
    [['--forget', 'rs/audience-is-me,'], /--forget : there is no such check/],
    [['--forget', 'client/state-matches'], /is the client’s.*as\/ and rs\//],
    [
      ['--revision', '2026-07-28', '--forget', 'rs/session-known'],
      /no server makes this check in MCP 2026-07-28/,
    ],
    [
      ['--allow-origin', 'http://localhost:6274/'],
      /an origin is .* Did you mean http:\/\/localhost:6274\?/,
    ],
    [['--allow-origin', 'localhost:6274'], /an origin is scheme, host and port/],
    [['--allow-origin', '*'], /an origin is scheme, host and port/],
    [['--allow-origin', 'null'], /an origin is scheme, host and port/],
    [['--redirect-uri', 'http://127.0.0.1/callback'], /goes with --registration pre-registered/],
    [
      ['--registration', 'pre-registered', '--redirect-uri', 'http://evil.example/'],
      /no redirect URI that MCP allows/,
    ],
  ])('%j', (words, problem) => {
    expect(problemOf(words)).toMatch(problem)
  })
})

test('--help names every flag that is read', () => {
  const named = [...helpText().matchAll(/^ {2}--([a-z-]+)/gm)].map(([, name]) => name!)
  expect(named).toHaveLength(9)
  for (const name of named) expect(problemOf([`--${name}=`])).not.toMatch(/no flag/)
})

test.each<[string, string[]]>([
  ['as/code-unussed', ['as/code-unused']],
  ['revision', ['revision']],
  ['', []],
  ['a'.repeat(10_000), []],
])('words near to another, case %#', (written, near) => {
  expect(nearTo(written, ['as/code-unused', 'rs/not-expired', 'revision'])).toEqual(near)
})
