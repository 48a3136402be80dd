import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { labUrl, launchChromium } from './chromium.ts'
import {
  embedIn,
  framed,
  hostSite,
  openHost,
  pageOf,
  placeIn,
  wordsIn,
  type HostSite,
} from './host-page.ts'

let browser: Browser
let site: HostSite
beforeAll(async () => {
  ;[browser, site] = await Promise.all([launchChromium(), hostSite()])
})
afterAll(() => Promise.all([browser?.close(), site?.close()]))

const ONE = '<handshake-lab id="one" scenario="confused-deputy" step="12"></handshake-lab>'
const script = () => `<script async src="${labUrl('handshake-lab.js')}"></script>`

const goto = (page: Page, step: number) =>
  page.evaluate((to) => {
    const element = document.getElementById('one') as unknown as { goto(step: number): void }
    element.goto(to)
  }, step)

test('a page whose policy lets in the lab’s scripts and frames, and nothing else, has it all', async () => {
  const lab = new URL(labUrl()).origin
  const { page, context, problems } = await openHost(
    browser,
    site.page(`${script()}${ONE}`, {
      'content-security-policy': `default-src 'none'; script-src ${lab}; frame-src ${lab}; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'`,
    }),
  )
  const frame = await embedIn(page)
  const box = await page.locator('iframe').boundingBox()
  expect(box).toMatchObject({
    height: 520,
    width: (await page.locator('main').boundingBox())!.width,
  })
  await page.evaluate(() => (document.documentElement.style.colorScheme = 'dark'))
  await expect
    .poll(() => frame.evaluate(() => document.documentElement.dataset['theme']))
    .toBe('dark')
  await goto(page, 30)
  await expect.poll(() => placeIn(frame)).toBe('30')
  expect(problems).toEqual([])
  await context.close()
})

test('as a module it knows where it came from, too', async () => {
  const { page, context, problems } = await openHost(
    browser,
    site.page(`<script type="module" src="${labUrl('element.js')}"></script>${ONE}`),
  )
  expect(await placeIn(await embedIn(page))).toBe('12')
  expect(problems).toEqual([])
  await context.close()
})

test('the page in the README, saved and opened, is live at the message it says', async () => {
  const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8')
  const [, written] = /```html\n(<!doctype html>[^]*?)```/.exec(readme)!
  const folder = await mkdtemp(join(tmpdir(), 'readme-'))
  const file = join(folder, 'page.html')
  await writeFile(file, written!.replaceAll('http://localhost:4173/', labUrl('')))
  const { page, context, problems } = await openHost(browser, pathToFileURL(file).href)
  expect(await placeIn(await embedIn(page))).toBe('12')
  expect(problems).toEqual([])
  await context.close()
  await rm(folder, { recursive: true })
})

describe('a page with ten embeds', () => {
  const SCENARIOS = [
    'confused-deputy',
    'mix-up',
    'pkce',
    'first-contact',
    'refresh-reuse',
    'wrong-audience',
    'code-replay',
    'login-csrf',
    'step-up-loop',
    'forged-token',
  ]
  const ten = (attributes = '') =>
    SCENARIOS.map(
      (id) =>
        `<p style="height: 700px">About ${id}.</p><handshake-lab scenario="${id}" step="3" ${attributes}></handshake-lab>`,
    ).join('')
  const engines = (asked: readonly string[]) =>
    asked.filter((url) => /\/embed\/run-/.test(url)).length

  test('loads the engine of each when it is seen, and not before', async () => {
    const { page, context, problems, asked } = await openHost(
      browser,
      site.page(`${script()}${ten()}`),
    )
    const frames = page.locator('handshake-lab iframe')
    await expect.poll(() => frames.count()).toBe(10)
    expect(engines(asked)).toBe(0)
    for (const [before, at] of [0, 4, 9].entries()) {
      await frames.nth(at).scrollIntoViewIfNeeded()
      const frame = await embedIn(page, at)
      expect(await placeIn(frame)).toBe('3')
      // Some browsers keep what they have loaded, and ask once.
      expect(engines(asked)).toBeLessThanOrEqual(before + 1)
    }
    expect(problems).toEqual([])
    await context.close()
  })

  test('that have posters loads no engine but of the one that is asked for', async () => {
    const { page, context, problems, asked } = await openHost(
      browser,
      site.page(`${script()}${ten('poster')}`),
    )
    const frames = page.locator('handshake-lab iframe')
    await expect.poll(() => frames.count()).toBe(10)
    for (const at of [0, 3, 7]) {
      await frames.nth(at).scrollIntoViewIfNeeded()
      await (await framed(page, at)).locator('img:visible').waitFor()
    }
    expect(engines(asked)).toBe(0)
    await (await framed(page, 7)).getByRole('button').click()
    expect(await placeIn(await embedIn(page, 7))).toBe('3')
    expect(engines(asked)).toBe(1)
    expect(problems).toEqual([])
    await context.close()
  })
})

describe('from a disk', () => {
  const dist = new URL('../../dist/', import.meta.url)
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'handshake-lab-page-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  const open = async (content: string) => {
    const file = join(folder, 'page.html')
    const tag = `<script async src="${new URL('handshake-lab.js', dist).href}"></script>`
    await writeFile(file, pageOf(`${tag}${content}`))
    return openHost(browser, pathToFileURL(file).href)
  }

  test('the element plays, tells and goes where it is sent', async () => {
    const { page, context, problems, asked } = await open(ONE)
    const frame = await embedIn(page)
    expect(await placeIn(frame)).toBe('12')
    await goto(page, 30)
    await expect.poll(() => placeIn(frame)).toBe('30')
    await page.evaluate(() => (document.documentElement.style.colorScheme = 'dark'))
    await expect
      .poll(() => frame.evaluate(() => document.documentElement.dataset['theme']))
      .toBe('dark')
    await page.evaluate(() => document.getElementById('one')!.setAttribute('scenario', 'mix-up'))
    await expect.poll(() => wordsIn(frame)).toContain('Mixed up')
    await expect
      .poll(() => page.locator('iframe').evaluate((one) => one.getBoundingClientRect().height))
      .toBe(520)
    expect(asked.filter((url) => !url.startsWith('file:') && !url.startsWith('data:'))).toEqual([])
    expect(problems).toEqual([])
    await context.close()
  })

  test('a poster waits until somebody asks', async () => {
    const { page, context, problems } = await open(ONE.replace('step', 'poster step'))
    const frame = await framed(page)
    await frame.getByRole('button', { name: 'Play this handshake' }).click()
    expect(await placeIn(await embedIn(page))).toBe('12')
    expect(problems).toEqual([])
    await context.close()
  })
})
