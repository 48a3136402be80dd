import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root } from '../setup/install.mjs'
import { run } from '../setup/tools.mjs'

type Case = readonly [file: string, code: string]

const allowed: readonly Case[] = [
  ['engine/oauth/a.ts', "import '../spec/refs.ts'"],
  ['engine/oauth/b.ts', "import '../chance/random.ts'"],
  ['engine/checks/a.ts', "import '../oauth/pkce.ts'"],
  ['engine/wire/a.ts', "import '../oauth/pkce.ts'"],
  [
    'engine/wire/b.ts',
    "import type { Finding } from '../checks/check.ts'\nexport type A = Finding",
  ],
  ['engine/machines/a.ts', "import 'xstate'"],
  ['engine/machines/b.ts', "import type { Pkce } from '../oauth/pkce.ts'\nexport type A = Pkce"],
  ['engine/network/a.ts', "import 'msw/http'\nimport '../wire/message.ts'"],
  ['engine/network/f.ts', "import '../mcp/event-stream.ts'"],
  ['engine/network/loopback.ts', "import 'node:http'"],
  ['engine/parties/a.ts', "import '../network/in-page.ts'\nimport '../machines/code.ts'"],
  ['engine/parties/server/a.ts', "import '../user.ts'\nimport '../../chance/keys.ts'"],
  ['engine/a.ts', "import './parties/user.ts'\nimport './spec/refs.ts'"],
  ['engine/chance/a.ts', 'export const now = () => Date.now()'],
  [
    'engine/serve/a.ts',
    "import 'node:http'\nimport '../network/loopback.ts'\nimport '../world.ts'",
  ],
  ['engine/serve/b.ts', 'export const now = () => Date.now()'],
  [
    'scenarios/attacks/a.ts',
    "import type { Scenario } from '../../engine/scenario.ts'\nexport type A = Scenario",
  ],
  ['scenarios/index.ts', "export * from './attacks/a.ts'"],
  [
    'web/lab/a.tsx',
    "import '../../engine/index.ts'\nimport '../../scenarios/index.ts'\nimport 'react'",
  ],
  ['test/web/a.ts', "import '../../engine/parties/user.ts'\nimport 'node:fs'"],
]

const outOfPlace: readonly Case[] = [
  ['engine/spec/a.ts', "import '../oauth/pkce.ts'"],
  ['engine/chance/b.ts', "import '../spec/refs.ts'"],
  ['engine/oauth/c.ts', "import '../checks/check.ts'"],
  ['engine/oauth/d.ts', "export * from '../run.ts'"],
  ['engine/checks/b.ts', "import '../chance/keys.ts'"],
  ['engine/checks/c.ts', "import '../wire/message.ts'"],
  ['engine/wire/c.ts', "import '../checks/check.ts'"],
  ['engine/wire/d.ts', "import '../network/in-page.ts'"],
  ['engine/machines/c.ts', "import '../oauth/pkce.ts'"],
  ['engine/machines/d.ts', "import type { User } from '../parties/user.ts'\nexport type A = User"],
  ['engine/machines/e.ts', "import 'jose'"],
  ['engine/network/b.ts', "import '../parties/user.ts'"],
  ['engine/network/c.ts', "import 'node:http'"],
  ['engine/parties/b.ts', "import '../run.ts'"],
  ['engine/parties/server/b.ts', "import '../../run.ts'"],
  ['engine/parties/c.ts', "export const load = () => import('../../web/app.tsx')"],
  ['engine/b.ts', "import '../scenarios/index.ts'"],
  ['engine/c.ts', "import 'react'"],
  ['engine/d.ts', "import 'react-dom/client'"],
  ['engine/e.ts', "import './network/loopback.ts'"],
  ['engine/f.ts', "export const serve = () => import('./serve/main.ts')"],
  ['engine/network/d.ts', "import './loopback.ts'"],
  ['engine/parties/d.ts', "import '../network/loopback.ts'"],
  ['engine/serve/c.ts', "import '../../scenarios/index.ts'"],
  ['scenarios/attacks/b.ts', "import '../../engine/scenario.ts'"],
  ['scenarios/attacks/c.ts', "import type { Run } from '../../engine/run.ts'\nexport type A = Run"],
  ['scenarios/attacks/d.ts', "import 'msw'"],
  ['scenarios/attacks/e.ts', "import 'react'"],
  ['web/lab/b.tsx', "import '../../engine/run.ts'"],
  ['web/lab/c.tsx', "import '../../scenarios/attacks/a.ts'"],
  ['web/lab/d.tsx', "import 'jose'"],
]

const badHabits: readonly (readonly [rule: string, ...Case])[] = [
  ['no-restricted-properties', 'engine/g.ts', 'export const dice = () => Math.random()'],
  ['no-restricted-properties', 'engine/h.ts', 'export const now = () => Date.now()'],
  ['no-restricted-properties', 'engine/serve/d.ts', 'export const dice = () => Math.random()'],
  ['no-console', 'engine/i.ts', "console.log('')"],
  ['no-default-export', 'engine/j.ts', 'export default 1'],
  ['no-cycle', 'engine/k.ts', "import { l } from './l.ts'\nexport const k = () => l"],
  ['no-cycle', 'engine/l.ts', "import { k } from './k.ts'\nexport const l = () => k"],
  ['filename-case', 'engine/NotKebab.ts', 'export const a = 1'],
  ['no-restricted-properties', 'scenarios/attacks/f.ts', 'export const dice = () => Math.random()'],
  [
    'no-danger',
    'web/lab/e.tsx',
    'export const raw = (text: string) => <p dangerouslySetInnerHTML={{ __html: text }} />',
  ],
]

let folder: string
let complaints: Map<string, string>

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'handshake-lab-lint-'))
  copyFileSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
  for (const [file, code] of [
    ...allowed,
    ...outOfPlace,
    ...badHabits.map(([, ...habit]) => habit),
  ]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), `${code}\n`)
  }
  let output = ''
  await run(['oxlint', '--format', 'json', folder, '-c', join(folder, '.oxlintrc.json')], {
    print: (text) => {
      output += text
    },
  })
  const { diagnostics }: { diagnostics: { filename: string; code: string }[] } = JSON.parse(output)
  complaints = new Map(
    diagnostics.map(({ filename, code }) => [filename.replaceAll('\\', '/'), code]),
  )
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const complaintAbout = (file: string) =>
  [...complaints].find(([name]) => name.endsWith(`/${file}`))?.[1]

describe('the linter holds the layers apart', () => {
  test.each(allowed)('%s may say %s', (file) => {
    expect(complaintAbout(file)).toBeUndefined()
  })

  test.each(outOfPlace)('%s may not say %s', (file) => {
    expect(complaintAbout(file)).toBe('eslint(no-restricted-imports)')
  })
})

describe('the linter holds the habits', () => {
  test.each(badHabits)('%s: %s may not say %s', (rule, file) => {
    expect(complaintAbout(file)).toContain(`(${rule})`)
  })
})
