import { createServer } from 'node:http'
import type { Browser, BrowserContext, BrowserContextOptions, Frame, Page } from 'playwright-core'
import { labUrl } from './chromium.ts'

/** A site of somebody else, on a port of its own. */
export interface HostSite {
  /** The address of a page with this content; `headers`: what it is sent with. */
  page(content: string, headers?: Readonly<Record<string, string>>): string
  close(): Promise<void>
}

/** Begins to serve pages of somebody else. */
export const hostSite = async (): Promise<HostSite> => {
  const pages = new Map<string, { html: string; headers: Readonly<Record<string, string>> }>()
  const server = createServer((request, response) => {
    const found = pages.get(request.url ?? '')
    // Browsers ask for an icon by themselves.
    if (!found) return void response.writeHead(request.url === '/favicon.ico' ? 204 : 404).end()
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...found.headers })
    response.end(found.html)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  const port = typeof bound === 'object' && bound ? bound.port : 0
  return {
    page: (content, headers = {}) => {
      const path = `/docs/page-${pages.size + 1}`
      pages.set(path, { html: pageOf(content), headers })
      return `http://127.0.0.1:${port}${path}`
    },
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

/** A page in some theme of its own, with prose above and below. */
export const pageOf = (content: string): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>A page of somebody else</title>
  </head>
  <body>
    <main>
      <h1>About tokens</h1>
      <p><a href="#above">Before</a> the embed.</p>
      ${content}
      <p><a href="#below">After</a> the embed.</p>
    </main>
  </body>
</html>`

/** An embed as a plain frame; `attributes`: what else stands in its tag. */
export const frameOf = (query: string, attributes = 'sandbox="allow-scripts"'): string =>
  `<iframe title="A run" width="100%" height="520" frameborder="0" ${attributes} src="${labUrl(`embed.html#${query}`)}"></iframe>`

/** A page of somebody else, and whatever went wrong in it or in its embeds. */
export interface Hosting {
  readonly context: BrowserContext
  readonly page: Page
  readonly problems: readonly string[]
  /** Every address that was asked for since. */
  readonly asked: readonly string[]
}

/** Opens a page of somebody else, watched: it may ask its own origin and the lab’s, and nobody else’s. */
export const openHost = async (
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<Hosting> => {
  const context = await browser.newContext({
    viewport: { width: 1000, height: 800 },
    reducedMotion: 'reduce',
    ...options,
  })
  return { context, ...(await openHostIn(context, address)) }
}

/** The same in a context that is there. */
export const openHostIn = async (
  context: BrowserContext,
  address: string,
): Promise<Omit<Hosting, 'context'>> => {
  const page = await context.newPage()
  const problems: string[] = []
  const asked: string[] = []
  const known = new Set([new URL(address).origin, new URL(labUrl()).origin])
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`))
  page.on('request', (request) => {
    const { origin, protocol, href } = new URL(request.url())
    asked.push(href)
    if (/^(https?|wss?):$/.test(protocol) && !known.has(origin)) problems.push(`asked: ${href}`)
  })
  await page.goto(address)
  return { page, problems, asked }
}

/** The frame of an embed, once its run has been played. */
export const embedIn = async (page: Page, at = 0): Promise<Frame> => {
  const frame = await framed(page, at)
  await frame.getByRole('slider').and(frame.locator(':not([max="0"])')).waitFor()
  return frame
}

/** The frame of an embed, whatever it shows. */
export const framed = async (page: Page, at = 0): Promise<Frame> => {
  const handle = await page.locator('iframe[src*="#"]').nth(at).elementHandle()
  const frame = await handle?.contentFrame()
  if (!frame) throw new Error(`there is no frame ${at}`)
  await frame.waitForLoadState()
  return frame
}

/** How many messages are shown in an embed. */
export const placeIn = (frame: Frame): Promise<string> => frame.getByRole('slider').inputValue()

/** Everything an embed says, in one line. */
export const wordsIn = async (frame: Frame): Promise<string> =>
  (await frame.locator('body').innerText()).replace(/\s+/g, ' ')

/** The colour of one pixel of a page, as it is painted. */
export const pixel = async (page: Page, x: number, y: number): Promise<string> => {
  const shot = await page.screenshot({ clip: { x, y, width: 1, height: 1 }, scale: 'css' })
  return page.evaluate(async (data) => {
    const image = new Image()
    image.src = `data:image/png;base64,${data}`
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = 1
    const brush = canvas.getContext('2d')!
    brush.drawImage(image, 0, 0)
    return [...brush.getImageData(0, 0, 1, 1).data].slice(0, 3).join()
  }, shot.toString('base64'))
}
