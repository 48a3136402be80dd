import type { Scenario } from '../../engine/index.ts'
import type { Term } from '../../engine/reference.ts'
import {
  companyTerms,
  glossary,
  labTerms,
  protocolTerms,
  roleTerms,
} from '../../scenarios/glossary.ts'

/** No more words than a trainer can look at before a course. */
const MOST_WORDS = 16

/** Who is who in some stories: those that their texts name, in the order in which the glossary has them. */
export const castOf = (stories: readonly Scenario[]): readonly Term[] =>
  companyTerms.filter((term) => {
    const timesIn = counterOf(term)
    return stories.some((story) => timesIn(textOf(story)) > 0)
  })

/**
 * The words that some stories are named after, and those that they use most: the ones in most of the stories first, then the most
 * frequent. Left out are the words of
 * the lab itself and of MCP, and the roles that the cast has, which its own sentences explain.
 */
export const wordsOf = (stories: readonly Scenario[]): readonly Term[] => {
  const texts = stories.map(textOf)
  return glossary
    .filter((term) => !isTrivial(term))
    .map((term) => {
      const times = texts.map(counterOf(term))
      const all = times.reduce((sum, count) => sum + count, 0)
      const names = stories.some(({ title }) => counterOf(term)(title) > 0) ? 1 : 0
      return { term, all, names, stories: times.filter((count) => count > 0).length }
    })
    .filter(({ all }) => all > 0)
    .toSorted(
      (one, other) => other.names - one.names || other.stories - one.stories || other.all - one.all,
    )
    .slice(0, MOST_WORDS)
    .map(({ term }) => term)
}

const isTrivial = (term: Term): boolean =>
  [companyTerms, labTerms, protocolTerms].some((terms) => terms.includes(term)) ||
  (roleTerms.includes(term) && companyTerms.some(({ near = [] }) => near.includes(term.id)))

/** How often a text names a term, by any of its names, or by its host; a longer name that has it in it is another. */
const counterOf = ({ id, term, also = [], says }: Term): ((text: string) => number) => {
  const own = [term, ...also, ...hostsIn(says)].map((name) => ({ name, word: asWord(name) }))
  const longer = glossary
    .filter((other) => other.id !== id)
    .flatMap((other) => [other.term, ...(other.also ?? [])])
    .filter((other) => own.some(({ name, word }) => other !== name && other.match(word)))
    .map(asWord)
  return (text) => {
    const rest = longer.reduce((left, word) => left.replace(word, ' '), text)
    return own.reduce((sum, { word }) => sum + (rest.match(word)?.length ?? 0), 0)
  }
}

const hostsIn = (text: string): readonly string[] =>
  [...text.matchAll(/`([a-z.]+\.example)`/g)].map(([, host]) => host!)

/** A name as a whole word; only what is nobody’s own name stands for several as well, and a capital is meant as one. */
const asWord = (name: string): RegExp => {
  const plain = name.replace(/[^\p{L}\p{N}]+/gu, '[^\\p{L}\\p{N}]')
  const several = /^\p{Lu}\p{Ll}/u.test(name) ? '' : 's?'
  const flags = name === name.toLowerCase() ? 'giu' : 'gu'
  return new RegExp(`(?<![\\p{L}\\p{N}])${plain}${several}(?![\\p{L}\\p{N}])`, flags)
}

/** All that a story says, without the clauses that it cites. */
const textOf = (story: Scenario): string => {
  const { title, summary, opening, beats, phases, question } = story
  const own = [title, summary, opening, ...beats.map(({ text }) => text), ...Object.values(phases)]
  const asked = [question.asks, ...question.choices.flatMap(({ says, because }) => [says, because])]
  const ends =
    story.kind === 'attack'
      ? [
          ...Object.values(story.endings),
          ...[...story.stops, ...story.decoys].map(({ because }) => because),
        ]
      : []
  return [...own, ...asked, ...ends].join('\n').replace(/\[[a-z0-9][\w.-]+\]/g, '')
}
