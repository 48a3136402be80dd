import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  packedIn,
  parsePlace,
  placeOfAnchor,
  startRun,
  type Decision,
  type PlaceReading,
} from '../../engine/index.ts'
import { packDecisions, unpackDecisions } from '../../engine/packed.ts'
import { firstContact } from '../../scenarios/lessons/first-contact.ts'
import { oldLinks } from '../engine/old-links.ts'
import { labUrl, launchChromium } from './chromium.ts'
import { placeOf } from './open-lab.ts'

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await launchChromium()
  page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' })
})
afterAll(() => browser?.close())

const deny: Decision = { kind: 'consent', choice: 'deny' }

/** A link in which every part says something that does not go without saying. */
const whole = {
  v: '2',
  rev: '2025-06-18',
  reg: 'client-secret-basic',
  var: 'lock-out',
  forget: 'as/code-unused~rs/audience-is-me',
  seed: 'kept',
  at: '7',
  do: 'consent.deny',
  pane: 'checks',
} as const

const meant = {
  revision: '2025-06-18',
  registration: 'client-secret-basic',
  variant: 'lock-out',
  forget: ['as/code-unused', 'rs/audience-is-me'],
  seed: 'kept',
  place: 7,
  decisions: [deny],
  pane: 'checks',
}

/** Opens a link in a page of its own, and waits until its run is played. */
const open = async (path: string) => {
  await page.goto('about:blank')
  await page.goto(labUrl(`#${path}`))
  await page.locator('h1').waitFor()
}

/** What the lab has made of a link, once it has written its own address: what is shown stands in it. */
const opened = async (): Promise<PlaceReading> => {
  const written = () => page.evaluate(() => /[?&]v=2(&|$)/.test(location.hash))
  await page.locator('input[type=range]:not([max="0"])').waitFor()
  await expect.poll(written).toBe(true)
  // What is long is packed in a moment.
  await expect.poll(() => page.evaluate(() => location.hash.includes('do=raw'))).toBe(false)
  const query = await page.evaluate(() => location.hash.split('?')[1] ?? '')
  const packed = packedIn(query)
  return parsePlace(query, packed === undefined ? undefined : await unpackDecisions(packed))
}

const notice = () => page.getByText(/^Part of the link could not be used/).locator('..')
const said = async () => ((await notice().count()) === 0 ? '' : await notice().innerText())

const query = (parts: Readonly<Record<string, string>>) => new URLSearchParams(parts).toString()

describe('a link with all its parts', () => {
  test('opens all of them, and nothing is said', async () => {
    await open(`/lab/code-replay?${query(whole)}`)
    expect(await opened()).toEqual({ ...meant, problems: [] })
    await expect.poll(() => placeOf(page)).toBe('7')
    expect(await page.getByRole('tab', { name: /^Checks/ }).getAttribute('aria-selected')).toBe(
      'true',
    )
    expect(await page.getByLabel('Revision of MCP').inputValue()).toBe('2025-06-18')
    expect(await said()).toBe('')
  })

  // What of it is broken, how the notice names that, and the parts that are then another: what they are is not the link's to say.
  test.each<readonly [name: string, value: string, named: string, lost: readonly string[]]>([
    ['v', '99', 'version 99', []],
    ['v', 'two', 'version “two”', []],
    ['rev', '2024-11-05', 'revision “2024-11-05”', ['revision']],
    ['reg', 'by-letter', 'registration “by-letter”', ['registration']],
    ['reg', 'metadata-document', '“metadata-document”', ['registration']],
    ['var', '<b>', 'variant “<b>”', ['variant']],
    ['var', 'none-such', 'variant “none-such”', ['variant']],
    ['forget', 'as/code-unused~rs/none~rs/audience-is-me', '“rs/none” is no check', []],
    ['seed', 'no spaces', 'seed “no spaces”', ['seed']],
    ['at', 'twelve', 'place or step “twelve”', ['place']],
    ['at', 'token-request.9', 'place “token-request.9”', ['place']],
    ['at', '5000', 'place 5000', ['place']],
    ['do', 'consent.deny~consent.maybe', '“consent.maybe”', []],
    ['do', 'consent.deny~drop.5000', 'Message 5000', ['decisions']],
    ['pane', 'no pane', 'panel “no pane”', ['pane']],
    ['pane', 'nowhere', 'panel “nowhere”', ['pane']],
    ['more', 'x', '“more”', []],
  ])('whose %s is %s says so, and opens the rest', async (name, value, named, lost) => {
    await open(`/lab/code-replay?${query({ ...whole, [name]: value })}`)
    const read = await opened()
    await expect.poll(said).toContain(named)
    const kept = Object.entries(meant).filter(([part]) => !lost.includes(part))
    expect(read).toMatchObject(Object.fromEntries(kept))
    await page.getByRole('button', { name: 'Dismiss' }).click()
    expect(await said()).toBe('')
  })

  test('whose packed changes are cut says so, and no later link hears of it', async () => {
    const raw: Decision = { kind: 'raw', at: 6, text: `HTTP/1.1 200 OK\n\n${'{"a":1}'.repeat(40)}` }
    const { do: _, ...others } = whole
    const packed = (await packDecisions([deny, raw]))!
    await open(`/lab/code-replay?${query({ ...others, z: packed })}`)
    expect((await opened()).decisions).toEqual([deny, raw])
    for (const broken of ['', packed.slice(0, -9)]) {
      await open(`/lab/code-replay?${query({ ...others, z: broken })}`)
      await expect.poll(said).toContain('packed changes')
      expect(await opened()).toMatchObject({ seed: 'kept', place: 7, decisions: [] })
      await page.goto(labUrl(`#/lab/code-replay?${query(others)}&seed=other`))
      await page.goto(labUrl(`#/lab/pkce?${query({ v: '2', seed: 'later', at: '3' })}`))
      await expect.poll(() => placeOf(page)).toBe('3')
      expect(await said()).toBe('')
    }
  })

  test('to a story that is none says so, and shows those that are', async () => {
    await open('/lab/no-such-story?v=2&at=3')
    await page.getByText('a scenario called “no-such-story”').waitFor()
    expect(await page.locator('h1').count()).toBe(1)
  })

  test.each([
    ['/lab/confused-deputi', 'The confused deputy', '#/lab/confused-deputy'],
    ['/both/mixed-up', 'Mixed up', '#/both/mix-up'],
    ['/exercise/knock', 'The first knock', '#/exercise/knock-first'],
  ])('%s says what may have been meant', async (link, title, href) => {
    await open(link)
    const way = page.getByText('Did you mean').getByRole('link', { name: title })
    expect(await way.getAttribute('href')).toBe(href)
  })
})

describe('a link of version 1, or of none,', () => {
  test.each(oldLinks)('%s, opens as it did', async (link, read) => {
    const { decisions, forget, variant, revision, registration } = read
    const run = startRun({
      scenario: firstContact,
      decisions,
      variant,
      ...(forget && { forget }),
      ...(revision && { revision }),
      ...(registration && { registration }),
    })
    await run.finish()
    const at = read.anchor ? (placeOfAnchor(read.anchor, run.log) ?? 0) : read.place
    await open(`/lab/first-contact?${link}`)
    const now = await opened()
    await expect.poll(() => placeOf(page)).toBe(String(Math.min(at, run.log.length)))
    expect(now.decisions).toEqual(decisions)
    expect(now.forget ?? [...firstContact.forget]).toEqual(forget ?? [...firstContact.forget])
    expect(now.seed).toBe(read.seed ?? now.seed)
  })
})
