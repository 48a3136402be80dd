import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { labelOf, partyName, startRun } from '../../engine/index.ts'
import { firstContact } from '../../scenarios/lessons/first-contact.ts'
import { labUrl, launchChromium } from './chromium.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

const lab = (query: string) => `#/lab/first-contact?v=1&seed=panes&${query}`

const open = async (place: string, width = 1440, colorScheme: 'light' | 'dark' = 'light') => {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme,
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await page.goto(labUrl(place))
  await page.waitForLoadState('networkidle')
  return page
}

const choose = (page: Page, tab: string) => page.getByRole('tab', { name: tab }).click()

describe('the transcript', () => {
  test('tells every message of the diagram and every check made on it', async () => {
    const page = await open(lab('at=48'))
    await choose(page, 'Transcript')
    const told = await page.locator('[data-message]').allTextContents()
    const run = startRun({ scenario: firstContact, seed: 'panes' })
    await run.finish()
    expect(told).toHaveLength(run.log.length)
    for (const [index, message] of run.log.entries()) {
      const words = told[index]!.replace(/\s+/g, ' ')
      for (const part of [partyName(message.from), partyName(message.to), labelOf(message)])
        expect(words).toContain(part)
      const broken = message.findings.filter(({ verdict }) => verdict === 'broken').length
      expect(/broken/.test(words)).toBe(broken > 0)
      expect(/obeyed/.test(words)).toBe(message.findings.length > broken)
    }
    await page.close()
  })

  test('goes to the message that is chosen in it', async () => {
    const page = await open(lab('at=2'))
    await choose(page, 'Transcript')
    await page.locator('[data-message="5"]').getByRole('button').first().click()
    await expect.poll(() => page.getByRole('slider').inputValue()).toBe('5')
    await page.close()
  })
})

describe('the states', () => {
  test('show where the spine stands, and what it passed through', async () => {
    const page = await open(lab('at=9&do=registration.held'))
    await choose(page, 'States')
    const panel = page.getByRole('tabpanel')
    expect(await panel.getByText('skipped').first().isVisible()).toBe(true)
    await page.close()
  })
})

test('the keyboard alone reaches slider, tabs, the current row, and every field of the message', async () => {
  const page = await open(lab('at=13'))
  const reached = new Set<string>()
  for (let times = 0; times < 60; times++) {
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
  await page.close()
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
  await page.close()
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
  await page.close()
})

describe.each([
  [1440, 'light'],
  [390, 'dark'],
] as const)('axe finds nothing at %i, %s', (width, theme) => {
  test.each([
    ['Checks', 'at=29'],
    ['States', 'at=29'],
    ['Transcript', 'at=29'],
    ['Message', 'at=99&do=sign-in.wrong-password'],
  ])('in the pane %s, %s', async (tab, query) => {
    const page = await open(lab(query), width, theme)
    await choose(page, tab)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    await page.close()
  })
})
