import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { run } from '../setup/tools.mjs'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'handshake-lab-structure-'))
  execFileSync('git', ['init', '--quiet'], { cwd: folder })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function complaintsAbout(file: string, text: string) {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), text)
  let output = ''
  const code = await run(['test/repository/structure.mjs', folder], {
    print: (part) => {
      output += part
    },
  })
  return { code, output }
}

const lines = (count: number, line: string) => `${line}\n`.repeat(count)
const machinePath = ['', 'home', 'somebody', 'lab'].join('/')

describe('the structure check', () => {
  test.each([
    ['engine/a.ts', lines(200, 'export {}') + lines(50, '// why') + lines(50, '')],
    ['web/story/a.css', `/*\n${lines(300, 'why')}*/\n`],
    ['test/a.test.ts', lines(300, 'export {}')],
    ['engine/chance/clock.ts', 'export const now = () => new Date()'],
    ['engine/a.ts', 'export const then = new Date(0)'],
    ['engine/a.ts', "import './b.ts'"],
    ['web/story/a.tsx', "import './b.tsx'\nimport '../ui/c.tsx'\nimport '../lab/use-run.ts'"],
    ['web/app.tsx', "import './story/a.tsx'"],
    ['.ci/run', '#!/usr/bin/env bash'],
    ['README.md', `https://notes.example${['', 'home', 'page'].join('/')} and ./work/a and ~/lab`],
    ['package-lock.json', '{ "url": "https://github.com/sponsors/somebody" }'],
  ])('passes %s', async (file, text) => {
    expect(await complaintsAbout(file, text)).toEqual({ code: 0, output: '1 files, 0 problems\n' })
  })

  test.each([
    ['a long file', 'engine/a.ts', lines(201, 'export {}'), /201 lines of code/],
    ['a long style sheet', 'web/story/a.css', lines(201, 'p {}'), /201 lines of code/],
    [
      'the machine’s clock',
      'scenarios/a.ts',
      'export const now = new Date()',
      /a\.ts:1: reads the/,
    ],
    ['a bare import', 'engine/a.ts', "import './b'", /imports \.\/b without/],
    [
      'a bare import(…)',
      'engine/a.ts',
      "export const b = () => import('./b')",
      /imports \.\/b without/,
    ],
    ['a bare re-export', 'scenarios/a.ts', "export * from './b'", /imports \.\/b without/],
    ['a feature in a feature', 'web/story/a.tsx', "import '../diagram/b.tsx'", /web\/diagram/],
    ['a feature in shared dress', 'web/story/a/b.ts', "import '../../proof/b.ts'", /web\/proof/],
    ['a stray folder', 'scripts/a.mjs', '', /top level/],
    ['a vague name', 'web/ui/string-utils.ts', '', /says nothing/],
    ['a vague folder', 'test/helpers/a.ts', '', /says nothing/],
    ['a machine’s path', 'README.md', `\n(${machinePath})`, /README\.md:2: holds a path/],
    [
      'a registry',
      'package-lock.json',
      '{ "resolved": "https://npm.example" }',
      /names a registry/,
    ],
    [
      'a registry further down',
      'test/hosts/a/package-lock.json',
      '{ "resolved": "https://npm.example" }',
      /names a registry/,
    ],
    [
      'half a lock',
      'package-lock.json',
      '{ "packages": { "node_modules/a": { "optionalDependencies": { "b": "1" } } } }',
      /may need b, which is not locked/,
    ],
    ['broken code', 'engine/a.ts', 'export const', /cannot be parsed/],
  ])('refuses %s', async (_, file, text, complaint) => {
    const { code, output } = await complaintsAbout(file, text)
    expect(code).toBe(1)
    expect(output).toMatch(complaint)
  })
})
