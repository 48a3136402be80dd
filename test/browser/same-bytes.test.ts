import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { goldenRuns } from '../golden/text.ts'
import { labUrl, launchChromium } from './chromium.ts'
import { bringEngine, type InPage } from './in-page.ts'

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await launchChromium()
  page = await browser.newPage({ bypassCSP: true })
  await page.goto(labUrl('licenses.md'))
  await bringEngine(page)
})
afterAll(() => browser?.close())

test.each(Object.keys(goldenRuns))(
  '%s is the same, byte for byte, in Chromium and in Node',
  async (name) => {
    const inChromium = await page.evaluate(
      (run) => (globalThis as unknown as { inPage: InPage }).inPage.goldenText(run),
      name,
    )
    const kept = await readFile(new URL(`../golden/${name}.txt`, import.meta.url), 'utf8')
    expect(inChromium).toBe(kept)
  },
)
