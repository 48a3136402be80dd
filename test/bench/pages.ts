import type { Browser, Page } from 'playwright-core'
import { hostDist, type Host } from './static.ts'

/** What a page is measured against. */
interface Aims {
  /** Kilobytes of JavaScript, as they travel. */
  readonly script: number
  /** Milliseconds. */
  readonly blocked?: number
}

/** A page that is measured: where it is, what its first diagram looks like. */
interface Visited {
  readonly name: string
  readonly place: string
  readonly diagram: string
  readonly aims: Aims
}

const rows = '[data-row]'
const visited: readonly Visited[] = [
  {
    name: 'start',
    place: 'index.html',
    diagram: '[aria-label="A handshake, as it runs"] li',
    aims: { script: 110, blocked: 150 },
  },
  {
    name: 'lab, first contact',
    place: 'index.html#/lab/first-contact',
    diagram: rows,
    aims: { script: 300, blocked: 300 },
  },
  {
    name: 'lab, confused deputy',
    place: 'index.html#/lab/confused-deputy?at=12',
    diagram: rows,
    aims: { script: 300, blocked: 300 },
  },
  {
    name: 'embed',
    place: 'embed.html#scenario=confused-deputy&step=12',
    diagram: rows,
    aims: { script: 220 },
  },
  {
    name: 'page without a script',
    place: 'scenarios/confused-deputy.html',
    diagram: 'img',
    aims: { script: 0, blocked: 0 },
  },
]

/** What a visit came to: milliseconds since it began, and bytes as they travelled. */
export interface Visit {
  readonly firstPaint: number
  readonly largestPaint: number
  readonly firstDiagram: number
  /** Since when the page answers to whoever clicks. */
  readonly usable: number
  /** What tasks of more than 50 ms kept somebody waiting, after the first paint. */
  readonly blocked: number
  /** The longest of them. */
  readonly longestTask: number
  /** How much moved that nobody had moved. */
  readonly shift: number
  readonly bytes: Readonly<Record<Kind, number>>
  /** JavaScript that came before the page could be used and showed its diagram. */
  readonly scriptUntilThen: number
}

type Kind = 'page' | 'script' | 'style' | 'font' | 'other' | 'worker'

/** A page, and the middle of several visits. */
export interface Measured extends Visit {
  readonly name: string
  readonly aims: Aims
}

/**
 * The network and the processor that a visit is slowed down to: the round trip and the throughput of Lighthouse's preset for a
 * slow 4G connection (150 ms, 1.6 Mbit/s), put on every request of the page, and a processor four times as slow.
 * @see https://github.com/GoogleChrome/lighthouse/blob/main/core/config/constants.js
 */
const slow4G = {
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
}
const SLOWER = 4

/** How long nothing may happen until a page counts as settled, in milliseconds. */
const QUIET = 2_500

/** Visits the start page, the lab and an embed of the built lab as somebody with a slow phone, from an empty cache. */
export const measurePages = async (browser: Browser, rounds = 3): Promise<readonly Measured[]> => {
  const host = await hostDist()
  const measured: Measured[] = []
  try {
    for (const page of visited) {
      const visits: Visit[] = []
      for (let round = 0; round < rounds; round++) visits.push(await visit(browser, host, page))
      const [first, ...others] = visits.toSorted((a, b) => a.blocked - b.blocked)
      const middle = [first!, ...others][Math.floor(visits.length / 2)]!
      measured.push({ ...middle, name: page.name, aims: page.aims })
    }
  } finally {
    await host.close()
  }
  return measured
}

const visit = async (browser: Browser, host: Host, { place, diagram }: Visited): Promise<Visit> => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', { offline: false, ...slow4G })
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  await page.addInitScript(watchIn, diagram)
  host.taken()
  await page.goto(`${host.address}${place}`, { waitUntil: 'commit' })
  const { loaded, ...times } = await settled(page).catch((error: unknown) => {
    throw new Error(`${place} did not come to rest with its diagram (${diagram}) shown`, {
      cause: error,
    })
  })
  const taken = host.taken()
  await context.close()
  const arrived = new Map(loaded.map(([url, at]) => [pathOf(url), at]))
  const bytes: Record<Kind, number> = { page: 0, script: 0, style: 0, font: 0, other: 0, worker: 0 }
  let scriptUntilThen = 0
  const then = Math.max(times.firstDiagram, times.usable)
  for (const [path, size] of taken) {
    const kind = kindOf(path, arrived.has(path))
    bytes[kind] += size
    if (kind === 'script' && arrived.get(path)! <= then) scriptUntilThen += size
  }
  return { ...times, bytes, scriptUntilThen }
}

const pathOf = (url: string): string => new URL(url).pathname.replace(/\/$/, '/index.html')

// What a worker loads, the page itself does not know of.
const kindOf = (path: string, seen: boolean): Kind => {
  if (path.endsWith('.html')) return 'page'
  if (path.endsWith('.js')) return seen ? 'script' : 'worker'
  if (path.endsWith('.css')) return 'style'
  return path.endsWith('.woff2') ? 'font' : 'other'
}

interface Watched {
  firstDiagram: number
  usable: number
  largestPaint: number
  shift: number
  tasks: [start: number, duration: number][]
  last: number
}

/** Runs in the page before anything else there does, and writes down what happens. */
function watchIn(diagram: string) {
  const watched: Watched = {
    firstDiagram: NaN,
    usable: NaN,
    largestPaint: NaN,
    shift: 0,
    tasks: [],
    last: 0,
  }
  Object.assign(globalThis, { watched })
  const each = (type: string, tell: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(tell)).observe({
      type,
      buffered: true,
    })
  each('largest-contentful-paint', ({ startTime }) => (watched.largestPaint = startTime))
  each('layout-shift', (entry) => (watched.shift += (entry as unknown as { value: number }).value))
  each('longtask', ({ startTime, duration }) => {
    watched.tasks.push([startTime, duration])
    watched.last = startTime + duration
  })
  each(
    'resource',
    (entry) =>
      (watched.last = Math.max(watched.last, (entry as PerformanceResourceTiming).responseEnd)),
  )
  // React writes down on an element what happens when it is clicked; a page without a script needs none.
  const answers = () => {
    const root = document.getElementById('root')
    const first = root ? root.firstElementChild : document.body
    return (
      first !== null && (!root || Object.keys(first).some((key) => key.startsWith('__reactProps')))
    )
  }
  const look = (now: number) => {
    if (Number.isNaN(watched.usable) && answers()) watched.usable = now
    if (Number.isNaN(watched.firstDiagram) && document.querySelector(diagram)?.checkVisibility())
      watched.firstDiagram = now
    if (Number.isNaN(watched.usable + watched.firstDiagram)) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

/** Waits until the diagram is there and nothing has happened for a while. */
const settled = async (page: Page) => {
  await page.waitForFunction(
    (quiet) => {
      const { watched } = globalThis as unknown as { watched: Watched }
      return (
        !Number.isNaN(watched.firstDiagram + watched.usable) &&
        performance.now() - Math.max(watched.last, watched.firstDiagram, watched.usable) > quiet
      )
    },
    QUIET,
    { polling: 250, timeout: 90_000 },
  )
  return page.evaluate(() => {
    const { watched } = globalThis as unknown as { watched: Watched }
    const firstPaint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN
    const after = watched.tasks.map(
      ([start, duration]) => duration - Math.max(0, Math.min(duration, firstPaint - start)),
    )
    return {
      loaded: performance
        .getEntriesByType('resource')
        .map((entry) => [entry.name, (entry as PerformanceResourceTiming).responseEnd] as const),
      firstPaint,
      largestPaint: watched.largestPaint,
      firstDiagram: watched.firstDiagram,
      usable: watched.usable,
      blocked: after.reduce((sum, duration) => sum + Math.max(0, duration - 50), 0),
      longestTask: Math.max(0, ...after),
      shift: watched.shift,
    }
  })
}
