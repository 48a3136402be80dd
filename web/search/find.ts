import MiniSearch from 'minisearch'
import { entries, kinds, type Entry, type Kind } from './entries.ts'

/** An entry that was found, and the words of it that were meant. */
export interface Found {
  readonly entry: Entry
  readonly words: readonly string[]
}

/** What was found of one kind, the best first. */
export interface FoundGroup {
  readonly kind: Kind
  readonly name: string
  readonly found: readonly Found[]
}

const byId = new Map(entries.map((entry) => [entry.id, entry]))

const index = new MiniSearch<Entry>({
  fields: ['name', 'also', 'says'],
  storeFields: [],
  searchOptions: {
    boost: { name: 5, also: 2 },
    prefix: (term) => term.length > 1,
    // A typing error in a word of four letters, two in one of eight.
    fuzzy: (term) => (term.length > 3 ? 0.25 : false),
    weights: { prefix: 0.6, fuzzy: 0.2 },
  },
})
index.addAll(entries)

// Most people look for what a word means, then for where it is seen; a clause has to be meant.
const WEIGHT: Readonly<Record<Kind, number>> = {
  page: 1.3,
  term: 1.6,
  lesson: 1.4,
  attack: 1.4,
  exercise: 1.1,
  parameter: 1.2,
  check: 1,
  error: 1.3,
  duty: 0.8,
  clause: 0.6,
}

// How somebody writes a section whose sign is on no keyboard.
const typed = (text: string): string => text.toLowerCase().replaceAll('§', '')

/** How near a name is to what was typed: it is that, begins with it, or merely has it somewhere. */
const near = (name: string, asked: string): number => {
  const [whole, sought] = [typed(name), typed(asked)]
  if (whole === sought) return 6
  const begins = whole.startsWith(sought) || whole.endsWith(`/${sought}`)
  return begins ? 1 + (2 * sought.length) / whole.length : 1
}

const inOrder = new Intl.Collator('en', { numeric: true })

/** The sections of a paper stand as they do there. */
const sorted = (kind: Kind, found: readonly Found[], asked: string): readonly Found[] =>
  kind === 'clause' && /\d/.test(asked)
    ? found.toSorted(
        ({ entry: one }, { entry: other }) =>
          Number(typed(other.name) === typed(asked)) - Number(typed(one.name) === typed(asked)) ||
          inOrder.compare(one.name, other.name),
      )
    : found

/** Finds entries by words in any order, with small typing errors; where nothing has all the words, by some of them. */
export const find = (text: string): readonly FoundGroup[] => {
  const asked = text.trim().slice(0, 100)
  if (asked === '') return []
  const boostDocument = (id: string) => {
    const entry = byId.get(id)
    return entry ? WEIGHT[entry.kind] * near(entry.name, asked) : 1
  }
  const all = index.search(asked, { combineWith: 'AND', boostDocument })
  const some = all.length > 0 ? all : index.search(asked, { boostDocument })
  const groups = new Map<Kind, { readonly score: number; readonly found: Found[] }>()
  for (const { id, score, terms } of some) {
    const entry = byId.get(id as string)
    if (!entry) continue
    const group = groups.get(entry.kind) ?? { score, found: [] }
    groups.set(entry.kind, group)
    group.found.push({ entry, words: terms })
  }
  return [...groups]
    .toSorted(([, one], [, other]) => other.score - one.score)
    .map(([kind, { found }]) => ({ kind, name: kinds[kind], found: sorted(kind, found, asked) }))
}

/** Names that are spelt somewhat like a text that found nothing. */
export const alike = (text: string): readonly string[] =>
  index
    .autoSuggest(text.trim().slice(0, 100), { fuzzy: 0.45, combineWith: 'OR', fields: ['name'] })
    .slice(0, 4)
    .map(({ suggestion }) => suggestion)
