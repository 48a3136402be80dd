import type { Page } from 'playwright-core'
import { build } from 'vite'
import type { inPage } from './in-page-entry.ts'

/** Bundles the engine with what tests and benches call, as one script for a page. */
const bundle = async (): Promise<string> => {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    resolve: {
      alias: { tldts: new URL('../../engine/network/public-suffix.ts', import.meta.url).pathname },
    },
    build: {
      write: false,
      lib: {
        entry: new URL('./in-page-entry.ts', import.meta.url).pathname,
        formats: ['iife'],
        name: 'bundle',
      },
    },
  })
  const [output] = Array.isArray(result) ? result : [result]
  if (!output || !('output' in output)) throw new Error('the bundle for the page was not built')
  return output.output[0].code
}

let code: Promise<string> | undefined

/** Puts the engine into a page. The page must be one whose content policy is bypassed. */
export const bringEngine = async (page: Page): Promise<void> => {
  code ??= bundle()
  await page.addScriptTag({ content: await code })
}

/** What `bringEngine` put into the page, for use inside `page.evaluate`. */
export type InPage = typeof inPage
