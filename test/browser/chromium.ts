import type { Page } from 'playwright-core'
import { inject } from 'vitest'

export { launchChromium, launchWithoutThirdParties } from './launch.ts'

/** The address of a place in the built lab: `labUrl('#/lab/first-contact')`. */
export const labUrl = (place = ''): string => new URL(place, inject('lab')).href

/**
 * Writes down, from now on, whatever a page does that the lab promises not to do: an error on the console (a refusal of
 * the content policy is one), an error nobody caught, a request that leaves the page's own origin.
 */
export const watch = (page: Page): string[] => {
  const problems: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`))
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url())
    const home = new URL(page.url()).origin
    if (/^(https?|wss?):$/.test(protocol) && origin !== home && page.url() !== 'about:blank') {
      problems.push(`left the page: ${request.url()}`)
    }
  })
  return problems
}
