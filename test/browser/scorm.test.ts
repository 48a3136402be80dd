import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { unzipSync } from 'fflate'
import type { Browser, Frame, FrameLocator, Page } from 'playwright-core'
import type { Scorm12API } from 'scorm-again'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { scormPackage } from '../../web/workshop/scorm-package.ts'
import { bundle } from './bundle.ts'
import { labUrl, launchChromium } from './chromium.ts'
import type { lab } from './scorm-entry.ts'

declare global {
  interface Window {
    API: Scorm12API
    lab: typeof lab
  }
}

const link = '/workshop?v=1&title=A%20%22day%22&steps=e.spot-it.8~e.fix-it.8'

const runtimeOf = (): Promise<string> => {
  const place = import.meta.resolve('scorm-again/scorm12/min').replace('/esm/', '/')
  return readFile(fileURLToPath(place), 'utf8')
}

type Files = Record<string, Uint8Array>

/** Opens an LMS with a package in a frame of it, as a learner left it before. */
const inLms = async (page: Page, files: Files, runtime: string, kept: object): Promise<void> => {
  await page.route('https://lms.example/**', async (route) => {
    const { pathname } = new URL(route.request().url())
    const file = files[pathname.slice('/pack/'.length)]
    await (pathname === '/'
      ? route.fulfill({
          contentType: 'text/html',
          body: `<!doctype html><script>${runtime}</script><script>
              API = new Scorm12API({ autocommit: false })
              API.loadFromJSON(${JSON.stringify(kept)})
            </script><iframe src="/pack/index.html" width="1200" height="4000"></iframe>`,
        })
      : file
        ? route.fulfill({ contentType: 'text/html', body: Buffer.from(file) })
        : route.fulfill({ status: 404 }))
  })
  await page.goto('https://lms.example/')
}

const valuesIn = (page: Page) =>
  page.evaluate(() => JSON.parse(JSON.stringify(window.API.cmi)) as Record<string, object>)

describe('a package of SCORM 1.2 in an LMS that somebody else wrote', () => {
  let browser: Browser
  let files: Files
  let runtime: string

  beforeAll(async () => {
    browser = await launchChromium()
    const { code } = await bundle('./scorm-entry.ts')
    const labHtml = `<!doctype html><html lang="en"><title>Lab</title><script>${code.replaceAll('</script', '<\\/script')}</script>`
    const course = { id: 'half-a-day', title: 'Half a day', link }
    files = unzipSync(scormPackage({ course, labHtml }))
    runtime = await runtimeOf()
  })
  afterAll(() => browser.close())

  /** Opens the package in a frame of the LMS, as it was left before. */
  const opened = async (kept: object): Promise<{ page: Page; frame: Frame }> => {
    const page = await browser.newPage()
    await inLms(page, files, runtime, kept)
    const labFrame = () => page.frames().find((one) => one.url().includes('handshake-lab.html'))
    await expect.poll(labFrame).toBeDefined()
    const frame = labFrame()!
    await frame.waitForFunction(() => 'lab' in window)
    return { page, frame }
  }

  test('is launched at its workshop, tracks, completes, and resumes', async () => {
    const { page, frame } = await opened({})
    expect(frame.url()).toBe(`https://lms.example/pack/handshake-lab.html#${link}`)
    expect(await frame.evaluate(() => [window.lab.found, window.lab.problems])).toEqual([true, []])
    expect((await valuesIn(page))['core']).toMatchObject({ lesson_status: 'incomplete' })
    await frame.evaluate(() => window.lab.solve('spot-it'))
    expect((await valuesIn(page))['core']).toMatchObject({
      lesson_status: 'incomplete',
      score: { raw: '50' },
    })
    await frame.evaluate(() => window.lab.solve('fix-it'))
    // What leaves the page is the frame alone, as when an LMS closes a course.
    await page.evaluate(() => document.querySelector('iframe')?.remove())
    await expect.poll(() => page.evaluate(() => window.API.isTerminated())).toBe(true)
    const { core, suspend_data } = await valuesIn(page)
    expect(core).toMatchObject({ lesson_status: 'completed', score: { raw: '100' } })
    await page.close()

    const again = await opened({ core: { lesson_status: 'completed' }, suspend_data })
    expect(await again.frame.evaluate(() => window.lab.solved())).toEqual(['spot-it', 'fix-it'])
    expect((await valuesIn(again.page))['core']).toMatchObject({ lesson_status: 'completed' })
    await again.page.close()
  })
})

describe('the package that the lab makes, in that LMS', () => {
  /** Bets until a bet is right, as somebody does who guesses. */
  const guess = async (lab: FrameLocator) => {
    const verdict = lab.getByRole('region', { name: 'What came of it' })
    await lab.getByRole('radio').first().waitFor()
    for (const radio of await lab.getByRole('radio').all()) {
      const before = (await verdict.count()) > 0 ? await verdict.innerText() : ''
      await radio.check()
      await radio.press('Enter')
      const after = () => verdict.innerText()
      await expect.poll(after).not.toBe(before)
      if ((await after()).startsWith('Solved')) return
    }
    throw new Error('no bet was right')
  }

  test('tells it what was solved in the lab, completes, and comes back with it on another machine', async () => {
    const browser = await launchChromium()
    onTestFinished(() => browser.close())
    const page = await browser.newPage({ viewport: { width: 1280, height: 4200 } })
    await page.goto(
      labUrl('#/compose?v=1&title=Room&steps=e.knock-first.3~e.whom-to-ask.4&seed=lms'),
    )
    const [download] = await Promise.all([
      page.waitForEvent('download', { timeout: 60_000 }),
      page.getByRole('button', { name: 'An LMS, as SCORM 1.2' }).click(),
    ])
    const files = unzipSync(await readFile(await download.path()))
    const runtime = await runtimeOf()

    const learner = await browser.newPage({ viewport: { width: 1280, height: 4200 } })
    await inLms(learner, files, runtime, {})
    const lab = learner.frameLocator('iframe')
    await lab.getByText('0 of 2 done').waitFor()
    const core = async () => (await valuesIn(learner))['core']
    await expect.poll(core).toMatchObject({ lesson_status: 'incomplete' })
    await lab.getByRole('link', { name: 'The first knock', exact: true }).click()
    await guess(lab)
    await expect.poll(core).toMatchObject({ lesson_status: 'incomplete', score: { raw: '50' } })
    await lab.getByRole('complementary').getByRole('link', { name: 'Room' }).click()
    await lab.getByText('1 of 2 done').waitFor()
    await lab.getByRole('link', { name: 'Whom to ask next', exact: true }).click()
    await guess(lab)
    await expect.poll(core).toMatchObject({ score: { raw: '100' } })
    await learner.evaluate(() => document.querySelector('iframe')?.remove())
    await expect.poll(() => learner.evaluate(() => window.API.isTerminated())).toBe(true)
    const { suspend_data } = await valuesIn(learner)
    expect(await core()).toMatchObject({ lesson_status: 'completed' })

    const elsewhere = await browser.newPage()
    await inLms(elsewhere, files, runtime, { core: { lesson_status: 'completed' }, suspend_data })
    await elsewhere.frameLocator('iframe').getByText('All 2 done.', { exact: true }).waitFor()
    expect((await valuesIn(elsewhere))['core']).toMatchObject({ lesson_status: 'completed' })
  }, 120_000)
})
