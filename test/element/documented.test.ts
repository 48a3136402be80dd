import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { revisions, registrations } from '../../engine/index.ts'
import { embedParameters, themes, views } from '../../web/element/options.ts'
import { elementMarkup, SANDBOX } from '../../web/element/markup.ts'
import { observed } from '../../web/element/attributes.ts'
import { endings } from '../../web/element/protocol.ts'

const page = readFileSync(new URL('../../web/embed/README.md', import.meta.url), 'utf8')
const section = (name: string) => page.split(`\n## ${name}\n`)[1]!.split('\n## ')[0]!
const rows = (text: string) => [...text.matchAll(/^\| `([a-z]+)`/gm)].map(([, name]) => name)

test('the page for authors has every parameter, in the order of the code, and no other', () => {
  expect(rows(section('Parameters'))).toEqual([...embedParameters])
})

test('the page for authors names every attribute of the element, and every value there is to choose', () => {
  const text = section('Parameters')
  const names = [...observed, ...revisions, ...registrations, ...views, ...themes]
  expect(names.filter((name) => !text.includes(`\`${name}\``))).toEqual([])
})

test('the page for authors has the events and the endings that are told', () => {
  const text = section('What it tells, and what it does')
  expect(rows(text)).toEqual(['ready', 'step', 'outcome', 'height'])
  expect(endings.filter((ending) => !text.includes(`\`${ending}\``))).toEqual([])
})

test('what the page for authors has them paste is what the lab writes', () => {
  const options = { scenario: 'confused-deputy', step: 12 }
  expect(page).toContain(elementMarkup(options, { base: 'LAB/' }))
  expect(page).toContain(`sandbox="${SANDBOX}"`)
})
