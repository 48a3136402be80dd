// Measures the engine in Node and in Chromium, the servers over real connections, and the page in Chromium: npm run bench [-- pages] [-- --json]
import { launchChromium } from '../browser/launch.ts'
import { bringEngine, openBlank, type InPage } from '../browser/in-page.ts'
import { measureAllHandshakes, measureHandshakes, type HandshakeFigures } from './measure.ts'
import { measurePage } from './page.ts'
import { printPages, printScrubbing } from './pages-table.ts'
import { measurePages } from './pages.ts'
import { measureProof, measureProofPage } from './proof.ts'
import { measureScrubbing } from './scrub.ts'
import { measureServe } from './serve.ts'

process.setSourceMapsEnabled(false)
const asJson = process.argv.includes('--json')

const browser = await launchChromium()
await (process.argv.includes('pages') ? pages() : everything()).finally(() => browser.close())

/** The pages of the built lab alone. */
async function pages() {
  const visits = await measurePages(browser)
  const scrubbing = await measureScrubbing(browser)
  if (asJson) return console.log(JSON.stringify({ visits, scrubbing }, null, 2))
  printPages(visits)
  printScrubbing(scrubbing)
}

async function everything() {
  const node = await measureHandshakes()
  const figures = {
    node,
    all: await measureAllHandshakes(),
    serve: await measureServe(),
    proof: await measureProof(node),
    chromium: await inChromium(),
    page: await measurePage(browser),
    proofPage: await measureProofPage(browser),
    visits: await measurePages(browser),
    scrubbing: await measureScrubbing(browser),
  }
  if (asJson) console.log(JSON.stringify(figures, null, 2))
  else printTable(figures)
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

type Figures = {
  readonly [Name in keyof Sources]: Awaited<ReturnType<Sources[Name]>>
}
interface Sources {
  node: typeof measureHandshakes
  all: typeof measureAllHandshakes
  serve: typeof measureServe
  proof: typeof measureProof
  chromium: typeof inChromium
  page: typeof measurePage
  proofPage: typeof measureProofPage
  visits: typeof measurePages
  scrubbing: typeof measureScrubbing
}

function printTable({ node, all, serve, proof, chromium, page, proofPage, ...rest }: Figures) {
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
  console.log('The whole proof: every attack, telling, revision and check')
  console.table([
    { figure: 'runs, Node on one core', value: String(proof.runs) },
    { figure: 'seconds', value: proof.seconds.toFixed(1) },
    { figure: 'runs a second', value: proof.runsPerSecond.toFixed(0) },
    { figure: 'ratio to the floor', value: proof.ratio.toFixed(2) },
    { figure: `Chromium, ${proofPage.cores} cores`, value: proofPage.says },
    { figure: 'longest frame meanwhile', value: ms(proofPage.longestFrame) },
    { figure: 'frames over 50 ms', value: String(proofPage.slowFrames) },
  ])
  console.log(`Seeking in a log of ${page.messages} messages, ${page.seeks} visits`)
  console.table([
    { figure: 'script and layout, median', value: ms(page.median), aim: '16 ms' },
    { figure: 'script and layout, 95 in 100 below', value: ms(page.slowest5Percent), aim: '16 ms' },
    { figure: 'script and layout, slowest place', value: ms(page.worstPlace), aim: '16 ms' },
    { figure: 'script and layout, slowest visit', value: ms(page.worst), aim: '' },
    { figure: 'rows changed by one step', value: String(page.rowsTouchedByAStep), aim: '2' },
  ] satisfies { figure: string; value: string; aim: string }[])
  printPages(rest.visits)
  printScrubbing(rest.scrubbing)
}
