import type { Page } from 'playwright-core'
import { bundle, type Bundle } from './bundle.ts'
import type { inPage } from './in-page-entry.ts'

let built: Promise<Bundle> | undefined

/** Puts the engine into a page. The page must be one whose content policy is bypassed. */
export const bringEngine = async (page: Page): Promise<void> => {
  built ??= bundle('./in-page-entry.ts')
  const { code } = await built
  await page.addScriptTag({ content: code })
}

/** What `bringEngine` put into the page, for use inside `page.evaluate`. */
export type InPage = typeof inPage

/** Opens a page of its own, on an address that counts as secure but reaches no server. */
export const openBlank = async (page: Page, body = ''): Promise<void> => {
  const address = 'http://127.0.0.1:9/'
  const html = `<!doctype html><html lang="en"><title>blank</title><body>${body}</body></html>`
  await page.route(address, (route) => route.fulfill({ contentType: 'text/html', body: html }))
  await page.goto(address)
}
