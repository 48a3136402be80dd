import type { Card } from '../cards.ts'

/** Attacks on a code on its way. */
export const codeCards = {
  'redirect-uri-unchecked': {
    id: 'redirect-uri-unchecked',
    kind: 'attack',
    title: 'A code sent to a stranger',
    summary:
      'The honest client’s name in a link, the attacker’s address in it as well: the server sends the code wherever it is told.',
    minutes: 4,
    revision: '2025-11-25',
    registration: 'pre-registered',
  },
  'code-interception': {
    id: 'code-interception',
    kind: 'attack',
    title: 'Who redeems the code first',
    summary:
      'Another program reads the answer on its way to the client, and goes to the token endpoint before it.',
    minutes: 4,
    revision: '2025-11-25',
    registration: 'pre-registered',
  },
  'pkce-downgrade': {
    id: 'pkce-downgrade',
    kind: 'attack',
    title: 'PKCE, left out',
    summary:
      'A server that does PKCE only when it is asked to lets an attacker ask without, and the honest verifier is ignored.',
    minutes: 5,
    revision: '2025-11-25',
    registration: 'pre-registered',
  },
  'login-csrf': {
    id: 'login-csrf',
    kind: 'attack',
    title: 'Somebody else’s account',
    summary:
      'The owner’s client takes a code that is the attacker’s, and works in the attacker’s account from then on.',
    minutes: 5,
    revision: '2025-11-25',
    registration: 'pre-registered',
  },
  'code-replay': {
    id: 'code-replay',
    kind: 'attack',
    title: 'A code used twice',
    summary:
      'A code stands in a log after it was redeemed; a server that does not count lets it be redeemed again.',
    minutes: 5,
    revision: '2025-11-25',
    registration: 'pre-registered',
  },
} as const satisfies Readonly<Record<string, Card>>
