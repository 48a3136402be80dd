import {
  checkWithId,
  levelIn,
  refs,
  type CheckId,
  type PartyChecks,
  type Ref,
  type Revision,
} from '../../engine/index.ts'

/** What is forgotten once a check was turned. */
export const toggled = (forgotten: readonly CheckId[], id: CheckId): readonly CheckId[] =>
  forgotten.includes(id) ? forgotten.filter((one) => one !== id) : [...forgotten, id]

const wordsOf = (who: string, id: CheckId, revision: Revision): string => {
  const row = checkWithId(id)
  if (!row) return ''
  const clauses = row.refs.map((ref) => (refs as Readonly<Record<string, Ref>>)[ref]?.short ?? '')
  return [who, id, levelIn(row, revision) ?? '', row.says, ...clauses].join(' ').toLowerCase()
}

/** The checks in which every word that is sought occurs: in the requirement, its id, its keyword there, its clauses, or the party’s name. */
export const matching = (
  parties: readonly PartyChecks[],
  sought: string,
  revision: Revision,
): PartyChecks[] => {
  const words = sought.toLowerCase().trim().split(/\s+/)
  return parties
    .map(({ who, checks }) => ({
      who,
      checks: checks.filter((id) => {
        const text = wordsOf(who, id, revision)
        return words.every((word) => text.includes(word))
      }),
    }))
    .filter(({ checks }) => checks.length > 0)
}
