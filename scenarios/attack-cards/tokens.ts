import type { Card } from '../cards.ts'

/** Attacks on a token that a server accepts. */
export const tokenCards = {
  'wrong-audience': {
    id: 'wrong-audience',
    kind: 'attack',
    title: 'A token that opens another door',
    summary:
      'A hostile MCP server takes the token it was given and uses it at another server of the same authorization server.',
    minutes: 5,
    revision: '2025-11-25',
    revisions: ['2025-06-18', '2025-11-25', '2026-07-28'],
  },
  'token-passthrough': {
    id: 'token-passthrough',
    kind: 'attack',
    title: 'Passed through',
    summary:
      'An MCP server hands on whatever token it gets, so that its clients can do without it and without its rules.',
    minutes: 5,
    revision: '2025-11-25',
  },
  'forged-token': {
    id: 'forged-token',
    kind: 'attack',
    title: 'A token made at home',
    summary:
      'A server that lets the token say how it is to be verified believes tokens that anybody can make.',
    minutes: 5,
    revision: '2025-11-25',
  },
  'scope-at-the-door-only': {
    id: 'scope-at-the-door-only',
    kind: 'attack',
    title: 'Asked once, at the door',
    summary: 'A token that may read opens the door, and nobody asks again when it writes.',
    minutes: 4,
    revision: '2025-11-25',
  },
  'step-up-loop': {
    id: 'step-up-loop',
    kind: 'attack',
    title: 'Asked until they say yes',
    summary:
      'A hostile server is never content with the scope, and the client goes back to its owner each time.',
    minutes: 4,
    revision: '2025-11-25',
    revisions: ['2025-11-25', '2026-07-28'],
  },
  'token-in-url': {
    id: 'token-in-url',
    kind: 'attack',
    title: 'A token in the address',
    summary: 'A token in a URL is a token in a history, in a log, and in somebody else’s hands.',
    minutes: 4,
    revision: '2025-11-25',
  },
} as const satisfies Readonly<Record<string, Card>>
