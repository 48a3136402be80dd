import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { strFromU8, unzipSync } from 'fflate'
import decodeQr from 'qr/decode.js'
import type { Browser, Page } from 'playwright-core'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { exercisesOf } from '../../web/workshop/known.ts'
import { labKnown } from '../../web/workshop/lab-known.ts'
import { progressCode } from '../../web/workshop/progress-code.ts'
import { nothingDone, withDeed } from '../../web/workshop/progress.ts'
import { labUrl, launchChromium } from './chromium.ts'
import { drop } from './drop.ts'
import { expectNothingInTheWayInEitherTheme, openLab, sizes, wordsOf } from './open-lab.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

/** What the QR code on a page says, as somebody’s telephone reads it from the screen. */
const qrOn = async (page: Page): Promise<string> => {
  const picture = page.getByRole('img', { name: /^QR code/ })
  await picture.waitFor()
  const svg = decodeURIComponent((await picture.getAttribute('src')) ?? '')
  const size = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1])
  const path = /fill="#000" d="([^"]+)"/.exec(svg)?.[1] ?? ''
  const scale = 4
  const data = new Uint8Array((size * scale) ** 2 * 4).fill(255)
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)/g))
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++)
      for (let at = Number(x) * scale; at < (Number(x) + Number(width)) * scale; at++)
        data.fill(0, (row * size * scale + at) * 4, (row * size * scale + at) * 4 + 3)
  return decodeQr({ width: size * scale, height: size * scale, data })
}

const linkOn = (page: Page) => page.locator('[data-link]').innerText()
const savedBy = async (page: Page, name: string): Promise<[name: string, bytes: Buffer]> => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name }).click(),
  ])
  return [download.suggestedFilename(), await readFile(await download.path())]
}

describe('composing a workshop', () => {
  test('makes one link and its QR code, and the link opens as it was composed', async () => {
    const { page, problems } = await openLab(browser, '#/compose')
    await page.getByRole('textbox', { name: /^Find a story/ }).fill('mixed up')
    await page.getByRole('button', { name: 'Add Mixed up' }).click()
    await page.getByRole('textbox', { name: /^Find a story/ }).fill('first knock')
    await page.getByRole('button', { name: 'Add The first knock' }).click()
    await page.getByRole('spinbutton', { name: 'Minutes for The first knock' }).fill('25')
    await page.getByRole('button', { name: 'The first knock later' }).focus()
    await page.keyboard.press('Alt+ArrowUp')
    await page.getByText('The first knock is now 1 of 2.').waitFor({ state: 'attached' })
    await page.getByRole('textbox', { name: 'Title' }).fill('Tuesday, “tokens” ')
    await page.getByRole('textbox', { name: /^Teams/ }).fill('Red\n\nBlue\nRed')
    await page.getByRole('checkbox', { name: /hints/ }).uncheck()
    await page.getByRole('radio', { name: 'for a word that you say' }).check()
    await page.getByRole('textbox', { name: /^The word/ }).fill('Open sesame')
    await page.getByRole('button', { name: 'Set the word' }).click()
    await page.getByText('They wait for “Open sesame”.').waitFor()
    await page.getByRole('checkbox', { name: /^Show a flag/ }).check()
    const own = page.getByRole('textbox', { name: /^Your own key/ })
    await own.fill('the secret of the trainer')
    await expect.poll(() => linkOn(page)).toMatch(/key=|z=/)
    await expect.poll(() => qrOn(page)).toBe(await linkOn(page))
    const link = await linkOn(page)
    expect(link).not.toContain('secret')
    expect(page.url()).not.toContain('secret')

    await page.reload()
    await expect.poll(() => linkOn(page)).toBe(link)
    await page.getByText('2 steps, 31 min').waitFor()
    await page.goto(labUrl('#/compose'))
    await page.getByText('Nothing yet.').waitFor()
    await page.getByRole('textbox', { name: /^Or from the link/ }).fill(link)
    await page.getByRole('button', { name: 'Open', exact: true }).click()
    await expect.poll(() => linkOn(page)).toBe(link)
    expect(await page.getByRole('textbox', { name: /^Teams/ }).inputValue()).toBe('Red\nBlue')
    expect(problems).toEqual([])
  })

  test('gives CTFd its challenges and an LMS its package, and says what they lack', async () => {
    const { page } = await openLab(browser, '#/compose?v=1&course=half-day&seed=abc')
    await page.getByRole('button', { name: 'CTFd, as CSV' }).click()
    await page.getByText('turn them on first').waitFor()
    await page.getByRole('checkbox', { name: /^Show a flag/ }).check()
    await page.getByRole('button', { name: 'Make one' }).click()
    await expect.poll(() => page.url()).toContain('key=')
    const [, csv] = await savedBy(page, 'CTFd, as CSV')
    const rows: Record<string, string>[] = parse(csv, { columns: true })
    const course = labKnown.courses.find(({ id }) => id === 'half-day')!
    expect(rows).toHaveLength(exercisesOf(course.stations).length)
    expect(rows[0]!['flags']).toContain('flag{')
    expect(JSON.parse(rows[0]!['hints']!)).toHaveLength(3)
    const [name, zip] = await savedBy(page, 'An LMS, as SCORM 1.2')
    expect(name).toBe('half-day-abc-scorm.zip')
    const files = unzipSync(zip)
    expect(Object.keys(files).toSorted()).toEqual([
      'handshake-lab.html',
      'imsmanifest.xml',
      'index.html',
      'licenses.md',
    ])
    const built = await readFile(new URL('../../dist/handshake-lab.html', import.meta.url), 'utf8')
    expect(strFromU8(files['handshake-lab.html']!)).toBe(built)
  })

  test('takes a course with its breaks and pages, and puts more of them where they are wanted', async () => {
    const { page, problems } = await openLab(browser, '#/compose')
    await page.getByRole('combobox', { name: /^From a course/ }).selectOption('half-day')
    await page.getByText(/^\d+ steps and 3 breaks, 3 h 5 min/).waitFor()
    await page.getByRole('combobox', { name: 'Where it is put' }).selectOption('1')
    await page.getByRole('radio', { name: 'break', exact: true }).check()
    await page.getByRole('button', { name: 'Add Break' }).click()
    await page.getByRole('radio', { name: 'all', exact: true }).check()
    await page.getByRole('textbox', { name: /^Find a story/ }).fill('workings')
    await page.getByRole('button', { name: 'Add The workings' }).click()
    await page.getByText(/^\d+ steps and 4 breaks, 3 h 20 min/).waitFor()
    await expect.poll(() => page.url()).toContain('steps=s.first-contact.5~p.10~o.workings.5~p.10~')
    expect(problems).toEqual([])
  })

  test('says at once that nothing is handed in where there is no exercise, and tells a story from one', async () => {
    const { page } = await openLab(browser, '#/compose?v=1&steps=s.mix-up.6')
    const warned = page.getByText('Nothing can be handed in.')
    await warned.waitFor()
    await page.getByText('Add stories, exercises, pages and breaks').click()
    await page.getByRole('textbox', { name: /^Find a story/ }).fill('two holders')
    await page.getByRole('button', { name: 'Add Two holders of one token, story' }).waitFor()
    await page.getByRole('button', { name: 'Add Two holders of one token, exercise' }).click()
    await expect.poll(() => warned.count()).toBe(0)
  })

  test('shows no address of the disk that the lab was opened from', async () => {
    const disk = new URL('../../dist/handshake-lab.html', import.meta.url).href
    const page = await browser.newPage()
    onTestFinished(() => page.close())
    await page.goto(`${disk}#/compose?v=1&steps=s.mix-up.6~e.knock-first.5`)
    await expect.poll(() => linkOn(page)).toBe('#/workshop?v=1&steps=s.mix-up.6~e.knock-first.5')
    const says = async () => {
      expect(await page.getByRole('img', { name: /^QR code/ }).count()).toBe(0)
      const words = await wordsOf(page)
      expect(words).not.toContain('file://')
      return words
    }
    await says()
    await page.getByRole('link', { name: 'Show it on the projector' }).click()
    await page.getByRole('timer').waitFor()
    await page.keyboard.press('g')
    await page.locator('[data-code]').waitFor()
    expect(await says()).toContain(
      'your copy of handshake-lab.html, and put #/go behind its address',
    )
    await page.keyboard.press('j')
    await page.getByText('To take part').waitFor()
    expect(await says()).toContain('#/workshop?v=1&steps=s.mix-up.6~e.knock-first.5')
    await page.goto(`${disk}#/guide/first-contact`)
    await page.getByText('Before they come').waitFor()
    expect(await says()).toContain('put #/course/first-contact behind its address')
  })

  test('says of a broken link what was left out, and opens the rest', async () => {
    const { page } = await openLab(browser, '#/compose?v=1&title=Kept&steps=e.none.5~s.mix-up.7')
    await page.getByText('this lab has no such exercise').waitFor()
    expect(await page.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('Kept')
    await page.getByText('One step, 7 min').waitFor()
    await page.getByRole('textbox', { name: /^Or from the link/ }).fill('https://elsewhere.example')
    await page.getByRole('button', { name: 'Open', exact: true }).click()
    await page.getByText('This is no link to a workshop').waitFor()
  })
})

describe('a class', () => {
  const course = labKnown.courses.find(({ id }) => id === 'half-day')!
  const exercises = exercisesOf(course.stations)
  const done = (name: string, solved: boolean) => {
    const hinted = withDeed(nothingDone(name, 'Red'), exercises[0]!, { kind: 'hint', number: 2 })
    return withDeed(hinted, exercises[0]!, { kind: 'answer', solved, at: 1_764_000_000_000 })
  }

  test('is put together from codes and files; what is broken is named by its line, and the rest stands', async () => {
    const { page, problems } = await openLab(browser, '#/class?v=1&course=half-day')
    const whole = progressCode(done('Ada', true), exercises)
    const broken = whole.replace(
      /^(.{7})./,
      (_, kept: string) => `${kept}${whole[7] === 'A' ? 'B' : 'A'}`,
    )
    const codes = [whole, broken, progressCode(done('Grace', false), exercises)]
    await page.getByRole('textbox', { name: /^Codes/ }).fill(codes.join('\n'))
    await page.getByText(/^line 2: Group 2 of/).waitFor()
    expect(await page.getByRole('row').count()).toBe(3)
    expect(await page.getByRole('row', { name: /^Ada/ }).innerText()).toMatch(/1 of \d+/)
    const stuck = page.getByRole('region', { name: 'Where the room is stuck' })
    expect(await stuck.innerText()).toMatch(/1 of 2 are at it, 1 solved it\. 4 hints, 2 tries/)
    await drop(page, [{ name: 'none.json', bytes: '{' }])
    await page.getByText(/^none\.json: /).waitFor()
    await page.getByRole('textbox', { name: /^Codes/ }).press('End')
    await page.getByRole('textbox', { name: /^Codes/ }).fill([...codes, whole].join('\n'))
    await page.getByText('“Ada” is there already').waitFor()
    const [, csv] = await savedBy(page, 'Save as CSV')
    const rows: Record<string, string>[] = parse(csv, { columns: true, bom: true })
    expect(rows).toHaveLength(2 * exercises.length)
    expect(rows[0]).toMatchObject({ name: 'Ada', team: 'Red', solved: 'solved', hints: '2' })
    expect(problems).toEqual([])
  })

  test('of thirty on all exercises scrolls in its own frame, on a phone too', async () => {
    const all = labKnown.exercises.map(({ id }) => id)
    const codes = Array.from({ length: 30 }, (_, at) =>
      progressCode(
        withDeed(nothingDone(`Learner ${at}`), all[at]!, { kind: 'hint', number: 1 }),
        all,
      ),
    )
    const { page } = await openLab(browser, '#/class', { width: 390, height: 844 })
    await page.getByRole('textbox', { name: /^Codes/ }).fill(codes.join('\n'))
    await expect.poll(() => page.getByRole('row').count()).toBe(31)
    const frame = page.getByRole('region', { name: /which scrolls/ })
    await frame.evaluate((element) => element.scrollTo(2_000, 0))
    const first = await page.getByRole('rowheader').first().boundingBox()
    expect(first!.x).toBeLessThan(30)
    await expectNothingInTheWayInEitherTheme(page)
  })
})

describe('the projector', () => {
  test('shows what is done, counts its time down, and says how late a room is', async () => {
    const { page, problems } = await openLab(browser, '', { width: 1280, height: 720 })
    await page.clock.install({ time: new Date('2026-11-29T09:00:00Z') })
    await page.goto(labUrl('#/projector?v=1&title=Now&steps=s.mix-up.10~e.knock-first.5'))
    await page.getByText('Next: The first knock').waitFor()
    const timer = page.getByRole('timer')
    await page.getByText('not begun').waitFor()
    await page.clock.pauseAt(new Date('2026-11-29T10:00:00Z'))
    await page.keyboard.press('Space')
    await page.clock.runFor(61_500)
    expect(await timer.innerText()).toBe('8:59')
    await page.keyboard.press('Space')
    await page.clock.runFor(120_000)
    await page.getByText('left, paused').waitFor()
    expect(await timer.innerText()).toBe('8:59')
    await page.keyboard.press('Space')
    await page.clock.runFor(660_000)
    await page.getByText('late by 2 min').waitFor()
    await page.clock.resume()
    await page.reload()
    await page.getByText('late by 2 min').waitFor()
    await page.keyboard.press('t')
    await page.getByText('Nothing comes after it.').waitFor()
    await page.keyboard.press('ArrowRight')
    await page.getByText('That was the last of 2 steps.').waitFor()
    await page.keyboard.press('ArrowLeft')
    await page.getByText('2 of 2').waitFor()
    expect(problems).toEqual([])
  })

  test('times a break, counts it as no step, and says what comes after it', async () => {
    const { page, problems } = await openLab(
      browser,
      '#/projector?v=1&steps=s.mix-up.6~p.12~o.glossary.4',
      { width: 1280, height: 720 },
    )
    await page.getByText('1 of 2 · a story · 6 min').waitFor()
    await page.getByText('Next: a break of 12 min, then The glossary').waitFor()
    await page.keyboard.press('ArrowRight')
    await page.getByText('Next: The glossary').waitFor()
    expect(await page.getByRole('timer').innerText()).toBe('12:00')
    expect(await wordsOf(page)).not.toMatch(/of 2/)
    await page.keyboard.press('ArrowRight')
    await page.getByText('2 of 2 · a page · 4 min').waitFor()
    await page.keyboard.press('ArrowRight')
    await page.getByText('That was the last of 2 steps.').waitFor()
    expect(problems).toEqual([])
  })

  test('sends everyone to a message, by a code that is typed and by a QR code', async () => {
    const { page } = await openLab(browser, '#/projector?v=1&course=half-day', {
      width: 1280,
      height: 720,
    })
    await page.keyboard.press('g')
    await page.getByRole('combobox', { name: 'Story' }).selectOption('mix-up')
    const messages = page.getByRole('combobox', { name: 'Message' })
    await messages.locator('option').nth(11).waitFor({ state: 'attached' })
    await messages.selectOption('12')
    const code = await page.locator('[data-code]').innerText()
    const link = await qrOn(page)
    expect(link).toMatch(/#\/lab\/mix-up\?.*at=12/)
    await page.keyboard.press('Space')
    await page.getByText('left', { exact: true }).waitFor()
    expect(await page.getByRole('timer').innerText()).toMatch(/^\d+:\d\d$/)
    const story = page.getByRole('combobox', { name: 'Story' })
    const room = await story.evaluate((select: HTMLSelectElement) => {
      const pen = document.createElement('canvas').getContext('2d')!
      pen.font = getComputedStyle(select).font
      const widest = Math.max(...[...select.options].map(({ text }) => pen.measureText(text).width))
      return select.clientWidth - widest
    })
    expect(room).toBeGreaterThan(30)
    const tall = () => page.evaluate(() => document.documentElement.scrollHeight - innerHeight)
    expect(await tall()).toBeLessThanOrEqual(0)

    await page.goto(labUrl('#/go'))
    const field = page.getByRole('textbox', { name: 'Code' })
    await field.fill(code.replace('-', ' ').replace(/.$/, (last) => (last === '0' ? '1' : '0')))
    await page.getByRole('button', { name: 'Go', exact: true }).click()
    await expect.poll(() => wordsOf(page)).toMatch(/Group 3 of 3, “.+”, is not as it was written/)
    await field.fill(code.toLowerCase())
    await field.press('Enter')
    await expect.poll(() => page.url()).toContain('#/lab/mix-up')
    await expect.poll(() => page.getByRole('slider').inputValue()).toBe('12')
    await page.goto(labUrl(`#/go/${code}`))
    await expect.poll(() => page.url()).toContain(new URL(link).hash.slice(0, 20))
  })
})

describe('the page for whoever teaches', () => {
  test('tries a room by what it needs, and says what will not work', async () => {
    const { page, problems } = await openLab(browser, '#/teach')
    await page.getByRole('button', { name: 'Try it in this browser' }).click()
    await page.getByText('Everything works here.').waitFor()
    await page.evaluate(() => {
      Object.defineProperty(globalThis, 'Worker', { value: undefined })
      Object.defineProperty(crypto, 'subtle', { value: undefined })
    })
    await page.getByRole('button', { name: 'Try it in this browser' }).click()
    await page
      .getByText(/of 6 will not work here: cryptography, .*checks that learners write/)
      .waitFor()
    expect(problems).toEqual([])
  })

  test('gives the whole site as a zip, in which it is not itself', async () => {
    const { page } = await openLab(browser, '#/teach')
    await page.getByRole('link', { name: 'handshake-lab-site.zip' }).waitFor()
    const folder = fileURLToPath(new URL('../../dist/', import.meta.url))
    const files = unzipSync(await readFile(`${folder}handshake-lab-site.zip`))
    expect(Object.keys(files).filter((path) => path.endsWith('.zip'))).toEqual([])
    for (const path of ['index.html', 'handshake-lab.html', 'devtools.html', 'embed.html'])
      expect(strFromU8(files[path]!)).toBe(await readFile(`${folder}${path}`, 'utf8'))
  })
})

test.each(['#/compose?v=1&course=half-day&seed=abc', '#/projector?v=1&course=half-day', '#/teach'])(
  '%s is in nobody’s way, at a desk and on a phone, in either theme',
  async (at) => {
    for (const size of [sizes[0], sizes[2]]) {
      const { page } = await openLab(browser, at, size)
      await page.locator('main :is(h2, [role=timer])').first().waitFor()
      await expectNothingInTheWayInEitherTheme(page)
      await page.context().close()
    }
  },
)
