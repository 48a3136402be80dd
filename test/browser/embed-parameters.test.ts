import type { Browser, Frame } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { labUrl, launchChromium } from './chromium.ts'
import {
  embedIn,
  frameOf,
  hostSite,
  openHost,
  placeIn,
  wordsIn,
  type Hosting,
  type HostSite,
} from './host-page.ts'

let browser: Browser
let site: HostSite
let hosting: Hosting
let frame: Frame
beforeAll(async () => {
  ;[browser, site] = await Promise.all([launchChromium(), hostSite()])
  hosting = await openHost(browser, site.page(frameOf('scenario=pkce&step=1')))
  frame = await embedIn(hosting.page)
})
afterAll(() => Promise.all([browser?.close(), site?.close()]))

/** Asks the embed for something else, as a page does that changes the address of its frame. */
const ask = async (query: string) => {
  await hosting.page
    .locator('iframe')
    .evaluate((one, src) => one.setAttribute('src', src), labUrl(`embed.html#${query}`))
  await expect.poll(() => frame.evaluate(() => location.hash)).toContain('seed=')
}

const has = (selector: string) => frame.locator(selector).count()
const figure = () => has('figure')
const article = () => has('article')
const link = () => frame.getByRole('link', { name: /Open in the lab/ }).getAttribute('href')

describe('an embed obeys', () => {
  test.each<[query: string, what: () => Promise<unknown>, is: unknown]>([
    ['scenario=first-contact', () => frame.locator('h1').innerText(), expect.stringMatching(/./)],
    ['scenario=confused-deputy&step=12', () => placeIn(frame), '12'],
    [
      'scenario=confused-deputy&step=token-request',
      () => frame.getByRole('slider').getAttribute('aria-valuetext'),
      expect.stringContaining('POST /token'),
    ],
    [
      'scenario=confused-deputy&step=token-request.2',
      () => frame.getByRole('slider').getAttribute('aria-valuetext'),
      expect.stringContaining('POST /token'),
    ],
    [
      'scenario=confused-deputy&step=73&forget=nothing',
      () => wordsIn(frame),
      expect.stringContaining('Refused by'),
    ],
    [
      'scenario=confused-deputy&step=83&forget=proxy/consent-per-client,proxy/no-silent-consent',
      () => wordsIn(frame),
      expect.stringContaining('The attack succeeds.'),
    ],
    ['scenario=pkce&revision=2025-03-26', link, expect.stringContaining('rev=2025-03-26')],
    ['scenario=pkce&registration=dynamic', link, expect.stringContaining('reg=dynamic')],
    ['scenario=mix-up&variant=stripped', link, expect.stringContaining('var=stripped')],
    ['scenario=pkce&seed=quoted', link, expect.stringContaining('seed=quoted')],
    [
      'scenario=pkce&do=consent.deny&step=28',
      () => wordsIn(frame),
      expect.stringContaining('the owner did not allow it'),
    ],
    ['scenario=pkce&step=9&view=diagram', async () => [await figure(), await article()], [1, 0]],
    ['scenario=pkce&step=9&view=messages', async () => [await figure(), await article()], [0, 1]],
    ['scenario=pkce&step=9&view=both', async () => [await figure(), await article()], [1, 1]],
    ['scenario=pkce&controls=off', () => has('input[type=range]'), 0],
    ['scenario=pkce&controls=on', () => has('input[type=range]'), 1],
    ['scenario=confused-deputy&checks=on', () => has('[role=switch]'), expect.any(Number)],
    [
      'scenario=confused-deputy&checks=off',
      async () => (await wordsIn(frame)).includes('What matters in this attack'),
      false,
    ],
    ['scenario=pkce&theme=dark', () => scheme(), 'dark'],
    ['scenario=pkce&theme=light', () => scheme(), 'light'],
    ['scenario=pkce&theme=auto', () => scheme(), 'light dark'],
  ])('%s', async (query, what, is) => {
    await ask(query)
    await expect.poll(what).toEqual(is)
    expect(await wordsIn(frame)).not.toContain('Part of the address')
    expect(hosting.problems).toEqual([])
  })
})

const scheme = () => frame.evaluate(() => getComputedStyle(document.documentElement).colorScheme)

describe('what cannot be obeyed is named, and the rest opens:', () => {
  test.each([
    ['view=sideways', 'The view “sideways” is none of diagram, messages, both.'],
    ['theme=sepia', 'The theme “sepia” is none of auto, light, dark.'],
    ['controls=maybe', '“controls” is “maybe”, and neither on nor off.'],
    ['autoplay=maybe', '“autoplay” is “maybe”, and neither on nor off.'],
    ['checks=maybe', '“checks” is “maybe”, and neither on nor off.'],
    ['poster=maybe', '“poster” is “maybe”, and neither on nor off.'],
    ['colour=red', '“colour” is no parameter of an embed.'],
    ['view=both&view=messages', '“view” is given more than once; the first one counts.'],
    ['revision=1999-12-31', 'The revision “1999-12-31” is none that this lab knows'],
    ['registration=by-post', 'The registration “by-post” is none that this lab knows'],
    ['variant=Loud!', 'The variant “Loud!” is not made of lower-case letters'],
    ['variant=quiet', 'This story has no variant “quiet”.'],
    ['seed=%20', 'The seed “ ” is not made of 1 to 64 letters'],
    ['forget=as/nothing-at-all', '“as/nothing-at-all” is no check of this lab'],
    ['step=twelve', 'is neither a number of messages nor the name of one'],
    ['step=100000', 'lies beyond the end'],
    ['step=token-request.99', 'The place “token-request.99” is not in this run'],
    ['do=dance', '“dance”'],
  ])('%s', async (query, words) => {
    await ask(`scenario=mix-up&${query}`)
    await expect.poll(() => wordsIn(frame)).toContain('Part of the address could not be used.')
    expect(await wordsIn(frame)).toContain(words)
    expect(await frame.locator('h1').innerText()).toBe('Mixed up')
    await expect.poll(() => has('[data-row]')).toBeGreaterThan(0)
    expect(hosting.problems).toEqual([])
  })

  test.each([
    ['scenario=no-such-story', 'There is no scenario called “no-such-story”.'],
    ['scenario=constructor', 'There is no scenario called “constructor”.'],
    ['step=12', 'The address names no scenario.'],
  ])('%s, and there is a way on', async (query, words) => {
    await ask(`${query}&seed=none`)
    await expect.poll(() => wordsIn(frame)).toContain(words)
    expect(await frame.getByRole('link').getAttribute('href')).toBe('./index.html')
    expect(hosting.problems).toEqual([])
  })

  test('a scenario that is misspelt leads to the one that was meant, with all else as it was asked', async () => {
    await ask('scenario=Confused_Deputy&step=12&seed=none')
    await frame.getByRole('link', { name: 'The confused deputy' }).click()
    await expect.poll(() => frame.locator('h1').innerText()).toBe('The confused deputy')
    await expect.poll(() => placeIn(frame)).toBe('12')
    expect(hosting.problems).toEqual([])
  })

  test('several at once are all named, and are gone when somebody has read them', async () => {
    await ask('scenario=mix-up&view=sideways&theme=sepia&seed=%20&step=9')
    await expect.poll(() => wordsIn(frame)).toContain('sideways')
    const words = await wordsIn(frame)
    for (const one of ['sepia', 'The seed']) expect(words).toContain(one)
    await expect.poll(() => placeIn(frame)).toBe('9')
    await frame.getByRole('button', { name: 'Dismiss' }).click()
    await expect.poll(() => wordsIn(frame)).not.toContain('Part of the address')
  })
})
