import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startRun, type MessageName } from '../../engine/index.ts'
import { firstContact } from '../../scenarios/lessons/first-contact.ts'
import { launchChromium } from './chromium.ts'
import {
  expectNothingInTheWayInEitherTheme,
  openLab,
  placeOf,
  sizes,
  type Look,
} from './open-lab.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

const run = startRun({ scenario: firstContact, seed: 'tamper' })
await run.finish()
const idOf = (wanted: MessageName) => run.log.find(({ name }) => name === wanted)!.id

const open = async (at: number, done = '', look: Look = {}) => {
  const place = `#/lab/first-contact?v=1&seed=tamper&at=${at}&pane=tamper&do=${done}`
  const { page, problems } = await openLab(browser, place, look)
  await page.locator('[role=tabpanel] > :not(h2)').first().waitFor()
  return { page, problems }
}
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true }).first()
const outcome = (page: Page) => page.getByRole('region', { name: 'What you did to this message' })
const said = async (page: Page) => (await outcome(page).innerText()).replace(/\s+/g, ' ')
const button = (page: Page, name: string) =>
  page.getByRole('tabpanel').getByRole('button', { name, exact: true })
const raw = async (page: Page) => {
  await page.getByRole('radio', { name: 'Raw text' }).check({ force: true })
  return page.getByRole('textbox', { name: 'The message as it goes over the wire' })
}

describe('a field', () => {
  test('is changed in place, by keyboard alone; the pane says what came of it, and it is undone', async () => {
    const at = idOf('token-request')
    const { page, problems } = await open(at)
    const verifier = field(page, 'code_verifier')
    const before = await verifier.inputValue()
    await verifier.fill('another')
    await page.keyboard.press('Escape')
    expect(await verifier.inputValue()).toBe(before)
    await verifier.fill('another')
    await page.keyboard.press('Enter')
    await expect.poll(() => said(page)).toMatch(/`?code_verifier`? is now another/)
    expect(await said(page)).toMatch(/Refused by Auth, the authorization server: .*verifier/)
    await expect.poll(() => placeOf(page)).toBe(String(at))
    expect(await page.evaluate(() => location.hash)).toContain(`field.${at}.`)
    expect(await verifier.inputValue()).toBe('another')
    await outcome(page)
      .getByRole('button', { name: /^Undo: / })
      .press('Enter')
    await expect.poll(() => verifier.inputValue()).toBe(before)
    expect(await outcome(page).evaluate((it) => it === document.activeElement)).toBe(true)
    expect(problems).toEqual([])
  })

  test('is taken away', async () => {
    const { page } = await open(idOf('authorization-request'))
    await button(page, 'Take code_challenge away').click()
    await expect.poll(() => said(page)).toMatch(/comes without code_challenge/)
    expect(await field(page, 'code_challenge').count()).toBe(0)
    expect(await said(page)).toMatch(/at message \d+/)
  })

  test('of a signed token keeps the old signature, and says so before and after', async () => {
    const { page } = await open(idOf('token-response'))
    await field(page, 'aud').fill('https://other.example/mcp')
    await page.getByText('The signature stays that of the old token').waitFor()
    await button(page, 'Apply').click()
    await expect.poll(() => said(page)).toMatch(/the old signature stays/)
    expect(await said(page)).toMatch(/Refused by Notes, the MCP server: the signature is wrong/)
    const link = outcome(page).getByRole('button', { name: /^at message \d+$/ })
    const to = /\d+/.exec(await link.innerText())![0]
    await link.click()
    await expect.poll(() => placeOf(page)).toBe(to)
  })
})

describe('the raw text', () => {
  test('that is no HTTP is explained, goes on, and stays what it is', async () => {
    const at = idOf('token-request')
    const { page, problems } = await open(at)
    const text = await raw(page)
    const broken = (await text.inputValue()).replace('Host:', 'Host')
    await text.fill(broken)
    await page.getByText('is no header: that is a name, a colon and a value').waitFor()
    await page.keyboard.press('Control+Enter')
    await expect.poll(() => said(page)).toMatch(/is written anew/)
    expect(await said(page)).toMatch(/is no header.*answers 400.*Refused by Quill, the client/)
    expect(await text.inputValue()).toBe(broken)
    expect(problems).toEqual([])
  })

  test('with a body that is no JSON says so before it is applied', async () => {
    const { page } = await open(idOf('resource-metadata'))
    const text = await raw(page)
    await text.fill((await text.inputValue()).slice(0, -3))
    await page.getByText('The body is not JSON').waitFor()
    await button(page, 'Reset').click()
    expect(await page.getByText('The body is not JSON').count()).toBe(0)
  })
})

describe('the message as a whole', () => {
  test('is held for as long as somebody says', async () => {
    const { page } = await open(idOf('callback-request'))
    await button(page, 'Hold…').press('Enter')
    const seconds = page.getByRole('textbox', { name: 'Seconds' })
    expect(await seconds.evaluate((it) => it === document.activeElement)).toBe(true)
    await seconds.fill('soon')
    await page.getByText('A whole number from 1').waitFor()
    await seconds.fill('90')
    await page.keyboard.press('Enter')
    await expect.poll(() => said(page)).toMatch(/held for 1 minute 30 seconds.*Refused by/)
    await button(page, 'Held for 1 minute 30 seconds…').waitFor()
  })

  test('is lost, and is not', async () => {
    const { page } = await open(idOf('token-request'))
    await button(page, 'Drop').click()
    await expect.poll(() => said(page)).toMatch(/is lost/)
    expect(await button(page, 'Drop').getAttribute('aria-pressed')).toBe('true')
    await button(page, 'Drop').click()
    await expect.poll(() => said(page)).toMatch(/^Each change plays/)
  })

  test('arrives twice; the copy says why nothing is done to it, and leads to the first', async () => {
    const at = idOf('token-request')
    const { page } = await open(at)
    await button(page, 'Send twice').click()
    await expect.poll(() => said(page)).toMatch(/arrives twice/)
    await page.getByRole('slider').fill(String(at + 2))
    await page.getByText('comes a second time').waitFor()
    expect(await page.getByRole('tabpanel').getByRole('textbox').count()).toBe(0)
    await button(page, `Go to message ${at}`).click()
    await expect.poll(() => placeOf(page)).toBe(String(at))
  })
})

test('before the first message there is nothing to do, and a link to a field that is not there says so', async () => {
  const { page } = await open(0)
  await page.getByText('go to a message first').waitFor()
  const { page: other } = await open(1, 'field.1.query%252E9%252Enone.x')
  await expect.poll(() => said(other)).toMatch(/has no such part/)
})

test.each(sizes)('is in nobody’s way at $width, in either theme', async (size) => {
  const at = idOf('token-response')
  const { page, problems } = await open(at, `delay.${at}.5~duplicate.${at}`, size)
  await field(page, 'aud').fill('x')
  await page.getByText('The signature stays that of the old token').waitFor()
  await expectNothingInTheWayInEitherTheme(page)
  await raw(page)
  await button(page, 'Held for 5 seconds…').click()
  await expectNothingInTheWayInEitherTheme(page)
  expect(problems).toEqual([])
})
