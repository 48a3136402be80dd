import type { Browser } from 'playwright-core'
import { bundle } from '../browser/bundle.ts'
import { openBlank } from '../browser/in-page.ts'

/** Milliseconds of script and layout for one seek in a long log, and how many rows one step draws again. */
export interface PageFigures {
  readonly messages: number
  readonly seeks: number
  readonly median: number
  readonly slowest5Percent: number
  readonly worst: number
  readonly rowsTouchedByAStep: number
}

/** Seeks to places all over a long log, in the lab's own page, and measures each from the event to the finished layout. */
export const measurePage = async (browser: Browser): Promise<PageFigures> => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, bypassCSP: true })
  await openBlank(page, '<div id="root"></div>')
  const { code, styles } = await bundle('../bench/page-entry.tsx')
  await page.addStyleTag({ content: styles })
  await page.addScriptTag({ content: code })
  await page.waitForFunction(() => {
    const range = document.querySelector<HTMLInputElement>('input[type=range]')
    return Number(range?.max) > 900 && document.querySelector('[data-row]') !== null
  })
  const figures = await page.evaluate(async () => {
    const range = document.querySelector<HTMLInputElement>('input[type=range]')!
    const length = Number(range.max)
    const put = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    const seek = async (place: number) => {
      await frame()
      await frame()
      const start = performance.now()
      put.call(range, String(place))
      range.dispatchEvent(new Event('input', { bubbles: true }))
      await Promise.resolve()
      document.body.getBoundingClientRect()
      return performance.now() - start
    }
    const touched = async (place: number) => {
      const rows = new Set<Element>()
      const watcher = new MutationObserver((records) => {
        for (const { target } of records) {
          const element = target instanceof Element ? target : target.parentElement
          const row = element?.closest('[data-row]')
          if (row) rows.add(row)
        }
      })
      await seek(place)
      await frame()
      const options = { subtree: true, childList: true, attributes: true, characterData: true }
      watcher.observe(document.body, options)
      await seek(place + 1)
      await frame()
      watcher.disconnect()
      return rows.size
    }
    for (let warm = 0; warm < 20; warm++) await seek((warm * 389) % length)
    const times: number[] = []
    for (let one = 0; one < 200; one++) times.push(await seek((one * 617 + 13) % length))
    times.sort((a, b) => a - b)
    return {
      messages: length,
      seeks: times.length,
      median: times[100]!,
      slowest5Percent: times[Math.floor(times.length * 0.95)]!,
      worst: times.at(-1)!,
      rowsTouchedByAStep: await touched(500),
    }
  })
  await page.close()
  return figures
}
