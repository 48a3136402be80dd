import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { labUrl, launchChromium } from './chromium.ts'
import {
  expectNothingInTheWayInEitherTheme,
  openLab,
  placeOf as place,
  sizes,
  wordsOf as words,
  type Look,
} from './open-lab.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

const lab = (query: string) => `#/lab/first-contact?v=1&seed=test&${query}`

const open = (place: string, look?: Look) => openLab(browser, place, look)

describe('the address', () => {
  test('gets a seed when it has none, and follows the place', async () => {
    const { page } = await open('#/')
    await page.getByRole('link', { name: /^Learn the flow/ }).click()
    await page.waitForURL(/\?v=2&seed=[a-z0-9]{8}$/)
    await page.keyboard.press('ArrowRight')
    await page.waitForURL(/at=1$/)
    const seed = /seed=(\w+)/.exec(page.url())?.[1]
    await page.getByRole('button', { name: 'What if…' }).click()
    expect(await page.getByText('Seed').innerText()).toBe(`Seed ${seed}`)
  })

  test('shows the same after a reload', async () => {
    const { page } = await open(lab('at=23&do=consent.deny'))
    await page.getByText('The decision').first().waitFor()
    const before = await words(page)
    expect(before).toContain('Sam denies consent')
    await page.reload()
    await page.getByRole('slider').and(page.locator(':not([max="0"])')).waitFor()
    await expect.poll(() => words(page)).toBe(before)
  })

  test('that is broken in part is opened in part, and what is broken is named', async () => {
    const { page } = await open(lab('at=6&do=drop.x'))
    expect(await words(page)).toContain('“drop.x” is no decision this lab knows')
    expect(await place(page)).toBe('6')
  })

  test('of a lesson that does not exist leads to the library, with a word on it', async () => {
    const { page } = await open('#/library-of-alexandria')
    expect(await words(page)).toContain('does not have the page this address names')
    await page.goto(labUrl('#/lab/none%2F<b>?at=1'))
    await expect.poll(() => words(page)).toContain('does not have')
  })
})

describe('the keys', () => {
  test('step, go to either end, and play', async () => {
    const { page } = await open(lab('at=0'))
    for (const [key, to] of [
      ['ArrowRight', '1'],
      ['ArrowRight', '2'],
      ['ArrowLeft', '1'],
      ['End', '48'],
      ['Home', '0'],
    ] as const) {
      await page.keyboard.press(key)
      await expect.poll(() => place(page)).toBe(to)
    }
    await page.keyboard.press(' ')
    await page.getByRole('button', { name: 'Pause' }).waitFor()
    await page.keyboard.press(' ')
    await page.getByRole('button', { name: 'Play' }).waitFor()
  })

  test('mean what they mean where the focus is', async () => {
    const { page } = await open(lab('at=4'))
    await page.getByRole('button', { name: 'One message on' }).focus()
    await page.keyboard.press(' ')
    await expect.poll(() => place(page)).toBe('5')
    await page.getByRole('combobox', { name: 'Pace' }).focus()
    await page.keyboard.press('Home')
    expect(await place(page)).toBe('5')
    await page.getByRole('tab', { name: 'Message' }).focus()
    await page.keyboard.press('ArrowRight')
    expect(await page.getByRole('tab', { selected: true }).innerText()).toMatch(/^Checks/)
    expect(await place(page)).toBe('5')
  })
})

describe('what if', () => {
  test('Sam denies consent: the run ends refused, from where it differs, and can be taken back', async () => {
    const { page, problems } = await open(lab('at=40'))
    await page.getByRole('button', { name: 'What if…' }).click()
    await page.getByRole('checkbox', { name: 'Sam denies consent' }).check()
    await expect.poll(() => place(page)).toBe('22')
    await page.keyboard.press('Escape')
    await page.keyboard.press('End')
    await expect.poll(() => words(page)).toContain('the owner did not allow it')
    await page.getByRole('button', { name: 'undo all' }).click()
    await expect.poll(() => page.getByRole('slider').getAttribute('max')).toBe('48')
    expect(problems).toEqual([])
  })
})

describe('the developer tools', () => {
  test('show the back channel once the learner turns them on, and the page shows the same', async () => {
    const { page, problems } = await open(lab('at=30'))
    const before = await page.getByRole('tabpanel').innerText()
    const seen: string[] = []
    page.on('request', (request) => seen.push(`${request.method()} ${request.url()}`))
    await page.getByRole('button', { name: 'What if…' }).click()
    await page.getByRole('checkbox', { name: /developer tools/ }).click()
    await page.waitForURL(/devtools\.html#/)
    await page.getByText('A service worker answers').waitFor()
    await expect.poll(() => seen).toContain('POST https://auth.example/token')
    await expect.poll(() => page.getByRole('tabpanel').innerText()).toBe(before)
    const status = await page.evaluate(() =>
      fetch('https://notes.example/mcp', { method: 'POST' }).then((answer) => answer.status),
    )
    expect(status).toBe(401)
    expect(problems.filter((one) => !one.includes('.example') && !one.includes('401'))).toEqual([])
    await page.getByRole('button', { name: 'Turn it off' }).click()
    await page.waitForURL(/deep\/#\/lab/)
    await page.getByText('A service worker answers').waitFor({ state: 'detached' })
  })
})

describe('a token', () => {
  test('is split, decoded and verified', async () => {
    const { page } = await open(lab('at=30'))
    await page.locator('summary', { hasText: 'access_token' }).click()
    await expect.poll(() => words(page)).toContain('The signature holds: EdDSA')
    await page.locator('summary', { hasText: /^aud/ }).click()
    expect(await words(page)).toContain('https://notes.example/mcp')
  })
})

test.each(sizes)(
  'at $width pixels, in either theme, nothing is in the way of anybody',
  async (size) => {
    const { page, problems } = await open('#/', size)
    for (const where of ['#/', lab('at=0'), lab('at=23&do=consent.deny'), lab('at=30')]) {
      await page.goto(labUrl(where))
      await page
        .getByRole('heading', { level: 1, name: where === '#/' ? 'Lab' : 'contact' })
        .waitFor()
      await page.waitForLoadState('networkidle')
      await expectNothingInTheWayInEitherTheme(page)
    }
    expect(problems).toEqual([])
  },
)
