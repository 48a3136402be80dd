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
  /** Whether every third text is sent off as well, where its field belongs to a form. */
  readonly submits?: boolean
  /** Brings the fields there; done again for every twenty texts. */
  ready?(page: Page): Promise<void>
}

const careless = () =>
  addEventListener('input', ({ target }) =>
    document.body.insertAdjacentHTML('beforeend', (target as HTMLInputElement).value),
  )

const texts =
  'main input:is([type=text], [type=search], :not([type])), main textarea:not([readonly])'

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
    fields: texts,
    many: 60,
  },
  ...[
    { name: 'the page of exercises', at: '#/practice', many: 80 },
    { name: 'a workshop', at: '#/workshop?v=1&course=first-contact&seed=typed', many: 60 },
    { name: 'the page that composes workshops', at: '#/compose?v=1&title=Typed', many: 80 },
    { name: 'the table of a class', at: '#/class', many: 80 },
    { name: 'the field for codes', at: '#/go', many: 60 },
    { name: 'a guide', at: '#/guide/exercise/look-at-the-token', many: 40 },
  ].map((page) => ({ ...page, fields: texts, submits: true })),
  {
    name: 'a world with something forgotten',
    at: '#/exercise/look-at-the-token?seed=typed',
    fields: 'main details textarea',
    many: 80,
    submits: true,
    ready: async (page) => {
      const closed = page.getByRole('button', { name: 'Open the message' })
      if (await closed.isVisible()) await closed.click()
      await page.locator('main details textarea').first().waitFor({ state: 'attached' })
      await page.evaluate(() => {
        for (const one of document.querySelectorAll('main details')) one.setAttribute('open', '')
      })
    },
  },
]

const typed = ({ name, at, fields, many, submits = false, ready }: Typed): Entry =>
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
      await page.evaluate((how) => Object.assign(globalThis, how), { selector: fields, submits })
      const seen = await each(page, texts, async (text: string, index: number) => {
        const how = globalThis as unknown as { selector: string; submits: boolean }
        const all = document.querySelectorAll<HTMLInputElement>(how.selector)
        const field = all[index % all.length]!
        fuzz.type(field, text)
        await fuzz.frames(2)
        const send = field.form?.querySelector<HTMLButtonElement>('button:not([type=button])')
        if (how.submits && index % 3 === 0 && send && !send.disabled) {
          send.click()
          await fuzz.frames(4)
        }
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
