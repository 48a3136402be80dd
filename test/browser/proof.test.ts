import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { plansOf, revisionFor, revisionsOf, worldsOf } from '../../engine/proof.ts'
import { attacks } from '../../scenarios/index.ts'
import { labUrl, launchChromium, watch } from './chromium.ts'
import { expectNothingInTheWay, openLab, openLabIn, placeOf, played, wordsOf } from './open-lab.ts'

const dist = new URL('../../dist/', import.meta.url).href
const PATIENCE = 60_000

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const over = (page: Page) => button(page, 'Start again').waitFor({ timeout: PATIENCE })
const table = (page: Page, name: string) => page.getByRole('table', { name })
const BY_CHECK = 'What is remembered'
const BY_REVISION = 'How each attack ends'

const planned = attacks.flatMap((attack) =>
  plansOf(attack, [revisionFor(attack, '2026-07-28')]),
).length
const worlds = attacks.flatMap((attack) => worldsOf(attack)).length

describe('the proof, once it is there', () => {
  let page: Page
  let problems: readonly string[]
  beforeAll(async () => {
    const context = await browser.newContext({ reducedMotion: 'reduce' })
    ;({ page, problems } = await openLabIn(context, '#/proof'))
    await over(page)
    await page.getByText(/checks: \d+ stop an attack/).click()
  }, 2 * PATIENCE)

  test('was played in workers, and every run ends as its attack says it does', async () => {
    const words = await wordsOf(page)
    expect(words).toContain(`${planned} runs. Every run ends as its attack says it does.`)
    expect(words).toMatch(
      new RegExp(
        `${planned} runs that prove every check in [\\d.]+ seconds, ${worlds} more .* workers?`,
      ),
    )
    expect(await page.locator('[data-astray]').count()).toBe(0)
    expect(
      await table(page, BY_REVISION)
        .getByRole('link', { name: /^(won|refused)/ })
        .count(),
    ).toBe(worlds)
    expect(problems).toEqual([])
  })

  test.each([
    { width: 1440, height: 900, theme: 'light' },
    { width: 820, height: 1100, theme: 'dark' },
    { width: 390, height: 844, theme: 'light' },
  ] as const)('is in nobody’s way at $width pixels, $theme', async ({ theme, ...size }) => {
    await page.setViewportSize(size)
    await page.emulateMedia({ colorScheme: theme })
    await expectNothingInTheWay(page)
    expect(problems).toEqual([])
  })

  test('leads from a cell to the message at which that run was decided', async () => {
    const row = table(page, BY_CHECK).getByRole('row', { name: 'A token that opens another door' })
    const cell = row.getByRole('link', { name: /^refused by rs\/audience-is-me/ }).first()
    const [, at = ''] = /message (\d+) of/.exec(await cell.innerText()) ?? []
    await cell.click()
    await played(page)
    await expect.poll(() => placeOf(page)).toBe(at)
    await page.getByRole('tab', { name: /^Checks/, selected: true }).waitFor()
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: 'The proof' }).waitFor()
    // What was proved is not proved again.
    await expect.poll(() => wordsOf(page)).toContain('Every run ends as its attack says it does.')
  })
})

describe('the proof', () => {
  test('can be stopped, which keeps what is known, and begun again', async () => {
    const { page } = await openLab(browser, '#/proof')
    await table(page, BY_CHECK).getByRole('link', { name: /^won/ }).first().waitFor()
    await button(page, 'Cancel').click()
    await page.getByText(/\d+ of \d+ runs, then stopped/).waitFor()
    expect(await table(page, BY_CHECK).getByRole('link', { name: /^won/ }).count()).toBeGreaterThan(
      0,
    )
    await button(page, 'Start again').click()
    await page.getByText(/\d+ of \d+ runs, in/).waitFor()
    await page.close()
  })

  test('is told in the revision that is chosen, and says where an attack is not', async () => {
    const { page } = await openLab(browser, '#/proof')
    await page.getByRole('combobox', { name: 'Played in MCP' }).selectOption('2025-03-26')
    await expect.poll(() => page.url()).toContain('#/proof?rev=2025-03-26')
    const { title, revision } = attacks.find((one) => !revisionsOf(one).includes('2025-03-26'))!
    const row = table(page, BY_CHECK).getByRole('row', { name: title }).first()
    expect(await row.innerText()).toContain(`in MCP ${revision}`)
    await page.close()
  })

  test('opens in the newest revision where the address asks for none that there is', async () => {
    const { page } = await openLab(browser, '#/proof?rev=soon')
    const chosen = page.getByRole('combobox', { name: 'Played in MCP' })
    expect(await chosen.inputValue()).toBe('2026-07-28')
    await page.close()
  })

  test('is played in the page itself where no worker starts', async () => {
    const page = await browser.newPage()
    await page.addInitScript(() => void Reflect.deleteProperty(globalThis, 'Worker'))
    await page.goto(labUrl('#/proof'))
    await page.getByText('in the page itself').waitFor()
    await over(page)
    await expect
      .poll(() => wordsOf(page))
      .toContain(`${planned} runs. Every run ends as its attack says it does.`)
    await page.close()
  })

  test('is played in the page itself where a worker’s script is not there', async () => {
    const page = await browser.newPage()
    await page.route('**/worker-*.js', (route) => route.fulfill({ status: 404, body: '' }))
    await page.goto(labUrl('#/proof'))
    await page.getByText('in the page itself').waitFor({ timeout: PATIENCE })
    const won = table(page, BY_CHECK).getByRole('link', { name: /^won/ })
    await expect.poll(() => won.count(), { timeout: PATIENCE }).toBeGreaterThan(0)
    await page.close()
  })

  test('is played from a disk', async () => {
    const page = await browser.newPage()
    const problems = watch(page)
    await page.goto(`${dist}handshake-lab.html#/proof`)
    await page.getByText('in the page itself').waitFor()
    await over(page)
    await expect.poll(() => wordsOf(page)).toContain('Every run ends as its attack says it does.')
    expect(problems.filter((problem) => problem.startsWith('uncaught'))).toEqual([])
    await page.close()
  })

  test('is reached from the library', async () => {
    const { page } = await openLab(browser, '#/')
    await page.getByRole('main').getByRole('link', { name: 'The proof' }).click()
    await page.getByRole('heading', { level: 1, name: 'The proof' }).waitFor()
    expect(await page.title()).toBe('The proof · Handshake Lab')
    await page.close()
  })
})
