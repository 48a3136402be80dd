import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startRun } from '../../engine/index.ts'
import { valuesOf } from '../../engine/values.ts'
import { firstContact } from '../../scenarios/lessons/first-contact.ts'
import { launchChromium } from './launch.ts'
import { expectNothingInTheWay, openLab, type Look } from './open-lab.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

// The same seed gives the same bytes in Node and in Chromium, so what has to be lit is known.
const run = startRun({ scenario: firstContact, seed: 'values' })
await run.finish()
const index = await valuesOf(run.log)
const idOf = (name: string) => run.log.find((one) => one.name === name)!.id
const callback = run.log[idOf('callback-request') - 1]!
const code =
  callback.kind === 'request' ? new URL(callback.request.url).searchParams.get('code')! : ''
const carriers = [...index.marksOf(code).keys()].map(({ id }) => id)

const open = async (at: number, look?: Look): Promise<Page> => {
  const { page } = await openLab(
    browser,
    `#/lab/first-contact?v=1&seed=values&at=${at}&pane=message`,
    look,
  )
  await page.getByRole('tabpanel').getByText('As it was sent').waitFor()
  return page
}
const field = (page: Page, name: string) =>
  page
    .getByRole('tabpanel')
    .locator('summary')
    .filter({ has: page.getByText(name, { exact: true }) })
    .first()
const rows = (page: Page, which = '') =>
  page
    .locator(`[data-row]${which}`)
    .evaluateAll((all) => all.map((row) => Number(row.getAttribute('data-row'))))

describe('a value that the focus is on', () => {
  test('is marked on every row that carries it, and no other row is touched', async () => {
    const page = await open(idOf('callback-request'))
    await page.evaluate(() => {
      const touched = new Set<string>()
      Object.assign(globalThis, { touched })
      new MutationObserver((changes) => {
        for (const { target } of changes)
          touched.add((target as Element).closest?.('[data-row]')?.getAttribute('data-row') ?? '')
      }).observe(document.querySelector('figure')!, {
        subtree: true,
        attributes: true,
        childList: true,
      })
    })
    await field(page, 'code').focus()
    await page.getByText(`in ${carriers.length} messages`).waitFor()
    const seen = (await rows(page)).filter((id) => carriers.includes(id))
    expect(seen.length).toBeGreaterThan(1)
    expect((await rows(page, '[data-lit]')).toSorted()).toEqual(seen.toSorted())
    const touched = await page.evaluate(() => [
      ...(globalThis as unknown as { touched: Set<string> }).touched,
    ])
    expect(touched.map(Number).toSorted()).toEqual(seen.toSorted())
  })

  test('opened, stays lit in the next message; Escape lets it go', async () => {
    const page = await open(idOf('callback-request'))
    await field(page, 'code').focus()
    await page.keyboard.press('Enter')
    await page.getByText('First in').waitFor()
    await page.keyboard.press('ArrowRight')
    await page
      .getByRole('button', { name: `message ${carriers[0]}`, exact: true })
      .first()
      .waitFor()
    expect((await rows(page, '[data-lit]')).length).toBeGreaterThan(0)
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator('[data-lit]').count()).toBe(0)
  })

  test('tapped on a phone, it is lit in the diagram as well', async () => {
    const page = await open(idOf('callback-request'), { width: 390, height: 844, theme: 'dark' })
    await field(page, 'code').click()
    await page.getByText('First in').waitFor()
    await page.getByRole('tab', { name: 'Diagram' }).click()
    await expect.poll(() => rows(page, '[data-lit="value"]')).toContain(callback.id)
  })
})

describe('computed again, in place', () => {
  const readers = (page: Page) =>
    page.getByRole('list').filter({ hasText: 'Makes every check' }).last().getByRole('listitem')

  test('RFC 7515 §5.2 a token with another claim is taken by nobody who looks at the signature', async () => {
    const page = await open(idOf('token-response'))
    await field(page, 'access_token').click()
    await page.getByText('Verify it again').click()
    await expect.poll(() => readers(page).allInnerTexts()).toHaveLength(4)
    for (const text of await readers(page).allInnerTexts()) expect(text).toContain('takes it')
    const claims = page.getByLabel('The claims')
    await claims.fill((await claims.inputValue()).replace('"sub":"sam"', '"sub":"ann"'))
    await page.getByText('the signature is wrong').first().waitFor()
    const texts = await readers(page).allInnerTexts()
    expect(texts.map((text) => text.includes('takes it'))).toEqual([false, false, false, true])
    await page.getByRole('button', { name: 'Back to what this run had' }).click()
    await page.getByText('the signature is wrong').first().waitFor({ state: 'detached' })
  })

  test('RFC 7636 §4.6 another verifier does not belong to the challenge', async () => {
    const page = await open(idOf('token-request'))
    await field(page, 'code_verifier').click()
    await page.getByText('Compute it again').click()
    const verifier = page.getByLabel('The verifier')
    await verifier.fill(`${await verifier.inputValue()}~ü`)
    await expect.poll(() => page.getByText('may not stand in a verifier').count()).toBe(1)
    await expect.poll(() => page.getByText('does not hold').count()).toBe(1)
  })

  test.each([
    { width: 1440, height: 900, theme: 'light' },
    { width: 390, height: 844, theme: 'dark' },
  ] as const)('axe finds nothing, %o', async (look) => {
    const page = await open(idOf('token-response'), look)
    await field(page, 'access_token').click()
    await page.getByText('Verify it again').click()
    await expect.poll(() => readers(page).count()).toBe(4)
    await expectNothingInTheWay(page)
  })
})

test('the workings have a page of their own, on which nothing is in the way', async () => {
  const { page, problems } = await openLab(browser, '#/workings', { width: 390, height: 844 })
  await page.getByText('takes it Makes every check').waitFor()
  await expectNothingInTheWay(page)
  expect(problems).toEqual([])
})
