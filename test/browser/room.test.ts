import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { defendersPath } from '../../scenarios/courses/defenders-path.ts'
import { exerciseWithId } from '../../scenarios/exercises/index.ts'
import { writeExercises } from '../../scenarios/exercises/write/index.ts'
import { stepsOfCourse, stepsOfStations, type Step } from '../../web/practice/steps.ts'
import type { Station } from '../../web/workshop/known.ts'
import { labKnown } from '../../web/workshop/lab-known.ts'
import { emptyWorkshop, formatWorkshop } from '../../web/workshop/workshop.ts'
import { labUrl, launchChromium } from './chromium.ts'
import { guarded } from './guard.ts'
import {
  asMany,
  bytesFor,
  comesIn,
  doesTheStep,
  goesBack,
  goesOnAtTheBottom,
  goesOnFromThePage,
  handsIn,
  signsIn,
  solves,
  stripOf,
  type Learner,
} from './learner.ts'

/** How many sit in the room. */
const SEATS = Number(process.env['ROOM'] ?? 30)
/** How many of them do something at the same moment: as many as a machine of two cores can look at. */
const AT_ONCE = 3
const MINUTE = 60_000

const SEED = 'room'
const TITLE = 'The room'

const exercise = (id: string): Station => ({ kind: 'exercise', id, minutes: 5 })
/** One exercise of each kind, and a story whose run is another one at every seat. */
const stations: readonly Station[] = [
  exercise('whom-to-ask'),
  { kind: 'scenario', id: 'mix-up', minutes: 5 },
  exercise('look-at-the-token'),
  exercise('stop-the-redirect'),
  exercise('be-the-patient-thief'),
  exercise('write-redirect-uri-exact'),
]
const QUERY = formatWorkshop({ ...emptyWorkshop, title: TITLE, seed: SEED, stations }, labKnown)

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

/** Solves the exercise of a step in the world of the learner’s seat. */
const solvesAt = async ({ id }: Step, { page, seat }: Learner): Promise<void> => {
  const asked = exerciseWithId(id) ?? writeExercises.find((one) => one.id === id)
  await solves(page, asked!, `${SEED}-${seat}`)
}

/** Has everybody do every step, all of them one step before any does the next; some come by the page, some from the step before. */
const workThrough = async (room: readonly Learner[], title: string, steps: readonly Step[]) => {
  for (const [at, step] of steps.entries())
    await asMany(AT_ONCE, room, async (learner) => {
      const { page, seat } = learner
      const byPage = at === 0 || (seat + at) % 2 === 0
      if (byPage && at > 0) await goesBack(page, title)
      await (byPage ? goesOnFromThePage : goesOnAtTheBottom)(page, step)
      await doesTheStep(page, steps, step, () => solvesAt(step, learner))
    })
  await asMany(AT_ONCE, room, async ({ page }) => {
    await stripOf(page)
      .getByRole('link', { name: /^To the (questions at the end|workshop’s page)$/ })
      .click()
    await page.getByText(`All ${steps.length} done.`, { exact: true }).waitFor()
    const ticks = page.locator('main ol > li').getByText('done', { exact: true })
    expect(await ticks.count()).toBe(steps.length)
  })
}

const joins = async (learner: Learner) => {
  await learner.page.goto(labUrl(`#/workshop?${QUERY}`))
  await learner.page.locator('h1', { hasText: TITLE }).waitFor()
  await signsIn(learner)
}

/** The rows of the table that a trainer makes of the codes of a room. */
const tableOf = async (codes: readonly string[]): Promise<readonly string[]> => {
  const { page, wrongs } = await guarded(browser)
  await page.goto(labUrl(`#/class?${QUERY}`))
  await page.getByRole('textbox', { name: /^Codes/ }).fill(codes.join('\n'))
  await expect.poll(() => page.getByRole('row').count()).toBe(codes.length + 1)
  await page.getByText('Nowhere: whatever was begun').waitFor()
  const rows = await page.getByRole('row').allInnerTexts()
  expect(await wrongs()).toEqual([])
  return rows.slice(1)
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

test(
  `${SEATS} learners work through a course and a workshop, and their codes become one table`,
  async () => {
    const began = performance.now()
    const room: Learner[] = []
    const seats = Array.from({ length: SEATS }, (_, at) => at + 1)
    await asMany(AT_ONCE, seats, async (seat) => {
      room.push(await comesIn(browser, seat, `#/course/${defendersPath.id}`))
    })
    const minutes = () => ((performance.now() - began) / MINUTE).toFixed(1)
    await workThrough(room, defendersPath.title, stepsOfCourse(defendersPath))
    const half = minutes()
    await asMany(AT_ONCE, room, joins)
    await workThrough(room, TITLE, stepsOfStations(stations))

    const codes = await Promise.all(room.map(handsIn))
    const rows = await tableOf(codes)
    for (const { name } of room)
      expect(rows.filter((row) => row.startsWith(`${name}\n`)).join()).toContain('5 of 5')
    const bytes = await Promise.all(room.map(bytesFor))
    console.log(
      `${SEATS} learners: the course took ${half} minutes, all of it ${minutes()};`,
      `${sum(room.map(({ asked }) => asked.requests))} requests were served,`,
      `${(sum(bytes) / 1e6).toFixed(1)} MB, the most for one learner ${(Math.max(...bytes) / 1e6).toFixed(2)} MB`,
    )
    for (const { wrongs, asked } of room)
      expect([...(await wrongs()), ...asked.strangers]).toEqual([])
    await Promise.all(room.map(({ page }) => page.context().close()))
  },
  25 * MINUTE,
)
