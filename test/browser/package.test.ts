import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { Browser } from 'playwright-core'
import { build, preview } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root } from '../setup/install.mjs'
import { run } from '../setup/tools.mjs'
import { labUrl, launchChromium } from './chromium.ts'
import { embedIn, openHost, placeIn } from './host-page.ts'

/** A project of somebody else, outside of this one. */
let project: string
let packed: readonly string[]
beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'handshake-lab-project-'))
  const told = await npm(root, 'pack', '--json', '--ignore-scripts', '--pack-destination', project)
  const [{ filename, files }] = JSON.parse(told) as [
    { filename: string; files: readonly { path: string }[] },
  ]
  packed = files.map(({ path }) => path)
  await write('package.json', JSON.stringify({ name: 'somebody', private: true, type: 'module' }))
  await npm(project, 'install', '--offline', '--ignore-scripts', `./${filename}`)
  for (const name of [
    'react',
    'react-dom',
    'scheduler',
    'csstype',
    '@types/react',
    '@types/react-dom',
  ]) {
    const place = join(project, 'node_modules', name)
    await mkdir(dirname(place), { recursive: true })
    await symlink(join(root, 'node_modules', name), place, 'junction')
  }
}, 120_000)
afterAll(() => rm(project, { recursive: true, force: true }))

const npm = async (cwd: string, ...args: readonly string[]): Promise<string> => {
  const { stdout } = await promisify(execFile)('npm', [...args, '--no-audit', '--no-fund'], {
    cwd,
    shell: process.platform === 'win32',
    maxBuffer: 10_000_000,
  })
  return stdout
}

const write = async (path: string, text: string) => {
  await mkdir(dirname(join(project, path)), { recursive: true })
  await writeFile(join(project, path), text)
}

/** What a compiler says to these files, and that they are right if it says nothing. */
const compiled = async (
  files: Readonly<Record<string, string>>,
  options: Readonly<Record<string, unknown>>,
): Promise<string> => {
  for (const [path, text] of Object.entries(files)) await write(path, text)
  const compilerOptions = {
    target: 'ES2022',
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    skipLibCheck: false,
    preserveSymlinks: true,
    lib: ['ES2022', 'DOM', 'DOM.Iterable'],
    types: [],
    ...options,
  }
  await write('tsconfig.json', JSON.stringify({ compilerOptions, files: Object.keys(files) }))
  let said = ''
  const print = (text: string) => {
    said += text
  }
  await run(['tsc', '-p', join(project, 'tsconfig.json')], { print })
  return said
}

const PLAIN = `import 'handshake-lab/element'
import { HandshakeLabElement, type Outcome } from 'handshake-lab'

const lab = document.createElement('handshake-lab')
lab.scenario = 'confused-deputy'
lab.step = 12
lab.checks = true
lab.addEventListener('outcome', ({ detail }) => tell(detail))
lab.addEventListener('step', ({ detail: { step, message } }) => console.log(step, message))
lab.goto('token-request')
const tell = ({ ending, sentence }: Outcome) => console.log(ending === 'won', sentence)
const found: HandshakeLabElement | null = document.querySelector('handshake-lab')
console.log(found instanceof HandshakeLabElement)
`

const REACT = `import 'handshake-lab/react'
import { useState } from 'react'
import { createRoot } from 'react-dom/client'

const Page = () => {
  const [step, setStep] = useState(12)
  const [said, setSaid] = useState('')
  return (
    <>
      <button onClick={() => setStep(20)}>On</button>
      <output>{said}</output>
      <handshake-lab
        scenario="confused-deputy"
        src="LAB"
        step={step}
        checks={false}
        onstep={({ detail }) => setSaid(detail.step + ' of ' + detail.length)}
      />
    </>
  )
}
createRoot(document.getElementById('root')!).render(<Page />)
`

describe('the package', () => {
  test('holds the built lab, the element and its types, and needs no other package', async () => {
    for (const path of [
      'dist/element.js',
      'dist/embed.html',
      'dist/index.html',
      'README.md',
      'LICENSE',
    ])
      expect(packed).toContain(path)
    expect(packed.filter((path) => !/^dist\/|^web\/element\/types|^[\w.]+$/.test(path))).toEqual([])
    const { dependencies } = JSON.parse(
      await readFile(join(project, 'node_modules/handshake-lab/package.json'), 'utf8'),
    ) as { dependencies?: unknown }
    expect(dependencies).toBeUndefined()
  })

  test.each([
    ['bundler', { module: 'ESNext', moduleResolution: 'bundler' }],
    ['nodenext', { module: 'nodenext', moduleResolution: 'nodenext' }],
  ])('has types, for TypeScript and for React, as %s finds them', async (_, options) => {
    const all = { ...options, jsx: 'react-jsx' }
    expect(await compiled({ 'plain.ts': PLAIN, 'page.tsx': REACT }, all)).toBe('')
    const wrong = await compiled(
      {
        'plain.ts': PLAIN.replace("'outcome', ({ detail })", "'outcome', ({ detail: { end } })"),
        'page.tsx': REACT.replace('checks={false}', 'view="sideways"'),
      },
      all,
    )
    expect(wrong).toMatch(/plain\.ts\(\d+,\d+\): error TS2339/)
    expect(wrong).toMatch(/page\.tsx\(\d+,\d+\): error TS2322/)
  })

  test('can be imported where there is no page, as on a server', async () => {
    await write(
      'server.mjs',
      `import { HandshakeLabElement } from 'handshake-lab'
import * as element from 'handshake-lab/element'
import 'handshake-lab/react'
console.log(typeof HandshakeLabElement, HandshakeLabElement === element.HandshakeLabElement)`,
    )
    const { stdout } = await promisify(execFile)(process.execPath, ['server.mjs'], { cwd: project })
    expect(stdout).toBe('function true\n')
  })

  describe('bundled into a page made with React', () => {
    let browser: Browser
    let server: Awaited<ReturnType<typeof preview>>
    beforeAll(async () => {
      await write('page.tsx', REACT.replace('LAB', labUrl()))
      await write(
        'index.html',
        '<!doctype html><title>A page</title><link rel="icon" href="data:,"><div id="root"></div><script type="module" src="/page.tsx"></script>',
      )
      await write('tsconfig.json', JSON.stringify({ compilerOptions: { jsx: 'react-jsx' } }))
      await build({ root: project, configFile: false, logLevel: 'error' })
      server = await preview({
        root: project,
        configFile: false,
        logLevel: 'error',
        preview: { host: '127.0.0.1', port: 0 },
      })
      browser = await launchChromium()
    }, 120_000)
    afterAll(() => Promise.all([browser?.close(), server?.close()]))

    test('takes numbers, booleans and listeners, and follows the state of that page', async () => {
      const address = server.httpServer.address()
      const port = typeof address === 'object' && address ? address.port : 0
      const { page, context, problems } = await openHost(browser, `http://127.0.0.1:${port}/`)
      const frame = await embedIn(page)
      await expect.poll(() => page.locator('output').innerText()).toBe('12 of 83')
      await page.getByRole('button', { name: 'On' }).click()
      await expect.poll(() => placeIn(frame)).toBe('20')
      await expect.poll(() => page.locator('output').innerText()).toBe('20 of 83')
      expect(await frame.locator('[role=switch]').count()).toBe(0)
      expect(problems).toEqual([])
      await context.close()
    })
  })
})
