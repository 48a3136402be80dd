import type { Scenario } from '../../engine/index.ts'
import { firstContact } from '../../scenarios/lessons/first-contact.ts'

/** A scenario whose log has about 1,000 messages: the same tool called over and over. */
export const longRun: Scenario = {
  ...firstContact,
  id: 'long-run',
  errands: Array.from({ length: 470 }, () => ({
    call: 'read_note',
    arguments: { name: 'seed-vault' },
  })),
}
