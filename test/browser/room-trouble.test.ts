import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { defendersPath } from '../../scenarios/courses/defenders-path.ts'
import { exerciseWithId } from '../../scenarios/exercises/index.ts'
import { stepsOfCourse, type Step } from '../../web/practice/steps.ts'
import { labKnown } from '../../web/workshop/lab-known.ts'
import { progressCode } from '../../web/workshop/progress-code.ts'
import { nothingDone, withDeed } from '../../web/workshop/progress.ts'
import { labUrl, launchChromium, watch } from './chromium.ts'
import { openGuarded } from './guard.ts'
import {
  doesTheStep,
  goesBack,
  goesOnAtTheBottom,
  goesOnFromThePage,
  readsToTheEnd,
  solves,
  stripOf,
  typesTheCheck,
} from './learner.ts'
import { placeOf, played } from './open-lab.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

const opened = (hash: string) => openGuarded(browser, hash)

const SEED = 'first-contact'
const COURSE = '#/course/defenders-path'
const steps = stepsOfCourse(defendersPath)
const OF = steps.length
const checklist = steps.find(({ does: kind }) => kind === 'open')!

const does = (page: Page, step: Step): Promise<void> =>
  doesTheStep(page, steps, step, () => solves(page, exerciseWithId(step.id)!, SEED))

const read = async (page: Page) => {
  await readsToTheEnd(page)
  await stripOf(page).getByText('done', { exact: true }).waitFor({ state: 'attached' })
}

describe('two tabs in one course', () => {
  test('both go on, and both know all that was done in either', async () => {
    const { page: one, wrongs } = await opened('#/course/half-day')
    const other = await one.context().newPage()
    const problems = watch(other)
    await other.goto(labUrl('#/course/half-day'))
    const follow = (page: Page, name: string) =>
      page.locator('main').getByRole('link', { name, exact: true }).click()
    await follow(one, 'Two browsers')
    await follow(other, 'The checklist of an MCP client')
    await Promise.all([
      solves(one, exerciseWithId('two-browsers')!, SEED),
      stripOf(other).getByText('done', { exact: true }).waitFor({ state: 'attached' }),
    ])
    await goesBack(one, 'Half a day')
    await goesBack(other, 'Half a day')
    await follow(one, 'Sent on an errand inside')
    await follow(other, 'Yesterday’s secret')
    await Promise.all([read(one), solves(other, exerciseWithId('yesterdays-secret')!, SEED)])
    await goesBack(one, 'Half a day')
    await goesBack(other, 'Half a day')
    for (const page of [one, other]) {
      await page.getByText(/^4 of \d+ done/).waitFor()
      await page.reload()
      await page.getByText(/^4 of \d+ done/).waitFor()
    }
    expect([...(await wrongs()), ...problems]).toEqual([])
  })
})

test('two tabs tick the same checklist, also when one of them is elsewhere meanwhile', async () => {
  const { page: one, wrongs } = await opened('#/checklist/client')
  const other = await one.context().newPage()
  await other.goto(labUrl('#/checklist/client'))
  const line = (page: Page, at: number) => page.getByRole('main').getByRole('checkbox').nth(at)
  await line(other, 0).check()
  await expect.poll(() => line(one, 0).isChecked()).toBe(true)
  await other.goto(labUrl(COURSE))
  await other.locator('h1', { hasText: defendersPath.title }).waitFor()
  await line(one, 1).check()
  await other.goBack()
  await line(other, 2).check()
  for (const page of [one, other])
    for (const at of [0, 1, 2]) await expect.poll(() => line(page, at).isChecked()).toBe(true)
  await one.reload()
  await expect.poll(() => line(one, 2).isChecked()).toBe(true)
  for (const at of [0, 1]) expect(await line(one, at).isChecked()).toBe(true)
  expect(await wrongs()).toEqual([])
})

describe('in the middle of an exercise a reload keeps', () => {
  test('a bet that is chosen and not made', async () => {
    const { page } = await opened('#/exercise/whom-to-ask')
    await page.getByRole('radio').nth(2).check()
    await page.reload()
    await expect.poll(() => page.getByRole('radio').nth(2).isChecked()).toBe(true)
    expect(await page.getByRole('button', { name: 'Bet', exact: true }).isEnabled()).toBe(true)
    expect(await page.getByRole('region', { name: 'What came of it' }).count()).toBe(0)
  })

  test('the party and the check that are suspected', async () => {
    const { page } = await opened('#/exercise/look-everywhere')
    await page.getByLabel('Who forgets something').selectOption({ index: 2 })
    const party = await page.getByLabel('Who forgets something').inputValue()
    await page.reload()
    await expect.poll(() => page.getByLabel('Who forgets something').inputValue()).toBe(party)
    await page.getByRole('radio').nth(1).check()
    await page.reload()
    await expect.poll(() => page.getByRole('radio').nth(1).isChecked()).toBe(true)
    expect(await page.getByLabel('Who forgets something').inputValue()).toBe(party)
  })

  test('the switches that were turned', async () => {
    const { page } = await opened('#/exercise/stop-the-redirect')
    const third = page.getByRole('switch').nth(2)
    await third.click()
    await page.reload()
    await expect.poll(() => third.getAttribute('aria-checked')).toBe('true')
    await page.getByText(/^1 of \d+ switched on/).waitFor()
  })

  test('the moves of a plan, in their order', async () => {
    const { page } = await opened('#/exercise/be-the-patient-thief')
    for (const at of [1, 0, 1])
      await page
        .getByRole('button', { name: /^Add: / })
        .nth(at)
        .click()
    const plan = () =>
      page.getByRole('region', { name: 'Your plan' }).getByRole('listitem').allInnerTexts()
    const before = await plan()
    expect(before).toHaveLength(3)
    await page.reload()
    await expect.poll(plan).toEqual(before)
  })

  test('what is written and not run, and the hints that were taken', async () => {
    const { page, wrongs } = await opened('#/exercise/write-redirect-uri-exact')
    await typesTheCheck(page, 'function check(received, registered) {\n  return rec')
    await page.getByRole('button', { name: 'Give me a hint' }).click()
    await page.reload()
    const editor = page.getByRole('textbox', { name: /^Your check/ })
    await expect.poll(() => editor.innerText()).toMatch(/return rec\s*$/)
    expect(await page.getByRole('list', { name: 'Hints' }).getByRole('listitem').count()).toBe(1)
    expect(await wrongs()).toEqual([])
  })
})

test('back and forward through five steps lead to each of them, at its place', async () => {
  const { page, wrongs } = await opened(COURSE)
  const five = steps.slice(0, 5)
  for (const [at, step] of five.entries()) {
    await (at === 0 ? goesOnFromThePage : goesOnAtTheBottom)(page, step)
    await does(page, step)
  }
  const isAt = async (at: number) => {
    const { does: kind, path, title } = five[at]!
    await stripOf(page)
      .getByText(`Step ${at + 1} of ${OF}`)
      .waitFor()
    expect(new URL(page.url()).hash).toMatch(new RegExp(`^#${path}`))
    await page.locator('h1', { hasText: title }).waitFor()
    if (kind !== 'read') return
    await played(page)
    const end = await page.getByRole('slider').getAttribute('max')
    await expect.poll(() => placeOf(page)).toBe(end)
  }
  for (const at of [3, 2, 1, 0]) {
    await page.goBack()
    await isAt(at)
  }
  await page.goBack()
  await page.getByText(`5 of ${OF} done`).waitFor()
  for (const at of [0, 1, 2, 3, 4]) {
    await page.goForward()
    await isAt(at)
  }
  await stripOf(page).getByRole('link', { name: steps[5]!.title }).waitFor()
  expect(await wrongs()).toEqual([])
})

describe('a storage that becomes full in the middle', () => {
  const fill = (page: Page) =>
    page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
      }
    })
  const said = (page: Page) => page.getByText('This browser keeps nothing here.')

  test('is said once on the page of the course, and what is read and opened still counts in this tab', async () => {
    const { page, wrongs } = await opened(COURSE)
    await goesOnFromThePage(page, steps[0]!)
    await does(page, steps[0]!)
    expect(await said(page).count()).toBe(0)
    await fill(page)
    for (const step of steps.slice(1, 3)) {
      await goesOnAtTheBottom(page, step)
      await does(page, step)
    }
    await goesBack(page, defendersPath.title)
    await page.getByText(`3 of ${OF} done`).waitFor()
    await said(page).waitFor()
    await page.getByRole('button', { name: 'Dismiss' }).click()
    await page.locator('main').getByRole('link', { name: checklist.title, exact: true }).click()
    await does(page, checklist)
    await goesBack(page, defendersPath.title)
    await page.getByText(`4 of ${OF} done`).waitFor()
    expect(await said(page).count()).toBe(0)
    expect(await wrongs()).toEqual([])
  })

  test('loses no tick of this tab when another one, which can keep, goes on', async () => {
    const { page } = await opened(COURSE)
    const other = await page.context().newPage()
    await other.goto(labUrl(COURSE))
    await fill(page)
    for (const [at, step] of steps.slice(0, 2).entries()) {
      await (at === 0 ? goesOnFromThePage : goesOnAtTheBottom)(page, step)
      await does(page, step)
    }
    await goesBack(page, defendersPath.title)
    const follow = (name: string) =>
      other.locator('main').getByRole('link', { name, exact: true }).click()
    await follow(steps[3]!.title)
    await read(other)
    await page.getByText(`3 of ${OF} done`).waitFor()
    await goesBack(other, defendersPath.title)
    await follow(checklist.title)
    await page.getByText(`4 of ${OF} done`).waitFor()
    expect(await page.locator('main ol > li').getByText('done', { exact: true }).count()).toBe(4)
  })
})

describe('five million characters that are pasted', () => {
  const all = labKnown.exercises.map(({ id }) => id)
  const codes = ['Ada', 'Grace'].map((name) =>
    progressCode(withDeed(nothingDone(name), all[0]!, { kind: 'hint', number: 1 }), all),
  )

  const paste = (box: Locator, text: string, times: number) =>
    box.evaluate(
      (element, [one, count]) => {
        const data = new DataTransfer()
        data.setData('text/plain', one.repeat(count))
        const event = { clipboardData: data, bubbles: true, cancelable: true }
        // What nobody prevents, a browser would now write into the box.
        return element.dispatchEvent(new ClipboardEvent('paste', event))
      },
      [text, times] as const,
    )
  const told = (page: Page) =>
    page.getByText('That is 5,000,000 characters. This box takes at most 200,000 at once.')

  test('into the box for a code are not taken, and what stands there still is', async () => {
    const { page, wrongs } = await opened('#/practice')
    const box = page.getByRole('textbox', { name: 'A code' })
    await box.fill(codes[0]!)
    expect(await paste(box, 'P0000', 1_000_000)).toBe(false)
    await told(page).waitFor()
    await page.getByRole('button', { name: 'Dismiss' }).click()
    expect(await told(page).count()).toBe(0)
    await page.getByRole('button', { name: 'Take the code' }).click()
    await page.getByText('The code was taken: 1 exercise.').waitFor()
    await page.getByText('begun').first().waitFor()
    expect(await wrongs()).toEqual([])
  })

  test('after the codes of a class take no row away, and the next code is taken', async () => {
    const { page, wrongs } = await opened('#/class')
    const box = page.getByRole('textbox', { name: /^Codes/ })
    await box.fill(codes[0]!)
    await expect.poll(() => page.getByRole('row').count()).toBe(2)
    expect(await paste(box, 'P000\n', 1_000_000)).toBe(false)
    await told(page).waitFor()
    expect(await page.getByRole('row').count()).toBe(2)
    expect(await paste(box, codes[1]!, 1)).toBe(true)
    await told(page).waitFor({ state: 'detached' })
    await box.fill(codes.join('\n'))
    await expect.poll(() => page.getByRole('row').count()).toBe(3)
    expect(await wrongs()).toEqual([])
  })
})
