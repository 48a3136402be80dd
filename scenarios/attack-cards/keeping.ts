import type { Card } from '../cards.ts'

/** Attacks on what lies on the owner’s machine. */
export const keepingCards = {
  'refresh-reuse': {
    id: 'refresh-reuse',
    kind: 'attack',
    title: 'Two holders of one token',
    summary:
      'A refresh token is copied, and whether the thief can go on depends on whether the server notices that it was used twice.',
    minutes: 6,
    revision: '2025-11-25',
    registration: 'pre-registered',
  },
  'plain-file-tokens': {
    id: 'plain-file-tokens',
    kind: 'attack',
    title: 'Tokens in a plain file',
    summary: 'Any program that the owner runs can read what the client keeps in a file.',
    minutes: 3,
    revision: '2025-11-25',
    registration: 'pre-registered',
  },
  'embedded-webview': {
    id: 'embedded-webview',
    kind: 'attack',
    title: 'A sign-in page in the app',
    summary:
      'The client shows the sign-in page itself, and whoever is inside the client sees the password.',
    minutes: 4,
    revision: '2025-11-25',
  },
} as const satisfies Readonly<Record<string, Card>>
