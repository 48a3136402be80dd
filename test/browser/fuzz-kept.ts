import fc from 'fast-check'
import type { Page } from 'playwright-core'
import { harOf, pictureOf, runInText } from '../../engine/export/index.ts'
import { pkce } from '../../scenarios/lessons/pkce.ts'
import { progressFile } from '../../web/workshop/progress-file.ts'
import { shownRun } from '../export/shown.ts'
import { labUrl } from './chromium.ts'
import { entry } from './fuzz.ts'
import { each, step } from './fuzz-hash.ts'
import { anyLabHash } from './hostile-links.ts'
import { anyText, mutated } from './hostile.ts'

/** Every key of a storage that the lab reads, with what it may find there. */
export const kept = {
  'handshake-lab.theme': fc.constantFrom('dark', 'light', 'auto'),
  'handshake-lab.checklist': fc.constantFrom('["audience","rotation"]', '[]'),
  'handshake-lab.progress': fc.constantFrom(
    '{"pkce":["opened","seen"],"confused-deputy":["opened","bet"]}',
  ),
  'handshake-lab.panes': fc.constantFrom(
    '{"shares":{"story":30,"evidence":40,"upper":50,"below":50},"folded":["story"]}',
  ),
  'handshake-lab.workshop.': fc.constantFrom(
    progressFile({
      name: 'Ada',
      team: 'Red',
      workshop: '',
      attempts: [
        { exercise: 'knock-first', solved: 1_700_000_000_000, hints: 1, tries: 2, shown: false },
      ],
    }),
  ),
  'handshake-lab.under-way': fc.constantFrom(
    '{"path":"/course/first-contact","seat":3}',
    `{"path":"/workshop?v=1&course=first-contact&seed=kept","wordSaid":true,"since":${Date.now()}}`,
  ),
  'handshake-lab.opened': fc.constantFrom('["checklist-client","glossary"]'),
  'handshake-lab.practice..knock-first': fc.constantFrom(
    '{"draft":"x","given":"y","hints":2,"decisions":"drop.3","solution":true}',
  ),
  'handshake-lab.projector v=1&course=first-contact': fc.constantFrom(
    '{"begins":1700000000000,"at":2,"pausedAt":1700000060000}',
  ),
  'handshake-lab.unsent': anyText.map((text) =>
    JSON.stringify([
      ['/lab/pkce 9 start.method', { over: 'POST', text }],
      ['/lab/pkce 9 start.path', { over: '/register', text }],
    ]),
  ),
} as const

const stored = (key: keyof typeof kept): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 2, arbitrary: mutated(kept[key]) },
    { weight: 1, arbitrary: kept[key] },
    { weight: 2, arbitrary: anyText },
    { weight: 1, arbitrary: fc.jsonValue().map((value) => JSON.stringify(value)) },
  )

const keys = Object.keys(kept) as (keyof typeof kept)[]

const LAB = '#/lab/pkce?v=2&seed=kept&at=9&pane=tamper'

const opened = async (page: Page) => {
  await page.locator('h1').first().waitFor()
  await page.locator('input[type=range]').waitFor()
}

const atLab = async (page: Page) => {
  await page.goto(labUrl(LAB))
  await opened(page)
}

/** Writes into both storages: which of them is read is the lab’s affair. */
const write = (values: Readonly<Record<string, string>>) => {
  for (const [key, value] of Object.entries(values)) {
    localStorage.setItem(key, value)
    sessionStorage.setItem(key, value)
  }
}

export const storageAtFirst = entry({
  name: 'what a storage holds when the lab is opened, every key at once',
  inputs: fc.record(
    Object.fromEntries(keys.map((key) => [key, stored(key)])) as Record<
      string,
      fc.Arbitrary<string>
    >,
    { noNullPrototype: true },
  ),
  many: 24,
  open: atLab,
  feed: async (page, all) => {
    const seen: string[] = []
    for (const values of all) {
      await page.evaluate(
        `(${String(write)})(JSON.parse(${JSON.stringify(JSON.stringify(values))}))`,
      )
      await page.reload()
      await opened(page)
      seen.push(
        ...(await each(
          page,
          [
            '/lab/pkce?v=2&seed=kept&at=9&pane=tamper',
            '/',
            '/checklist',
            '/practice',
            '/exercise/knock-first',
            '/course/first-contact',
            '/projector?v=1&course=first-contact',
          ],
          (hash: string) => fuzz.go(hash),
        )),
      )
      await page.evaluate((hash) => fuzz.go(hash), LAB.slice(1))
    }
    return seen
  },
  use: step,
  careless: () =>
    addEventListener('DOMContentLoaded', () => {
      for (const text of Object.values(localStorage))
        document.body.insertAdjacentHTML('beforeend', String(text))
    }),
})

export const storageMeanwhile = entry({
  name: 'what another tab writes into a storage',
  inputs: fc
    .constantFrom(...keys)
    .chain((key) => stored(key).map((value) => [key, value] as const)),
  many: 160,
  open: async (page) => {
    const other = await page.context().newPage()
    await other.goto(labUrl('licenses.md'))
    await page.goto(labUrl('#/checklist'))
    await page.locator('h1').waitFor()
  },
  feed: async (page, all) => {
    const other = page.context().pages().at(-1)!
    for (const at of ['/checklist', '/', '/practice', '/course/first-contact', LAB.slice(1)]) {
      await page.evaluate((hash) => fuzz.go(hash), at)
      await other.evaluate(
        `for (const [key, value] of JSON.parse(${JSON.stringify(JSON.stringify(all))})) localStorage.setItem(key, value)`,
      )
      // What was written last is heard last.
      for (const theme of ['light', 'dark']) {
        await other.evaluate((it) => localStorage.setItem('handshake-lab.theme', it), theme)
        await page.evaluate(
          (it) => fuzz.until('the theme', () => document.documentElement.dataset['theme'] === it),
          theme,
        )
      }
    }
    return page.evaluate(() => [fuzz.look() ?? []].flat())
  },
  use: step,
  careless: () =>
    addEventListener('storage', ({ newValue }) =>
      document.body.insertAdjacentHTML('beforeend', String(newValue)),
    ),
})

const run = {
  ...(await shownRun(pkce)),
  link: 'https://lab.example/#/lab/pkce?v=2&seed=dropped&at=4',
}
const exported = [
  harOf(run).slice(-3_000),
  `{"log":{"_handshakeLab":{"link":"${run.link}"}}}`,
  pictureOf({ ...run, title: 'x', theme: 'light' }).slice(0, 2_000),
  runInText(run).slice(0, 2_000),
]

const anyFile = fc.tuple(
  anyText.map((name) => name.slice(0, 300)),
  fc.oneof(
    { weight: 3, arbitrary: mutated(fc.constantFrom(...exported)) },
    { weight: 2, arbitrary: anyText },
    { weight: 1, arbitrary: anyLabHash.map((hash) => `https://lab.example/#${hash}`) },
    { weight: 1, arbitrary: fc.json() },
  ),
)

export const droppedFiles = entry({
  name: 'files that are let go over the page',
  inputs: anyFile,
  many: 200,
  open: atLab,
  feed: (page, files) =>
    each(page, files, ([name, text]: readonly [string, string]) => fuzz.drop(name, text)),
  use: step,
  careless: () =>
    addEventListener('drop', ({ dataTransfer }) => {
      const [file] = dataTransfer?.files ?? []
      void file?.text().then((text) => document.body.insertAdjacentHTML('beforeend', text))
    }),
})
