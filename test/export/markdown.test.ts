import MarkdownIt from 'markdown-it'
import { parseDocument } from 'htmlparser2'
import { expect, test } from 'vitest'
import { markdownLink, markdownOf } from '../../engine/export/index.ts'
import { labelOf, partyName, purposeIn } from '../../engine/index.ts'
import { everyRun, hostileRun } from './shown.ts'

const markdown = MarkdownIt({ html: true, linkify: true })

interface Element {
  readonly name?: string
  readonly data?: string
  readonly attribs?: Readonly<Record<string, string>>
  readonly children?: readonly Element[]
}

/** What a reader gets to see: the elements of a name, in what a Markdown parser makes of a text. */
const rendered = (text: string) => {
  const root = parseDocument(markdown.render(text)) as unknown as Element
  const all = (element: Element): readonly Element[] => [
    element,
    ...(element.children ?? []).flatMap(all),
  ]
  return (name: string) => all(root).filter((element) => element.name === name)
}

const words = ({ data = '', children = [] }: Element): string =>
  (data + children.map(words).join('')).replace(/\s+/g, ' ')

test('CommonMark, with the tables of GFM: a run is a heading, a link and a table with a row for each message', async () => {
  for (const run of await everyRun()) {
    const elements = rendered(markdownOf(run))
    expect(elements('h2').map(words)).toEqual([run.scenario.title])
    expect(elements('a').map(({ attribs }) => attribs?.['href'])).toEqual([run.link])
    const rows = elements('tr')
      .slice(1)
      .map(({ children = [] }) => children.filter(({ name }) => name === 'td').map(words))
    expect(rows.map((row) => row.slice(0, 4))).toEqual(
      run.log.map((message) => [
        String(message.id),
        partyName(message.from),
        partyName(message.to),
        `${labelOf(message)} ${purposeIn(message)}${message.fate === undefined ? '' : `, ${message.fate}`}`,
      ]),
    )
  }
})

test('a link in one line is one link and a sentence', async () => {
  for (const run of await everyRun()) {
    const elements = rendered(markdownLink(run))
    expect(elements('a').map((one) => [words(one), one.attribs?.['href']])).toEqual([
      [run.scenario.title, run.link],
    ])
    expect(elements('p').map(words)).toEqual([
      `${run.scenario.title}: ${run.scenario.summary} `.trim(),
    ])
  }
})

test('hostile text stays text: no element, no link and no row comes of it', async () => {
  const run = await hostileRun()
  for (const text of [markdownOf(run), markdownLink(run)]) {
    const elements = rendered(text)
    expect(elements('script')).toEqual([])
    expect(elements('img')).toEqual([])
    expect(elements('a').map(({ attribs }) => attribs?.['href'])).toEqual([run.link])
  }
  expect(rendered(markdownOf(run))('tr')).toHaveLength(run.log.length + 1)
  for (const row of rendered(markdownOf(run))('tr').slice(1))
    expect(row.children?.filter(({ name }) => name === 'td')).toHaveLength(5)
})
