import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { labelOf, partyName, startRun, verdicts, verdictWords } from '../../engine/index.ts'
import { firstContact } from '../../scenarios/lessons/first-contact.ts'
import { labUrl, launchChromium } from './chromium.ts'
import { choosePane, expectNothingInTheWay, openLab, placeOf, type Look } from './open-lab.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

const lab = (query: string) => `#/lab/first-contact?v=1&seed=panes&${query}`

const open = async (place: string, width?: number, theme?: Look['theme']) =>
  (await openLab(browser, place, { ...(width && { width }), ...(theme && { theme }) })).page

/** Our own prose as a page shows it. */
const plain = (text: string) => text.replace(/[`*]/g, '').replace(/ \[[^\]]+\]/g, '')

describe('the transcript', () => {
  test('tells every message of the diagram and every check made on it', async () => {
    const page = await open(lab('at=48'))
    await choosePane(page, 'Transcript')
    const told = await page.locator('[data-message]').allTextContents()
    const run = startRun({ scenario: firstContact, seed: 'panes' })
    await run.finish()
    expect(told).toHaveLength(run.log.length)
    for (const [index, message] of run.log.entries()) {
      const words = told[index]!.replace(/\s+/g, ' ')
      for (const part of [partyName(message.from), partyName(message.to), labelOf(message)])
        expect(words).toContain(part)
      for (const verdict of verdicts) {
        const made = message.findings.some((finding) => finding.verdict === verdict)
        expect([index, words.includes(verdictWords[verdict])]).toEqual([index, made])
      }
    }
  })

  test('goes to the message that is chosen in it', async () => {
    const page = await open(lab('at=2'))
    await choosePane(page, 'Transcript')
    await page.locator('[data-message="5"]').getByRole('button').first().click()
    await expect.poll(() => placeOf(page)).toBe('5')
  })
})

describe('the states', () => {
  test('show where the spine stands, and what it passed through', async () => {
    const page = await open(lab('at=9&do=registration.held'))
    await choosePane(page, 'States')
    const panel = page.getByRole('tabpanel')
    expect(await panel.getByText('skipped').first().isVisible()).toBe(true)
  })
})

test('a pane that cannot be loaded says so, and the rest goes on', async () => {
  const page = await open(lab('at=9'))
  await page.route(/states-/, (route) => route.abort())
  await choosePane(page, 'States')
  await page.getByText('The states could not be loaded.').waitFor()
  await page.getByRole('slider').press('ArrowRight')
  await expect.poll(() => placeOf(page)).toBe('10')
  await choosePane(page, 'Message')
})

describe('the audit log', () => {
  test('holds what Notes wrote down up to the place, and leads to the message', async () => {
    const page = await open(lab('at=48&pane=audit'))
    const lines = page.getByRole('tabpanel').getByRole('listitem')
    const run = startRun({ scenario: firstContact, seed: 'panes' })
    await run.finish()
    await expect.poll(() => lines.count()).toBe(run.audit.length)
    expect(await lines.first().innerText()).toMatch(/tools\/call read_note\s+✓ allowed/)
    expect(await lines.filter({ hasText: 'refused' }).count()).toBe(
      run.audit.filter(({ allowed }) => !allowed).length,
    )
    await lines.last().getByRole('button').click()
    await expect.poll(() => placeOf(page)).toBe('1')
    await expect.poll(() => lines.count()).toBe(1)
    await page.getByRole('slider').fill('0')
    await expect.poll(() => lines.count()).toBe(0)
  })

  test('holds no token and no secret', async () => {
    const page = await open(lab('at=48&pane=audit&rev=2025-11-25&reg=client-secret-basic'))
    await page.getByRole('tabpanel').getByRole('listitem').first().waitFor()
    expect(await page.getByRole('tabpanel').innerText()).not.toMatch(/eyJ|Bearer|secret/)
  })
})

describe('the question at the end', () => {
  test('gives every answer that is picked its reason, and all of them once the right one is', async () => {
    const page = await open(lab('at=48'))
    const { choices } = firstContact.question
    const wrong = choices.findIndex((choice) => !('right' in choice))
    const right = choices.findIndex((choice) => 'right' in choice)
    const radios = page
      .getByRole('group')
      .filter({ hasText: plain(firstContact.question.asks) })
      .getByRole('radio')
    const told = async () => {
      const words = (await page.getByRole('region', { name: 'Story' }).innerText()).replace(
        /\s+/g,
        ' ',
      )
      return choices.map(({ because }) => words.includes(plain(because).slice(0, 40)))
    }
    expect(await told()).toEqual(choices.map(() => false))
    await radios.nth(wrong).check()
    await page.getByRole('button', { name: 'Answer', exact: true }).click()
    expect(await told()).toEqual(choices.map((_, index) => index === wrong))
    await radios.nth(right).check()
    await page.getByRole('button', { name: 'Answer again' }).click()
    expect(await told()).toEqual(choices.map(() => true))
  })

  test('is not asked before', async () => {
    const page = await open(lab('at=47'))
    expect(await page.getByText(plain(firstContact.question.asks)).count()).toBe(0)
  })
})

describe('what if', () => {
  const panel = (page: Page) => page.getByRole('dialog', { name: 'What if' })

  test('is folded by what it is about, and found by a word', async () => {
    const page = await open(lab('at=6'), 390)
    await page.getByRole('button', { name: 'What if…' }).click()
    const offers = panel(page).getByRole('checkbox')
    await panel(page).getByRole('checkbox', { name: 'Sam denies consent' }).waitFor()
    const seen = await offers.count()
    await panel(page).getByRole('searchbox').fill('503')
    await expect.poll(() => offers.count()).toBeLessThan(seen)
    for (const words of await panel(page).locator('label:has([type=checkbox])').allInnerTexts())
      expect(/503|developer tools/.test(words)).toBe(true)
    await panel(page).getByRole('searchbox').fill('nothing of the kind')
    await panel(page).getByText('Nothing here is called that.').waitFor()
  })

  test('opens the group in which something was changed', async () => {
    const page = await open(lab('at=6&do=vault.plain-file'))
    await page.getByRole('button', { name: 'What if…' }).click()
    const made = panel(page).getByRole('checkbox', { checked: true })
    await made.waitFor()
    expect(await panel(page).getByText('1 changed').count()).toBe(1)
  })

  test.each([
    [1440, 'light'],
    [390, 'dark'],
  ] as const)('is in nobody’s way at %i, %s', async (width, theme) => {
    const page = await open(lab('at=6&do=consent.deny'), width, theme)
    await page.getByRole('button', { name: 'What if…' }).click()
    await panel(page).getByRole('checkbox').first().waitFor()
    await expectNothingInTheWay(page)
  })
})

test('the keyboard alone reaches slider, tabs, the current row, and every field of the message', async () => {
  const page = await open(lab('at=13'))
  const reached = new Set<string>()
  for (let times = 0; times < 90; times++) {
    await page.keyboard.press('Tab')
    reached.add(
      await page.evaluate(() => {
        const { tagName, role, dataset } = document.activeElement as HTMLElement
        return [tagName, role, dataset['row']].filter(Boolean).join(' ')
      }),
    )
  }
  for (const one of ['INPUT', 'BUTTON tab', 'BUTTON 13', 'SUMMARY'])
    expect([...reached]).toContain(one)
})

test('a wheel over the diagram zooms nothing', async () => {
  const page = await open(lab('at=13'))
  const row = page.locator('[data-row="13"]')
  const width = async () => (await row.boundingBox())?.width
  const before = await width()
  await row.hover()
  await page.mouse.wheel(0, 120)
  await page.waitForTimeout(300)
  expect(await page.locator('[data-row="15"]').boundingBox()).toMatchObject({ width: before })
})

test.each([
  [1280, 720],
  [1180, 800],
  [1024, 768],
  [820, 700],
])('at %i by %i the diagram stays in its own place', async (width, height) => {
  const page = await open(lab('at=30'), width)
  await page.setViewportSize({ width, height })
  const bottom = async (selector: string) => {
    const box = await page.locator(selector).first().boundingBox()
    return (box?.y ?? 0) + (box?.height ?? 0)
  }
  const pane = await page
    .locator('figure')
    .first()
    .evaluate((figure) => {
      const { bottom: end } = figure.parentElement!.getBoundingClientRect()
      return end
    })
  expect(await bottom('figure')).toBeLessThanOrEqual(pane + 1)
  expect(await page.locator('[data-row="30"]').isVisible()).toBe(true)
})

test.each([
  [1440, 'light'],
  [390, 'dark'],
] as const)('axe finds nothing in any pane at %i, %s', async (width, theme) => {
  const page = await open(lab('at=29'), width, theme)
  for (const pane of ['Checks', 'States', 'Transcript']) {
    await choosePane(page, pane)
    await expectNothingInTheWay(page)
  }
  await page.goto(labUrl(lab('at=48')))
  await choosePane(page, 'Audit')
  await page.getByRole('tabpanel').getByRole('listitem').first().waitFor()
  await expectNothingInTheWay(page)
  await page.goto(labUrl(lab('at=99&do=sign-in.wrong-password')))
  await page.getByRole('button', { name: 'undo all' }).waitFor()
  await choosePane(page, 'Message')
  await expectNothingInTheWay(page)
})
