import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  harOf,
  markdownOf,
  mermaidOf,
  messageInText,
  runInText,
  type ShownRun,
} from '../../engine/export/index.ts'
import { castOf, curlOf, startRun } from '../../engine/index.ts'
import { confusedDeputy } from '../../scenarios/attacks/confused-deputy.ts'
import { labUrl, launchChromium } from './chromium.ts'
import { guarded } from './guard.ts'
import {
  expectNothingInTheWayInEitherTheme,
  placeOf,
  played,
  sizes,
  type Look,
} from './open-lab.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

const AT = 13
const LAB = `#/lab/confused-deputy?v=2&seed=share&at=${AT}`

const run = startRun({ scenario: confusedDeputy, seed: 'share' })
const ending = await run.finish()
const { log, revision, registration, forgotten, seed, decisions } = run

const open = async ({ width = 1440, height = 900, theme = 'light' }: Look = {}) => {
  const guard = await guarded(browser, { viewport: { width, height }, colorScheme: theme })
  const { page } = guard
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(labUrl(LAB))
  await page.locator('h1').waitFor()
  await played(page)
  await page.keyboard.press('s')
  await sheet(page).getByText('Opens the lab in this state').waitFor()
  return guard
}

const sheet = (page: Page) => page.getByRole('dialog', { name: 'Share' })
const choose = async (page: Page, name: string, which = 0) => {
  await sheet(page).getByRole('radio', { name, exact: true }).nth(which).focus()
  await page.keyboard.press('Space')
}
const whole = (page: Page) =>
  sheet(page)
    .getByRole('radio', { name: /whole run/ })
    .check()

const copied = async (page: Page): Promise<string> => {
  await sheet(page).getByRole('button', { name: 'Copy' }).click()
  await sheet(page).getByText('Copied.').waitFor()
  return page.evaluate(() => navigator.clipboard.readText())
}

/** The same run, made into text here and not in the page. */
const shown = async (page: Page, place?: number): Promise<ShownRun> => {
  await choose(page, 'Link')
  const link = await copied(page)
  return {
    scenario: confusedDeputy,
    revision,
    registration,
    forgotten,
    seed,
    decisions,
    log,
    ending,
    parts: castOf({ scenario: confusedDeputy, revision, log }),
    variant: undefined,
    link,
    place,
  }
}

describe('what is copied', () => {
  test('as a link opens the same run at the same place', async () => {
    const { page, wrongs } = await open()
    const link = await copied(page)
    expect(link.length).toBeLessThan(labUrl(LAB).length + 10)
    await page.goto('about:blank')
    await page.goto(link)
    await page.locator('h1').waitFor()
    await played(page)
    await expect.poll(() => placeOf(page)).toBe(String(AT))
    expect(await page.evaluate(() => location.hash)).toContain('seed=share')
    expect(await wrongs()).toEqual([])
    await page.context().close()
  })

  test('as text is what the engine makes of the run, byte for byte', async () => {
    const { page, wrongs } = await open()
    const here = await shown(page, AT)
    const expected: readonly (readonly [name: string, text: string, which?: number])[] = [
      ['Markdown table', markdownOf(here)],
      ['Mermaid diagram', mermaidOf({ ...here, title: confusedDeputy.title })],
      ['HTTP text', runInText(here)],
      ['HTTP text', messageInText(log[AT - 1]!, AT), 1],
      ['curl', `${curlOf(log[AT - 1]!)}\n`],
    ]
    for (const [name, text, which] of expected) {
      await choose(page, name, which)
      expect([name, await copied(page)]).toEqual([name, text])
    }
    expect(await wrongs()).toEqual([])
    await page.context().close()
  })

  test.each([
    ['Frame', 'iframe'],
    ['Web component', 'handshake-lab'],
  ])('as %s shows the run in a page of its own', async (name, element) => {
    const { page } = await open()
    await choose(page, name)
    const markup = await copied(page)
    await page.route('**/somebodys-page.html', (route) =>
      route.fulfill({ contentType: 'text/html', body: `<!doctype html><p>Prose.</p>${markup}` }),
    )
    await page.goto(labUrl('somebodys-page.html'))
    await page.locator(element).waitFor()
    const slider = page.frameLocator('iframe').getByRole('slider')
    await expect.poll(() => slider.inputValue()).toBe(String(AT))
    await page.context().close()
  })
})

describe('what is saved', () => {
  test('is a file with the name of the story, and what the engine makes of the run', async () => {
    const { page } = await open()
    const here = await shown(page)
    await choose(page, 'HTTP archive (HAR)')
    const saving = page.waitForEvent('download')
    await sheet(page).getByRole('button', { name: 'Save as HAR' }).click()
    const file = await saving
    expect(file.suggestedFilename()).toBe('confused-deputy.har')
    const at = labUrl(LAB).replace(/&at=\d+/, '')
    const saved = await readFile(await file.path(), 'utf8')
    expect(JSON.parse(saved)).toEqual(JSON.parse(harOf({ ...here, link: at })))
    await page.context().close()
  })

  test('as a picture is one that a browser paints, in both themes and as large as it says', async () => {
    const { page } = await open()
    for (const theme of ['light', 'dark']) {
      await choose(page, 'Picture (PNG)')
      await whole(page)
      await choose(page, theme)
      const image = sheet(page).getByRole('img', { name: /PNG/ })
      await image.waitFor()
      const saving = page.waitForEvent('download')
      await sheet(page).getByRole('button', { name: 'Save as PNG' }).click()
      const bytes = await readFile(await (await saving).path())
      expect(bytes.subarray(1, 4).toString()).toBe('PNG')
      const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
      expect(width).toBeGreaterThan(1_000)
      expect(height).toBeGreaterThan(log.length * 20)
    }
    await page.context().close()
  })
})

describe('the sheet', () => {
  test('goes through all its forms by arrow keys, and back to where it was opened', async () => {
    const { page, wrongs } = await open()
    const abouts = new Set<string>()
    await sheet(page).getByRole('radio', { name: 'Link', exact: true }).focus()
    for (let turn = 0; turn < 12; turn += 1) {
      abouts.add(await sheet(page).getByRole('region').locator('p').first().innerText())
      await page.keyboard.press('ArrowDown')
    }
    expect(abouts.size).toBe(12)
    await page.keyboard.press('Escape')
    await sheet(page).waitFor({ state: 'detached' })
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => placeOf(page)).toBe(String(AT + 1))
    expect(await wrongs()).toEqual([])
    await page.context().close()
  })

  test('leads to where the look of an embed is chosen', async () => {
    const { page } = await open()
    await choose(page, 'Web component')
    await sheet(page)
      .getByRole('link', { name: /Choose how it looks/ })
      .click()
    await page.getByRole('heading', { level: 1, name: 'Embed it' }).waitFor()
    const slider = page.frameLocator('handshake-lab iframe').getByRole('slider')
    await expect.poll(() => slider.inputValue()).toBe(String(AT))
    await page.context().close()
  })

  test('begins where there is something to choose', async () => {
    const { page } = await open()
    await page.keyboard.press('ArrowDown')
    const chosen = sheet(page).getByRole('region', { name: 'Markdown link' })
    await chosen.waitFor()
    expect(await chosen.count()).toBe(1)
    await page.context().close()
  })

  test.each(sizes)('is in nobody’s way at $width', async (size) => {
    const { page, wrongs } = await open(size)
    for (const [form, seen] of [
      ['link', 'Opens the lab in this state'],
      ['svg', 'Sharp at any size'],
      ['curl', 'The request as a command'],
    ] as const) {
      const list = sheet(page).getByRole('combobox', { name: 'Share as' })
      if (size.width === 390) await list.selectOption(form)
      else await choose(page, { link: 'Link', svg: 'Picture (SVG)', curl: 'curl' }[form])
      // What was chosen is in view, whatever was focused for it.
      await expect
        .poll(async () => (await sheet(page).getByText(seen).boundingBox())?.y ?? 0)
        .toBeGreaterThan(50)
      await expect
        .poll(async () => (await sheet(page).getByRole('heading').boundingBox())?.y ?? -1)
        .toBeGreaterThanOrEqual(0)
      await expectNothingInTheWayInEitherTheme(page)
    }
    expect(await wrongs()).toEqual([])
    await page.context().close()
  })
})
