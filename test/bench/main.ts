// Measures the engine in Node and in Chromium, the servers over real connections, and the page in Chromium: npm run bench [-- --json]
import { launchChromium } from '../browser/launch.ts'
import { bringEngine, openBlank, type InPage } from '../browser/in-page.ts'
import { measureAllHandshakes, measureHandshakes, type HandshakeFigures } from './measure.ts'
import { measurePage } from './page.ts'
import { measureServe } from './serve.ts'

process.setSourceMapsEnabled(false)
const asJson = process.argv.includes('--json')

const node = await measureHandshakes()
const all = await measureAllHandshakes()
const serve = await measureServe()
const browser = await launchChromium()
const figures = await measure().finally(() => browser.close())

if (asJson) console.log(JSON.stringify({ node, all, serve, ...figures }, null, 2))
else printTable(figures)

async function measure() {
  return { chromium: await inChromium(), page: await measurePage(browser) }
}

async function inChromium(): Promise<HandshakeFigures> {
  const tab = await browser.newPage({ bypassCSP: true })
  await openBlank(tab)
  await bringEngine(tab)
  const figures = await tab.evaluate(() =>
    (globalThis as unknown as { inPage: InPage }).inPage.measureHandshakes(),
  )
  await tab.close()
  return figures
}

function printTable({ chromium, page }: Awaited<ReturnType<typeof measure>>) {
  const ms = (figure: number) => `${figure.toFixed(2)} ms`
  const row = (
    name: string,
    { handshake, floor, ratio, messages, exchanges }: HandshakeFigures,
  ) => ({
    where: name,
    handshake: ms(handshake),
    floor: ms(floor),
    ratio: ratio.toFixed(2),
    aim: '2.00',
    messages,
    exchanges,
  })
  console.log('One whole handshake, six phases, medians')
  console.table([row('Node', node), row('Chromium', chromium)])
  console.log('Every revision and way of registration, Node, medians')
  console.table(
    Object.fromEntries(
      Object.entries(all).map(([kind, { handshake, floor, ratio, messages, exchanges }]) => [
        kind,
        {
          handshake: ms(handshake),
          floor: ms(floor),
          ratio: ratio.toFixed(2),
          messages,
          exchanges,
        },
      ]),
    ),
  )
  console.log('npm run serve and one client of the MCP SDK, whole handshakes over real connections')
  console.table([
    { figure: 'handshakes a second', value: serve.handshakesPerSecond.toFixed(1) },
    { figure: 'one handshake, median', value: ms(serve.handshake) },
    { figure: 'requests in it', value: String(serve.requests) },
  ])
  console.log(`Seeking in a log of ${page.messages} messages, ${page.seeks} visits`)
  console.table([
    { figure: 'script and layout, median', value: ms(page.median), aim: '16 ms' },
    { figure: 'script and layout, 95 in 100 below', value: ms(page.slowest5Percent), aim: '16 ms' },
    { figure: 'script and layout, slowest place', value: ms(page.worstPlace), aim: '16 ms' },
    { figure: 'script and layout, slowest visit', value: ms(page.worst), aim: '' },
    { figure: 'rows changed by one step', value: String(page.rowsTouchedByAStep), aim: '2' },
  ] satisfies { figure: string; value: string; aim: string }[])
}
