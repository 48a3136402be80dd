import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
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

/** Opens a place of the built lab and waits until what it shows is there; with the test it is gone. */
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
  onTestFinished(() => context.close())
  return openLabIn(context, place)
}

/** As `openLab`, in a window that is there already. */
export const openLabIn = async (context: BrowserContext, place: string): Promise<Opened> => {
  const page = await context.newPage()
  const problems = watch(page)
  await page.goto(labUrl(place))
  await page.locator('h1').waitFor()
  if (place.includes('/lab/')) {
    await played(page)
    // What moves the diagram comes after its first picture, and takes its place.
    await page.locator('figure:not(:has(.react-flow))').waitFor({ state: 'detached' })
    await page.locator('output', { hasText: 'Loading …' }).waitFor({ state: 'detached' })
  }
  await page.waitForLoadState('networkidle')
  return { page, problems }
}

/** Waits until the run that the page asked for has been played. */
export const played = (page: Page) =>
  page.getByRole('slider').and(page.locator(':not([max="0"])')).waitFor()

/** How many messages are shown. */
export const placeOf = (page: Page): Promise<string> => page.getByRole('slider').inputValue()

/** Everything the page says, in one line. */
export const wordsOf = async (page: Page): Promise<string> =>
  (await page.locator('body').innerText()).replace(/\s+/g, ' ')

/** Chooses a pane, from the menu where its tab finds no room, and waits until it is loaded. */
export const choosePane = async (page: Page, name: string): Promise<void> => {
  const tab = page.getByRole('tab', { name })
  const more = page.getByRole('button', { name: 'More', exact: true })
  await tab.or(more).first().waitFor()
  if ((await tab.count()) > 0) await tab.click()
  else {
    await more.click()
    await page.getByRole('menuitem', { name, exact: true }).click()
  }
  await page.getByRole('tab', { name, selected: true }).waitFor()
  await page.locator('[role=tabpanel] > :not(h2)').first().waitFor()
}

/** What axe finds out by colours: all that another theme can change. */
const BY_COLOUR = ['color-contrast', 'link-in-text-block']

/** Axe for a page: it is brought there once, and tells only what it has against it. */
const axeIn = async (page: Page): Promise<AxeBuilder> => {
  const there = await page.evaluate(() => 'axe' in globalThis)
  const frameless = page.frames().length === 1
  const axe = new AxeBuilder({ page, ...(there && frameless && { axeSource: 'void 0' }) })
  return (
    axe
      // The other mode opens a second page to put the answers of all frames together.
      .setLegacyMode(frameless)
      .options({ resultTypes: ['violations'] })
  )
}

/** What axe finds, by some rules or by all, what scrolls sideways, and letters smaller than 13 px. */
export const faultsOn = async (page: Page, rules?: string[]): Promise<readonly string[]> => {
  await groundShown(page)
  const axe = await axeIn(page)
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze()
  const others = await page.evaluate(() => {
    const wide = document.documentElement.scrollWidth - innerWidth
    const small = [...document.querySelectorAll('body *')].filter(
      (element) =>
        element.checkVisibility() &&
        [...element.childNodes].some((one) => one.nodeType === 3 && one.textContent?.trim()) &&
        parseFloat(getComputedStyle(element).fontSize) < 13,
    )
    return [...(wide > 0 ? [`${wide} px too wide`] : []), ...small.map((one) => one.outerHTML)]
  })
  return [...violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`), ...others]
}

/** An embed stands on the ground of its host, which axe, within a frame, takes for white. */
const groundShown = async (page: Page): Promise<void> => {
  const ground = await page.evaluate(
    () => getComputedStyle(document.documentElement).backgroundColor,
  )
  for (const frame of page.frames().filter((one) => one !== page.mainFrame()))
    await frame.evaluate((colour) => {
      const root = document.documentElement
      if (getComputedStyle(root).backgroundColor === 'rgba(0, 0, 0, 0)')
        root.style.backgroundColor = colour
    }, ground)
}

/** Expects that nothing on the page, as it is, is in the way of anybody. */
export const expectNothingInTheWay = async (page: Page): Promise<void> =>
  expect(await faultsOn(page)).toEqual([])

/** Expects that of the page in one theme and in the other; `also` are faults that only this page can have. */
export const expectNothingInTheWayInEitherTheme = async (
  page: Page,
  also: () => Promise<readonly string[]> = async () => [],
): Promise<void> => {
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme })
    // All the rest was just looked at in the other one.
    const faults = await faultsOn(page, theme === 'light' ? undefined : BY_COLOUR)
    expect([theme, ...faults, ...(await also())]).toEqual([theme])
  }
}

/** Three sizes of a window: a desk, a tablet, a phone. */
export const sizes: readonly Look[] = [
  { width: 1440, height: 900 },
  { width: 820, height: 1100 },
  { width: 390, height: 844 },
]
