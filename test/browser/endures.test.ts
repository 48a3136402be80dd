import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { labUrl, launchChromium } from './chromium.ts'
import { guarded } from './guard.ts'
import { placeOf, played } from './open-lab.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

const SEED = 'v=1&seed=endures'

/** What the head of the page says, and where in the run it is, where it shows one. */
const where = async (page: Page): Promise<string> => {
  const title = await page.locator('h1').first().innerText()
  return page.url().includes('#/lab/') ? `${title}, ${await placeOf(page)}` : title
}

const goes = async (page: Page, act: () => Promise<unknown>, to: string) => {
  await act()
  await expect.poll(() => where(page)).toBe(to)
}

test('back and forward lead through several runs and pages, each where it was left', async () => {
  const { page, wrongs } = await guarded(browser)
  const visits = [
    [`#/lab/pkce?${SEED}&at=9`, 'PKCE: a code that only one can redeem, 9'],
    [`#/lab/confused-deputy?${SEED}&at=20`, 'The confused deputy, 20'],
    ['#/glossary', 'Glossary'],
    [`#/lab/confused-deputy?${SEED}&at=31&forget=nothing`, 'The confused deputy, 31'],
    [`#/lab/pkce?${SEED}&rev=2025-03-26&at=12`, 'PKCE: a code that only one can redeem, 12'],
  ] as const
  for (const [at, is] of visits) await goes(page, () => page.goto(labUrl(at)), is)
  // A place that was moved to by hand is where one comes back to.
  await page.getByRole('slider').press('ArrowRight')
  const moved = [
    ...visits.slice(0, -1).map(([, is]) => is),
    'PKCE: a code that only one can redeem, 13',
  ]
  await expect.poll(() => page.url()).toContain('at=13')
  for (const is of moved.slice(0, -1).toReversed()) await goes(page, () => page.goBack(), is)
  for (const is of moved.slice(1)) await goes(page, () => page.goForward(), is)
  expect(await wrongs()).toEqual([])
  await page.context().close()
})

test('a step that is followed at once by a link to elsewhere is where Back leads', async () => {
  const { page, wrongs } = await guarded(browser)
  await page.goto(labUrl(`#/lab/pkce?${SEED}&at=9`))
  await played(page)
  const end = await page.getByRole('slider').getAttribute('max')
  await page.evaluate(async () => {
    const slider = document.querySelector<HTMLInputElement>('[type="range"]')!
    const frame = () => new Promise(requestAnimationFrame)
    // One after the other the address is not written anew: the second waits.
    for (const [key, place] of [
      ['Home', '0'],
      ['End', slider.max],
    ] as const) {
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
      while (slider.value !== place) await frame()
      await frame()
    }
    document.querySelector<HTMLElement>('header a')!.click()
  })
  await page.getByRole('heading', { name: 'Everything there is' }).waitFor()
  await page.goBack()
  await played(page)
  await expect.poll(() => placeOf(page)).toBe(end)
  expect(await wrongs()).toEqual([])
  await page.context().close()
})

test('loaded again while it plays, and with something typed and not applied, it goes on from where it was', async () => {
  const { page, wrongs } = await guarded(browser)
  await page.goto(labUrl(`#/lab/pkce?${SEED}&at=9&pane=tamper`))
  await played(page)
  await page.getByRole('tabpanel').getByRole('textbox').first().fill('typed and not applied')
  await page.reload()
  await played(page)
  expect(await where(page)).toBe('PKCE: a code that only one can redeem, 9')
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await expect.poll(async () => Number(await placeOf(page))).toBeGreaterThan(10)
  await expect.poll(() => page.url()).toMatch(/at=1\d/)
  await page.reload()
  await played(page)
  const again = Number(await placeOf(page))
  expect(again).toBeGreaterThanOrEqual(10)
  await page.getByRole('slider').press('ArrowRight')
  await expect.poll(() => placeOf(page)).toBe(String(again + 1))
  expect(await wrongs()).toEqual([])
  await page.context().close()
})

test('on a machine that is six times slower nothing is lost, and what was asked for last is what is shown', async () => {
  const { page, wrongs } = await guarded(browser)
  const slow = await page.context().newCDPSession(page)
  await slow.send('Emulation.setCPUThrottlingRate', { rate: 6 })
  await page.goto(labUrl(`#/lab/pkce?${SEED}&at=3`))
  await played(page)
  for (let step = 0; step < 8; step++) await page.keyboard.press('ArrowRight')
  await expect.poll(() => placeOf(page)).toBe('11')
  // Asked for one after the other, faster than any of them can be played.
  await page.evaluate((seed) => {
    for (const at of [5, 17, 23, 8]) location.hash = `#/lab/pkce?${seed}${at}&at=${at}`
  }, SEED)
  await expect.poll(() => placeOf(page)).toBe('8')
  await expect.poll(() => page.url()).toContain('endures8')
  await page.getByRole('slider').press('End')
  await expect
    .poll(
      async () => (await placeOf(page)) === (await page.getByRole('slider').getAttribute('max')),
    )
    .toBe(true)
  expect(await wrongs()).toEqual([])
  await page.context().close()
})
