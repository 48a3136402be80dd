import type { Card } from '../cards.ts'

/** Attacks on a consent that was given for something else. */
export const consentCards = {
  'confused-deputy': {
    id: 'confused-deputy',
    kind: 'attack',
    title: 'The confused deputy',
    summary:
      'A proxy asks nobody for consent, because the server behind it remembers one: a stranger gets a code for the price of a click.',
    minutes: 6,
    revision: '2025-11-25',
  },
  'consent-not-bound': {
    id: 'consent-not-bound',
    kind: 'attack',
    title: 'A consent from another browser',
    summary:
      'The proxy asks at last, and the attacker answers: he approves in his own browser and hands the rest of the way to the owner.',
    minutes: 5,
    revision: '2025-11-25',
  },
  'as-in-the-middle': {
    id: 'as-in-the-middle',
    kind: 'attack',
    title: 'An authorization server in the middle',
    summary:
      'The owner connects to a hostile server, whose authorization server passes their own client on to the honest proxy, where a remembered consent waits.',
    minutes: 6,
    revision: '2026-07-28',
    revisions: ['2025-11-25', '2026-07-28'],
    registration: 'metadata-document',
  },
} as const satisfies Readonly<Record<string, Card>>
