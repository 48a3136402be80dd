import { expect, test } from 'vitest'
import { glossary } from '../../scenarios/glossary.ts'
import { scenarios } from '../../scenarios/index.ts'
import { namesInStories } from '../../web/story/explained-words.ts'
import { stretchesOf } from '../../web/story/term-matcher.ts'

const textsOf = ({ opening, beats }: (typeof scenarios)[number]): readonly string[] => [
  ...opening.split('\n\n'),
  ...beats.map(({ text }) => text),
]
const explainedIn = (texts: readonly string[]) =>
  [...stretchesOf(texts, glossary).values()]
    .flat()
    .flatMap(({ term, text }) => (term ? [{ term, text }] : []))

test('every word that a story may explain is one of the glossary', () => {
  const ids = new Set(glossary.map(({ id }) => id))
  expect(Object.keys(namesInStories).filter((id) => !ids.has(id))).toEqual([])
})

test('the words of a text put together are the text, and each term is explained once in a story', () => {
  for (const scenario of scenarios) {
    const texts = textsOf(scenario)
    const taken = stretchesOf(texts, glossary)
    for (const text of texts)
      expect(
        taken
          .get(text)!
          .map((stretch) => stretch.text)
          .join(''),
      ).toBe(text)
    const ids = explainedIn(texts).map(({ term }) => term.id)
    expect(ids).toEqual([...new Set(ids)])
  }
})

test('every story explains some of its words, and an attack on tokens those of tokens', () => {
  const none = scenarios.filter((scenario) => explainedIn(textsOf(scenario)).length === 0)
  expect(none.map(({ id }) => id)).toEqual([])
  const story = scenarios.find(({ id }) => id === 'wrong-audience')!
  const ids = explainedIn(textsOf(story)).map(({ term }) => term.id)
  expect(ids).toEqual(expect.arrayContaining(['audience', 'issuer', 'resource-indicator']))
})

test('a name in other code, in a clause or in what is stressed is passed over, and a plural is not', () => {
  const texts = ['`GET /code`, *code* [rfc7636-4.6] and decode: two codes; `code_challenge`, PKCE.']
  expect(explainedIn(texts).map(({ text }) => text)).toEqual(['codes', '`code_challenge`', 'PKCE'])
})
