import type { Browser, BrowserContextOptions, Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { labUrl, launchChromium } from './chromium.ts'
import {
  embedIn,
  framed,
  hostSite,
  openHost,
  pixel,
  placeIn,
  wordsIn,
  type HostSite,
} from './host-page.ts'

let browser: Browser
let site: HostSite
beforeAll(async () => {
  ;[browser, site] = await Promise.all([launchChromium(), hostSite()])
})
afterAll(() => Promise.all([browser?.close(), site?.close()]))

type Told = readonly [id: string, type: string, detail: Record<string, unknown>]

/** Writes down what the elements of a page tell. */
const EARS = `<script>
  told = []
  for (const type of ['ready', 'step', 'outcome', 'height'])
    addEventListener(type, (event) => told.push([event.target.id, type, event.detail]), true)
</script>`

const script = () => `<script async src="${labUrl('handshake-lab.js')}"></script>`

/** A page of somebody else that has the script tag and this. */
const host = (content: string, options: BrowserContextOptions = {}) =>
  openHost(browser, site.page(`${EARS}${script()}${content}`), options)

const told = (page: Page): Promise<readonly Told[]> =>
  page.evaluate(() => (globalThis as unknown as { told: Told[] }).told)

const toldOf = async (page: Page, id: string, type: string) =>
  (await told(page)).filter((one) => one[0] === id && one[1] === type).map(([, , detail]) => detail)

/** What the element called `one` is asked for from now on. */
const set = (page: Page, attributes: Readonly<Record<string, string | null>>) =>
  page.evaluate((all) => {
    const element = document.getElementById('one')!
    for (const [name, value] of Object.entries(all))
      if (value === null) element.removeAttribute(name)
      else element.setAttribute(name, value)
  }, attributes)

const goto = (page: Page, step: number | string) =>
  page.evaluate((to) => {
    const element = document.getElementById('one') as unknown as { goto(step: typeof to): void }
    element.goto(to)
  }, step)

const frameHeight = (page: Page) =>
  page.locator('handshake-lab iframe').evaluate((one) => one.getBoundingClientRect().height)

const ink = (frame: Frame) =>
  frame.evaluate(() => getComputedStyle(document.querySelector('h1')!).color)
const [DARK, LIGHT] = ['rgb(31, 29, 26)', 'rgb(236, 231, 219)']

const ONE = '<handshake-lab id="one" scenario="confused-deputy" step="12"></handshake-lab>'

describe('<handshake-lab>, with its script tag alone,', () => {
  test('plays where it is asked to, tells what happens, and goes where it is sent', async () => {
    const { page, context, problems } = await host(ONE)
    const frame = await embedIn(page)
    await expect.poll(() => toldOf(page, 'one', 'outcome')).toHaveLength(1)
    expect(await toldOf(page, 'one', 'ready')).toEqual([
      { scenario: 'confused-deputy', length: 83 },
    ])
    expect(await toldOf(page, 'one', 'outcome')).toEqual([
      { ending: 'won', sentence: 'The attacker read the owner’s note.', at: 83 },
    ])
    expect(await toldOf(page, 'one', 'step')).toEqual([
      { step: 12, length: 83, message: expect.any(String) },
    ])
    await goto(page, 40)
    await expect.poll(() => placeIn(frame)).toBe('40')
    await goto(page, 'token-request')
    await expect
      .poll(async () => (await toldOf(page, 'one', 'step')).at(-1))
      .toMatchObject({ message: 'token-request' })
    await goto(page, 'nowhere')
    await goto(page, 1e9)
    await goto(page, 3)
    await expect.poll(() => placeIn(frame)).toBe('3')
    expect(await page.locator('iframe').getAttribute('title')).toBe(
      'Handshake Lab: confused-deputy',
    )
    expect(problems).toEqual([])
    await context.close()
  })

  test('remembers where it is sent before its frame is there', async () => {
    const { page, context } = await host(`<div style="height: 4000px"></div>${ONE}`)
    await page.waitForFunction(() => customElements.get('handshake-lab'))
    await goto(page, 'token-request')
    await page.locator('iframe').scrollIntoViewIfNeeded()
    const frame = await embedIn(page)
    await expect
      .poll(() => frame.getByRole('slider').getAttribute('aria-valuetext'))
      .toContain('POST /token')
    await context.close()
  })

  test('obeys its attributes as they change, without loading its frame anew', async () => {
    const { page, context, problems, asked } = await host(ONE)
    const frame = await embedIn(page)
    await set(page, { step: '20' })
    await expect.poll(() => placeIn(frame)).toBe('20')
    await set(page, { forget: 'nothing' })
    await expect
      .poll(async () => (await toldOf(page, 'one', 'outcome')).at(-1))
      .toMatchObject({ ending: 'refused', by: 'proxy/consent-per-client' })
    await set(page, { forget: 'proxy/consent-per-client, proxy/no-silent-consent' })
    await expect
      .poll(async () => (await toldOf(page, 'one', 'outcome')).at(-1))
      .toMatchObject({ ending: 'won' })
    await set(page, { view: 'messages', controls: 'off' })
    await frame.locator('article').waitFor()
    expect(await frame.locator('figure, input').count()).toBe(0)
    await set(page, { view: null, controls: null, checks: '' })
    await frame.locator('[role=switch]').first().waitFor()
    await set(page, { scenario: 'mix-up', variant: 'stripped', step: '5', checks: null })
    await expect.poll(() => frame.locator('h1').innerText()).toBe('Mixed up')
    await expect.poll(() => placeIn(frame)).toBe('5')
    expect((await toldOf(page, 'one', 'ready')).at(-1)).toMatchObject({ scenario: 'mix-up' })
    expect(await page.locator('iframe').getAttribute('title')).toBe('Handshake Lab: mix-up')
    await set(page, { theme: 'dark', label: 'Two servers' })
    await expect.poll(() => ink(frame)).toBe(LIGHT)
    expect(await page.locator('iframe').getAttribute('title')).toBe('Two servers')
    await set(page, { autoplay: 'maybe', theme: 'sepia' })
    await expect.poll(() => wordsIn(frame)).toContain('“autoplay” is “maybe”')
    expect(await wordsIn(frame)).toContain('The theme “sepia” is none of auto, light, dark.')
    expect(asked.filter((url) => url.includes('embed.html')).length).toBe(1)
    expect(problems).toEqual([])
    await context.close()
  })

  test('has its attributes as properties, those too that were set before it was known', async () => {
    const { page, context } = await openHost(browser, site.page('<p></p>'))
    const properties = await page.evaluate(async (src) => {
      const element = document.createElement('handshake-lab') as unknown as HTMLElement &
        Record<string, unknown>
      element['scenario'] = 'pkce'
      element['step'] = 7
      element['controls'] = false
      document.querySelector('main')!.append(element)
      await new Promise((loaded) =>
        document.head.append(
          Object.assign(document.createElement('script'), {
            src,
            addEventListener: undefined,
            onload: loaded,
          }),
        ),
      )
      element['checks'] = true
      element['label'] = 'A label'
      element['seed'] = null
      return [element.outerHTML, element['step'], element['checks'], element['poster']]
    }, labUrl('handshake-lab.js'))
    expect(properties).toEqual([
      '<handshake-lab scenario="pkce" step="7" controls="off" checks="on" label="A label"></handshake-lab>',
      '7',
      true,
      false,
    ])
    const frame = await framed(page)
    await expect.poll(() => frame.locator('h1').innerText()).toMatch(/^PKCE/)
    await context.close()
  })

  test('says what its src has to be where it is none, and comes to life when it is right', async () => {
    const { page, context, problems } = await host(
      '<handshake-lab id="one" scenario="pkce" src=""></handshake-lab>',
    )
    const says = () => page.locator('handshake-lab').evaluate((one) => one.shadowRoot?.textContent)
    for (const src of ['', 'http://[', 'javascript:document.write(1)', 'data:text/html,x']) {
      await set(page, { src })
      await expect.poll(says).toMatch(/the attribute src has to be/)
      expect(await page.locator('iframe').count()).toBe(0)
    }
    await set(page, { src: labUrl().slice(0, -1) })
    const frame = await framed(page)
    await expect.poll(() => frame.locator('h1').innerText()).toMatch(/^PKCE/)
    expect(problems).toEqual([])
    await context.close()
  })
})

describe('the frame of <handshake-lab>', () => {
  test('is as high as what is in it, from the first: it grows, and shrinks again, and then rests', async () => {
    const { page, context, frame } = await placed({ viewport: { width: 700, height: 900 } })
    expect(await frameHeight(page)).toBe(520)
    await expect.poll(() => toldOf(page, 'one', 'height')).toEqual([{ height: 520 }])
    await frame.getByRole('button', { name: 'Open the message' }).click()
    await frame.locator('article').waitFor()
    await expect.poll(() => frameHeight(page)).toBeGreaterThan(600)
    const overflow = () => frame.evaluate(() => document.documentElement.scrollHeight - innerHeight)
    await expect.poll(overflow).toBe(0)
    await frame.getByRole('button', { name: 'Close the message' }).click()
    await expect.poll(() => frameHeight(page)).toBe(520)
    await page.setViewportSize({ width: 340, height: 900 })
    await expect.poll(overflow).toBe(0)
    const before = (await toldOf(page, 'one', 'height')).length
    // A loop would go round many times by then.
    await page.evaluate(() => new Promise((later) => setTimeout(later, 500)))
    expect((await toldOf(page, 'one', 'height')).length).toBe(before)
    await context.close()
  })

  test('is as high as its page says, where it says so', async () => {
    const { page, context, frame } = await placed()
    await set(page, { height: '400' })
    await expect.poll(() => frameHeight(page)).toBe(400)
    await frame.getByRole('button', { name: 'Open the message' }).click()
    await frame.locator('article').waitFor()
    expect(await frameHeight(page)).toBe(400)
    await set(page, { height: null })
    await expect.poll(() => frameHeight(page)).toBe(520)
    await context.close()
  })

  test('follows the theme of its page, by whichever sign that shows it', async () => {
    const { page, context, frame } = await placed({}, STYLES)
    const root = (attribute: string, value: string) =>
      page.evaluate(
        ([name, to]) => document.documentElement.setAttribute(name!, to!),
        [attribute, value],
      )
    const bare = async () => {
      const box = (await page.locator('iframe').boundingBox())!
      return pixel(page, Math.round(box.x + box.width / 2), Math.round(box.y + 6))
    }
    expect([await ink(frame), await bare()]).toEqual([DARK, '240,240,220'])
    await root('data-theme', 'dark')
    await expect.poll(() => ink(frame)).toBe(LIGHT)
    await expect.poll(bare).toBe('30,30,60')
    await root('data-theme', 'light')
    await expect.poll(() => ink(frame)).toBe(DARK)
    await root('class', 'dark')
    await expect.poll(() => ink(frame)).toBe(LIGHT)
    await root('class', '')
    await expect.poll(() => ink(frame)).toBe(DARK)
    await root('style', 'color-scheme: dark')
    await page.evaluate(() => document.querySelector('style')!.remove())
    await root('style', 'color-scheme: dark; --again: 1')
    await expect.poll(() => ink(frame)).toBe(LIGHT)
    await root('style', 'color-scheme: light dark')
    await expect.poll(() => ink(frame)).toBe(DARK)
    await page.emulateMedia({ colorScheme: 'dark' })
    await expect.poll(() => ink(frame)).toBe(LIGHT)
    await context.close()
  })

  test('has a ground of its own where it is to be dark on a light page', async () => {
    const { page, context, frame } = await placed({}, STYLES, 'theme="dark"')
    expect(await ink(frame)).toBe(LIGHT)
    const box = (await page.locator('iframe').boundingBox())!
    const ground = await pixel(page, Math.round(box.x + box.width / 2), Math.round(box.y + 6))
    expect(ground).toBe('18,18,18')
    await context.close()
  })

  test('leaves focus and wheel to its page', async () => {
    const { page, context } = await placed({}, '<input autofocus>')
    const box = (await page.locator('iframe').boundingBox())!
    await page.evaluate(() => (document.querySelector('main')!.style.height = '3000px'))
    await page.mouse.move(box.x + 300, box.y + 250)
    await page.mouse.wheel(0, 200)
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(200)
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('input')
    await context.close()
  })

  test('goes with its element, and comes again with it', async () => {
    const { page, context, problems } = await placed()
    await page.evaluate(() => {
      const element = document.getElementById('one')!
      element.remove()
      element.setAttribute('step', '30')
      document.querySelector('main')!.prepend(element)
    })
    const frame = await embedIn(page)
    expect(await placeIn(frame)).toBe('30')
    expect(await page.locator('iframe').count()).toBe(1)
    expect(problems).toEqual([])
    await context.close()
  })
})

const STYLES = `<style>
  body { background: rgb(240 240 220); color: #222; transition: color 200ms }
  .dark body, [data-theme='dark'] body { background: rgb(30 30 60); color: #ddd }
</style>`

const placed = async (options: BrowserContextOptions = {}, before = '', attributes = '') => {
  const hosting = await host(`${before}${ONE.replace('step=', `${attributes} step=`)}`, options)
  return { ...hosting, frame: await embedIn(hosting.page) }
}

describe('what is said between a page and an embed', () => {
  test('is heard by the one that is meant, of two', async () => {
    const { page, context, problems } = await host(
      `${ONE}<handshake-lab id="two" scenario="pkce" step="4"></handshake-lab>`,
      { viewport: { width: 900, height: 1300 } },
    )
    const [one, two] = [await embedIn(page, 0), await embedIn(page, 1)]
    await expect.poll(() => toldOf(page, 'two', 'outcome')).toHaveLength(1)
    await goto(page, 33)
    await expect.poll(() => placeIn(one)).toBe('33')
    await two.getByRole('button', { name: 'One message on' }).click()
    await expect
      .poll(async () => (await toldOf(page, 'two', 'step')).map(({ step }) => step))
      .toEqual([4, 5])
    expect((await toldOf(page, 'one', 'step')).map(({ step }) => step)).toEqual([12, 33])
    expect(problems).toEqual([])
    await context.close()
  })

  /** The frame of a page of its own, once that is there. */
  const strangerIn = async (page: Page, words = 'A stranger'): Promise<Frame> => {
    let found: Frame | undefined
    await expect
      .poll(async () => {
        for (const frame of page.frames().slice(1))
          if ((await frame.getByText(words, { exact: true }).count()) > 0) found = frame
        return found !== undefined
      })
      .toBe(true)
    return found!
  }

  const good = { name: 'handshake-lab', version: 1 }
  const broken: readonly unknown[] = [
    null,
    'goto',
    { type: 'goto', step: 50 },
    { ...good, name: 'another-lab', type: 'goto', step: 50 },
    { ...good, version: 2, type: 'goto', step: 50 },
    { ...good, type: 'goto' },
    { ...good, type: 'goto', step: -1 },
    { ...good, type: 'goto', step: { toString: 1 } },
    { ...good, type: 'leave', step: 50 },
    { ...good, type: 'setTheme', theme: 'sepia' },
    { ...good, type: 'show', query: 50 },
  ]

  test('is not heard by an embed when it comes from another window or has another shape', async () => {
    const { page, context, problems } = await host(
      `${ONE}<iframe title="A stranger" srcdoc="<p>A stranger</p>"></iframe>`,
    )
    const frame = await embedIn(page)
    const before = await ink(frame)
    await page.evaluate((all) => {
      const embed = document.getElementById('one')!.shadowRoot!.querySelector('iframe')!
      for (const said of all) embed.contentWindow!.postMessage(said, '*')
    }, broken)
    const stranger = await strangerIn(page)
    await stranger.evaluate(
      (said) => {
        const { shadowRoot } = parent.document.getElementById('one')!
        shadowRoot!.querySelector('iframe')!.contentWindow!.postMessage(said, '*')
      },
      { ...good, type: 'goto', step: 50 },
    )
    await frame.evaluate((said) => postMessage(said, '*'), { ...good, type: 'goto', step: 51 })
    // What was said before has been heard by then.
    await goto(page, 13)
    await expect.poll(() => placeIn(frame)).toBe('13')
    const steps = (await toldOf(page, 'one', 'step')).map(({ step }) => step)
    expect(steps).toEqual([12, 13])
    expect(await ink(frame)).toBe(before)
    expect(problems).toEqual([])
    await context.close()
  })

  test('is not heard by the element when it comes from another window, another origin or has another shape', async () => {
    const { page, context, problems } = await host(
      `${ONE}<iframe title="A stranger" sandbox="allow-scripts" srcdoc="<p>A stranger</p>"></iframe>`,
    )
    const frame = await embedIn(page)
    await expect.poll(() => toldOf(page, 'one', 'outcome')).toHaveLength(1)
    const before = (await told(page)).length
    const outcome = { ...good, type: 'outcome', ending: 'completed', sentence: 'All is well.' }
    const stranger = await strangerIn(page)
    await stranger.evaluate((said) => parent.postMessage(said, '*'), outcome)
    await page.evaluate((said) => postMessage(said, '*'), outcome)
    await frame.evaluate(
      (all) => {
        for (const said of all) parent.postMessage(said, '*')
      },
      [
        ...broken,
        { ...outcome, version: '1' },
        { ...outcome, ending: 'lost' },
        { ...outcome, sentence: undefined },
        { ...outcome, at: 1.5 },
        { ...good, type: 'height', height: '3000' },
        { ...good, type: 'height', height: -5 },
        { ...good, type: 'height', height: Number.NaN },
        { ...good, type: 'step', step: 1 },
        { ...good, type: 'ready', scenario: 'x'.repeat(3000), length: 1 },
      ],
    )
    await goto(page, 14)
    await expect.poll(() => placeIn(frame)).toBe('14')
    await expect
      .poll(async () => (await toldOf(page, 'one', 'step')).at(-1))
      .toMatchObject({ step: 14 })
    expect((await told(page)).length).toBe(before + 1)
    expect(await frameHeight(page)).toBe(520)
    // The same window, once it shows somebody else: it has an origin, and that is not the embed’s.
    await page
      .locator('iframe')
      .first()
      .evaluate((one: HTMLIFrameElement) => {
        one.removeAttribute('sandbox')
        one.srcdoc = '<p>Another page</p>'
      })
    const other = await strangerIn(page, 'Another page')
    await other.evaluate((said) => parent.postMessage(said, '*'), outcome)
    await page.evaluate(() => new Promise((later) => setTimeout(later, 100)))
    expect((await told(page)).length).toBe(before + 1)
    expect(problems).toEqual([])
    await context.close()
  })
})
