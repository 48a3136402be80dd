import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { labUrl, launchChromium } from './chromium.ts'
import { guarded } from './guard.ts'
import { placeOf, played } from './open-lab.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

const LAB = '#/lab/pkce?v=1&seed=storage&at=9'

const open = async (context: BrowserContext, at = LAB): Promise<Page> => {
  const page = await context.newPage()
  await page.goto(labUrl(at))
  await page.locator('h1').waitFor()
  if (at.includes('/lab/')) await played(page)
  return page
}

const kept = (page: Page): Promise<unknown> =>
  page.evaluate(() => JSON.parse(localStorage.getItem('handshake-lab.progress') ?? '{}'))

const theme = (page: Page) => page.evaluate(() => document.documentElement.dataset['theme'])
const choose = (page: Page, name: string) =>
  page.getByRole('combobox', { name: 'Theme' }).or(page.getByRole('radio', { name })).first()

/** Makes the choice, whichever of the two switches is shown. */
const chooseTheme = async (page: Page, name: string) => {
  const radio = page.getByRole('radio', { name, exact: true })
  if (await radio.count()) await radio.check({ force: true })
  else await choose(page, name).selectOption(name)
}

describe('two tabs', () => {
  test('show the theme that is chosen in one of them; each keeps its own place', async () => {
    const context = await browser.newContext({ reducedMotion: 'reduce' })
    const [one, other] = [await open(context), await open(context)]
    await chooseTheme(one, 'dark')
    await expect.poll(() => theme(other)).toBe('dark')
    await one.getByRole('slider').fill('20')
    await chooseTheme(other, 'light')
    await expect.poll(() => theme(one)).toBe('light')
    expect([await placeOf(one), await placeOf(other)]).toEqual(['20', '9'])
    await context.close()
  })

  test('know what was done in the other; neither forgets its own', async () => {
    const context = await browser.newContext({ reducedMotion: 'reduce' })
    const [one, other] = [await open(context), await open(context, '#/lab/when-not-to')]
    await one.getByRole('slider').press('End')
    await other.getByRole('slider').press('End')
    await expect
      .poll(() => kept(one))
      .toMatchObject({ pkce: ['opened', 'seen'], 'when-not-to': ['opened', 'seen'] })
    await one.evaluate(() => localStorage.clear())
    expect(await placeOf(other)).not.toBe('0')
    await context.close()
  })
})

/** A storage that is full, one that nobody may touch, and one that is none. */
const storages: Readonly<Record<string, () => void>> = {
  full: () => {
    Storage.prototype.setItem = () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
    }
  },
  blocked: () => {
    for (const name of ['localStorage', 'sessionStorage'] as const)
      Object.defineProperty(globalThis, name, {
        get: () => {
          throw new DOMException('The operation is insecure.', 'SecurityError')
        },
      })
  },
  'not there': () => {
    for (const name of ['localStorage', 'sessionStorage'] as const)
      Object.defineProperty(globalThis, name, { value: null, configurable: true })
  },
}

test.each(Object.keys(storages))(
  'where storage is %s, everything works, and lasts as long as the page',
  async (name) => {
    const { page, wrongs } = await guarded(browser)
    await page.context().addInitScript(storages[name]!)
    await page.goto(labUrl(`${LAB}&pane=tamper`))
    await played(page)
    const field = page.getByRole('tabpanel').getByRole('textbox').first()
    await field.fill('typed and not applied')
    await page.getByRole('slider').fill('20')
    await page.getByRole('slider').fill('9')
    await expect.poll(() => field.inputValue()).toBe('typed and not applied')
    await chooseTheme(page, 'dark')
    expect(await theme(page)).toBe('dark')
    for (const at of ['#/', '#/changes', '#/both/confused-deputy', LAB]) {
      await page.goto(labUrl(at))
      await page.locator('h1').waitFor()
    }
    expect(await theme(page)).toBe('dark')
    expect(await wrongs()).toEqual([])
    await page.context().close()
  },
)

test('in a frame without an origin everything works', async () => {
  const { page, wrongs } = await guarded(browser)
  const host = labUrl('licenses.md')
  await page.route(host, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<iframe sandbox="allow-scripts" src="${labUrl(`handshake-lab.html${LAB}`)}" width="1200" height="800"></iframe>`,
    }),
  )
  await page.goto(host)
  const frame = page.frameLocator('iframe')
  await frame.locator('h1').waitFor()
  await frame.getByRole('slider').and(frame.locator(':not([max="0"])')).waitFor()
  await frame.getByRole('slider').press('ArrowRight')
  await expect.poll(() => frame.getByRole('slider').inputValue()).toBe('10')
  expect(await wrongs()).toEqual([])
  await page.context().close()
})
