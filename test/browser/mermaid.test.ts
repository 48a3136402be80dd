import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mermaidOf, type ShownRun } from '../../engine/export/index.ts'
import { labelOf, purposeIn } from '../../engine/index.ts'
import { scenarioWithId } from '../../scenarios/index.ts'
import { everyRun, hostileRun, shownRun } from '../export/shown.ts'
import { launchChromium } from './chromium.ts'

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await launchChromium()
  page = await browser.newPage()
  const script = createRequire(import.meta.url).resolve('mermaid/dist/mermaid.min.js')
  await page.addScriptTag({ content: readFileSync(script, 'utf8') })
  await page.evaluate(() => {
    const { mermaid } = globalThis as unknown as Mermaid
    mermaid.initialize({ startOnLoad: false, securityLevel: 'strict' })
  })
})
afterAll(() => browser?.close())

/** What of Mermaid is asked here. */
interface Mermaid {
  readonly mermaid: {
    initialize(config: object): void
    render(id: string, text: string): Promise<{ readonly svg: string }>
    readonly mermaidAPI: { getDiagramFromText(text: string): Promise<Diagram> }
  }
}

interface Diagram {
  readonly type: string
  readonly db: {
    getAccTitle(): string
    getActors(): ReadonlyMap<string, { readonly description: string }>
    getMessages(): readonly Said[]
  }
}

/** A line of a diagram: what somebody says to somebody, or a note. */
interface Said {
  readonly from?: string
  readonly to?: string
  readonly message?: unknown
  /** Only notes stand beside or over somebody. */
  readonly placement?: number
}

const written = (run: ShownRun, place?: number): string =>
  mermaidOf({ ...run, title: run.scenario.title, place })

/** Mermaid keeps characters that are written as numbers in a way of its own until it draws them. */
const read = (text: unknown): string =>
  String(text).replace(/ﬂ°°(\d+)¶ß/g, (_, code: string) => String.fromCodePoint(Number(code)))

/** What Mermaid reads in a text: what it is, who takes part, and who says what to whom. */
const diagramIn = async (text: string) => {
  const { type, title, actors, said } = await page.evaluate(async (text) => {
    const { mermaid } = globalThis as unknown as Mermaid
    const { type, db } = await mermaid.mermaidAPI.getDiagramFromText(text)
    const actors = [...db.getActors()].map(([id, { description }]) => [id, description] as const)
    return { type, title: db.getAccTitle(), actors, said: db.getMessages() }
  }, text)
  return {
    type,
    title: read(title),
    actors: actors.map(([id, words]) => [id, read(words).replace(/<br\/>.*/, '')]),
    messages: said
      .filter(({ from, placement }) => from !== undefined && placement === undefined)
      .map(({ from, to, message }) => [from, to, read(message)]),
    notes: said.filter(({ placement }) => placement !== undefined).map((one) => read(one.message)),
  }
}

const idOf = (party: string) => party.replaceAll('-', '_')

test('Mermaid reads every run as it was: who takes part, and every message from whom to whom', async () => {
  for (const run of await everyRun()) {
    const { type, title, actors, messages, notes } = await diagramIn(written(run))
    expect([type, title]).toEqual(['sequence', run.scenario.title])
    expect(actors).toEqual(run.parts.map(({ id, name }) => [idOf(id), name]))
    expect(messages).toEqual(
      run.log.map((message) => [
        idOf(message.from),
        idOf(message.to),
        `${shortened(labelOf(message))}<br/>${purposeIn(message)}${message.fate ? `, ${message.fate}` : ''}`,
      ]),
    )
    const left = run.log.flatMap(({ findings }) =>
      findings.filter((one) => one.verdict !== 'obeyed'),
    )
    expect(notes.filter((note) => /^[✕○] /.test(note))).toHaveLength(left.length)
    expect(notes.at(-1)).toContain(run.ending.sentence.replaceAll('`', ''))
  }
}, 120_000)

test('Mermaid reads half of a run, and its beginning, as far as they go', async () => {
  for (const run of await everyRun())
    for (const place of [0, Math.floor(run.log.length / 2)]) {
      const { messages, notes } = await diagramIn(written(run, place))
      expect([run.scenario.id, messages.length]).toEqual([run.scenario.id, place])
      expect(notes).not.toContain(run.ending.sentence.replaceAll('`', ''))
    }
}, 120_000)

test('and would not read just anything', async () => {
  await expect(diagramIn('sequenceDiagram\n  a->>b\n')).rejects.toThrow('Parse error')
})

// As the diagram has it: spaces are one, and what is long is cut.
const shortened = (text: string): string => {
  const cut = text.length > 120 ? `${text.slice(0, 119)}…` : text
  return cut.replace(/\s+/g, ' ')
}

/** How many messages there are in what Mermaid draws of a text, and what of it could do something. */
const drawn = (text: string, id: string) =>
  page.evaluate(
    async ([text, id]) => {
      const { mermaid } = globalThis as unknown as Mermaid
      const { svg } = await mermaid.render(id, text)
      const parsed = new DOMParser().parseFromString(svg, 'text/html')
      const live = [...parsed.querySelectorAll('*')].filter(
        ({ localName, attributes }) =>
          /^(script|a|iframe|img|image|object)$/.test(localName) ||
          [...attributes].some(({ name }) => name.startsWith('on')),
      )
      return {
        lines: parsed.querySelectorAll('[class^="messageLine"]').length,
        words: parsed.body.textContent ?? '',
        live: live.map(({ outerHTML }) => outerHTML.slice(0, 100)),
      }
    },
    [text, id] as const,
  )

test.each(['first-contact', 'confused-deputy', 'code-replay'])(
  'Mermaid draws %s with a line for each message',
  async (id) => {
    const run = await shownRun(scenarioWithId(id)!)
    const { lines, words, live } = await drawn(written(run), id)
    expect([lines, live]).toEqual([run.log.length, []])
    for (const message of run.log) expect(words).toContain(purposeIn(message))
  },
)

test('hostile text stays text: every message is there, and nothing that could do anything', async () => {
  const run = await hostileRun()
  const { type, actors, messages } = await diagramIn(written(run))
  expect([type, actors.length]).toEqual(['sequence', run.parts.length])
  expect(messages.map(([from, to]) => [from, to])).toEqual(
    run.log.map(({ from, to }) => [idOf(from), idOf(to)]),
  )
  const { lines, live } = await drawn(written(run), 'hostile')
  expect([lines, live]).toEqual([run.log.length, []])
})
