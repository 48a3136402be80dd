import fc from 'fast-check'
import { writeExercises } from '../../scenarios/exercises/write/index.ts'
import { labUrl } from './chromium.ts'
import { entry } from './fuzz.ts'
import { each, step } from './fuzz-hash.ts'
import { anyText, mutated } from './hostile.ts'
import { anyTeachingHash } from './hostile-teaching.ts'

export const theTeachingHash = entry({
  name: 'the hash of the pages that teach',
  inputs: anyTeachingHash,
  many: 200,
  open: async (page) => {
    await page.goto(labUrl('#/practice'))
    await page.locator('h1').waitFor()
  },
  feed: (page, hashes) => each(page, hashes, (hash: string) => fuzz.go(hash)),
  use: step,
  careless: () =>
    addEventListener('hashchange', () =>
      document.body.insertAdjacentHTML('beforeend', decodeURIComponent(location.hash)),
    ),
})

const exercise = writeExercises[0]!
const EDITOR = `#/exercise/${exercise.id}?seed=typed`

/** Writes checks: right ones with something hostile in them, and what is no JavaScript at all. */
export const writtenChecks = entry({
  name: 'checks that are written into the editor',
  inputs: fc.oneof(
    mutated(fc.constantFrom(exercise.solution, ...exercise.wrong.map(({ code }) => code))),
    anyText,
  ),
  many: 60,
  open: async (page) => {
    await page.goto(labUrl(EDITOR))
    await page.locator('[contenteditable=true]').waitFor()
  },
  feed: async (page, texts) => {
    await page.evaluate((hash) => fuzz.go(hash), EDITOR.slice(1))
    await page.locator('[contenteditable=true]').waitFor()
    return each(page, texts, async (text: string, index: number) => {
      const editor = document
        .querySelector('[data-editor]')!
        .shadowRoot!.querySelector<HTMLElement>('[contenteditable=true]')!
      editor.focus()
      document.execCommand('selectAll')
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', text)
      editor.dispatchEvent(
        new ClipboardEvent('paste', {
          clipboardData,
          bubbles: true,
          cancelable: true,
          // As a hand’s is: it leaves the editor’s shadow.
          composed: true,
        }),
      )
      await fuzz.frames(2)
      const run = () =>
        [...document.querySelectorAll('button')].find(
          ({ textContent }) => textContent.trim() === 'Run it',
        )
      if (index % 4 !== 0) return
      run()?.click()
      await fuzz.frames(2)
      await fuzz.until('the end of the runs', () => run() !== undefined)
    })
  },
  use: step,
  careless: () =>
    addEventListener('paste', ({ clipboardData }) =>
      document.body.insertAdjacentHTML('beforeend', clipboardData?.getData('text/plain') ?? ''),
    ),
})
