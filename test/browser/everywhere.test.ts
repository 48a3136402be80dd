import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { labUrl, launchChromium } from './chromium.ts'
import { faultsOn } from './open-lab.ts'
import { screens, shown } from './screens.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

test.each([
  { width: 1440, height: 900, colorScheme: 'light' },
  { width: 390, height: 844, colorScheme: 'dark' },
] as const)(
  'on no screen there is anything in the way of anybody, at $width px, $colorScheme',
  async ({ width, height, colorScheme }) => {
    const context = await browser.newContext({
      viewport: { width, height },
      colorScheme,
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    const found: Record<string, readonly string[]> = {}
    for (const screen of screens) {
      // Two addresses of one page differ by their hash alone, and nothing would be loaded.
      await page.goto('about:blank')
      await page.goto(labUrl(screen.at))
      await shown(page, screen)
      await screen.act?.(page)
      await page.waitForLoadState('networkidle')
      const faults = await faultsOn(page)
      if (faults.length > 0) found[screen.name] = faults
    }
    expect(found).toEqual({})
    await context.close()
  },
  900_000,
)
