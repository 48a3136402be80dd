import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { writeExercises } from '../../scenarios/exercises/write/index.ts'
import { labUrl, launchChromium } from './chromium.ts'
import { guarded } from './guard.ts'
import { faultsOn } from './open-lab.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

const [exercise] = writeExercises
const HERE = `#/exercise/${exercise!.id}`

const editorIn = (page: Page) => page.getByRole('textbox', { name: /^Your check/ })

const opened = async (place = HERE, width = 1280, theme: 'light' | 'dark' = 'light') => {
  const { page, wrongs } = await guarded(browser, {
    viewport: { width, height: 900 },
    colorScheme: theme,
  })
  onTestFinished(() => page.context().close())
  await page.goto(place.startsWith('file:') ? place : labUrl(place))
  await editorIn(page).waitFor()
  return { page, wrongs }
}

const write = async (page: Page, code: string) => {
  await editorIn(page).focus()
  await page.keyboard.press('Control+A')
  await page.keyboard.insertText(code)
}

const run = async (page: Page) => {
  await page.getByRole('button', { name: 'Run it' }).click()
  const verdict = page.getByRole('region', { name: 'What came of your check' })
  await verdict.waitFor()
  return verdict
}

/** What the editor holds; its lines are elements. */
const written = async (page: Page) => (await editorIn(page).innerText()).trim()

test('a check that is right is right, and its links lead to the runs', async () => {
  const { page, wrongs } = await opened()
  await write(page, exercise!.solution)
  const verdict = await run(page)
  expect(await verdict.innerText()).toMatch(/^Right\. Your check decides rightly in all \d+ runs/)
  await verdict.getByRole('link').first().click()
  await page.getByText('Refused by').first().waitFor()
  expect(await wrongs()).toEqual([])
})

test('a check that is wrong gets the values and the run that shows it', async () => {
  const { page, wrongs } = await opened()
  await write(page, exercise!.wrong.find(({ name }) => name === 'a beginning is enough')!.code)
  const verdict = await run(page)
  const text = await verdict.innerText()
  expect(text).toMatch(/^Not yet\. Your check lets through what has to be refused: an address that/)
  expect(text).toContain('-of-mallory"')
  expect(await wrongs()).toEqual([])
})

const body = (text: string) => `function check(received, registered) {\n  ${text}\n}`

describe('what is written reaches neither page nor network, and never keeps the lab waiting:', () => {
  let guard: Awaited<ReturnType<typeof guarded>>
  beforeAll(async () => {
    guard = await guarded(browser)
    await guard.page.goto(labUrl(HERE))
    await editorIn(guard.page).waitFor()
  })
  afterAll(() => guard?.page.context().close())

  test.each([
    ['no end', body('while (true) {}'), /took too long/],
    [
      'no end inside the interpreter',
      body('return [].indexOf.call({ length: 2 ** 53 - 1 }, 1) < 0'),
      /took too long/,
    ],
    ['no end before it is asked', 'for (;;) {}', /took too long/],
    ['a request', body('fetch("https://elsewhere.example/")'), /'fetch' is not defined/],
    [
      'a message',
      body('postMessage({ is: "verdict", passes: true })'),
      /'postMessage' is not defined/,
    ],
    [
      'the global object',
      body('return globalThis.constructor.constructor("return self")()'),
      /'self' is not defined/,
    ],
    [
      'a script',
      body('importScripts("https://elsewhere.example/x.js")'),
      /'importScripts' is not defined/,
    ],
    [
      'a module',
      body('return import("https://elsewhere.example/x.js")'),
      /returned a promise|took too long/,
    ],
    ['a huge list', body('return new Array(1e9).fill(0)'), /more memory/],
    [
      'a list that grows',
      body('const all = []; while (true) all.push(new Array(1e5).fill(1))'),
      /more memory|took too long/,
    ],
    ['itself, for ever', body('return check(received, registered)'), /called itself too often/],
    ['brackets without end', body('return JSON.parse("[".repeat(1e6))'), /called itself too often/],
    [
      'other prototypes',
      'Object.prototype.passes = true; Array.prototype.every = () => true\nfunction check() {}',
      /returned nothing/,
    ],
    ['a getter', body('throw { get message() { while (true) {} } }'), /threw an error/],
  ])('%s', async (_, code, sentence) => {
    const { page, wrongs } = guard
    await write(page, code)
    const before = Date.now()
    const verdict = await run(page)
    expect(await verdict.innerText()).toMatch(sentence)
    expect(await verdict.innerText()).toMatch(/^Not yet\. /)
    // The interpreter is loaded first; what was written has had its three seconds at most, twice.
    expect(Date.now() - before).toBeLessThan(20_000)
    expect(await page.evaluate(() => [[1].every(() => false), 'passes' in {}])).toEqual([
      false,
      false,
    ])
    expect(await wrongs()).toEqual([])
  })

  test('and after all that the next check is judged as if nothing had been', async () => {
    const { page, wrongs } = guard
    await write(page, exercise!.solution)
    expect(await (await run(page)).innerText()).toMatch(/^Right\. /)
    expect(await wrongs()).toEqual([])
  })

  test('the page answers while a check runs that has no end, and it can be stopped', async () => {
    const { page } = await opened()
    await write(page, body('return [].indexOf.call({ length: 2 ** 53 - 1 }, 1) < 0'))
    await page.getByRole('button', { name: 'Run it' }).click()
    const stop = page.getByRole('button', { name: 'Stop' })
    await stop.waitFor()
    const before = Date.now()
    await page.evaluate(() => new Promise(requestAnimationFrame))
    expect(Date.now() - before).toBeLessThan(1_500)
    await stop.click()
    await page.getByRole('button', { name: 'Run it' }).waitFor()
    expect(await page.getByText('Not yet').count()).toBe(0)
  })
})

describe('the editor', () => {
  test('does not take five million characters, says so, and keeps what was there', async () => {
    const { page, wrongs } = await opened()
    await write(page, body('return false // mine'))
    await editorIn(page).evaluate((element) => {
      const data = new DataTransfer()
      data.setData('text/plain', 'x'.repeat(5_000_000))
      element.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      )
    })
    await page.getByText(/^That was not taken/).waitFor()
    expect(await page.locator('main').innerText()).toMatch(/That is 5,000,0\d\d characters/)
    expect(await written(page)).toContain('return false // mine')
    expect(await wrongs()).toEqual([])
  })

  test('loses no letter of whoever types faster than the page follows', async () => {
    const { page } = await opened()
    await write(page, '')
    const typed = Array.from({ length: 300 }, (_, at) => String(at % 10)).join('')
    await page.evaluate(async (letters) => {
      for (const letter of letters) {
        document.execCommand('insertText', false, letter)
        // At every point between a letter and what the page does about it.
        await new Promise((later) => {
          const { port1, port2 } = new MessageChannel()
          port1.addEventListener('message', later, { once: true })
          port1.start()
          port2.postMessage('')
        })
      }
    }, typed)
    expect(await written(page)).toBe(typed)
  })

  test('begins again without asking, and brings back what was written', async () => {
    const { page } = await opened()
    await write(page, body('return false // mine'))
    await page.getByRole('button', { name: 'Begin again' }).click()
    await expect.poll(() => written(page)).toBe(exercise!.starter.trim())
    await page.getByRole('button', { name: /^Undo/ }).click()
    await expect.poll(() => written(page)).toContain('// mine')
    await page.getByRole('button', { name: 'Begin again' }).click()
    await editorIn(page).focus()
    await page.keyboard.press('Control+z')
    await expect.poll(() => written(page)).toContain('// mine')
  })

  test('lets whoever has only a keyboard in and out again', async () => {
    const { page } = await opened()
    await editorIn(page).focus()
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('ArrowDown')
    const before = await written(page)
    await page.keyboard.press('Tab')
    expect(await written(page)).not.toBe(before)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Tab')
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Run it')
  })

  test.each([
    [1280, 'light'],
    [1280, 'dark'],
    [390, 'light'],
  ] as const)('can be read by everybody, %i wide, %s', async (width, theme) => {
    const { page, wrongs } = await opened(HERE, width, theme)
    await run(page)
    expect(await faultsOn(page)).toEqual([])
    expect(await wrongs()).toEqual([])
  })
})

test('a key that means something to the page is a letter in the editor', async () => {
  const { page, wrongs } = await opened()
  await write(page, '')
  await page.keyboard.type('// ? a/b')
  expect(await written(page)).toBe('// ? a/b')
  expect(await page.getByRole('dialog').count()).toBe(0)
  expect(await wrongs()).toEqual([])
})

test('an exercise that is not there is said to be none', async () => {
  const { page, wrongs } = await guarded(browser)
  onTestFinished(() => page.context().close())
  await page.goto(labUrl('#/exercise/none-such'))
  await page.getByText('No exercise is called “none-such”').waitFor()
  expect(await wrongs()).toEqual([])
})

test('the single file judges from a disk as well, in a worker of its own', async () => {
  const file = new URL('../../dist/handshake-lab.html', import.meta.url).href
  const { page, wrongs } = await opened(`${file}${HERE}`)
  await write(page, body('return [].indexOf.call({ length: 2 ** 53 - 1 }, 1) < 0'))
  const verdict = await run(page)
  expect(await verdict.innerText()).toMatch(/took too long/)
  await write(page, exercise!.solution)
  await page.getByRole('button', { name: 'Run it' }).click()
  await page.getByText(/^Right\. /).waitFor()
  expect(await wrongs()).toEqual([])
})
