import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { labUrl, launchChromium } from './chromium.ts'
import {
  choosePane,
  expectNothingInTheWayInEitherTheme,
  openLab,
  placeOf,
  sizes,
  wordsOf,
} from './open-lab.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

const lab = (query: string) => `#/lab/first-contact?v=1&seed=editions&${query}`
const open = (query: string, look = {}) => openLab(browser, lab(query), look)
const revision = (page: Page) => page.getByRole('combobox', { name: 'Revision of MCP' })
const registration = (page: Page) =>
  page.getByRole('combobox', { name: 'How Quill comes by its client_id' })
const address = (page: Page) => page.url().replace(/.*#/, '')
const current = (page: Page) => page.locator('[data-row][aria-current]')

describe('the revision', () => {
  test('is changed where one stands: the same seed, the same message', async () => {
    const { page, problems } = await open('rev=2025-06-18&at=6&pane=message')
    const before = await current(page).getAttribute('aria-label')
    expect(before).toMatch(/^6\. Auth to Quill, directly: 200 OK \(authorization server metadata\)/)
    await revision(page).selectOption('2025-03-26')
    await expect.poll(() => placeOf(page)).toBe('4')
    await expect
      .poll(() => current(page).getAttribute('aria-label'))
      .toMatch(/\(authorization server metadata/)
    await expect.poll(() => address(page)).toContain('rev=2025-03-26')
    await expect.poll(() => address(page)).toContain('seed=editions&at=4')
    expect(problems).toEqual([])
  })

  test('goes back and forward with the browser’s own buttons', async () => {
    const { page } = await open('rev=2025-06-18&at=6')
    await revision(page).selectOption('2026-07-28')
    await expect.poll(() => address(page)).toContain('rev=2026-07-28')
    await page.keyboard.press('ArrowRight')
    await page.goBack()
    await expect.poll(() => revision(page).inputValue()).toBe('2025-06-18')
    await expect.poll(() => placeOf(page)).toBe('6')
    await page.goForward()
    await expect.poll(() => revision(page).inputValue()).toBe('2026-07-28')
    await expect.poll(() => address(page)).toContain('rev=2026-07-28')
  })

  test('that a link names badly is said, and the lesson is told in its own', async () => {
    const { page } = await open('rev=2024-11-05&at=2')
    await expect.poll(() => wordsOf(page)).toContain('2024-11-05')
    expect(await revision(page).inputValue()).toMatch(/^20\d\d-\d\d-\d\d$/)
  })

  test.each([
    ['2025-06-18', 'no keyword'],
    ['2025-11-25', 'MUST'],
  ])('%s decides which keyword binds a check: %s', async (chosen, level) => {
    const { page } = await open(`rev=${chosen}&at=6&pane=checks`)
    const check = page.getByRole('listitem').filter({ hasText: 'client/pkce-supported' })
    await check.locator('summary').click()
    expect((await check.innerText()).replace(/\s+/g, ' ')).toContain(`level ${level}`)
  })

  test('decides which page a clause leads to', async () => {
    const { page } = await open('rev=2025-11-25&at=2&pane=checks')
    await page.locator('summary').filter({ hasText: '401' }).first().click()
    const links = () =>
      page
        .getByRole('tabpanel')
        .locator('a[href*="modelcontextprotocol.io"]')
        .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href))
    await expect.poll(links).not.toEqual([])
    for (const href of await links()) expect(href).toContain('/2025-11-25/')
    await revision(page).selectOption('2026-07-28')
    await expect
      .poll(async () => (await links()).every((one) => one.includes('/2026-07-28/')))
      .toBe(true)
  })

  test('brings and takes parties: Auth and Notes share an origin in the first one', async () => {
    const { page } = await open('rev=2025-03-26&at=0&pane=transcript')
    await expect.poll(() => wordsOf(page)).toContain('Auth, the MCP server’s own authorization')
  })
})

describe('the registration', () => {
  test('is changed where one stands, and is in the address', async () => {
    const { page } = await open('rev=2025-11-25&at=13')
    await registration(page).selectOption('metadata-document')
    await expect.poll(() => address(page)).toContain('reg=metadata-document')
    await expect
      .poll(() => current(page).getAttribute('aria-label'))
      .toMatch(/Browser to Auth.*authorization request/)
    expect(await page.locator('figure').innerText()).toContain('Quill’s site')
  })

  test('that a revision does not know cannot be chosen there, and the list says since when it is', async () => {
    const { page } = await open('rev=2025-06-18&at=3')
    const option = registration(page).locator('option[value="metadata-document"]')
    expect(await option.isDisabled()).toBe(true)
    expect(await option.innerText()).toContain('(since 2025-11-25)')
  })

  test('that stays behind when the revision changes is told, and comes back with it', async () => {
    const { page } = await open('rev=2025-11-25&reg=metadata-document&at=3')
    await revision(page).selectOption('2025-06-18')
    await expect.poll(() => wordsOf(page)).toContain('no such document before 2025-11-25')
    expect(await registration(page).inputValue()).toBe('dynamic')
    await revision(page).selectOption('2026-07-28')
    await expect.poll(() => registration(page).inputValue()).toBe('metadata-document')
  })

  test('by which the client registers itself is said to be deprecated where it is', async () => {
    const { page } = await open('rev=2026-07-28&at=3')
    const remark = page.getByRole('link', { name: 'deprecated in this revision' })
    expect(await remark.getAttribute('href')).toContain('2026-07-28')
    await revision(page).selectOption('2025-11-25')
    await remark.waitFor({ state: 'detached' })
  })
})

describe('the pane', () => {
  test('that is chosen is in the address, and is open again from there', async () => {
    const { page } = await open('at=6')
    await choosePane(page, 'Audit')
    await expect.poll(() => address(page)).toContain('pane=audit')
    await page.reload()
    await page.getByRole('tab', { name: 'Audit', selected: true }).waitFor()
  })

  test('of a name the lab does not have is none', async () => {
    const { page } = await open('at=6&pane=nonsense')
    expect(await page.getByRole('tab', { selected: true }).innerText()).toBe('Message')
  })
})

test.each(sizes)(
  'at $width pixels, in either theme, the switches are in nobody’s way',
  async (size) => {
    const { page } = await open('rev=2026-07-28&at=3', size)
    const cut = async () => {
      const boxes = await Promise.all(
        [revision(page), registration(page)].map((one) => one.boundingBox()),
      )
      return boxes
        .filter((box) => !box || box.x < 0 || box.x + box.width > size.width!)
        .map((box) => `a switch is cut: ${JSON.stringify(box)}`)
    }
    for (const query of [
      'rev=2026-07-28&at=3',
      'rev=2025-06-18&reg=metadata-document&at=3',
      'rev=2025-11-25&reg=client-secret-basic&at=30&pane=audit',
    ]) {
      await page.goto(labUrl(lab(query)))
      await expect.poll(() => revision(page).inputValue()).toBe(/rev=([\d-]+)/.exec(query)![1])
      await expect.poll(() => placeOf(page)).toBe(/at=(\d+)/.exec(query)![1])
      await expectNothingInTheWayInEitherTheme(page, cut)
    }
  },
)
