import type { Browser, Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildSite } from '../hosts/build.ts'
import { hosts, plain } from '../hosts/hosts.ts'
import { serveSite, type Served } from '../hosts/serve.ts'
import { allowedFor } from '../hosts/snippets.ts'
import { labUrl, launchChromium } from './chromium.ts'
import { embedIn, openHost, pixel, placeIn } from './host-page.ts'

// As somebody sees it whose system has no wish: then a frame goes by what the page around it declares.
const reader = { viewport: { width: 1300, height: 700 }, colorScheme: null }

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

describe.each(hosts)('in pages of $name', (host) => {
  let folder: string
  beforeAll(async () => {
    folder = await buildSite(host, labUrl())
  }, 180_000)

  describe.each(host.pages)('an embed pasted as %s', (snippet, path) => {
    let site: Served
    beforeAll(async () => {
      site = await serveSite(folder, host.policy, allowedFor(snippet, labUrl()))
    })
    afterAll(() => site?.close())

    test('shows step 12 as high as it is, takes neither focus nor wheel, and follows the theme', async () => {
      const { page, context, problems } = await openHost(browser, site.address + path, reader)
      const frame = await embedIn(page)
      await expectTwelfth(frame)
      await expect.poll(() => overflowOf(frame)).toEqual([0, 0])
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY')

      for (const isDark of [true, false]) {
        await host.switchTheme(page)
        await expect.poll(async () => isLight(await ink(frame))).toBe(isDark)
        await expect.poll(async () => isLight(await groundOf(page))).toBe(!isDark)
      }

      await page.locator('iframe').hover()
      await page.mouse.wheel(0, 200)
      await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(150)
      expect(problems).toEqual([])
      await context.close()
    })

    test('is gone with its page, and comes again with it', async () => {
      const { page, context, problems } = await openHost(browser, site.address, reader)
      const before = await leftIn(page)
      await page.evaluate(() => Object.assign(globalThis, { sameDocument: true }))
      const name = `The deputy, as ${snippet === 'frame' ? 'a frame' : 'an element'}`
      await page.getByRole('link', { name, exact: true }).click()
      await expectTwelfth(await embedIn(page))
      await page.goBack()
      await expect.poll(() => leftIn(page)).toEqual(before)
      await page.goForward()
      await expectTwelfth(await embedIn(page))
      expect(await page.evaluate(() => 'sameDocument' in globalThis)).toBe(host.navigates)
      expect(problems).toEqual([])
      await context.close()
    })
  })
})

test.each(plain.pages)(
  'a page with an embed as %s has to allow it in its policy',
  async (_, path) => {
    const site = await serveSite(await buildSite(plain, labUrl()), plain.policy)
    const { page, context, problems } = await openHost(browser, site.address + path, reader)
    await expect.poll(() => problems.join()).toMatch(/violates the following Content Security/)
    expect(await page.getByRole('slider').count()).toBe(0)
    await context.close()
    await site.close()
  },
)

const expectTwelfth = async (frame: Frame): Promise<void> => {
  expect(await placeIn(frame)).toBe('12')
  await expect.poll(() => frame.locator('[data-row="12"][aria-current=step]').count()).toBe(1)
}

/** By how much an embed is wider and higher than its frame. */
const overflowOf = (frame: Frame): Promise<readonly number[]> =>
  frame.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement
    return [scrollWidth - innerWidth, scrollHeight - innerHeight]
  })

const ink = (frame: Frame): Promise<string> =>
  frame.evaluate(() => getComputedStyle(document.querySelector('h1')!).color)

/** The colour painted at the upper edge of the embed, where nothing is written. */
const groundOf = async (page: Page): Promise<string> => {
  const { x, y, width } = (await page.locator('iframe').boundingBox())!
  return pixel(page, Math.round(x + width / 2), Math.round(y + 6))
}

const isLight = (colour: string): boolean => {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number)
  return red * 0.3 + green * 0.59 + blue * 0.11 > 128
}

/** What of embeds there is in a page. */
const leftIn = async (page: Page): Promise<readonly number[]> => [
  page.frames().length,
  await page.locator('iframe, handshake-lab').count(),
]
