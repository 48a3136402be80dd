import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { unzipSync } from 'fflate'
import type { Browser, Frame, Page } from 'playwright-core'
import type { Scorm12API } from 'scorm-again'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scormPackage } from '../../web/workshop/scorm-package.ts'
import { bundle } from './bundle.ts'
import { launchChromium } from './chromium.ts'
import type { lab } from './scorm-entry.ts'

declare global {
  interface Window {
    API: Scorm12API
    lab: typeof lab
  }
}

const link = '/workshop?v=1&title=A%20%22day%22&steps=e.spot-it.8~e.fix-it.8'

describe('a package of SCORM 1.2 in an LMS that somebody else wrote', () => {
  let browser: Browser
  let files: Record<string, Uint8Array>
  let runtime: string

  beforeAll(async () => {
    browser = await launchChromium()
    const { code } = await bundle('./scorm-entry.ts')
    const labHtml = `<!doctype html><html lang="en"><title>Lab</title><script>${code.replaceAll('</script', '<\\/script')}</script>`
    const course = { id: 'half-a-day', title: 'Half a day', link }
    files = unzipSync(scormPackage({ course, labHtml }))
    const place = import.meta.resolve('scorm-again/scorm12/min').replace('/esm/', '/')
    runtime = await readFile(fileURLToPath(place), 'utf8')
  })
  afterAll(() => browser.close())

  /** Opens the package in a frame of the LMS, as it was left before. */
  const opened = async (kept: object): Promise<{ page: Page; frame: Frame }> => {
    const page = await browser.newPage()
    await page.route('https://lms.example/**', async (route) => {
      const { pathname } = new URL(route.request().url())
      const file = files[pathname.slice('/pack/'.length)]
      await (pathname === '/'
        ? route.fulfill({
            contentType: 'text/html',
            body: `<!doctype html><script>${runtime}</script><script>
              API = new Scorm12API({ autocommit: false })
              API.loadFromJSON(${JSON.stringify(kept)})
            </script><iframe src="/pack/index.html"></iframe>`,
          })
        : file
          ? route.fulfill({ contentType: 'text/html', body: Buffer.from(file) })
          : route.fulfill({ status: 404 }))
    })
    await page.goto('https://lms.example/')
    const labFrame = () => page.frames().find((one) => one.url().includes('handshake-lab.html'))
    await expect.poll(labFrame).toBeDefined()
    const frame = labFrame()!
    await frame.waitForFunction(() => 'lab' in window)
    return { page, frame }
  }
  const valuesIn = (page: Page) =>
    page.evaluate(() => JSON.parse(JSON.stringify(window.API.cmi)) as Record<string, object>)

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
