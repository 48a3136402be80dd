import type { Page } from 'playwright-core'
import { attackShelf, lessonShelf } from '../../scenarios/shelf.ts'
import { played } from './open-lab.ts'

/** A screen of the lab: where it is, and what is done there until it shows. */
export interface Screen {
  readonly name: string
  /** The file and the hash. */
  readonly at: string
  act?(page: Page): Promise<void>
}

const lab = (scenario: string, at: number | string, more = '') =>
  `#/lab/${scenario}?v=1&seed=guarded&at=${at}${more}`

const END = 999

/** The panes of an attack’s screen, by the name that the address has for them. */
const panes = [
  'message',
  'checks',
  'allchecks',
  'notebook',
  'tamper',
  'browser',
  'states',
  'audit',
  'transcript',
] as const

const press = (name: string | RegExp) => async (page: Page) => {
  await page.getByRole('button', { name }).first().click()
  await page.locator('[role=dialog], dialog[open], [popover]:popover-open').first().waitFor()
}

const pressInRun = (name: string | RegExp) => async (page: Page) => {
  await page.getByRole('region', { name: 'The run' }).waitFor()
  await page.getByRole('button', { name }).first().click()
}

const goTo = async (page: Page) => {
  await page.getByRole('button', { name: 'Everyone go to' }).click()
  await page.getByRole('combobox', { name: 'Message' }).locator('option').nth(2).waitFor({
    state: 'attached',
  })
}

/** A new screen is a line here. */
const alone: readonly Screen[] = [
  { name: 'the start page', at: '' },
  { name: 'a page that is not there', at: '#/nowhere/at/all' },
  { name: 'what changed', at: '#/changes' },
  { name: 'the proof', at: '#/proof' },
  { name: 'both endings', at: '#/both/confused-deputy' },
  { name: 'the glossary', at: '#/glossary' },
  { name: 'the checklist', at: '#/checklist' },
  { name: 'the workings', at: '#/workings' },
  { name: 'practice', at: '#/practice' },
  { name: 'practice on one story', at: '#/practice?about=mix-up&kind=fix' },
  { name: 'a bet', at: '#/exercise/two-browsers' },
  {
    name: 'something to find',
    at: '#/exercise/look-everywhere',
    act: pressInRun('Open the message'),
  },
  { name: 'something to fix', at: '#/exercise/stop-the-mix-up', act: pressInRun('Judge') },
  { name: 'something to break', at: '#/exercise/be-the-sender', act: pressInRun(/^Add: /) },
  { name: 'an exercise that is not there', at: '#/exercise/none?seed=*' },
  { name: 'a check to write', at: '#/exercise/write-redirect-uri-exact' },
  { name: 'for whoever teaches', at: '#/teach' },
  { name: 'a course', at: '#/course/half-day' },
  { name: 'a course that is not there', at: '#/course/none' },
  {
    name: 'a workshop, with broken parts',
    at: '#/workshop?v=1&title=Room%207&steps=e.knock-first.3~s.mix-up.6~e.none.3&hints=off&answers=word.abcdefgh.0000000000000000&team=Red&team=Blue&seed=room-7&key=0123456789abcdefghjkmnpqrs',
  },
  { name: 'a guide', at: '#/guide/first-contact' },
  { name: 'the guide of an exercise', at: '#/guide/exercise/look-at-the-code' },
  { name: 'composing a workshop', at: '#/compose?v=1&course=half-day&team=Red&seed=abc' },
  { name: 'composing, with broken parts', at: '#/compose?v=9&course=none&steps=e.none.5&key=none' },
  { name: 'a class', at: '#/class?v=1&course=attack-ladder' },
  { name: 'the projector', at: '#/projector?v=1&course=attack-ladder&seed=abc' },
  { name: 'the projector, everyone go to', at: '#/projector?v=1&course=half-day', act: goTo },
  { name: 'going to a broken code', at: '#/go/G0000-AAAAA' },
  { name: 'embedding', at: '#/embed-it?scenario=mix-up&step=12&forget=as/iss-sent&as=frame' },
  { name: 'embedding, with broken parts', at: '#/embed-it?scenario=none&as=none&base=none' },
  { name: 'what if', at: lab('pkce', 5), act: press(/^What if/) },
  { name: 'sharing', at: lab('pkce', 5), act: press('Share') },
  { name: 'the search', at: '#/glossary', act: press('Search') },
  { name: 'a link with broken parts', at: lab('pkce', 5, '&rev=none&reg=none&do=none') },
  { name: 'a message written anew', at: lab('pkce', 5, '&pane=tamper&do=raw.3.none') },
]

const stories = [...lessonShelf, ...attackShelf]

/** Every story at a place and at its end; the pane is another one each time. */
const told: readonly Screen[] = stories.flatMap(({ id }, index) => [
  { name: id, at: lab(id, 4 + index, `&pane=${panes[index % panes.length]}`) },
  {
    name: `${id}, its end`,
    at: lab(id, END, `&pane=${panes[(index + 4) % panes.length]}`),
  },
])

const everyPane: readonly Screen[] = ['first-contact', 'confused-deputy'].flatMap((id) =>
  panes.map((pane) => ({ name: `${id}, ${pane}`, at: lab(id, 11, `&pane=${pane}`) })),
)

/** Every screen there is. */
export const screens: readonly Screen[] = [...alone, ...everyPane, ...told]

/** Waits until what a screen shows is there. */
export const shown = async (page: Page, { at }: Screen): Promise<void> => {
  await page.locator('h1').first().waitFor()
  if (!at.includes('/lab/')) return
  await played(page)
  // A pane is loaded when it is first asked for.
  await page.locator('[role=tabpanel] > :not(h2)').first().waitFor({ state: 'attached' })
}
