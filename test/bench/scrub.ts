import type { Browser } from 'playwright-core'
import { bundle } from '../browser/bundle.ts'
import { openBlank } from '../browser/in-page.ts'

/** Milliseconds between two frames while somebody drags the scrubber of the lab through a long log. */
export interface ScrubFigures {
  readonly messages: number
  /** How many times slower the processor was. */
  readonly slower: number
  readonly frames: number
  readonly median: number
  readonly slowest5Percent: number
  readonly longest: number
  /** How many frames took longer than 50 ms. */
  readonly over: number
}

/** Drags through a log of about 500 messages there and back, one event a frame, on the processor as it is and slowed down. */
export const measureScrubbing = async (browser: Browser): Promise<readonly ScrubFigures[]> => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, bypassCSP: true })
  const session = await page.context().newCDPSession(page)
  await openBlank(page, '<div id="root" data-errands="220"></div>')
  const { code, styles } = await bundle('../bench/page-entry.tsx')
  await page.addStyleTag({ content: styles })
  await page.addScriptTag({ content: code })
  await page.waitForFunction(() => {
    const range = document.querySelector<HTMLInputElement>('input[type=range]')
    return Number(range?.max) > 400 && document.querySelector('[data-row]') !== null
  })
  const figures: ScrubFigures[] = []
  for (const slower of [1, 4]) {
    await session.send('Emulation.setCPUThrottlingRate', { rate: slower })
    const { messages, times } = await page.evaluate(drag)
    times.sort((a, b) => a - b)
    figures.push({
      messages,
      slower,
      frames: times.length,
      median: times[Math.floor(times.length / 2)]!,
      slowest5Percent: times[Math.floor(times.length * 0.95)]!,
      longest: times.at(-1)!,
      over: times.filter((time) => time > 50).length,
    })
  }
  await page.close()
  return figures
}

/** In the page: moves the scrubber a little in every frame, and writes down how long each took. */
async function drag() {
  const range = document.querySelector<HTMLInputElement>('input[type=range]')!
  const messages = Number(range.max)
  const put = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
  const FRAMES = 240
  const times: number[] = []
  let last = await frame()
  for (let step = 0; step < FRAMES; step++) {
    const way = Math.abs(1 - (2 * step) / FRAMES)
    put.call(range, String(Math.round((1 - way) * messages)))
    range.dispatchEvent(new Event('input', { bubbles: true }))
    const now = await frame()
    times.push(now - last)
    last = now
  }
  return { messages, times }
}
