import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { betAfter, lineOf, missedIn, startRun, type Ending } from '../../engine/index.ts'
import { confusedDeputy } from '../../scenarios/attacks/confused-deputy.ts'
import { glossary } from '../../scenarios/glossary.ts'
import { refreshReuse } from '../../scenarios/attacks/refresh-reuse.ts'
import type { Attack } from '../../engine/scenario.ts'
import { launchChromium } from './launch.ts'
import {
  expectNothingInTheWayInEitherTheme,
  openLab,
  placeOf,
  sizes,
  wordsOf,
  type Look,
} from './open-lab.ts'

const SEED = 'story-test'
let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

const open = async (scenario: Attack, query: string, look?: Look): Promise<Page> =>
  (await openLab(browser, `#/lab/${scenario.id}?v=1&seed=${SEED}&${query}`, look)).page
const story = (page: Page) => page.getByRole('region', { name: 'Story' })
const next = (page: Page) => story(page).getByRole('button', { name: /^(Next|See what happens)/ })
/** What has the keyboard's focus, by its words. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.textContent ?? '')
const played = async (scenario: Attack, forget?: readonly never[]) => {
  const run = startRun({ scenario, seed: SEED, ...(forget && { forget }) })
  const ending: Ending = await run.finish()
  return { run, ending, length: run.log.length }
}

describe.each([confusedDeputy, refreshReuse] as Attack[])(
  '$id, by the keyboard alone',
  (scenario) => {
    test('is read from the first message to the ending, and the bet is not passed', async () => {
      const { run, length } = await played(scenario)
      const bet = betAfter(scenario, { variant: undefined }, run.log)!
      const page = await open(scenario, 'at=0')
      await story(page).getByRole('button', { name: 'Send the first message' }).focus()
      await page.keyboard.press('Enter')
      await expect.poll(() => placeOf(page)).toBe('1')
      for (let steps = 0; Number(await placeOf(page)) < bet; steps += 1) {
        expect(steps).toBeLessThan(40)
        const at = await placeOf(page)
        await expect.poll(() => focused(page)).toMatch(/^Next/)
        await page.keyboard.press('Enter')
        await expect.poll(() => placeOf(page)).not.toBe(at)
      }
      await expect.poll(() => placeOf(page)).toBe(String(bet))
      await expect.poll(() => focused(page)).toMatch(/^Before you see/)

      // The arrows choose, and nothing is bet by that.
      await page.keyboard.press('Tab')
      await page.keyboard.press('Space')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowDown')
      expect(
        await story(page)
          .getByText(/^(✓ Right|✕ No)\.$/)
          .count(),
      ).toBe(0)
      const right = story(page).getByLabel(
        scenario.question.choices.find((one) => one.right)!.says.replaceAll('`', ''),
      )
      await right.focus()
      await page.keyboard.press('Space')
      await page.keyboard.press('Enter')
      await story(page).getByText('Right.').waitFor()
      await expect.poll(() => focused(page)).toBe('See what happens')
      for (let steps = 0; Number(await placeOf(page)) < length; steps += 1) {
        expect(steps).toBeLessThan(40)
        const at = await placeOf(page)
        await page.keyboard.press('Enter')
        await expect.poll(() => placeOf(page)).not.toBe(at)
      }
      await expect.poll(() => focused(page)).toBe('The attack succeeded')
      await page.close()
    })

    test('switched on, its check ends it, and each step leads there', async () => {
      const { run, length } = await played(scenario)
      const page = await open(scenario, `at=${length}`)
      await story(page).getByRole('button', { name: 'Skip the bet' }).click()
      const missed = missedIn(
        scenario,
        { variant: undefined, revision: scenario.revision },
        run.log,
      )
      for (const at of missed)
        await story(page)
          .getByRole('button', { name: `message ${at}`, exact: true })
          .waitFor()
      const on = story(page)
        .getByRole('button', { name: /^Switch th/ })
        .first()
      await on.focus()
      await page.keyboard.press('Enter')
      await story(page).getByText('The attack failed').waitFor()
      await expect.poll(() => focused(page)).toBe('The attack failed')
      expect(await story(page).getByRole('region', { name: /bet/i }).count()).toBe(0)

      await page.keyboard.press('Home')
      await page.keyboard.press('n')
      const end = await page.getByRole('slider').getAttribute('max')
      for (let steps = 0; (await placeOf(page)) !== end; steps += 1) {
        expect(steps).toBeLessThan(60)
        const at = await placeOf(page)
        await next(page).waitFor()
        await page.keyboard.press('n')
        await expect.poll(() => placeOf(page)).not.toBe(at)
      }
      const words = (await story(page).innerText()).replaceAll(/\s+/g, ' ')
      expect(words).toContain('Here this run leaves the story.')
      expect(words).toContain('This decides it. Refused by')
      await page.close()
    })
  },
)

test('a forgotten check is switched on where it was made', async () => {
  const { run } = await played(confusedDeputy)
  const missed = missedIn(
    confusedDeputy,
    { variant: undefined, revision: confusedDeputy.revision },
    run.log,
  ).at(-1)!
  const page = await open(confusedDeputy, `at=${missed}&pane=checks`)
  await page
    .getByRole('tabpanel')
    .getByRole('button', { name: 'Switch this check on' })
    .first()
    .click()
  await page.getByRole('region', { name: 'What you changed' }).waitFor()
  expect(Number(await placeOf(page))).toBeGreaterThan(missed - 10)
  await page.close()
})

test('a word says what it means where it comes first, by the keyboard, and gives the focus back', async () => {
  const term = glossary.find(({ id }) => id === 'authorization-server')!
  const page = await open(confusedDeputy, 'at=30')
  const word = story(page).getByRole('button', { name: 'authorization server', exact: true })
  await word.focus()
  await page.keyboard.press('Enter')
  const note = page.getByRole('note').filter({ visible: true })
  await note.getByText(term.says.split(' [')[0]!).waitFor()
  const inside = await note.evaluate((it) => {
    const { left, right, top, bottom } = it.getBoundingClientRect()
    return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight
  })
  expect(inside).toBe(true)
  expect(await note.getByRole('link', { name: 'In the glossary' }).getAttribute('href')).toBe(
    '#/glossary/authorization-server',
  )
  await page.keyboard.press('Escape')
  await note.waitFor({ state: 'detached' })
  expect(await focused(page)).toBe('authorization server')
  await page.context().close()
})

test('a screen reader is told every message of an attack, in order, and nothing in between', async () => {
  const { run, length } = await played(confusedDeputy)
  const page = await open(confusedDeputy, 'at=0')
  await page.evaluate(() => {
    const region = document.querySelector('[aria-label="Timeline"] [aria-live]')!
    const heard: string[] = []
    Object.assign(globalThis, { heard })
    new MutationObserver(() => heard.push(region.textContent)).observe(region, {
      characterData: true,
      childList: true,
      subtree: true,
    })
  })
  for (let at = 1; at <= length; at += 1) {
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => placeOf(page)).toBe(String(at))
  }
  const heard = await page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)
  expect(heard).toEqual(run.log.map((one) => `${lineOf(one)}. ${one.id} of ${length}.`))
  await page.close()
})

/** `Node.DOCUMENT_POSITION_FOLLOWING`. */
const FOLLOWING = 4

const isInView = (element: Element): boolean => {
  const { top, bottom } = element.getBoundingClientRect()
  return top > 0 && bottom < innerHeight
}

test('both endings say what differs where they part, and why where it is decided', async () => {
  const { page } = await openLab(browser, `#/both/confused-deputy?v=1&seed=${SEED}`)
  await page.getByRole('heading', { name: 'Here they part' }).waitFor()
  await page.getByRole('heading', { name: 'Here it is decided' }).waitFor()
  const words = await wordsOf(page)
  expect(words.indexOf('Here they part')).toBeLessThan(words.indexOf('Here it is decided'))
  expect(words.indexOf('on the left')).toBeLessThan(words.indexOf('says no; Mallory'))
  for (const [way, there] of [
    ['The same until message', 'Here they part'],
    ['Decided at message', 'Here it is decided'],
  ] as const) {
    await page.getByRole('button', { name: way }).press('Enter')
    const heading = page.getByRole('heading', { name: there })
    await expect.poll(() => heading.evaluate(isInView)).toBe(true)
    // The keyboard goes on from there.
    expect(await heading.evaluate((it) => document.activeElement!.contains(it))).toBe(true)
    await page.keyboard.press('Tab')
    const at = await heading.evaluate((it) => it.compareDocumentPosition(document.activeElement!))
    expect(at).toBe(FOLLOWING)
  }
  await page.close()
})

describe.each(sizes)('at $width pixels nothing is in the way', (size) => {
  test('of a run that is told from its log', async () => {
    const page = await open(confusedDeputy, 'at=68&pane=story&forget=proxy/no-silent-consent', size)
    await story(page).getByText('This decides it.').waitFor()
    await expectNothingInTheWayInEitherTheme(page)
    await page.close()
  })
})
