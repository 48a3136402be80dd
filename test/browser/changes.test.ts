import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium } from './chromium.ts'
import { expectNothingInTheWayInEitherTheme, openLab, placeOf, played, sizes } from './open-lab.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

const open = async (query = '', look = {}) => {
  const opened = await openLab(browser, `#/changes${query}`, look)
  await opened.page.getByRole('heading', { name: 'Checks' }).waitFor()
  return opened
}
const section = (page: Page, name: string) =>
  page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name }) })
const column = (page: Page, name: string, change: 'gone' | 'new' | 'changed') =>
  section(page, name).locator(`[data-change="${change}"]`)

describe('what changed', () => {
  test('compares the newest revision with the one before it, unless asked otherwise', async () => {
    const { page, problems } = await open()
    const chosen = (name: string) => page.getByRole('combobox', { name }).inputValue()
    expect(await chosen('The first revision')).toBe('2025-11-25')
    expect(await chosen('The second revision')).toBe('2026-07-28')
    const gone = await column(page, 'Messages', 'gone').innerText()
    expect(gone).toContain('notifications/initialized')
    expect(await column(page, 'Parameters', 'new').innerText()).toContain('iss')
    expect(await column(page, 'Checks', 'new').innerText()).toContain('MUST')
    expect(problems).toEqual([])
  })

  test('is reached from the library and from a lesson', async () => {
    const { page } = await openLab(browser, '#/')
    await page.getByRole('main').getByRole('link', { name: 'What changed' }).click()
    await page.getByRole('heading', { level: 1, name: 'What changed' }).waitFor()
    const lesson = await openLab(browser, '#/lab/first-contact?v=1&seed=a&at=3&rev=2025-11-25')
    await lesson.page.getByRole('link', { name: 'What changed' }).first().click()
    await expect.poll(() => lesson.page.url()).toContain('to=2025-11-25')
  })

  test('follows what is chosen, keeps it in the address, and goes back', async () => {
    const { page } = await open('?from=2025-03-26&to=2025-06-18')
    expect(await column(page, 'Messages', 'new').innerText()).toContain('oauth-protected-resource')
    await page.getByRole('button', { name: 'The other way round' }).click()
    await expect
      .poll(() => column(page, 'Messages', 'gone').innerText())
      .toContain('oauth-protected-resource')
    await expect.poll(() => page.url()).toContain('from=2025-06-18&to=2025-03-26')
    await page.goBack()
    await expect
      .poll(() => column(page, 'Messages', 'new').innerText())
      .toContain('oauth-protected-resource')
  })

  test('offers only what both revisions know', async () => {
    const { page } = await open('?from=2025-06-18&to=2025-11-25&reg=metadata-document')
    const ways = page.getByRole('combobox', { name: 'How Quill comes by its client_id' })
    expect(await ways.inputValue()).toBe('dynamic')
    expect(await ways.locator('option[value="metadata-document"]').isDisabled()).toBe(true)
  })

  test('shows the rows of one party alone', async () => {
    const { page } = await open()
    const all = await section(page, 'Checks').getByRole('listitem').count()
    await page.getByRole('radio', { name: 'Auth' }).check()
    const rows = section(page, 'Checks').getByRole('listitem')
    await expect.poll(() => rows.count()).toBeLessThan(all)
    for (const row of await rows.allInnerTexts()) expect(row).toContain('the authorization server')
    await page.getByRole('radio', { name: 'everybody' }).check()
    await expect.poll(() => rows.count()).toBe(all)
  })

  test('leads to the very message in the lab, in its revision', async () => {
    const { page } = await open('?from=2025-03-26&to=2025-06-18')
    const link = column(page, 'Messages', 'new').getByRole('link').first()
    const id = await link.innerText()
    await link.click()
    await played(page)
    await expect.poll(() => placeOf(page)).toBe(id)
    expect(await page.getByRole('combobox', { name: 'Revision of MCP' }).inputValue()).toBe(
      '2025-06-18',
    )
    expect(await page.locator('[data-row][aria-current]').getAttribute('aria-label')).toContain(
      'asks for protected resource metadata',
    )
  })

  test('leads to the checks of the message on which a check was made', async () => {
    const { page } = await open()
    const row = column(page, 'Checks', 'new').getByRole('listitem').first()
    const says = (await row.locator('p').first().innerText()).replace(/\s+/g, ' ')
    await row.getByRole('link', { name: /^Message/ }).click()
    await played(page)
    await page.getByRole('tab', { name: 'Checks', selected: true }).waitFor()
    await expect
      .poll(async () => (await page.getByRole('tabpanel').innerText()).replace(/\s+/g, ' '))
      .toContain(says)
  })

  test('can be asked for what it does not have, and shows what it has', async () => {
    const { page } = await open('?from=2024-11-05&to=soon&reg=%00&lesson=none')
    expect(await page.getByRole('combobox', { name: 'The second revision' }).inputValue()).toBe(
      '2026-07-28',
    )
  })
})

test.each(sizes)(
  'at $width pixels, in either theme, nothing is in the way of anybody',
  async (size) => {
    const { page, problems } = await open('?from=2025-06-18&to=2026-07-28', size)
    await expectNothingInTheWayInEitherTheme(page)
    expect(problems).toEqual([])
  },
)
