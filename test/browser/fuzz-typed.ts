import type { Page } from 'playwright-core'
import { labUrl } from './chromium.ts'
import { entry, type Entry } from './fuzz.ts'
import { each, step } from './fuzz-hash.ts'
import { anyText } from './hostile.ts'

/** A screen with fields to type into. */
interface Typed {
  readonly name: string
  readonly at: string
  readonly fields: string
  readonly many: number
  /** Brings the fields there; done again for every twenty texts. */
  ready?(page: Page): Promise<void>
}

const careless = () =>
  addEventListener('input', ({ target }) =>
    document.body.insertAdjacentHTML('beforeend', (target as HTMLInputElement).value),
  )

const screens: readonly Typed[] = [
  {
    name: 'the search',
    at: '#/',
    fields: 'dialog input',
    many: 160,
    ready: async (page) => {
      await page.keyboard.press('/')
      await page.locator('dialog input').waitFor()
    },
  },
  { name: 'the glossary', at: '#/glossary', fields: 'input[type=search]', many: 60 },
  { name: 'the workings', at: '#/workings', fields: 'textarea', many: 160 },
  {
    name: 'the checks',
    at: '#/lab/pkce?v=2&seed=typed&at=9&pane=allchecks',
    fields: '[role=tabpanel] input[type=search]',
    many: 40,
  },
  {
    name: 'the page for embedding',
    at: '#/embed-it',
    fields: 'main input:is([type=text], :not([type])), main textarea:not([readonly])',
    many: 60,
  },
]

const typed = ({ name, at, fields, many, ready }: Typed): Entry =>
  entry({
    name: `what is typed into ${name}`,
    inputs: anyText,
    many,
    open: async (page) => {
      await page.goto(labUrl(at))
      await page.locator('h1').first().waitFor()
    },
    feed: async (page, texts) => {
      await page.evaluate((hash) => fuzz.go(hash), at.slice(1))
      await ready?.(page)
      await page.locator(fields).first().waitFor()
      await page.evaluate((selector) => Object.assign(globalThis, { selector }), fields)
      const seen = await each(page, texts, async (text: string, index: number) => {
        const { selector } = globalThis as unknown as { selector: string }
        const all = document.querySelectorAll(selector)
        fuzz.type(all[index % all.length]!, text)
        await fuzz.frames(2)
      })
      await page.keyboard.press('Escape')
      return seen
    },
    use: step,
    careless,
  })

const TAMPER = '#/lab/pkce?v=2&seed=typed&at=13&pane=tamper'

/** Types over a message, field by field or as its whole text, and has every fifth of it played. */
const tampered = (view: 'Field by field' | 'Raw text', many: number): Entry =>
  entry({
    name: `what is typed over a message: ${view}`,
    inputs: anyText,
    many,
    open: async (page) => {
      await page.goto(labUrl(TAMPER))
      await page.locator('[role=tabpanel] textarea').first().waitFor()
    },
    feed: async (page, texts) => {
      await page.evaluate((hash) => fuzz.go(hash), TAMPER.slice(1))
      await page.getByRole('radio', { name: view }).check()
      return each(page, texts, async (text: string, index: number) => {
        const all = document.querySelectorAll('[role=tabpanel] textarea')
        const field = all[index % all.length]!
        fuzz.type(field, text)
        await fuzz.frames(2)
        const apply = field.closest('form')!.querySelector<HTMLButtonElement>('[type=submit]')
        if (index % 5 !== 0 || !apply || apply.disabled) return
        const since = fuzz.written()
        apply.click()
        await fuzz.settled(since)
        const undone = fuzz.written()
        const undo = [...document.querySelectorAll('button')].find(
          (one) => one.textContent === 'undo all',
        )
        if (!undo) throw new Error('what was applied cannot be taken back')
        undo.click()
        await fuzz.settled(undone)
      })
    },
    use: step,
    careless,
  })

/** Every place where somebody may type what he likes. */
export const typedTexts: readonly Entry[] = [
  ...screens.map(typed),
  tampered('Field by field', 140),
  tampered('Raw text', 80),
]
