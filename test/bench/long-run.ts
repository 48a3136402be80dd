import type { Scenario } from '../../engine/index.ts'
import { firstContact } from '../../scenarios/lessons/first-contact.ts'

/** A scenario with a long log: the same tool called over and over, two messages each time. */
export const longRunOf = (errands: number): Scenario => ({
  ...firstContact,
  id: 'long-run',
  errands: Array.from({ length: errands }, () => ({
    call: 'read_note',
    arguments: { name: 'seed-vault' },
  })),
})
