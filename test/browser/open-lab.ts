import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { labUrl, watch } from './chromium.ts'

/** A page of the built lab, and whatever it did that the lab promises not to do. */
export interface Opened {
  readonly page: Page
  readonly problems: readonly string[]
}

/** How a page is looked at. */
export interface Look {
  readonly width?: number
  readonly height?: number
  readonly theme?: 'light' | 'dark'
}

/** Opens a place of the built lab and waits until what it shows is there. */
export const openLab = async (
  browser: Browser,
  place: string,
  { width = 1440, height = 900, theme = 'light' }: Look = {},
): Promise<Opened> => {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  const problems = watch(page)
  await page.goto(labUrl(place))
  await page.locator('h1').waitFor()
  if (place.includes('/lab/')) await played(page)
  await page.waitForLoadState('networkidle')
  return { page, problems }
}

/** Waits until the run that the page asked for has been played. */
export const played = (page: Page) =>
  page.getByRole('slider').and(page.locator('[max="0"]')).waitFor({ state: 'detached' })

/** How many messages are shown. */
export const placeOf = (page: Page): Promise<string> => page.getByRole('slider').inputValue()

/** Everything the page says, in one line. */
export const wordsOf = async (page: Page): Promise<string> =>
  (await page.locator('body').innerText()).replace(/\s+/g, ' ')

/** Asks axe, and looks for what scrolls sideways and for letters smaller than 13 px. */
export const expectNothingInTheWay = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  const faults = await page.evaluate(() => {
    const wide = document.documentElement.scrollWidth - innerWidth
    const small = [...document.querySelectorAll('body *')].filter(
      (element) =>
        element.checkVisibility() &&
        [...element.childNodes].some((one) => one.nodeType === 3 && one.textContent?.trim()) &&
        parseFloat(getComputedStyle(element).fontSize) < 13,
    )
    return [...(wide > 0 ? [`${wide} px too wide`] : []), ...small.map((one) => one.outerHTML)]
  })
  expect(faults).toEqual([])
}

/** Three widths, two themes. */
export const looks: readonly Look[] = [
  { width: 1440, height: 900 },
  { width: 820, height: 1100 },
  { width: 390, height: 844 },
].flatMap((size) => [
  { ...size, theme: 'light' as const },
  { ...size, theme: 'dark' as const },
])
