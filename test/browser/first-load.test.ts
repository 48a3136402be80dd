import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { labUrl, launchChromium, watch } from './chromium.ts'

const dist = new URL('../../dist/', import.meta.url).href

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

async function open(address: string) {
  const page = await browser.newPage()
  const problems = watch(page)
  await page.goto(address)
  await page.locator('#root > *').first().waitFor()
  await page.waitForLoadState('networkidle')
  return { page, problems }
}

describe('the built lab', () => {
  test('opens with nothing refused, nothing thrown and nothing fetched from elsewhere, at any path', async () => {
    const { page, problems } = await open(labUrl())
    expect(await page.title()).toBe('Handshake Lab')
    expect(problems).toEqual([])
  })

  test.each(['index.html', 'handshake-lab.html'])('opens %s from a disk', async (file) => {
    const { page, problems } = await open(`${dist}${file}`)
    expect(page.url()).toBe(`${dist}handshake-lab.html`)
    expect(problems.filter((problem) => problem.startsWith('uncaught'))).toEqual([])
    expect(await page.locator('#root > *').count()).toBeGreaterThan(0)
  })
})

describe('the content policy of the built lab', () => {
  test.each([
    [
      'an inline script',
      () =>
        document.head.append(
          Object.assign(document.createElement('script'), { text: 'window.ran = 1' }),
        ),
    ],
    [
      'a script from elsewhere',
      () =>
        document.head.append(
          Object.assign(document.createElement('script'), { src: 'https://attacker.example/x.js' }),
        ),
    ],
    [
      'a style in the page',
      () =>
        document.head.append(
          Object.assign(document.createElement('style'), { textContent: 'body { color: red }' }),
        ),
    ],
    [
      'a request to a host outside the cast',
      () => void fetch('https://elsewhere.example/').catch(() => {}),
    ],
  ])('refuses %s', async (_, act) => {
    const page = await browser.newPage()
    await page.goto(labUrl())
    const refused = page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective))
        }),
    )
    await page.evaluate(act)
    expect(await refused).toMatch(/^(script|style|connect)-src/)
  })
})
