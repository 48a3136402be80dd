import { readdirSync, readFileSync } from 'node:fs'
import { DomUtils, parseDocument } from 'htmlparser2'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { labUrl, launchChromium } from './chromium.ts'
import { guarded } from './guard.ts'
import { screens, shown, type Screen } from './screens.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

/** What comes one after the other in one page, as a reader goes; a second page takes every other one. */
const walk = async (list: readonly Screen[]): Promise<Record<string, readonly string[]>> => {
  const found: Record<string, readonly string[]> = {}
  const { page, wrongs } = await guarded(browser, { viewport: { width: 1280, height: 900 } })
  let before = 0
  for (const screen of list) {
    await page.goto(labUrl(screen.at))
    await shown(page, screen)
    await screen.act?.(page)
    const all = await wrongs()
    if (all.length > before) found[screen.name] = all.slice(before)
    before = all.length
  }
  await page.context().close()
  return found
}

test('no screen is refused anything by its policy, asks another origin, or throws', async () => {
  const halves = [0, 1].map((half) => screens.filter((_, index) => index % 2 === half))
  expect(await Promise.all(halves.map(walk))).toEqual([{}, {}])
}, 180_000)

test.each([
  ['a style in an attribute', () => document.body.setAttribute('style', 'color: red')],
  ['markup', () => document.body.insertAdjacentHTML('beforeend', '<b>b</b>')],
  ['an error', () => void setTimeout(() => JSON.parse('{'))],
  ['a promise nobody keeps', () => void Promise.reject(new Error('none'))],
  ['a way out', () => void fetch('https://elsewhere.example').catch(() => {})],
  ['a dialog', () => void setTimeout(() => alert('here'))],
  ['a script that ran', () => void Object.assign(globalThis, { wentOff: 1 })],
])('whoever watches sees %s', async (_, act) => {
  const { page, wrongs } = await guarded(browser)
  await page.goto(labUrl())
  await page.locator('h1').waitFor()
  expect(await wrongs()).toEqual([])
  await page.evaluate(act).catch(() => {})
  await expect.poll(wrongs).not.toEqual([])
  await page.context().close()
})

describe('the policy of every page that is built', () => {
  const dist = new URL('../../dist/', import.meta.url)
  const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .toSorted()

  /** The directives of a page’s content policy, each with its sources. */
  const policyOf = (file: string): Readonly<Record<string, readonly string[]>> => {
    const page = parseDocument(readFileSync(new URL(file, dist), 'utf8'))
    const [policy, ...more] = DomUtils.getElementsByTagName('meta', page).filter(
      ({ attribs }) => attribs['http-equiv'] === 'Content-Security-Policy',
    )
    if (!policy || more.length > 0) throw new Error(`${file} has not one policy`)
    const { content = '' } = policy.attribs
    return Object.fromEntries(
      content.split(';').flatMap((directive) => {
        const [name, ...sources] = directive.split(/\s+/).filter((one) => one !== '')
        return name === undefined ? [] : [[name, sources]]
      }),
    )
  }

  test('is there, begins with nothing, and asks for Trusted Types', () => {
    expect(pages).toContain('index.html')
    for (const file of pages) {
      const policy = policyOf(file)
      expect([file, policy['default-src']]).toEqual([file, ["'none'"]])
      expect([file, policy['base-uri']]).toEqual([file, ["'none'"]])
      expect([file, policy['form-action']]).toEqual([file, ["'none'"]])
      const scripts = policy['script-src']
      if (!scripts || scripts.join() === "'none'") continue
      expect([file, policy['require-trusted-types-for']]).toEqual([file, ["'script'"]])
    }
  })

  test('lets nothing in that is inline or comes from elsewhere; one page alone may ask the lab’s own hosts', () => {
    const foreign = pages.flatMap((file) =>
      Object.entries(policyOf(file)).flatMap(([name, sources]) =>
        sources
          .filter((source) => !ours.has(source) && !source.startsWith("'sha256-"))
          .filter(() => name !== 'trusted-types' && name !== 'require-trusted-types-for')
          .map((source) => `${file}: ${name} ${source}`),
      ),
    )
    expect(foreign).toEqual([
      'devtools.html: connect-src https://*.example',
      // From a disk no browser starts a worker, but from a text that the file itself holds.
      'handshake-lab.html: worker-src blob:',
    ])
  })

  test('stands before anything that could be loaded', () => {
    for (const file of pages) {
      const html = readFileSync(new URL(file, dist), 'utf8')
      const [before = ''] = html.split('Content-Security-Policy')
      expect([file, /<(script|style|link|img|iframe|base)\b/.test(before)]).toEqual([file, false])
    }
  })
})

/** What a policy may name: this origin, and what stands in the page’s own address. */
const ours = new Set(["'self'", "'none'", 'data:'])
