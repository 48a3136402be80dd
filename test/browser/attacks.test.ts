import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allButThese, betAfter, mattersIn, notebookAt, startRun } from '../../engine/index.ts'
import { scenarioWithId } from '../../scenarios/index.ts'
import { labUrl, launchChromium } from './chromium.ts'
import {
  expectNothingInTheWayInEitherTheme,
  openLab,
  placeOf,
  sizes,
  wordsOf,
  type Look,
} from './open-lab.ts'

const SEED = 'attacks'
const scenario = scenarioWithId('wrong-audience')!
const told = { variant: undefined, revision: scenario.revision }

let browser: Browser
let length: number
let bet: number
let notes: number
beforeAll(async () => {
  browser = await launchChromium()
  const run = startRun({ scenario, seed: SEED })
  await run.finish()
  length = run.log.length
  bet = betAfter(scenario, told, run.log)!
  notes = notebookAt(run.log, length).length
})
afterAll(() => browser?.close())

const lab = (query: string) => `#/lab/wrong-audience?v=1&seed=${SEED}&${query}`
const open = async (query: string, look?: Look): Promise<Page> =>
  (await openLab(browser, lab(query), look)).page
const goTo = (page: Page, query: string) => page.goto(labUrl(lab(query)))
const story = (page: Page) => page.getByRole('region', { name: 'Story' })
const panel = (page: Page) => page.getByRole('tabpanel')
const switchOf = (page: Page, check: string) =>
  page.locator(`[data-check="${check}"]`).getByRole('switch')

describe('all checks', () => {
  test('one forgotten or remembered plays again, and says at once what came of it', async () => {
    const page = await open(`at=${length}&pane=allchecks`)
    await panel(page).getByText('The attack succeeds.').waitFor()
    const audience = switchOf(page, 'rs/audience-is-me')
    expect(await audience.getAttribute('aria-checked')).toBe('false')
    await audience.focus()
    await page.keyboard.press('Space')
    await expect.poll(() => audience.getAttribute('aria-checked')).toBe('true')
    await panel(page).getByText('The attack succeeds.').waitFor()
    for (const check of ['client/resource-sent', 'as/audience-from-resource'])
      await switchOf(page, check).click()
    await panel(page).getByText('Refused by Notes, the MCP server').waitFor()
    await page
      .locator('[data-check="rs/audience-is-me"]', { hasText: 'stopped the attack' })
      .waitFor()
    await panel(page).getByRole('button', { name: 'Differs from message' }).click()
    await expect.poll(async () => Number(await placeOf(page))).toBeLessThan(bet)
    await expect.poll(() => wordsOf(page)).toContain('Quill remembers client/resource-sent')
    await panel(page).getByRole('button', { name: 'As the story tells it' }).click()
    await panel(page).getByText('The attack succeeds.').waitFor()
    // The address follows a moment later.
    await expect.poll(() => page.url()).not.toContain('forget=')
  })

  test('are found by words, and those that only work together are joined', async () => {
    const page = await open('at=1&pane=allchecks')
    await panel(page).getByRole('group', { name: 'only together' }).waitFor()
    const before = await panel(page).getByRole('switch').count()
    await panel(page).getByRole('searchbox').fill('pkce')
    await expect.poll(() => panel(page).getByRole('switch').count()).toBeGreaterThan(before)
    await panel(page).getByRole('searchbox').fill('nothing of the kind')
    await panel(page).getByText('0 found').waitFor()
  })

  test('a link keeps what is forgotten, and the strip takes it back', async () => {
    const page = await open('at=3&forget=nothing')
    await expect.poll(() => wordsOf(page)).toContain('Notes remembers rs/audience-is-me')
    await page.getByRole('button', { name: 'undo all' }).click()
    await expect.poll(() => wordsOf(page)).not.toContain('Changed')
  })
})

describe('the bet', () => {
  test('comes before the end, and keeps the rest of the story back until somebody bets', async () => {
    const page = await open(`at=${length}`)
    await story(page).getByRole('region', { name: 'Your bet' }).waitFor()
    expect(await story(page).getByText('The attack succeeded').count()).toBe(0)
    const hint = story(page).getByRole('button', { name: /hint/ })
    await hint.click()
    await hint.click()
    expect(
      await story(page).getByRole('list', { name: 'Hints' }).getByRole('listitem').count(),
    ).toBe(2)
    const choices = story(page).getByRole('radio')
    const wrong = scenario.question.choices.findIndex((choice) => !choice.right)
    await choices.nth(wrong).check()
    await story(page).getByRole('button', { name: 'Bet', exact: true }).click()
    await story(page).getByText('No.').waitFor()
    await story(page).getByText('The attack succeeded').waitFor()
  })

  test('is not asked too early, pauses a run that plays, and blocks nobody', async () => {
    const page = await open(`at=${bet - 1}`)
    expect(await story(page).getByRole('region', { name: 'Your bet' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Play' }).click()
    await story(page).getByRole('region', { name: 'Your bet' }).waitFor()
    await page.getByRole('button', { name: 'Play' }).waitFor()
    await expect.poll(() => placeOf(page)).toBe(String(bet))
    await page.keyboard.press('End')
    await expect.poll(() => placeOf(page)).toBe(String(length))
    await story(page).getByRole('button', { name: 'Skip the bet' }).click()
    await story(page).getByText('The attack succeeded').waitFor()
  })
})

describe('the ending', () => {
  const ended = async () => {
    const page = await open(`at=${length}`)
    await story(page).getByRole('button', { name: 'Skip the bet' }).click()
    return page
  }

  test('plays again with what stops it remembered', async () => {
    const page = await ended()
    await story(page)
      .getByRole('button', { name: /^Switch these 3 checks on/ })
      .click()
    await expect.poll(() => page.url()).toContain('forget=nothing')
    await page.keyboard.press('End')
    await story(page).getByText('The attack failed').waitFor()
  })

  test('shows the very run in which a decoy does not help', async () => {
    const page = await ended()
    const decoy = mattersIn(scenario, told).find(({ kind }) => kind === 'decoy')!
    await story(page)
      .getByRole('button', {
        name: new RegExp(`^Play it with only this switched on ?: ${decoy.name}`),
      })
      .click()
    const forgotten = allButThese(scenario, told, decoy.checks).join('~')
    await expect.poll(() => page.url()).toContain(`forget=${forgotten}&`)
    await page.keyboard.press('End')
    await story(page).getByText('and it ends no better').waitFor()
  })
})

describe('the notebook', () => {
  test('follows the timeline, and leads to the message', async () => {
    const page = await open(`at=${length}&pane=notebook`)
    await expect.poll(() => panel(page).getByRole('listitem').count()).toBe(notes)
    await panel(page)
      .getByRole('button', { name: /^message/ })
      .last()
      .click()
    await expect
      .poll(() => panel(page).getByText('new', { exact: true }).count())
      .toBeGreaterThan(0)
    await page.keyboard.press('Home')
    await panel(page).getByText('holds nothing yet').waitFor()
  })

  test('is not there where no attacker takes part', async () => {
    const { page } = await openLab(browser, '#/lab/first-contact?v=1&seed=a&at=3')
    expect(await page.getByRole('tab', { name: 'Notebook' }).count()).toBe(0)
  })
})

describe('both endings', () => {
  test('stand side by side, and say where they part and why', async () => {
    const page = await open(`at=0`)
    await page.getByRole('link', { name: 'Both endings' }).click()
    await page.getByText('Here they part: message 12').waitFor()
    const words = await wordsOf(page)
    expect(words).toContain('The attack succeeded')
    expect(words).toContain('The attack failed')
    expect(words).toContain('rs/audience-is-me')
  })
})

describe.each(sizes)('at $width pixels, in either theme, nothing is in the way', (size) => {
  test('of the checks, the notebook, the bet, and the ending', async () => {
    const page = await open(`at=30&pane=allchecks&forget=rs/audience-is-me`, size)
    await panel(page).getByRole('switch').first().waitFor()
    await expectNothingInTheWayInEitherTheme(page)
    await goTo(page, `at=${length}&pane=notebook`)
    await expect.poll(() => panel(page).getByRole('listitem').count()).toBe(notes)
    await expectNothingInTheWayInEitherTheme(page)
    await goTo(page, `at=${bet}&pane=story`)
    await story(page).getByRole('region', { name: 'Your bet' }).waitFor()
    await expectNothingInTheWayInEitherTheme(page)
    await goTo(page, `at=${length}&pane=story`)
    await story(page).getByRole('button', { name: 'Skip the bet' }).click()
    await story(page).locator('details').first().locator('summary').click()
    await expectNothingInTheWayInEitherTheme(page)
  })

  test('of both endings', async () => {
    const { page } = await openLab(browser, `#/both/wrong-audience?v=1&seed=${SEED}`, size)
    await page.getByText('Here they part').waitFor()
    await expectNothingInTheWayInEitherTheme(page)
  })
})
