import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium } from './chromium.ts'
import { openLab, placeOf, wordsOf } from './open-lab.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

const LAB = '#/lab/pkce?v=1&seed=offline&at=9'

const open = async (at = LAB) => {
  const { page } = await openLab(browser, at)
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  return { page, asked }
}

/** As a link does: not every tab finds room. */
const showPane = (page: Page, pane: string) =>
  page.evaluate((name) => (location.hash += `&pane=${name}`), pane)

const again = (page: Page) => page.getByRole('button', { name: 'Try again' })
const notice = (page: Page, name: string) => page.getByText(`${name} could not be loaded.`)

/** What a server says that has nothing of this name any more: a newer version of the lab is there. */
const gone = { status: 404, contentType: 'text/html', body: '<h1>Not found</h1>' }

describe('without a connection, what was not loaded yet', () => {
  test('says so, and comes once it is back and somebody asks again; nothing else is lost', async () => {
    const { page } = await open()
    await page.context().setOffline(true)
    await showPane(page, 'states')
    await notice(page, 'The states').waitFor()
    await page.getByRole('slider').press('ArrowRight')
    await expect.poll(() => placeOf(page)).toBe('10')
    await again(page).click()
    await notice(page, 'The states').waitFor()
    await page.context().setOffline(false)
    await again(page).click()
    await notice(page, 'The states').waitFor({ state: 'detached' })
    await page.getByRole('tabpanel').locator('> :not(h2)').first().waitFor()
    await expect.poll(() => placeOf(page)).toBe('10')
    await page.context().close()
  })

  test('and is a story, is asked for once, not over and over', async () => {
    const { page, asked } = await open()
    await page.context().setOffline(true)
    await page.evaluate(() => (location.hash = '/lab/confused-deputy'))
    await notice(page, 'The story').waitFor()
    const after = asked.length
    expect(asked.filter((url) => url.includes('confused-deputy')).length).toBeLessThan(3)
    // A moment in which nothing may be asked.
    await page.evaluate(() => new Promise((later) => setTimeout(later, 300)))
    expect(asked.length).toBe(after)
    await page.context().setOffline(false)
    await again(page).click()
    await expect.poll(() => page.locator('h1').innerText()).toBe('The confused deputy')
    await page.context().close()
  })

  test('is left behind: the way back is open', async () => {
    const { page } = await open()
    await page.context().setOffline(true)
    await page.evaluate(() => (location.hash = '/lab/confused-deputy'))
    await notice(page, 'The story').waitFor()
    await page.goBack()
    await expect.poll(() => page.locator('h1').innerText()).toMatch(/^PKCE/)
    await expect.poll(() => placeOf(page)).toBe('9')
    await page.context().close()
  })
})

test('after a newer version was put in its place, the page says so and offers to load it', async () => {
  const { page } = await open()
  await page.route(/transcript-[^/]*\.js/, (route) => route.fulfill(gone))
  await page.getByRole('slider').fill('12')
  await expect.poll(() => page.evaluate(() => location.hash)).toContain('at=12')
  await showPane(page, 'transcript')
  await notice(page, 'The transcript').waitFor()
  await expect.poll(() => wordsOf(page)).toContain('a newer version of the lab')
  await page.unroute(/transcript-[^/]*\.js/)
  await page.getByRole('button', { name: 'reload the page' }).click()
  await page.locator('[data-message]').first().waitFor()
  await expect.poll(() => placeOf(page)).toBe('12')
  await page.context().close()
})

test('a page that came over plain http says why nothing can be played, and shows no run', async () => {
  const context = await browser.newContext()
  const page = await context.newPage()
  const { page: home } = await openLab(browser, '')
  const lab = home.url().replace(/#.*/, '')
  await home.context().close()
  await page.route('http://lab.test/**', async (route) => {
    const { pathname } = new URL(route.request().url())
    const answer = await route.fetch({ url: `${lab}${pathname.slice(1)}` })
    await route.fulfill({ response: answer })
  })
  for (const at of ['lab/pkce', 'both/mix-up', 'changes', 'proof']) {
    await page.goto(`http://lab.test/#/${at}`)
    await page.getByText('No cryptography here.').waitFor()
    expect([at, await wordsOf(page)]).not.toEqual([at, expect.stringMatching(/digest|undefined/)])
  }
  await context.close()
})
