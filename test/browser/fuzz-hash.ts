import type { Page } from 'playwright-core'
import { labUrl } from './chromium.ts'
import { entry } from './fuzz.ts'
import { anyEmbedHash, anyLabHash, anyPageHash } from './hostile-links.ts'

/** Gives texts to a page, one after the other, by a function that runs in it. */
export const each = (
  page: Page,
  texts: readonly unknown[],
  give: (text: never, index: number) => Promise<void> | void,
): Promise<readonly string[]> =>
  // JSON has a way to write half of a character down; the line to the browser has none.
  page.evaluate(
    `(async (texts, give) => {
      const seen = []
      for (const [index, text] of texts.entries()) {
        await give(text, index)
        const wrong = fuzz.look()
        if (wrong) seen.push(wrong)
      }
      return seen
    })(JSON.parse(${JSON.stringify(JSON.stringify(texts))}), ${String(give)})`,
  )

let turn = 0

/** Opens a run in the page, and takes a step in it. */
export const step = async (page: Page): Promise<void> => {
  turn += 1
  await page.evaluate(async (seed) => {
    await fuzz.go(`/lab/pkce?v=2&seed=${seed}&at=5&pane=message`)
    const slider = () => document.querySelector<HTMLInputElement>('input[type=range]')
    await fuzz.until('the fifth message', () => slider()?.value === '5')
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }))
    await fuzz.until('the next message', () => slider()?.value === '6')
    await fuzz.until('the message', () => document.querySelector('[role=tabpanel] h2') !== null)
  }, `ok${turn}`)
}

const careless = () =>
  addEventListener('hashchange', () => document.body.insertAdjacentHTML('beforeend', location.hash))

const atStart = async (page: Page) => {
  await page.goto(labUrl('#/lab/pkce?v=2&seed=start&at=3'))
  await page.locator('input[type=range]').waitFor()
}

export const theLabsHash = entry({
  name: 'the hash of the lab',
  inputs: anyLabHash,
  many: 260,
  open: atStart,
  feed: (page, hashes) => each(page, hashes, (hash: string) => fuzz.go(hash)),
  use: step,
  careless,
})

export const theOtherPagesHash = entry({
  name: 'the hash of the other pages',
  inputs: anyPageHash,
  many: 240,
  open: atStart,
  feed: (page, hashes) => each(page, hashes, (hash: string) => fuzz.go(hash)),
  use: step,
  careless,
})

export const theEmbedsHash = entry({
  name: 'the hash of an embed',
  inputs: anyEmbedHash,
  many: 220,
  open: async (page) => {
    // In a frame, where it belongs, no browser looks for an icon.
    await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }))
    await page.goto(labUrl('embed.html#scenario=pkce&step=3'))
    await page.locator('input[type=range]').waitFor()
  },
  feed: (page, hashes) => each(page, hashes, (hash: string) => fuzz.go(hash)),
  use: async (page) => {
    turn += 1
    await page.evaluate(async (seed) => {
      await fuzz.go(`scenario=pkce&step=5&seed=${seed}`)
      const slider = () => document.querySelector<HTMLInputElement>('input[type=range]')
      await fuzz.until('the fifth message', () => slider()?.value === '5')
      document.body.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }),
      )
      await fuzz.until('the next message', () => slider()?.value === '6')
    }, `ok${turn}`)
  },
  careless,
})
