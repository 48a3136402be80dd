import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scenarios } from '../../scenarios/index.ts'
import { readHtml } from '../pages/html.ts'
import { brokenLinks } from '../pages/links.ts'
import { labUrl, launchChromium, watch } from './chromium.ts'
import { expectNothingInTheWay, sizes, type Look } from './open-lab.ts'

const dist = new URL('../../dist/', import.meta.url)

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

const open = async (
  address: string,
  { width = 1440, height = 900, theme = 'light' }: Look = {},
  javaScriptEnabled = true,
) => {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    javaScriptEnabled,
  })
  const page = await context.newPage()
  const problems = watch(page)
  const failed: string[] = []
  page.on('requestfailed', (request) => failed.push(request.url()))
  await page.goto(address, { waitUntil: 'networkidle' })
  return { page, problems: [...problems, ...failed], close: () => context.close() }
}

describe('the pages that the build writes', () => {
  test('lead nowhere that the build has not put there, and into the lab only with words that it understands', () => {
    const files = readdirSync(fileURLToPath(dist), { recursive: true, encoding: 'utf8' })
    const site = new Map(
      files.map((path) => {
        const written = path.startsWith('scenarios') && path.endsWith('.html')
        const text = () => readFileSync(join(fileURLToPath(dist), path), 'utf8')
        return [path.replaceAll('\\', '/'), written ? readHtml(text()) : undefined] as const
      }),
    )
    const pages = [...site].filter(([, reading]) => reading).map(([path]) => path)
    // A page each, the list of them, and the cheat sheet.
    expect(pages).toHaveLength(scenarios.length + 2)
    expect(pages.flatMap((path) => brokenLinks(site, path))).toEqual([])
  })

  test.each([
    ['from a server, at a path of its own', () => labUrl('scenarios/mix-up.html')],
    ['from a disk', () => new URL('scenarios/mix-up.html', dist).href],
  ])('open without a script %s, with their letters and pictures', async (_, address) => {
    const { page, problems, close } = await open(address(), {}, false)
    expect(problems).toEqual([])
    await page.getByRole('heading', { level: 1, name: 'Mixed up' }).waitFor()
    expect(await page.getByRole('img', { name: /^Sequence diagram/ }).count()).toBe(2)
    await close()
  })

  // What stands on them is the same at all sizes.
  test.each<Look>([
    { ...sizes[0], theme: 'light' },
    { ...sizes[2], theme: 'dark' },
  ])('have nothing in the way at $width px, $theme', async (look) => {
    for (const path of ['scenarios/index.html', 'scenarios/mix-up.html']) {
      const { page, problems, close } = await open(labUrl(path), look)
      expect(problems).toEqual([])
      await expectNothingInTheWay(page)
      const broken = await page.evaluate(() =>
        [...document.images].filter((image) => image.naturalWidth === 0).map(({ src }) => src),
      )
      expect(broken).toEqual([])
      await close()
    }
  })

  test('open the lab at the message whose number was clicked', async () => {
    const { page, close } = await open(labUrl('scenarios/first-contact.html'))
    await page.getByRole('link', { name: 'Message 12, live in the lab' }).click()
    const slider = page.getByRole('slider')
    await expect.poll(() => slider.inputValue()).toBe('12')
    expect(await slider.getAttribute('max')).toBe('48')
    await close()
  })

  test.each(['A4', 'Letter'] as const)(
    'print the cheat sheet on two pages of %s',
    async (format) => {
      const { page, close } = await open(labUrl('scenarios/cheat-sheet.html'))
      const pdf = (await page.pdf({ format })).toString('latin1')
      expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(2)
      await close()
    },
  )

  test('show the answers to the bet on paper', async () => {
    const { page, close } = await open(labUrl('scenarios/confused-deputy.html'))
    const answer = page.getByText('PKCE protects the one who began, and that is Mallory.')
    expect(await answer.isVisible()).toBe(false)
    await page.emulateMedia({ media: 'print' })
    expect(await answer.isVisible()).toBe(true)
    await close()
  })
})
