import type { Browser } from 'playwright-core'
import { bundle } from '../browser/bundle.ts'
import { openBlank } from '../browser/in-page.ts'

/**
 * Milliseconds of script and layout for one seek in a long log, and how many rows one step draws again. Each place is
 * sought three times: `worstPlace` is the slowest place by its median visit, `worst` the slowest visit of all, pauses of
 * the machine and of the garbage collector included.
 */
export interface PageFigures {
  readonly messages: number
  readonly seeks: number
  readonly median: number
  readonly slowest5Percent: number
  readonly worstPlace: number
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
    const visits: number[][] = Array.from({ length: 200 }, () => [])
    for (let round = 0; round < 3; round++)
      for (const [one, times] of visits.entries()) times.push(await seek((one * 617 + 13) % length))
    for (const times of visits) times.sort((a, b) => a - b)
    const times = visits.flat().toSorted((a, b) => a - b)
    return {
      messages: length,
      seeks: times.length,
      median: times[Math.floor(times.length / 2)]!,
      slowest5Percent: times[Math.floor(times.length * 0.95)]!,
      worstPlace: Math.max(...visits.map(([, middle]) => middle!)),
      worst: times.at(-1)!,
      rowsTouchedByAStep: await touched(500),
    }
  })
  await page.close()
  return figures
}
