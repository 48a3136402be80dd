import type { Scenario } from '../../engine/scenario.ts'

/** One whole handshake in which everybody does everything right. */
export const firstContact = {
  id: 'first-contact',
  kind: 'lesson',
  title: 'First contact',
  summary:
    'A client that has never met this server gets a note out of it, with the owner’s consent.',
  minutes: 5,
  revision: '2025-06-18',
  forget: [],
  errands: [
    { call: 'read_note', arguments: { name: 'seed-vault' } },
    { wait: 3_600 },
    { call: 'read_note', arguments: { name: 'seed-vault' } },
  ],
  expects: 'completed',
  opening: 'x',
  beats: [],
  phases: {
    discovery: '',
    registration: '',
    authorization: '',
    tokenExchange: '',
    toolCall: '',
    refresh: '',
  },
  refs: [],
} as const satisfies Scenario
