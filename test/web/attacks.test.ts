import { describe, expect, test } from 'vitest'
import { checksIn, mattersIn, settled, type Note } from '../../engine/index.ts'
import { attacks, scenarioWithId } from '../../scenarios/index.ts'
import { matching, toggled } from '../../web/checks/sought.ts'
import { sayTurn, turnedBack, turnsFrom } from '../../web/lab/remembering.ts'
import { gathered } from '../../web/notebook/gathered.ts'
import { shortened } from '../../web/value/shortened.ts'

const wrongAudience = scenarioWithId('wrong-audience')!

describe('looking for a check', () => {
  const parties = checksIn('2025-11-25')
  const found = (sought: string) =>
    matching(parties, sought, '2025-11-25').flatMap(({ checks }) => checks)

  test('finds all when nothing is sought, and none twice', () => {
    const all = parties.flatMap(({ checks }) => checks)
    expect(found(' ')).toEqual(all)
    expect(new Set(all).size).toBe(all.length)
  })

  test('finds by id, party, clause and requirement; every word has to occur', () => {
    expect(found('rs/audience-is-me')).toEqual(['rs/audience-is-me'])
    expect(found('RFC 7636 §4.6')).toContain('as/verifier-matches')
    expect(found('should as/audience-from-resource')).toHaveLength(1)
    expect(found('must as/audience-from-resource')).toEqual([])
    expect(found('third-party').every((id) => id.startsWith('ds/'))).toBe(true)
    expect(found('audience nosuchword')).toEqual([])
  })

  test('a revision’s list holds only what it knows', () => {
    const old = checksIn('2025-03-26').flatMap(({ checks }) => checks)
    expect(old).not.toContain('client/resource-sent')
    expect(old.length).toBeLessThan(parties.flatMap(({ checks }) => checks).length)
  })
})

describe('what was turned', () => {
  const told = { variant: undefined, forget: wrongAudience.forget }

  test('is nothing as the story tells it', () => {
    expect(turnsFrom(wrongAudience, told)).toEqual([])
  })

  test('is said by name, and taken back', () => {
    const forget = toggled(toggled(told.forget, 'rs/audience-is-me'), 'rs/signature-valid')
    const turns = turnsFrom(wrongAudience, { ...told, forget })
    expect(turns.map(sayTurn)).toEqual([
      'Notes remembers `rs/audience-is-me`',
      'Notes forgets `rs/signature-valid`',
    ])
    const back = turns.reduce(turnedBack, forget)
    expect(turnsFrom(wrongAudience, { ...told, forget: back })).toEqual([])
  })
})

describe('the notebook', () => {
  const note = (name: Note['name'], since: number): Note => ({
    name,
    value: `${name} ${since}`,
    since,
    how: 'received',
    lets: '',
  })

  test('counts things of a kind, the latest first, and says which are new', () => {
    const notes = [note('state', 2), note('access token', 5), note('access token', 9)]
    expect(gathered(notes, 9)).toEqual([
      { name: 'access token', times: 2, fresh: true },
      { name: 'state', times: 1, fresh: false },
    ])
  })

  test('shortens what is long, and leaves the rest', () => {
    expect(shortened('xyz')).toBe('xyz')
    expect(shortened('a'.repeat(100))).toBe(`${'a'.repeat(14)}…${'a'.repeat(6)}`)
  })
})

test.each(attacks.map((attack) => [attack.id, attack] as const))(
  'what matters in %s: what stops it, then what does not',
  (_, attack) => {
    const kinds = mattersIn(attack, { ...settled({ scenario: attack }), variant: undefined }).map(
      ({ kind }) => kind,
    )
    expect(kinds).toContain('stop')
    expect(kinds).toEqual(kinds.toSorted().toReversed())
  },
)
