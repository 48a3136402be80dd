import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { harOf, mermaidOf, pictureOf, type ShownRun } from '../../engine/export/index.ts'
import { firstContact } from '../../scenarios/lessons/first-contact.ts'
import { shownRun } from '../export/shown.ts'
import { labUrl, launchChromium } from './chromium.ts'
import { drop, hover } from './drop.ts'
import { guarded } from './guard.ts'
import { expectNothingInTheWayInEitherTheme, openLab, placeOf, played, sizes } from './open-lab.ts'

let browser: Browser
let run: ShownRun
beforeAll(async () => {
  browser = await launchChromium()
  const link = `https://elsewhere.example/lab/#/lab/first-contact?v=2&seed=export&at=12&do=consent.deny&pane=checks`
  run = { ...(await shownRun(firstContact)), link }
})
afterAll(() => browser?.close())

const LAB = '#/lab/pkce?v=2&seed=drop&at=9&pane=tamper'

const open = async (at = LAB) => {
  const { page, wrongs } = await guarded(browser, { viewport: { width: 1280, height: 900 } })
  await page.goto(labUrl(at))
  await page.locator('h1').waitFor()
  if (at.includes('/lab/')) await played(page)
  // What stands in the start page before any script has run takes no files yet.
  if (at === '#/') await page.getByText('played in this page just now').waitFor()
  return { page, wrongs }
}

const heading = (page: Page) => page.locator('h1').innerText()
const said = (page: Page) => page.getByRole('alert')
const written = { title: 'First contact', theme: 'light' } as const

describe('a file that left the lab and is let go over it', () => {
  test.each<readonly [name: string, make: () => string]>([
    ['run.har', () => harOf(run)],
    ['run.svg', () => pictureOf({ ...run, ...written })],
    ['run.mmd', () => mermaidOf({ ...run, ...written })],
    ['link.txt', () => run.link!],
  ])('%s opens its run, and the way back is open', async (name, make) => {
    const { page, wrongs } = await open()
    await drop(page, [{ name, bytes: make() }])
    await expect.poll(() => heading(page)).toBe('First contact')
    await played(page)
    await expect.poll(() => placeOf(page)).toBe('12')
    expect(await page.evaluate(() => location.hash)).toContain('do=consent.deny')
    expect(await said(page).count()).toBe(0)
    await page.goBack()
    await expect.poll(() => heading(page)).toMatch(/^PKCE/)
    await played(page)
    await expect.poll(() => placeOf(page)).toBe('9')
    expect(await wrongs()).toEqual([])
    await page.context().close()
  })

  test('may be one of several, and the one that is open already', async () => {
    const { page } = await open('#/')
    const file = { name: 'run.har', bytes: harOf(run) }
    await drop(page, [file, { name: 'two', bytes: '' }])
    await expect.poll(() => said(page).innerText()).toContain('Of 2 files it is the first')
    await played(page)
    await page.evaluate((hash) => (location.hash = hash), run.link!.split('#')[1]!)
    await drop(page, [{ name: 'run.har', bytes: run.link! }])
    await expect.poll(() => heading(page)).toBe('First contact')
    await page.context().close()
  })

  test('can be chosen from the search, with the keyboard alone', async () => {
    const { page, wrongs } = await open('#/')
    // The search comes after what the page needs at once.
    await page.waitForLoadState('networkidle')
    await page.keyboard.press('/')
    const choose = page.getByRole('button', { name: 'A run from a file' })
    await choose.waitFor()
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), choose.press('Enter')])
    const buffer = Buffer.from(harOf(run))
    await chooser.setFiles({ name: 'run.har', mimeType: 'application/json', buffer })
    await expect.poll(() => heading(page)).toBe('First contact')
    expect(await wrongs()).toEqual([])
    await page.context().close()
  })
})

describe('any other file', () => {
  test.each<readonly [name: string, bytes: string, named: string]>([
    ['cut-off.har', '{"log":{"_handshakeLab":', 'Unexpected end'],
    ['other.har', '{"log":{"entries":[]}}', 'log._handshakeLab'],
    ['<img src=x onerror=alert(1)>.txt', '<script>alert(1)</script>', 'no link to a run'],
    ['gone.txt', 'x#/lab/no-such-story?at=3', 'no-such-story'],
    ['large.har', 'x'.repeat(5_000_001), '5,000,001 bytes'],
  ])('such as %s is named, with what is wrong, and nothing is lost', async (name, bytes, named) => {
    const { page, wrongs } = await open()
    const field = page.getByRole('tabpanel').getByRole('textbox').first()
    await field.fill('typed and not applied')
    const before = page.url()
    await drop(page, [{ name, bytes }])
    await expect.poll(() => said(page).innerText()).toContain(named)
    expect(await said(page).innerText()).toContain(name)
    expect(page.url()).toBe(before)
    expect(await field.inputValue()).toBe('typed and not applied')
    await said(page).getByRole('button', { name: 'Dismiss' }).click()
    expect(await said(page).count()).toBe(0)
    await expect.poll(() => placeOf(page)).toBe('9')
    expect(await wrongs()).toEqual([])
    await page.context().close()
  })
})

test('while a file is over the page it says what happens, and no longer', async () => {
  const { page } = await open('#/')
  const words = page.getByText('Let it go')
  await hover(page)
  await expect.poll(() => words.count()).toBe(1)
  await expect.poll(() => words.count()).toBe(0)
  await page.context().close()
})

test.each(sizes)('what is said stands in nobody’s way at $width px', async (size) => {
  const { page } = await openLab(browser, LAB, size)
  await drop(page, [{ name: 'other.har', bytes: '{}' }])
  await said(page).waitFor()
  await expectNothingInTheWayInEitherTheme(page)
  await page.context().close()
})
