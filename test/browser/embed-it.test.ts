import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import MarkdownIt from 'markdown-it'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { labUrl, launchChromium } from './chromium.ts'
import { guarded } from './guard.ts'
import {
  expectNothingInTheWayInEitherTheme,
  openLab,
  placeOf,
  played,
  sizes,
  wordsOf,
} from './open-lab.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

// High enough for all of it: just after a page was scrolled, Chromium may still give a press to the frame that stood
// there before.
const viewport = { width: 1280, height: 2400 }

const open = async (query: string) => {
  const { page, wrongs } = await guarded(browser, { viewport })
  await page.goto(labUrl(`#/embed-it?${query}`))
  await embed(page).getByRole('slider').waitFor()
  return { page, wrongs }
}

/** The preview: the real embed in its frame. */
const embed = (page: Page) => page.frameLocator('handshake-lab iframe')
const shownAt = (page: Page) => embed(page).getByRole('slider').inputValue()
const snippet = (page: Page) =>
  page.getByRole('region', { name: 'Copy', exact: true }).locator('pre').first().innerText()

describe('the page for embedding', () => {
  test('shows what is chosen in the real embed, at once, and writes it down to be copied and linked', async () => {
    const { page, wrongs } = await open('scenario=confused-deputy')
    const frame = page.locator('handshake-lab iframe')
    const before = await frame.getAttribute('src')
    await page.getByRole('slider', { name: /^Opens at/ }).fill('12')
    await expect.poll(() => shownAt(page)).toBe('12')
    await expect.poll(() => snippet(page)).toContain('step="12"')
    await page.getByRole('checkbox', { name: /^By its name/ }).check()
    await expect.poll(() => snippet(page)).toContain('step="open-browser"')
    await page.getByRole('checkbox', { name: /^Its checks/ }).check()
    await embed(page).getByText('What matters in this attack').waitFor()
    // The frame is the one that was there: what changes is said to it.
    expect(await frame.getAttribute('src')).toBe(before)
    await page.reload()
    await expect.poll(() => shownAt(page)).toBe('12')
    await expect.poll(() => snippet(page)).toMatch(/step="open-browser"\s+checks/)
    expect(await wrongs()).toEqual([])
    await page.context().close()
  })

  test('opens it where the preview stands', async () => {
    const { page, wrongs } = await open('scenario=pkce')
    await embed(page).getByRole('slider').fill('7')
    await page.getByRole('button', { name: 'Open it here, at message 7' }).click()
    await expect.poll(() => snippet(page)).toContain('step="7"')
    expect(await wrongs()).toEqual([])
    await page.context().close()
  })

  test('offers nothing that a scenario cannot be, and forgets the run of the last one', async () => {
    const { page } = await open('scenario=mix-up&step=12&variant=stripped&seed=kept')
    const lists = page.getByRole('combobox')
    await expect.poll(() => lists.filter({ hasText: '2025-03-26' }).count()).toBe(0)
    await page.getByRole('combobox', { name: 'Scenario' }).selectOption('when-not-to')
    await expect
      .poll(() => snippet(page))
      .toBe(
        `<script async src="${labUrl('')}handshake-lab.js"></script>\n<handshake-lab scenario="when-not-to" seed="kept"></handshake-lab>`,
      )
    await expect.poll(() => page.getByRole('combobox', { name: /client_id/ }).count()).toBe(0)
    await page.context().close()
  })

  test('what is chosen to be forgotten is forgotten in the preview', async () => {
    const { page } = await open('scenario=confused-deputy&forget=nothing&step=12')
    const length = () => embed(page).getByRole('slider').getAttribute('max')
    const turnedAway = await length()
    await page.getByRole('radio', { name: 'what the story forgets' }).check()
    // The attacker gets further, and the run is longer.
    await expect.poll(length).not.toBe(turnedAway)
    expect(Number(await length())).toBeGreaterThan(Number(turnedAway))
    await page.context().close()
  })

  test('names what of its address is broken, and shows the rest', async () => {
    const { page } = await open('scenario=none&as=none&base=none&view=none')
    const words = await wordsOf(page)
    for (const name of [
      'scenario called “none”',
      'form “none”',
      '“none” is no address',
      'view “none”',
    ])
      expect(words).toContain(name)
    await page.context().close()
  })

  test('says that an address on this machine is of no use to others, and takes another', async () => {
    const { page } = await open('scenario=pkce')
    const where = page.getByRole('textbox', { name: 'Where the lab is hosted' })
    await expect.poll(() => wordsOf(page)).toContain('nobody else can open it')
    await where.fill('docs.example')
    await expect.poll(() => wordsOf(page)).toContain('This is no address of a web server')
    await where.fill('https://docs.example/lab')
    await expect
      .poll(() => snippet(page))
      .toContain('src="https://docs.example/lab/handshake-lab.js"')
    expect(await wordsOf(page)).not.toContain('nobody else can open it')
    await page.context().close()
  })

  test('goes through the scenarios by the keyboard, and stays where the list is', async () => {
    const { page, wrongs } = await open('scenario=pkce&view=both')
    const list = page.getByRole('combobox', { name: 'Scenario' })
    const frame = await page.locator('handshake-lab iframe').elementHandle()
    await list.focus()
    for (const title of ['Whose token is this?', 'Scopes and step-up']) {
      await page.keyboard.press('ArrowDown')
      await embed(page).getByRole('heading', { name: title }).waitFor()
      expect(await list.evaluate((one) => one === document.activeElement)).toBe(true)
    }
    await expect.poll(() => snippet(page)).toContain('scenario="scopes-and-step-up" view="both"')
    // It is told, and not loaded anew.
    expect(await frame?.evaluate((one) => one.isConnected)).toBe(true)
    expect(await wrongs()).toEqual([])
    await page.context().close()
  })

  test('what is typed and is no seed yet is not lost, and not copied', async () => {
    const { page } = await open('scenario=pkce&seed=kept')
    const seed = page.getByRole('textbox', { name: 'Seed of the random values' })
    await seed.fill('kept by')
    await expect.poll(() => wordsOf(page)).toContain('Up to 64 letters')
    expect(await seed.inputValue()).toBe('kept by')
    await expect.poll(() => snippet(page)).toContain('seed="kept"')
    await seed.fill('kept-by')
    await expect.poll(() => snippet(page)).toContain('seed="kept-by"')
    await page.context().close()
  })

  test('leaves out what another choice has made impossible', async () => {
    const { page } = await open('scenario=pkce&revision=2026-07-28&registration=metadata-document')
    await expect.poll(() => snippet(page)).toContain('registration="metadata-document"')
    await page.getByRole('combobox', { name: 'Revision of MCP' }).selectOption('2025-06-18')
    await expect.poll(() => snippet(page)).not.toContain('registration=')
    await page.goto(labUrl('#/embed-it?scenario=pkce&step=900'))
    await expect.poll(() => snippet(page)).not.toContain('900')
    await page.context().close()
  })

  test('copies each form, and the page of somebody else shows it', async () => {
    const { page, wrongs } = await open('scenario=confused-deputy&step=12')
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    const copied = async (form: string) => {
      await page.getByRole('radio', { name: form, exact: true }).focus()
      await page.keyboard.press('Space')
      const there = page.getByRole('region', { name: form, exact: true })
      await there.waitFor()
      await page.getByRole('button', { name: 'Copy' }).first().click()
      const written = await there.innerText()
      const held = () => page.evaluate(() => navigator.clipboard.readText())
      await expect.poll(held).toBe(written)
      return written
    }
    const texts = {
      element: await copied('Web component'),
      frame: await copied('Frame'),
      markdown: await copied('Markdown'),
      picture: await copied('Picture'),
      mermaid: await copied('Mermaid'),
    }
    expect(await wrongs()).toEqual([])
    expect(texts.mermaid).toMatch(/^```mermaid\n---\n[^`]+```$/)
    const elsewhere = async (markup: string) => {
      await page.route('**/somebodys-page.html', (route) =>
        route.fulfill({ contentType: 'text/html', body: `<!doctype html>${markup}` }),
      )
      await page.goto(labUrl('somebodys-page.html'))
    }
    for (const markup of [texts.element, texts.frame]) {
      await elsewhere(markup)
      const slider = page.frameLocator('iframe').getByRole('slider')
      await expect.poll(() => slider.inputValue()).toBe('12')
    }
    for (const markup of [texts.picture, MarkdownIt().render(texts.markdown)]) {
      await elsewhere(markup)
      const image = page.getByRole('img', { name: /The confused deputy/ })
      await expect
        .poll(() => image.evaluate((one) => (one as HTMLImageElement).naturalWidth))
        .toBeGreaterThan(500)
      await page.getByRole('link').click()
      await page.getByRole('heading', { level: 1 }).waitFor()
      await played(page)
      await expect.poll(() => placeOf(page)).toBe('12')
    }
    await page.context().close()
  })

  test('has pictures of a choice that the build has none of saved, under the names that it copies', async () => {
    const { page } = await open('scenario=confused-deputy')
    await page.getByRole('radio', { name: 'Picture', exact: true }).focus()
    await page.keyboard.press('Space')
    await expect.poll(() => snippet(page)).toContain('/stills/confused-deputy-dark.svg')
    await page.getByRole('radio', { name: 'nothing', exact: true }).check()
    await expect.poll(() => snippet(page)).toContain('/stills/confused-deputy-careful-dark.svg')
    await page.getByRole('combobox', { name: 'Revision of MCP' }).selectOption('2025-06-18')
    await expect.poll(() => snippet(page)).toContain('src="confused-deputy-light.svg"')
    const saving = page.waitForEvent('download')
    await page.getByRole('button', { name: 'confused-deputy-light.svg' }).click()
    const file = await saving
    expect(file.suggestedFilename()).toBe('confused-deputy-light.svg')
    expect(await readFile(await file.path(), 'utf8')).toContain('MCP 2025-06-18')
    await page.context().close()
  })

  test('a plain frame is as high in the preview as it will be', async () => {
    const { page } = await open('scenario=pkce&as=frame&height=640')
    await expect.poll(() => snippet(page)).toContain('height="640"')
    const height = page.getByRole('textbox', { name: /^Height of the frame/ })
    await height.fill('6')
    await expect.poll(() => snippet(page)).toContain('height="640"')
    await height.fill('700')
    await expect.poll(() => snippet(page)).toContain('height="700"')
    const frame = page.locator('handshake-lab iframe')
    await expect.poll(async () => (await frame.boundingBox())?.height).toBe(700)
    await page.context().close()
  })

  test('opened from a disk it shows the embed, too, and under another name it says why not', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lab-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    const built = new URL('../../dist/handshake-lab.html', import.meta.url)
    await copyFile(built, join(folder, 'handshake-lab.html'))
    await copyFile(built, join(folder, 'renamed.html'))
    const page = await browser.newPage()
    await page.goto(`${pathToFileURL(join(folder, 'handshake-lab.html'))}#/embed-it?scenario=pkce`)
    await expect.poll(() => embed(page).getByRole('slider').getAttribute('max')).not.toBe('0')
    await expect.poll(() => wordsOf(page)).toContain('folder on your own machine')
    await page.goto(`${pathToFileURL(join(folder, 'renamed.html'))}#/embed-it?scenario=pkce`)
    await page.getByText('There is no preview from this file').waitFor()
    await page.close()
  })

  test.each(sizes)('is in nobody’s way at $width', async (size) => {
    for (const at of [
      '#/embed-it?scenario=mix-up&step=12&forget=as/iss-sent&poster=on',
      '#/embed-it?scenario=pkce&as=picture&revision=2025-06-18',
      '#/teach',
    ]) {
      const { page } = await openLab(browser, at, size)
      await page.locator('main h2').first().waitFor()
      await expectNothingInTheWayInEitherTheme(page)
      await page.context().close()
    }
  })
})

test('every link for whoever teaches leads somewhere', async () => {
  const { page } = await openLab(browser, '#/teach')
  const links = await page
    .locator('main a')
    .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href))
  for (const href of links.filter((one) => !one.includes('#'))) {
    const response = await page.request.get(href)
    expect([href, response.status()]).toEqual([href, 200])
  }
  for (const href of new Set(links.filter((one) => one.includes('#/lab/')))) {
    await page.goto(href)
    await page.getByRole('slider').waitFor()
    expect(await wordsOf(page)).not.toContain('Not here.')
  }
  await page.context().close()
})
