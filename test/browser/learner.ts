import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { solutionOf, type Answer, type Exercise } from '../../engine/exercise/index.ts'
import type { WriteExercise } from '../../engine/written.ts'
import { checkWithId } from '../../engine/index.ts'
import { scenarioWithId } from '../../scenarios/index.ts'
import { howFar, type Step } from '../../web/practice/steps.ts'
import { labUrl } from './chromium.ts'
import { guarded, type Guarded } from './guard.ts'
import { played } from './open-lab.ts'

/** How long a run, or a verdict, may take in a room where others work as well. */
const LONG = 60_000

/** Somebody who learns, with a browser of their own. */
export interface Learner extends Guarded {
  readonly name: string
  readonly seat: number
  /** What this browser has asked of the server, and of whom else. */
  readonly asked: { requests: number; readonly strangers: string[] }
}

/** Somebody comes in, sits down, and opens a place of the lab. */
export const comesIn = async (browser: Browser, seat: number, place: string): Promise<Learner> => {
  const { page, wrongs } = await guarded(browser, { viewport: { width: 1280, height: 800 } })
  page.setDefaultTimeout(LONG)
  const asked = { requests: 0, strangers: [] as string[] }
  page.context().on('request', (request) => {
    const url = request.url()
    if (url.startsWith(labUrl())) asked.requests += 1
    else if (!/^(data|blob):/.test(url)) asked.strangers.push(url)
  })
  await page.goto(labUrl(place))
  await page.locator('h1').waitFor()
  return { name: `Learner ${seat}`, seat, page, wrongs, asked }
}

/** Bytes that came over the wire, by what the page itself has counted. */
export const bytesFor = ({ page }: Learner): Promise<number> =>
  page.evaluate(() =>
    [
      ...performance.getEntriesByType('navigation'),
      ...performance.getEntriesByType('resource'),
    ].reduce((sum, one) => sum + (one as PerformanceResourceTiming).transferSize, 0),
  )

/** Tells a workshop who is there: all that its page asks for. */
export const signsIn = async ({ page, name, seat }: Learner): Promise<void> => {
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('Your seat').fill(String(seat))
}

/** What leads on at the bottom of a page. */
export const stripOf = (page: Page) =>
  page.getByRole('complementary', { name: 'What is under way' })

const numberOf = (steps: readonly Step[], step: Step) =>
  steps.filter(({ does }) => does !== 'pause').indexOf(step) + 1

/** From the page of a course or a workshop to the step that it says comes next. */
export const goesOnFromThePage = (page: Page, { title }: Step): Promise<void> =>
  page.getByRole('link', { name: new RegExp(`^(Begin|Go on): ${title}$`) }).click()

/** From one step to the next, at the bottom of the page. */
export const goesOnAtTheBottom = (page: Page, { title }: Step): Promise<void> =>
  stripOf(page).getByRole('link', { name: title, exact: true }).click()

/** From a step back to the page of its course or workshop. */
export const goesBack = async (page: Page, title: string): Promise<void> => {
  await stripOf(page).getByRole('link', { name: title, exact: true }).click()
  await page.locator('h1', { hasText: title }).waitFor()
}

/** Does what a step asks for, and sees it ticked. */
export const doesTheStep = async (
  page: Page,
  steps: readonly Step[],
  step: Step,
  solve?: () => Promise<void>,
): Promise<void> => {
  const strip = stripOf(page)
  const { of } = howFar(steps, [])
  // A page that is the last step is ticked as it opens, and then all is done.
  await strip
    .getByText(new RegExp(`Step ${numberOf(steps, step)} of ${of}|All ${of} done`))
    .waitFor()
  await page.locator('h1').waitFor()
  if (step.does === 'read') await readsToTheEnd(page)
  if (step.does === 'solve') await solve!()
  await strip.getByText(/^(done|All \d+ done\.?)$/).waitFor({ state: 'attached' })
}

/** Reads a story from where it is to its end. */
export const readsToTheEnd = async (page: Page): Promise<void> => {
  await played(page)
  await page.getByRole('slider').press('End')
}

/** Gives the right answer to an exercise by its own controls, in the world of a seed. */
export const solves = async (
  page: Page,
  exercise: Exercise | WriteExercise,
  seed: string,
): Promise<void> => {
  if (exercise.kind === 'write') return writes(page, exercise)
  await page.getByRole('slider').waitFor()
  const answer = await solutionOf(exercise, scenarioWithId(exercise.scenario)!, seed)
  await answers(page, exercise, answer)
  await expect
    .poll(() => page.getByRole('region', { name: 'What came of it' }).innerText(), {
      timeout: LONG,
    })
    .toMatch(/^Solved\. /)
}

const answers = async (page: Page, exercise: Exercise, answer: Answer): Promise<void> => {
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  if (exercise.kind === 'bet' && answer.kind === 'bet') {
    await page
      .getByRole('radio')
      .nth(exercise.options.findIndex(({ id }) => id === answer.says))
      .check()
    return press('Bet')
  }
  if (exercise.kind === 'find' && answer.kind === 'find') {
    const says = checkWithId(answer.check!)!.says.replaceAll('`', '')
    await page.getByRole('radio', { name: says, exact: true }).check()
    return press('Name it')
  }
  if (exercise.kind === 'fix' && answer.kind === 'fix') {
    for (const id of answer.remember)
      await page.locator(`[data-check='${id}'] [role=switch]`).click()
    return press('Judge')
  }
  if (exercise.kind === 'break' && answer.kind === 'break') {
    for (const move of answer.moves)
      await press(`Add: ${exercise.menu.find(({ id }) => id === move)!.says}`)
    return press('Play it')
  }
  throw new Error(`${exercise.id} is no ${answer.kind}`)
}

const writes = async (page: Page, exercise: WriteExercise): Promise<void> => {
  await typesTheCheck(page, exercise.solution)
  await page.getByRole('button', { name: 'Run it' }).click()
  await expect
    .poll(() => page.getByRole('region', { name: 'What came of your check' }).innerText(), {
      timeout: LONG,
    })
    .toMatch(/^Right\. /)
}

/** Puts a text in place of what stands in the editor. */
export const typesTheCheck = async (page: Page, code: string): Promise<void> => {
  await page.getByRole('textbox', { name: /^Your check/ }).focus()
  await page.keyboard.press('Control+A')
  await page.keyboard.insertText(code)
}

/** The code that a learner hands in. */
export const handsIn = ({ page }: Learner): Promise<string> =>
  page.getByRole('region', { name: 'Hand it in' }).locator('p').nth(1).innerText()

/** Does something for each of many, for so many of them at once. */
export const asMany = async <One>(
  atOnce: number,
  all: readonly One[],
  act: (one: One) => Promise<void>,
): Promise<void> => {
  const waiting = all.values()
  const work = async () => {
    for (const one of waiting) await act(one)
  }
  await Promise.all(Array.from({ length: atOnce }, work))
}
