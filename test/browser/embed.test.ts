import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContextOptions, Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SANDBOX } from '../../web/element/markup.ts'
import { launchChromium, launchWithoutThirdParties } from './chromium.ts'
import {
  embedIn,
  framed,
  frameOf,
  hostSite,
  openHost,
  openHostIn,
  pixel,
  placeIn,
  wordsIn,
  type HostSite,
} from './host-page.ts'

let browser: Browser
let site: HostSite
beforeAll(async () => {
  ;[browser, site] = await Promise.all([launchChromium(), hostSite()])
})
afterAll(() => Promise.all([browser?.close(), site?.close()]))

const RUN = 'scenario=confused-deputy&step=12'
const TALL = '<div style="height: 2000px">A long text.</div>'

/** An embed of this query in a page of somebody else. */
const embed = async (query: string, options: BrowserContextOptions = {}, around = '') => {
  const hosting = await openHost(browser, site.page(`${frameOf(query)}${around}`), options)
  return { ...hosting, frame: await embedIn(hosting.page) }
}

/** Once a frame is painted as it now is: only then does Chromium know who scrolls under the pointer. */
const painted = (frame: Frame) =>
  frame.evaluate(
    () =>
      new Promise<void>((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 50))),
      ),
  )
/** What has the keyboard in a frame, by its name; empty while something outside has it. */
const keyboardIn = (frame: Frame) =>
  frame.evaluate(() => {
    const { activeElement: one } = document
    return document.hasFocus() ? (one?.getAttribute('aria-label') ?? one?.textContent ?? '') : ''
  })
const button = (frame: Frame, name: string) => frame.getByRole('button', { name, exact: true })

describe('in the page of somebody else an embed plays, and asks nobody but the lab', () => {
  test.each([
    ['in a frame that runs scripts and may do nothing else', 'sandbox="allow-scripts"'],
    ['in a frame as the lab writes it', `sandbox="${SANDBOX}"`],
    ['in a frame that may do anything', ''],
  ])('%s', async (_, attributes) => {
    const { page, context, problems } = await openHost(browser, site.page(frameOf(RUN, attributes)))
    const frame = await embedIn(page)
    expect(await frame.locator('h1').innerText()).toBe('The confused deputy')
    expect(await placeIn(frame)).toBe('12')
    await button(frame, 'One message on').click()
    await expect.poll(() => placeIn(frame)).toBe('13')
    await button(frame, 'Open the message').click()
    await frame.getByRole('article').waitFor()
    expect(await wordsIn(frame)).toContain('code_challenge')
    expect(problems).toEqual([])
    await context.close()
  })

  test('where the browser lets no site keep anything in the pages of another', async () => {
    const [context, close] = await launchWithoutThirdParties()
    try {
      // Two ports of one address are one site to a browser; these are two.
      const address = site.page(frameOf(RUN, '')).replace('127.0.0.1', 'localhost')
      const { page, problems } = await openHostIn(context, address)
      const frame = await embedIn(page)
      await expect(frame.evaluate(() => sessionStorage.length)).rejects.toThrow(/denied/)
      await button(frame, 'One message on').click()
      await expect.poll(() => placeIn(frame)).toBe('13')
      expect(problems).toEqual([])
    } finally {
      await close()
    }
  })
})

describe('an embed has manners:', () => {
  test('the page around it keeps the focus while it is loaded, plays and is told where to go', async () => {
    const { page, context, frame, problems } = await embed(
      `${RUN}&autoplay=on`,
      { reducedMotion: 'no-preference' },
      '<input autofocus>',
    )
    await expect.poll(async () => Number(await placeIn(frame))).toBeGreaterThan(12)
    await tell(page, { type: 'goto', step: 40 })
    await expect.poll(async () => Number(await placeIn(frame))).toBeGreaterThanOrEqual(40)
    await tell(page, { type: 'show', query: 'scenario=mix-up&step=3&view=both' })
    await expect.poll(() => frame.locator('h1').innerText()).toBe('Mixed up')
    await frame.getByRole('article').waitFor()
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('input')
    expect(await frame.evaluate(() => document.hasFocus())).toBe(false)
    expect(problems).toEqual([])
    await context.close()
  })

  test.each([
    ['the diagram', RUN, '[data-window]'],
    ['a message beside it', `${RUN}&view=both`, 'article'],
    ['a message alone', `${RUN}&view=messages`, 'article'],
    ['the checks', `${RUN}&checks=on`, '[role=switch]'],
  ])('a wheel over %s moves the page around it', async (_, query, selector) => {
    const { page, context, frame } = await embed(query, { viewport: wide }, TALL)
    const part = frame.locator(selector).first()
    await part.waitFor()
    const box = (await part.boundingBox())!
    await page.mouse.move(box.x + 40, box.y + Math.min(40, box.height / 2))
    await page.mouse.wheel(0, 300)
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(300)
    expect(await frame.evaluate(() => scrollY)).toBe(0)
    await context.close()
  })

  test('whoever has gone into it scrolls what it holds; whoever has left it, the page again', async () => {
    const { page, context, frame } = await embed(`${RUN}&view=both`, { viewport: wide }, TALL)
    const article = frame.locator('article')
    await article.waitFor()
    const pane = frame.locator('aside')
    const moved = () => pane.evaluate(({ scrollTop }) => scrollTop)
    const box = (await pane.boundingBox())!
    await page.mouse.move(box.x + 60, box.y + 60)
    await button(frame, 'One message on').focus()
    await frame.locator('html[data-engaged]').waitFor()
    await painted(frame)
    await page.mouse.wheel(0, 120)
    await expect.poll(moved).toBeGreaterThan(0)
    expect(await page.evaluate(() => scrollY)).toBe(0)
    const before = await moved()
    await page.getByRole('link', { name: 'Before' }).focus()
    await frame.locator('html:not([data-engaged])').waitFor()
    await painted(frame)
    await page.mouse.wheel(0, 120)
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(120)
    expect(await moved()).toBe(before)
    await context.close()
  })

  test('an opened message knows the whole run, and which checks were made on it', async () => {
    const { context, frame } = await embed('scenario=confused-deputy&step=13&view=both')
    const article = frame.locator('article')
    await article.getByText('Before the proxy sends an owner upstream', { exact: false }).waitFor()
    await article.getByText('client_id', { exact: true }).first().click()
    await expect.poll(() => article.innerText()).toMatch(/First in .*; also in/)
    await context.close()
  })

  test('it plays by itself where that is asked for, and not where motion is unwelcome', async () => {
    const still = await embed(`${RUN}&autoplay=on`)
    expect(await button(still.frame, 'Play').count()).toBe(1)
    const lively = await embed(`${RUN}&autoplay=on`, { reducedMotion: 'no-preference' })
    await button(lively.frame, 'Pause').waitFor()
    expect(await placeIn(still.frame)).toBe('12')
    await Promise.all([still.context.close(), lively.context.close()])
  })

  test('the keyboard comes in, reaches everything, and goes out again', async () => {
    const { page, context, frame } = await embed(RUN)
    await page.getByRole('link', { name: 'Before' }).focus()
    const reached: string[] = []
    for (let presses = 0; presses < 40; presses++) {
      await page.keyboard.press('Tab')
      const inside = await keyboardIn(frame)
      if (inside === '' && reached.length > 0) break
      if (inside !== '') reached.push(inside)
    }
    const all = reached.join('; ')
    for (const one of ['Open in the lab', 'Open the message', 'One message back', 'Play'])
      expect(all).toContain(one)
    expect(all).toContain('Messages shown')
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('After')
    await button(frame, 'Play').focus()
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => placeIn(frame)).toBe('13')
    await context.close()
  })
})

const wide = { width: 1200, height: 800 }

/** Says something to the embed as the page around it does. */
const tell = (page: Page, message: object) =>
  page.evaluate((said) => document.querySelector('iframe')!.contentWindow!.postMessage(said, '*'), {
    name: 'handshake-lab',
    version: 1,
    ...message,
  })

test('an embed stands on the ground of a page that is dark or has told it its theme, and is readable on any', async () => {
  const { page, context, frame } = await embed(
    RUN,
    {},
    '<style>body { background: #808040 }</style>',
  )
  const settle = (system: 'light' | 'dark', declared: string) =>
    Promise.all([
      page.emulateMedia({ colorScheme: system }),
      page.evaluate((scheme) => (document.documentElement.style.colorScheme = scheme), declared),
    ])
  /** A place at the upper edge of the frame where nothing is written. */
  const bare = async () => {
    const box = (await page.locator('iframe').boundingBox())!
    return pixel(page, Math.round(box.x + box.width / 2), Math.round(box.y + 6))
  }
  const ink = () => frame.evaluate(() => getComputedStyle(document.querySelector('h1')!).color)
  const [dark, light] = ['rgb(31, 29, 26)', 'rgb(236, 231, 219)']
  for (const [system, declared, letters, ground] of [
    ['dark', 'light dark', light, '128,128,64'],
    ['dark', 'dark', light, '128,128,64'],
    // This page may be dark, and not have said so.
    ['light', 'light dark', dark, '255,255,255'],
    ['light', 'normal', dark, '255,255,255'],
    // A frame of another theme than its page has a ground of its own: the browser’s.
    ['dark', 'normal', light, '18,18,18'],
    ['light', 'dark', dark, '255,255,255'],
  ] as const) {
    await settle(system, declared)
    await expect
      .poll(async () => [system, declared, await ink()])
      .toEqual([system, declared, letters])
    await expect
      .poll(async () => [system, declared, await bare()])
      .toEqual([system, declared, ground])
  }
  await tell(page, { type: 'setTheme', theme: 'dark' })
  await expect.poll(ink).toBe(light)
  await settle('light', 'normal')
  await tell(page, { type: 'setTheme', theme: 'light' })
  await expect.poll(ink).toBe(dark)
  await expect.poll(bare).toBe('128,128,64')
  await context.close()
})

describe('an embed that nobody has seen', () => {
  test('loads nothing but its page; when it comes into view, it plays', async () => {
    const { page, context, problems, asked } = await openHost(
      browser,
      site.page(`${TALL}${frameOf(RUN)}${TALL}`),
    )
    const frame = await framed(page)
    // What would be loaded would be asked for by now.
    await page.evaluate(() => new Promise((later) => setTimeout(later, 500)))
    expect(asked.filter((url) => /\/embed\/(run|react)-/.test(url))).toEqual([])
    await page.locator('iframe').scrollIntoViewIfNeeded()
    await embedIn(page)
    expect(await placeIn(frame)).toBe('12')
    expect(problems).toEqual([])
    await context.close()
  })
})

describe('a poster', () => {
  test.each<'light' | 'dark'>(['light', 'dark'])(
    'is a %s picture and a button, and nothing is loaded until somebody asks',
    async (colorScheme) => {
      const { page, context, problems, asked } = await openHost(
        browser,
        site.page(frameOf(`${RUN}&poster=on`)),
        { colorScheme },
      )
      const frame = await framed(page)
      const shown = frame.locator('img:visible')
      await expect
        .poll(() => shown.evaluate((one: HTMLImageElement) => one.naturalWidth))
        .toBeGreaterThan(100)
      expect(await shown.getAttribute('src')).toBe(`./stills/confused-deputy-${colorScheme}.svg`)
      expect(asked.filter((url) => /\/embed\/(run|react|confused)/.test(url))).toEqual([])
      expect(asked.filter((url) => url.includes('/stills/')).length).toBe(1)
      await page.getByRole('link', { name: 'Before' }).focus()
      await page.keyboard.press('Tab')
      // The keyboard goes into the process of another page, which takes a moment; a key pressed meanwhile is lost.
      await expect.poll(() => keyboardIn(frame)).toBe('Play this handshake')
      await page.keyboard.press('Enter')
      await embedIn(page)
      expect(await placeIn(frame)).toBe('12')
      // The button is gone; the keyboard is where it was.
      await page.keyboard.press('ArrowRight')
      await expect.poll(() => placeIn(frame)).toBe('13')
      expect(problems).toEqual([])
      await context.close()
    },
  )

  test('of a scenario that is not there says so at once', async () => {
    const { page, context } = await openHost(
      browser,
      site.page(frameOf('scenario=no-such-story&poster=on')),
    )
    const frame = await framed(page)
    await expect.poll(() => wordsIn(frame)).toContain('There is no scenario called “no-such-story”')
    await context.close()
  })

  test('shows what its page asks for meanwhile', async () => {
    const { page, context } = await openHost(browser, site.page(frameOf(`${RUN}&poster=on`)))
    const frame = await framed(page)
    await button(frame, 'Play this handshake').waitFor()
    await tell(page, { type: 'show', query: 'scenario=mix-up&poster=on&step=5' })
    await frame.locator('img[src*="mix-up-light"]').waitFor()
    await button(frame, 'Play this handshake').click()
    await embedIn(page)
    expect(await frame.locator('h1').innerText()).toBe('Mixed up')
    expect(await placeIn(frame)).toBe('5')
    await context.close()
  })
})

test('what cannot be loaded says so, and comes when it is asked for again', async () => {
  const context = await browser.newContext()
  await context.route('**/embed/run-*.js', (route) => route.abort())
  const { page } = await openHostIn(context, site.page(frameOf(RUN)))
  const frame = await framed(page)
  await expect.poll(() => wordsIn(frame)).toMatch(/could not be loaded: run-.*\.js/)
  await context.unroute('**/embed/run-*.js')
  await button(frame, 'Try again').click()
  await embedIn(page)
  expect(await placeIn(frame)).toBe('12')
  await context.close()
})

describe('nothing is in the way of anybody', () => {
  test.each<[string, number, 'light' | 'dark']>([
    [RUN, 320, 'light'],
    [`${RUN}&view=both&checks=on`, 320, 'dark'],
    [RUN, 700, 'dark'],
    [`${RUN}&poster=on`, 700, 'light'],
    [`${RUN}&view=both&checks=on`, 1200, 'light'],
  ])('in %s, %i px wide, %s', async (query, width, colorScheme) => {
    const { page, context, problems } = await openHost(
      browser,
      site.page(`<style>:root { color-scheme: light dark }</style>${frameOf(query)}`),
      { viewport: { width: width + 16, height: 800 }, colorScheme },
    )
    const frame = query.includes('poster') ? await framed(page) : await embedIn(page)
    if (query.includes('both')) await frame.locator('article').waitFor()
    expect(problems).toEqual([])
    expect(await faultsIn(frame)).toEqual([])
    // axe takes what is transparent for white.
    if (colorScheme === 'dark')
      await frame.evaluate(() => (document.documentElement.style.background = '#121212'))
    const { violations } = await new AxeBuilder({ page }).include('iframe').analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    await context.close()
  })
})

/** What scrolls sideways, and letters smaller than 13 px. */
const faultsIn = (frame: Frame) =>
  frame.evaluate(() => {
    const wide = document.documentElement.scrollWidth - innerWidth
    const small = [...document.querySelectorAll('body *')].filter(
      (one) =>
        one.checkVisibility() &&
        [...one.childNodes].some(
          ({ nodeType, textContent }) => nodeType === 3 && textContent?.trim(),
        ) &&
        Number.parseFloat(getComputedStyle(one).fontSize) < 13,
    )
    return [...(wide > 0 ? [`${wide} px too wide`] : []), ...small.map((one) => one.outerHTML)]
  })
