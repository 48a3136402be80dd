import { readFile } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { labUrl, launchChromium } from './chromium.ts'
import { bringEngine, type InPage } from './in-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

test('behind the service worker the handshake is the same, byte for byte, and its requests are seen by the browser', async () => {
  const page = await browser.newPage({ bypassCSP: true })
  const seen: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('.example')) seen.push(`${request.method()} ${request.url()}`)
  })
  await page.goto(labUrl('licenses.md'))
  await bringEngine(page)
  const text = await page.evaluate(
    (url) => (globalThis as unknown as { inPage: InPage }).inPage.goldenTextOverWorker(url),
    labUrl('mockServiceWorker.js'),
  )
  const kept = await readFile(new URL('../golden/first-contact.txt', import.meta.url), 'utf8')
  expect(text).toBe(kept)
  expect(seen).toContain('POST https://notes.example/mcp')
  expect(seen).toContain('POST https://auth.example/token')
  // The front channel stays in the page: a redirect would come back opaque.
  expect(seen.filter((request) => request.includes('/authorize'))).toEqual([])
  await page.close()
})
