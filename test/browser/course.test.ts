import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { learnerStore } from '../../web/workshop/learner-store.ts'
import { labUrl, launchChromium, watch } from './chromium.ts'
import { expectNothingInTheWay, expectNothingInTheWayInEitherTheme, played } from './open-lab.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

const window = () => browser.newContext({ reducedMotion: 'reduce' })

const open = async (context: BrowserContext, at: string): Promise<Page> => {
  const page = await context.newPage()
  await page.goto(labUrl(at))
  await page.locator('h1').waitFor()
  return page
}

/** What a browser keeps of a learner who has solved this. */
const solved = (exercise: string, workshop = ''): readonly [key: string, text: string] => {
  const kept = new Map<string, string>()
  const keeping = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  }
  const deed = { kind: 'answer', solved: true, at: 1_700_000_000_000 } as const
  learnerStore(keeping, workshop).did(exercise, deed)
  return [...kept][0]!
}

const solve = (page: Page, exercise: string, workshop?: string) =>
  page.evaluate(([key, text]) => localStorage.setItem(key, text), solved(exercise, workshop))

const step = (page: Page, name: string) =>
  page.locator('main ol > li').filter({ has: page.getByRole('link', { name, exact: true }) })

const isDone = (page: Page, name: string) =>
  step(page, name).first().getByText('done', { exact: true }).waitFor({ state: 'attached' })

const strip = (page: Page) => page.getByRole('complementary', { name: 'What is under way' })

describe('a course', () => {
  test('ticks a story that is read to its end, leads on, and knows it in another tab and after a reload', async () => {
    const context = await window()
    const page = await open(context, '#/course/attack-ladder')
    const problems = watch(page)
    await page.getByText('0 of 15 done, about 90 minutes left').waitFor()
    await page.getByRole('link', { name: 'The confused deputy' }).click()
    await played(page)
    await strip(page).getByText('Step 2 of 15').waitFor()
    const covers = await page.evaluate(() => {
      const last = document.querySelector('#root > div')!.getBoundingClientRect().bottom
      return (
        document.querySelector('aside[aria-label="What is under way"]')!.getBoundingClientRect()
          .top <
        last - 1
      )
    })
    expect(covers).toBe(false)
    await expectNothingInTheWay(page)
    await page.getByRole('slider').press('End')
    await strip(page).getByText('done', { exact: true }).waitFor({ state: 'attached' })

    const other = await open(context, '#/course/attack-ladder')
    await isDone(other, 'The confused deputy')
    await solve(page, 'be-the-strange-client')
    await isDone(other, 'Be the strange client')
    await other.getByText('2 of 15 done, about 76 minutes left').waitFor()
    await other.reload()
    await other.getByRole('link', { name: 'Go on: Two browsers' }).waitFor()

    await page.reload()
    await played(page)
    await strip(page).getByText('Step 2 of 15').waitFor()
    await strip(page).getByRole('link', { name: 'Two browsers' }).press('Enter')
    await expect.poll(() => page.url()).toContain('#/exercise/two-browsers')
    await strip(page).getByText('Step 3 of 15').waitFor()
    await strip(page).getByRole('button', { name: 'Put this away' }).press('Enter')
    await strip(page).waitFor({ state: 'detached' })
    await page.reload()
    await page.locator('h1').waitFor()
    await page.waitForLoadState('networkidle')
    expect(await strip(page).count()).toBe(0)
    expect(problems).toEqual([])
    await context.close()
  })

  test('ticks a page that is opened from it', async () => {
    const context = await window()
    const page = await open(context, '#/course/defenders-path')
    await page.getByRole('link', { name: 'The checklist of an MCP client', exact: true }).click()
    await strip(page).getByText('Step 9 of 10').waitFor()
    await strip(page).getByRole('link', { name: 'The defender’s path' }).click()
    await page.getByText('1 of 10 done').waitFor()
    await isDone(page, 'The checklist of an MCP client')
    expect(
      await step(page, 'The checklist of an MCP server').getByText('open', { exact: true }).count(),
    ).toBe(1)
    await context.close()
  })

  test('that is not there is named, beside those that are', async () => {
    const context = await window()
    const page = await open(context, '#/course/none')
    await page.getByText('There is no course called “none”').waitFor()
    expect(await page.getByRole('main').getByRole('link').count()).toBe(4)
    await context.close()
  })

  test('says once where nothing can be kept, and ticks all the same', async () => {
    const context = await window()
    await context.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage'] as const)
        Object.defineProperty(globalThis, name, {
          get: () => {
            throw new DOMException('The operation is insecure.', 'SecurityError')
          },
        })
    })
    const page = await open(context, '#/course/first-contact')
    await page.getByText('This browser keeps nothing').waitFor()
    await page.getByRole('button', { name: 'Dismiss' }).click()
    await page.getByRole('link', { name: 'Begin: First contact' }).click()
    await played(page)
    await page.getByRole('slider').press('End')
    await strip(page).getByRole('link', { name: 'To the questions at the end' }).click()
    await page.getByText('Done.', { exact: true }).waitFor()
    await page.getByRole('region', { name: 'At the end' }).getByText('Tell the way').waitFor()
    expect(await page.getByText('This browser keeps nothing').count()).toBe(0)
    await context.close()
  })
})

const WORKSHOP =
  '#/workshop?v=1&title=Room%207&steps=e.knock-first.3~s.mix-up.6~e.none.3~e.look-everywhere.9&hints=off&answers=word.abcdefgh.0000000000000000&team=Red&team=Blue&seed=room-7&key=0123456789abcdefghjkmnpqrs'

describe('a workshop', () => {
  test('names what its link has broken, opens the rest, and holds in another tab', async () => {
    const context = await window()
    const page = await open(context, WORKSHOP)
    await page.getByText('Step 3, “e.none.3”, is left out').waitFor()
    await page.getByText('There are no hints in this workshop').waitFor()
    await page.getByLabel('Your name').fill('Ada of Room 7')
    await page.getByLabel('Your team').selectOption('Blue')
    await page.getByLabel('The trainer’s word').fill('sesame')
    await page.getByRole('button', { name: 'Show solutions' }).click()
    await page.getByText('That is not the word').waitFor()
    const exercise = page.getByRole('link', { name: 'The first knock', exact: true })
    expect(await exercise.getAttribute('href')).toBe(
      '#/exercise/knock-first?seed=room-7&hints=off&solution=off',
    )
    await page.getByLabel('Your seat').fill('3')
    const story = page.getByRole('link', { name: 'Mixed up', exact: true })
    await expect.poll(() => story.getAttribute('href')).toBe('#/lab/mix-up?v=2&seed=room-7')
    await expectNothingInTheWayInEitherTheme(page)

    const other = await open(context, '#/glossary')
    await strip(other).getByRole('link', { name: 'Room 7' }).click()
    expect(await other.getByLabel('Your name').inputValue()).toBe('Ada of Room 7')
    await solve(other, 'knock-first', 'room-7')
    await isDone(page, 'The first knock')
    await page.getByText(/^flag\{[0-9a-z]{16}\}$/).waitFor()
    await page.getByRole('button', { name: 'Leave the workshop' }).click()
    await expect.poll(() => page.url()).toContain('#/practice')
    await context.close()
  })
})

describe('a flag', () => {
  const at = `v=1&steps=e.knock-first.3&seed=room-7&key=0123456789abcdefghjkmnpqrs`

  test('stands in the verdict of an exercise of the workshop, and in no other', async () => {
    const context = await window()
    const page = await open(context, `#/workshop?${at}`)
    await page.getByRole('link', { name: 'Begin: The first knock' }).click()
    const verdict = page.getByRole('region', { name: 'What came of it' })
    const flag = verdict.getByText(/^flag\{[0-9a-z]{16}\}$/)
    const bet = async (says: RegExp, came: RegExp) => {
      await page.getByRole('radio', { name: says }).press('Space')
      await page.getByRole('radio', { name: says }).press('Enter')
      await expect.poll(() => verdict.innerText()).toMatch(came)
    }
    await bet(/^200/, /^Not yet/)
    expect(await flag.count()).toBe(0)
    await bet(/^401/, /^Solved/)
    const shown = await flag.innerText()
    await expectNothingInTheWayInEitherTheme(page)
    await page.goto(labUrl(`#/workshop?${at}`))
    await page.getByText(shown, { exact: true }).waitFor()

    await page.goto(labUrl('#/exercise/whom-to-ask?seed=room-7'))
    await page.getByRole('heading', { level: 1, name: 'Whom to ask' }).waitFor()
    await page.getByRole('radio').first().press('Space')
    await page.getByRole('radio').first().press('Enter')
    await expect.poll(() => verdict.innerText()).toMatch(/^Solved/)
    await page.getByText('✓ solved').waitFor()
    expect(await flag.count()).toBe(0)
    await context.close()
  })
})

describe('a workshop with breaks', () => {
  test('counts them as no steps, ticks a page that is opened, and leads on past a break', async () => {
    const context = await window()
    const at =
      '#/workshop?v=1&title=Slow&steps=o.workings.5~p.15~s.mix-up.6&begins=2026-11-29T09:00Z'
    const page = await open(context, at)
    const problems = watch(page)
    await page.getByText('2 steps and one break in about 26 minutes').waitFor()
    await page.getByText('0 of 2 done, about 26 minutes left').waitFor()
    const rest = page.locator('main ol > li').filter({ hasText: 'Break' })
    expect(await rest.getByText('open', { exact: true }).count()).toBe(0)
    await page.getByRole('link', { name: 'Begin: The workings' }).click()
    await strip(page).getByText('Step 1 of 2').waitFor()
    await strip(page).getByText('After 15 minutes’ break:').waitFor()
    await strip(page).getByRole('link', { name: 'Slow' }).click()
    await page.getByText('1 of 2 done, about 21 minutes left').waitFor()
    await isDone(page, 'The workings')
    expect(problems).toEqual([])
    await context.close()
  })
})

describe('a guide', () => {
  test('is played for its seed, and its paper is no narrower than what stands on it', async () => {
    const context = await window()
    const page = await open(context, '#/guide/exercise/look-at-the-code')
    const problems = watch(page)
    await page.getByText('Every run of it was played just now').waitFor({ timeout: 60_000 })
    await page.getByText('Judged solved:').waitFor()
    const forgotten = page.getByRole('row').nth(2).locator('code')
    const second = await forgotten.innerText()
    await page.getByLabel('Another seed').fill('class-2')
    await page.getByRole('status').getByText(second).waitFor()
    await page.getByLabel('Seed of the room').fill('not a seed')
    await page.getByText('A seed is made of 1 to 64 letters').waitFor()
    await expectNothingInTheWay(page)
    await page.emulateMedia({ media: 'print' })
    // A4 and Letter without their margins, at 96 px an inch.
    for (const width of [680, 702]) {
      await page.setViewportSize({ width, height: 900 })
      const wide = await page.evaluate(
        () =>
          [...document.querySelectorAll('main *')].filter(
            (one) => one.getBoundingClientRect().right > innerWidth + 1,
          ).length,
      )
      expect(wide).toBe(0)
    }
    expect(problems).toEqual([])
    await context.close()
  })

  test('has of every story its bet, the reasons, and endings that were played', async () => {
    const context = await window()
    const page = await open(context, '#/guide/defenders-path')
    await page.getByText('Every run of it was played just now').waitFor({ timeout: 60_000 })
    const told = page.getByRole('region', { name: '4. The confused deputy' })
    await told.getByText('As it is told: The attacker read the owner’s note.').waitFor()
    expect(await told.getByText('Right:', { exact: true }).count()).toBe(1)
    expect(await page.getByText('could not be worked out').count()).toBe(0)
    await told.getByText(/^\d+ messages\. The bet comes after message \d+:/).waitFor()
    await told.getByText('“Switch this check on”').first().waitFor()
    expect(await page.getByLabel('Seed of the room').count()).toBe(0)
    const before = page.getByRole('region', { name: 'Before they come' })
    const links = [
      'The course',
      'A workshop of yours, made in Compose',
      'Projector',
      'Class',
      'Go to',
    ]
    const hrefs = links.map((name) => before.getByRole('link', { name, exact: true }))
    expect(await Promise.all(hrefs.map((link) => link.getAttribute('href')))).toEqual([
      '#/course/defenders-path',
      '#/compose?v=1&course=defenders-path',
      '#/projector?v=1&course=defenders-path',
      '#/class?v=1&course=defenders-path',
      '#/go',
    ])
    const cast = page.getByRole('region', { name: 'Who is who, and the words' })
    await cast.getByRole('link', { name: 'Mallory', exact: true }).waitFor()
    const end = page.getByRole('region', { name: 'At the end' })
    await end.getByText('Say what happens to both holders of a refresh token').waitFor()
    await end.getByText('only the owner’s client has somebody to ask again').waitFor()
    const plan = page.getByRole('link', { name: 'The rest, open in Compose' })
    expect(await plan.getAttribute('href')).toMatch(
      /^#\/compose\?v=1&.*&steps=s\.first-contact\.7~/,
    )
    await expectNothingInTheWayInEitherTheme(page)
    await context.close()
  })
})
