import { describe, expect, test } from 'vitest'
import { excused } from '../../engine/attack/excused.ts'
import { registry } from '../../engine/checks/index.ts'
import { ledgerOf } from '../../engine/proof.ts'
import { attacks } from '../../scenarios/index.ts'

const ledger = ledgerOf(attacks)

describe('every check of the registry', () => {
  test('is needed by an attack, or excused with a reason, and never both', () => {
    const needed = ledger.filter(({ stops }) => stops.length > 0).map(({ check }) => check)
    const others = registry.map(({ id }) => id).filter((id) => !needed.includes(id))
    expect(Object.keys(excused).toSorted()).toEqual(others.toSorted())
  })

  test.each(Object.entries(excused))('%s is excused in one whole sentence', (_, reason) => {
    expect(reason).toMatch(/^[A-Z].*\.$/)
    expect(reason.split(' ').length).toBeGreaterThan(5)
    for (const [, slug] of reason.matchAll(/(?:decoy in|told in|stop|as in) `([a-z-]+)`/g))
      expect(attacks.map(({ id }) => id)).toContain(slug)
  })

  test.each(ledger.filter(({ excuse = '' }) => excuse.includes('it is a decoy')))(
    '$check is a decoy in an attack, as its excuse says',
    ({ decoys }) => {
      expect(decoys.length).toBeGreaterThan(0)
    },
  )
})
