import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { labUrl, launchChromium, watch } from './chromium.ts'
import { sizes } from './open-lab.ts'

const dist = new URL('../../dist/', import.meta.url).href

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

async function open(address: string) {
  const page = await browser.newPage()
  const problems = watch(page)
  await page.goto(address)
  await page.locator('#root > *').first().waitFor()
  await page.waitForLoadState('networkidle')
  return { page, problems }
}

describe('the built lab', () => {
  test('opens with nothing refused, nothing thrown and nothing fetched from elsewhere, at any path', async () => {
    const { page, problems } = await open(labUrl())
    expect(await page.title()).toBe('Handshake Lab')
    expect(problems).toEqual([])
  })

  test.each(['index.html', 'handshake-lab.html'])('opens %s from a disk', async (file) => {
    const { page, problems } = await open(`${dist}${file}`)
    expect(page.url()).toBe(`${dist}handshake-lab.html`)
    expect(problems.filter((problem) => problem.startsWith('uncaught'))).toEqual([])
    expect(await page.locator('#root > *').count()).toBeGreaterThan(0)
  })

  test('says on a disk, and only there, that pages to print are not in its file', async () => {
    const sayings = await Promise.all(
      [labUrl('#/teach'), `${dist}handshake-lab.html#/teach`].map(async (address) => {
        const { page } = await open(address)
        const part = page.getByText('Every scenario as a page to print').locator('..')
        const says = await part.innerText()
        await page.close()
        return says.includes('not beside this one file')
      }),
    )
    expect(sayings).toEqual([false, true])
  })
})

test.each(['early.js', 'index-'])(
  'whichever script comes last, the page that was asked for is seen: %s',
  async (late) => {
    const page = await browser.newPage()
    await page.route(
      (url) => url.pathname.includes(`/${late}`) && url.pathname.endsWith('.js'),
      async (route) => {
        await new Promise((later) => setTimeout(later, 1_500))
        await route.continue()
      },
    )
    const loaded = page.waitForResponse((response) => response.url().includes('early.js'))
    await page.goto(labUrl('#/glossary'))
    await loaded
    await page.getByRole('heading', { level: 1, name: 'Glossary' }).waitFor()
    expect(await page.getByText('How does a program get in').isVisible()).toBe(false)
    await page.context().close()
  },
)

test('the run of the start page is played beside the page, which stays free for whoever uses it', async () => {
  const { page } = await open(labUrl())
  await page.getByText('a real run, played in this page just now').waitFor()
  const files = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => name.replace(/^.*\//, '')),
  )
  expect(files.some((file) => file.startsWith('have-played-'))).toBe(true)
  // What the page loads to play it itself, where no worker does.
  expect(files.filter((file) => file.startsWith('play-'))).toEqual([])
  await page.close()
})

describe('the letters of the start page', () => {
  const families = (page: Page) =>
    page.evaluate(() =>
      ['main p', 'main h3', 'main tbody:last-of-type a', '[aria-labelledby="beside"] p'].map(
        (which) => getComputedStyle(document.querySelector(which)!).fontFamily.split(',')[0],
      ),
    )
  const set = Array<string>(4).fill('"Literata Variable"')

  test('come from the top down, and all of it has them in the end', async () => {
    const page = await browser.newPage()
    const meanwhile = Array<string>(3).fill('"Literata on Georgia"')
    await page.route(/literata[^/]*\.woff2$/, async (route) => {
      await expect.poll(() => families(page)).toEqual([set[0], ...meanwhile])
      await route.continue()
    })
    await page.goto(labUrl())
    await expect.poll(() => families(page)).toEqual(set)
    await page.close()
  })

  test.each([
    ['that cannot be loaded', true],
    ['of a page without scripts', false],
  ])('%s, are asked for everywhere', async (_, javaScriptEnabled) => {
    const context = await browser.newContext({ javaScriptEnabled })
    const page = await context.newPage()
    await page.route(/\.woff2$/, (route) => route.abort())
    await page.goto(labUrl())
    await expect.poll(() => families(page)).toEqual(set)
    await context.close()
  })
})

test('what the lab is made of is fetched once the run of the start page is there', async () => {
  const page = await browser.newPage()
  await page.goto(labUrl())
  const wanted = (await page.locator('html').getAttribute('data-lab'))!.split(' ')
  expect(wanted.length).toBeGreaterThan(10)
  const missing = () =>
    page.evaluate((files) => {
      const loaded = performance.getEntriesByType('resource').map(({ name }) => name)
      return files.filter((file) => !loaded.includes(new URL(file, location.href).href))
    }, wanted)
  await expect.poll(missing).toEqual([])
  await page.close()
})

test('the key that opens the search works before the search is loaded', async () => {
  const page = await browser.newPage()
  let letThrough = () => {}
  const held = new Promise<void>((resolve) => (letThrough = resolve))
  await page.route(/\/assets\/mount-[^/]*\.js$/, async (route) => {
    await held
    await route.continue()
  })
  // What a page begins with has run by then.
  await page.goto(labUrl(), { waitUntil: 'domcontentloaded' })
  await page.keyboard.press('/')
  expect(await page.getByRole('dialog').count()).toBe(0)
  letThrough()
  await page.locator('dialog input').waitFor()
  await page.close()
})

describe('the lab', () => {
  const lab = () => labUrl('#/lab/confused-deputy?v=1&seed=first&at=20&pane=message')

  test('shows the run before what moves the diagram is loaded, and nothing leaves its place when it comes', async () => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    let letThrough = () => {}
    const held = new Promise<void>((resolve) => (letThrough = resolve))
    await page.route(/\/assets\/flow-[^/]*\.js$/, async (route) => {
      await held
      await route.continue()
    })
    await page.goto(lab())
    const row = page.locator('[data-row="20"]')
    await row.waitFor()
    const where = async () => {
      const { x, y, width, height } = (await row.boundingBox()) ?? {}
      return [x, y, width, height].map((length) => Math.round(length ?? -1))
    }
    const early = await where()
    expect(await page.locator('.react-flow').count()).toBe(0)
    await page.locator('[data-row="19"]').click()
    expect(await page.getByRole('slider').inputValue()).toBe('19')
    await row.click()
    letThrough()
    await page.locator('.react-flow [data-row="20"]').waitFor()
    expect(await where()).toEqual(early)
    expect(await page.getByRole('slider').inputValue()).toBe('20')
    await page.close()
  })
})

describe.each([
  ['the start page', '', '[aria-label="A handshake, as it runs"] li'],
  ['a lesson', '#/lab/first-contact', '[data-row]'],
  ['an attack', '#/lab/confused-deputy?v=1&seed=first&at=20&pane=message', '[data-row]'],
  ['an embed', 'embed.html#scenario=confused-deputy&step=12', '[data-row]'],
])('%s', (_, place, diagram) => {
  test.each(sizes)('opens without anything jumping, at $width px', async (size) => {
    const page = await browser.newPage({ viewport: { width: size.width!, height: size.height! } })
    await page.addInitScript(() => {
      const seen: unknown[] = []
      Object.assign(globalThis, { seen })
      new PerformanceObserver((list) => seen.push(...list.getEntries())).observe({
        type: 'layout-shift',
        buffered: true,
      })
    })
    await page.goto(labUrl(place))
    // On a phone the lab shows one pane at a time.
    await page.locator(diagram).or(page.getByRole('tab')).first().waitFor()
    await page.waitForLoadState('networkidle')
    const moved = await page.evaluate(() =>
      (globalThis as unknown as { seen: { value: number }[] }).seen.reduce(
        (sum, { value }) => sum + value,
        0,
      ),
    )
    // Letters of another width, once they are loaded, may break a line elsewhere.
    expect(moved).toBeLessThan(0.001)
    await page.close()
  })
})

describe('the content policy of the built lab', () => {
  test.each([
    [
      'an inline script',
      () =>
        document.head.append(
          Object.assign(document.createElement('script'), { text: 'window.ran = 1' }),
        ),
    ],
    [
      'a script from elsewhere',
      () =>
        document.head.append(
          Object.assign(document.createElement('script'), { src: 'https://attacker.example/x.js' }),
        ),
    ],
    [
      'a style in the page',
      () =>
        document.head.append(
          Object.assign(document.createElement('style'), { textContent: 'body { color: red }' }),
        ),
    ],
    ['a request to another host', () => void fetch('https://elsewhere.example/').catch(() => {})],
    [
      'a request to a host of the cast, for no service worker answers here',
      () => void fetch('https://notes.example/mcp').catch(() => {}),
    ],
    ['a worker of an address that nobody vouches for', () => void new Worker('from-disk.js')],
    [
      'markup from a string',
      () => {
        document.body.innerHTML = '<p>from a string</p>'
      },
    ],
  ])('refuses %s', async (_, act) => {
    const page = await browser.newPage()
    await page.goto(labUrl())
    const refused = page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective))
        }),
    )
    // What Trusted Types refuse throws besides.
    await page.evaluate(act).catch(() => {})
    expect(await refused).toMatch(/^(script|style|connect)-src|^require-trusted-types-for/)
  })
})
