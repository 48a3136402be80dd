import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { labUrl, watch } from './chromium.ts'
import { CANARY } from './hostile.ts'

/** A page under guard. */
export interface Guarded {
  readonly page: Page
  /** Whatever the page has done up to now that the lab promises not to do. */
  wrongs(): Promise<readonly string[]>
}

/**
 * Opens an empty page that is watched from before its first script on: what its content policy or Trusted Types refuse,
 * what nobody catches, what goes elsewhere, any dialog, window or download, and a script that came in as a text.
 */
export const guarded = async (
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<Guarded> => {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options })
  const seen: string[] = []
  await context.exposeBinding('reportWrong', (_, wrong: string) => void seen.push(wrong))
  await context.addInitScript(listen)
  const page = await context.newPage()
  const problems = watch(page)
  page.on('dialog', (dialog) => {
    seen.push(`dialog: ${dialog.message().slice(0, 100)}`)
    void dialog.dismiss()
  })
  page.on('popup', (popup) => seen.push(`window: ${popup.url()}`))
  page.on('download', (download) => seen.push(`download: ${download.url()}`))
  page.on('crash', () => seen.push('the page crashed'))
  const wrongs = async () => {
    const ran = await Promise.all(
      page.frames().map((frame) =>
        frame
          .evaluate((name) => name in globalThis, CANARY)
          // A frame may go while it is asked.
          .catch((error: unknown) => {
            if (frame.isDetached()) return false
            throw error
          }),
      ),
    )
    return [...problems, ...seen, ...(ran.includes(true) ? ['a script ran'] : [])]
  }
  return { page, wrongs }
}

const listen = () => {
  const { reportWrong } = globalThis as unknown as { reportWrong(wrong: string): void }
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
    reportWrong(`refused by the policy: ${effectiveDirective} ${blockedURI} ${sample}`),
  )
  addEventListener('unhandledrejection', ({ reason }) => reportWrong(`nobody caught: ${reason}`))
}

/** Opens a place of the lab in a window that is watched and as wide as a desk’s, until its heading stands. */
export const openGuarded = async (browser: Browser, hash: string) => {
  const { page, wrongs } = await guarded(browser, { viewport: { width: 1280, height: 900 } })
  onTestFinished(() => page.context().close())
  await page.goto(labUrl(hash))
  await page.locator('h1').waitFor()
  return { page, wrongs }
}
