import type { Card } from '../cards.ts'

/** Attacks on what a client believes of servers it has just met. */
export const discoveryCards = {
  'mix-up': {
    id: 'mix-up',
    kind: 'attack',
    title: 'Mixed up',
    summary:
      'The client believes that it speaks with one authorization server, the browser was at another, and code and verifier go to the wrong one.',
    minutes: 6,
    revision: '2026-07-28',
    revisions: ['2026-07-28'],
    registration: 'metadata-document',
  },
  'issuer-spoof': {
    id: 'issuer-spoof',
    kind: 'attack',
    title: 'Under a borrowed name',
    summary:
      'A metadata document claims to be of the honest authorization server, and names a token endpoint that is not.',
    minutes: 5,
    revision: '2026-07-28',
    registration: 'metadata-document',
  },
  'counterfeit-resource': {
    id: 'counterfeit-resource',
    kind: 'attack',
    title: 'A resource that is not its own',
    summary:
      'A hostile MCP server says in its metadata that it is the honest one, and the client asks for a token for that.',
    minutes: 5,
    revision: '2025-11-25',
    revisions: ['2025-06-18', '2025-11-25', '2026-07-28'],
  },
  'credentials-to-new-issuer': {
    id: 'credentials-to-new-issuer',
    kind: 'attack',
    title: 'The secret goes along',
    summary:
      'An MCP server names another authorization server than yesterday, and the client shows the new one its old secret.',
    minutes: 4,
    revision: '2026-07-28',
    revisions: ['2025-06-18', '2025-11-25', '2026-07-28'],
    registration: 'client-secret-post',
  },
  'url-to-shell': {
    id: 'url-to-shell',
    kind: 'attack',
    title: 'A URL that is a command',
    summary:
      'The client opens the authorization endpoint with a shell, and the endpoint is written for the shell.',
    minutes: 4,
    revision: '2025-11-25',
  },
  'dangerous-scheme': {
    id: 'dangerous-scheme',
    kind: 'attack',
    title: 'A URL that is a script',
    summary:
      'A redirect URI, or an endpoint, begins with `javascript:`, and whoever goes there runs it.',
    minutes: 4,
    revision: '2025-11-25',
  },
  'ssrf-discovery': {
    id: 'ssrf-discovery',
    kind: 'attack',
    title: 'Sent on an errand inside',
    summary:
      'Discovery goes where the server says, and the server says: to a machine that only the client can reach.',
    minutes: 5,
    revision: '2025-11-25',
    revisions: ['2025-06-18', '2025-11-25', '2026-07-28'],
  },
} as const satisfies Readonly<Record<string, Card>>
