import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { labUrl, launchChromium } from './chromium.ts'
import { expectNothingInTheWayInEitherTheme, openLab, placeOf, sizes, wordsOf } from './open-lab.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

const SIGN_IN = 15
const CONSENT = 21

const lab = (query: string) => `#/lab/first-contact?v=1&rev=2025-06-18&seed=window&${query}`
const open = async (query: string) => {
  const { page, problems } = await openLab(browser, lab(query))
  return { page, problems, frame: page.getByRole('region', { name: 'Sam’s browser' }) }
}
const address = (page: Page) => page.url().replace(/.*#/, '')

describe('the browser window', () => {
  test('comes forward by itself when a page waits for Sam, and goes again', async () => {
    const { page, frame } = await open(`at=${SIGN_IN}`)
    await frame.waitFor()
    expect(await page.getByRole('tab', { selected: true }).innerText()).toBe('Browser')
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => page.getByRole('tab', { selected: true }).innerText()).toBe('Message')
  })

  test('stays where somebody chose another pane, and leads to the page from the story', async () => {
    const { page, frame } = await open(`at=${SIGN_IN}&pane=message`)
    expect(await frame.count()).toBe(0)
    await page.getByRole('button', { name: 'Be Sam, and answer' }).click()
    await frame.waitFor()
    await expect.poll(() => address(page)).toContain('pane=browser')
  })

  test('stays for whoever has answered, leads from page to page, and goes when Sam closes it', async () => {
    const { page, frame } = await open(`at=${SIGN_IN}&pane=checks`)
    await page.getByRole('button', { name: 'Be Sam, and answer' }).click()
    await page.getByRole('button', { name: 'Fill that in' }).click()
    await frame.getByRole('button', { name: 'Sign in' }).press('Enter')
    await page.getByRole('button', { name: `On to the next page, message ${CONSENT}` }).click()
    await frame.getByRole('button', { name: 'Allow' }).press('Enter')
    const selected = () => page.getByRole('tab', { selected: true }).innerText()
    await page.getByRole('button', { name: 'On to the next page, message 27' }).click()
    await frame.getByText('You can close this window').waitFor()
    expect(await selected()).toBe('Browser')
    await frame.getByRole('button', { name: 'Close the window' }).press('Enter')
    await expect.poll(() => placeOf(page)).toBe('28')
    await expect.poll(selected).toMatch(/^Checks/)
    // The keyboard does not fall off the page with the window.
    const held = () => page.evaluate(() => document.activeElement?.getAttribute('role'))
    await expect.poll(held).toBe('tab')
    await expect.poll(() => address(page)).toContain('pane=checks')
  })

  test('says where it is, and what it was sent there with', async () => {
    const { frame } = await open(`at=${SIGN_IN}`)
    expect(await frame.locator('b').innerText()).toBe('auth.example')
    await frame.getByText('7 parameters').click()
    expect(await frame.getByRole('definition').allInnerTexts()).toContain('S256')
  })

  test('shows at every place what there is to see', async () => {
    const { page, frame } = await open('at=3&pane=browser')
    for (const [at, words] of [
      [3, 'Nothing has opened a window yet.'],
      [12, 'Waiting for auth.example'],
      [SIGN_IN, 'Password'],
      [CONSENT, 'Allow access?'],
      [27, 'You can close this window'],
      [28, 'Sam closed the window.'],
      [CONSENT, 'read your notes'],
    ] as const) {
      await page.getByRole('slider').fill(String(at))
      await expect.poll(() => frame.innerText()).toContain(words)
    }
  })

  test('shows the cookies, and with which messages they went along', async () => {
    const { page } = await open(`at=${CONSENT}&pane=browser`)
    const cookies = page.getByRole('listitem').filter({ hasText: '__Host-' })
    const words = (await cookies.innerText()).replace(/\s+/g, ' ')
    expect(words).toMatch(/^__Host-session \S{8}…\S{4} Path=\/ Secure HttpOnly SameSite=Lax set by/)
    await cookies.getByRole('button', { name: 'message 18' }).click()
    await expect.poll(() => placeOf(page)).toBe('18')
  })
})

describe('whoever plays Sam', () => {
  test('signs in and allows, and nothing is changed by it', async () => {
    const { page, frame, problems } = await open(`at=${SIGN_IN}`)
    await frame.getByLabel('Name').fill('sam')
    await frame.getByLabel('Password').fill('teaching-password')
    await frame.getByRole('button', { name: 'Sign in' }).click()
    await expect.poll(() => placeOf(page)).toBe(String(SIGN_IN + 1))
    await page.getByRole('button', { name: `${CONSENT} Allow access?` }).click()
    await frame.getByRole('button', { name: 'Allow' }).click()
    await expect.poll(() => placeOf(page)).toBe(String(CONSENT + 1))
    expect(address(page)).not.toContain('do=')
    await page.keyboard.press('End')
    await expect.poll(() => wordsOf(page)).toContain('Completed')
    expect(problems).toEqual([])
  })

  test.each([
    ['sam', 'guessed', 'sign-in.wrong-password'],
    ['robin', 'another-teaching-password', 'sign-in.robin'],
  ])('as %s with “%s” decides %s', async (name, password, decision) => {
    const { page, frame } = await open(`at=${SIGN_IN}`)
    await frame.getByLabel('Name').fill(name)
    await frame.getByLabel('Password').fill(password)
    await page.keyboard.press('Enter')
    await expect.poll(() => address(page)).toContain(`do=${decision}`)
    await expect.poll(() => placeOf(page)).toBe(String(SIGN_IN + 1))
    expect(await frame.getByRole('textbox', { name: 'Name' }).inputValue()).toBe(name)
  })

  test.each([
    [SIGN_IN, 'Close the window', 'sign-in.close-window'],
    [CONSENT, 'Deny', 'consent.deny'],
    [CONSENT, 'Close the window', 'consent.close-window'],
  ])('at message %i, by “%s” decides %s', async (at, button, decision) => {
    const { page, frame } = await open(`at=${at}`)
    await frame.getByRole('button', { name: button }).click()
    await expect.poll(() => address(page)).toContain(`at=${at + 1}&do=${decision}`)
    await page.keyboard.press('End')
    await expect.poll(() => wordsOf(page)).toMatch(/Refused|Given up/)
  })

  test('thinks better of it, and the old decision is gone', async () => {
    const { page, frame } = await open(`at=${CONSENT}&do=consent.deny`)
    await frame.getByRole('button', { name: 'Allow' }).click()
    await expect.poll(() => address(page)).not.toContain('do=')
    await expect.poll(() => page.getByRole('slider').getAttribute('max')).toBe('48')
  })

  test('can do it with the keyboard alone, and stays in the window', async () => {
    const { page, frame } = await open(`at=${SIGN_IN}`)
    await frame.getByRole('textbox', { name: 'Name' }).focus()
    await page.keyboard.type('sam')
    await page.keyboard.press('Tab')
    await page.keyboard.type('teaching-password')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => placeOf(page)).toBe(String(SIGN_IN + 1))
    expect(await frame.evaluate((element) => element.contains(document.activeElement))).toBe(true)
  })

  test('may as well let Sam do it', async () => {
    const { page } = await open(`at=${SIGN_IN}`)
    await page.getByRole('button', { name: 'Let Sam do it', exact: true }).click()
    await page.getByRole('button', { name: 'Pause' }).waitFor()
    await expect.poll(() => placeOf(page)).not.toBe(String(SIGN_IN))
  })

  test('can press nothing while no page asks', async () => {
    const { frame } = await open(`at=${SIGN_IN + 1}&pane=browser`)
    for (const button of await frame.getByRole('button').all())
      expect(await button.isDisabled()).toBe(true)
    expect(await frame.getByLabel('Password').getAttribute('readonly')).toBe('')
  })
})

test.each(sizes)(
  'at $width pixels, in either theme, nothing in the window is in the way of anybody',
  async (size) => {
    const { page, problems } = await openLab(browser, lab('at=12&pane=browser'), size)
    for (const [query, words] of [
      ['at=12&pane=browser', 'Waiting for'],
      [`at=${SIGN_IN}&pane=browser`, 'Your turn'],
      [`at=${CONSENT + 1}&pane=browser&do=consent.deny`, 'Sam pressed “Deny”'],
      ['at=28&pane=browser', 'Sam closed the window'],
    ] as const) {
      await page.goto(labUrl(lab(query)))
      await page.getByText(words).waitFor()
      await expectNothingInTheWayInEitherTheme(page)
    }
    expect(problems).toEqual([])
  },
)
