import type { Term } from '../../engine/reference.ts'
import { namesInStories } from './explained-words.ts'

/** A stretch of our own prose; `term` where it is the first word for something that the glossary explains. */
export interface Stretch {
  readonly text: string
  readonly term?: Term
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)

const termIds = new Map(
  Object.entries(namesInStories).flatMap(([id, names]) =>
    names.map((name): [string, string] => [name.toLowerCase(), id]),
  ),
)
const byLength = [...termIds.keys()].toSorted((one, other) => other.length - one.length)
const asCode = byLength.filter((name) => name.startsWith('`')).map(escaped)
const asWords = byLength.filter((name) => !name.startsWith('`')).map(escaped)

// Clauses, what is stressed and other code are passed over whole: a name inside of them is no word of the sentence.
const WORDS = new RegExp(
  String.raw`(${asCode.join('|')})|\[[a-z0-9][\w.-]+\]|\*[^*\s][^*]*\*|${'`[^`]+`'}|(?<![\w-])(${asWords.join('|')})s?(?![\w-])`,
  'gi',
)

/** Takes texts apart, in the order in which they are read: each term is found once, where it comes first. */
export const stretchesOf = (
  texts: readonly string[],
  glossary: readonly Term[],
): ReadonlyMap<string, readonly Stretch[]> => {
  const terms = new Map(glossary.map((term) => [term.id, term]))
  const met = new Set<string>()
  return new Map(texts.map((text) => [text, takenApart(text, terms, met)]))
}

const takenApart = (
  text: string,
  terms: ReadonlyMap<string, Term>,
  met: Set<string>,
): readonly Stretch[] => {
  const stretches: Stretch[] = []
  let from = 0
  for (const found of text.matchAll(WORDS)) {
    const [, code, word] = found
    const id = termIds.get((code ?? word ?? '').toLowerCase())
    const term = id === undefined ? undefined : terms.get(id)
    if (!term || met.has(term.id)) continue
    met.add(term.id)
    stretches.push({ text: text.slice(from, found.index) }, { text: found[0], term })
    from = found.index + found[0].length
  }
  return [...stretches, { text: text.slice(from) }].filter((one) => one.text !== '')
}
