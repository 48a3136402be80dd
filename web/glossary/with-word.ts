import type { Term } from '../../engine/reference.ts'

/** The terms that have every one of some words in them, whole or in part; in their names before in their sentences. */
export const withWord = (terms: readonly Term[], text: string): readonly Term[] => {
  const sought = text.trim().toLowerCase().split(/\s+/)
  const having = (where: (term: Term) => string) =>
    terms.filter((term) => sought.every((one) => where(term).toLowerCase().includes(one)))
  const named = having(({ term, also = [] }) => [term, ...also].join(' '))
  return named.length > 0 ? named : having(({ says }) => says)
}
