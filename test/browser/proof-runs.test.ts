import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { plansOf, proveRun, type Proven } from '../../engine/proof.ts'
import { attacks } from '../../scenarios/index.ts'
import type { Attack } from '../../engine/scenario.ts'
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

const shown = ({ kind, remembered, ending, decided, at, messages, holds }: Proven) =>
  `${kind} ${remembered.join('+')}: ${ending} ${decided} ${at}/${messages} ${holds}`

test.each(attacks.map((attack: Attack) => [attack.id, attack] as const))(
  'the proof of %s is the same in Chromium and in Node, and holds',
  async (id, attack) => {
    const inChromium = await page.evaluate(
      (attack) => (globalThis as unknown as { inPage: InPage }).inPage.prove(attack),
      id,
    )
    const inNode: Proven[] = []
    for (const planned of plansOf(attack, [attack.revision]))
      inNode.push(await proveRun(attack, planned))
    expect(inChromium.map(shown)).toEqual(inNode.map(shown))
    expect(inChromium.filter(({ holds }) => !holds).map(shown)).toEqual([])
  },
)
