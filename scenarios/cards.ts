import type { Scenario } from '../engine/scenario.ts'

/** What the library says of a scenario before it is opened. */
export interface Card extends Pick<
  Scenario,
  | 'id'
  | 'kind'
  | 'title'
  | 'summary'
  | 'minutes'
  | 'revision'
  | 'revisions'
  | 'registration'
  | 'transport'
> {
  /** The lesson that it presupposes; left out: none. */
  readonly after?: 'first-contact'
}

/** The card of every lesson, in the order of the library. */
export const cards = {
  'first-contact': {
    id: 'first-contact',
    kind: 'lesson',
    title: 'First contact',
    summary:
      'A program reads a note on a server: with its owner’s consent, and without its owner’s password.',
    minutes: 5,
    revision: '2025-06-18',
  },
  'finding-the-authorization-server': {
    id: 'finding-the-authorization-server',
    kind: 'lesson',
    title: 'Finding the authorization server',
    summary:
      'Nobody tells the client where to sign in, so it searches, and the log keeps every address where it found nothing.',
    minutes: 5,
    after: 'first-contact',
    revision: '2025-11-25',
    // In 2025-06-18 a client knows no other place to look: the same search ends at its first step.
    revisions: ['2025-03-26', '2025-11-25', '2026-07-28'],
  },
  'three-ways-to-get-a-client-id': {
    id: 'three-ways-to-get-a-client-id',
    kind: 'lesson',
    title: 'Three ways to get a client id',
    summary:
      'A program needs a name that the authorization server knows: somebody obtains one, or it publishes one, or it registers itself.',
    minutes: 5,
    after: 'first-contact',
    revision: '2025-11-25',
    // The three stand side by side since 2025-11-25; before that there are no documents that clients publish.
    revisions: ['2025-11-25', '2026-07-28'],
    registration: 'metadata-document',
  },
  pkce: {
    id: 'pkce',
    kind: 'lesson',
    title: 'PKCE: a code that only one can redeem',
    summary:
      'A code travels where others may read it, and two short strings make it worth nothing to them.',
    minutes: 4,
    after: 'first-contact',
    revision: '2025-11-25',
  },
  'whose-token-is-this': {
    id: 'whose-token-is-this',
    kind: 'lesson',
    title: 'Whose token is this?',
    summary:
      'One authorization server, many servers behind it: what keeps a token for one of them from opening the next.',
    minutes: 5,
    after: 'first-contact',
    revision: '2025-11-25',
  },
  'scopes-and-step-up': {
    id: 'scopes-and-step-up',
    kind: 'lesson',
    title: 'Scopes and step-up',
    summary:
      'A client that may only read is turned away when it wants to write, and goes back to ask for just that much more.',
    minutes: 6,
    after: 'first-contact',
    revision: '2026-07-28',
    revisions: ['2025-11-25', '2026-07-28'],
  },
  'refresh-and-rotation': {
    id: 'refresh-and-rotation',
    kind: 'lesson',
    title: 'Refresh and rotation',
    summary:
      'A token that lives for a quarter of an hour is renewed twice without the owner, then given back, and still opens the door.',
    minutes: 6,
    after: 'first-contact',
    revision: '2025-11-25',
  },
  'leaving-api-keys': {
    id: 'leaving-api-keys',
    kind: 'lesson',
    title: 'Leaving API keys',
    summary:
      'A client comes with an API key until the day when keys are worth nothing, is turned away, and finds its way to a token.',
    minutes: 6,
    after: 'first-contact',
    revision: '2025-11-25',
  },
  'when-not-to': {
    id: 'when-not-to',
    kind: 'lesson',
    title: 'When not to',
    summary:
      'The server is a program on the owner’s own machine: no browser, no token, no authorization server, and good reasons for that.',
    minutes: 3,
    revision: '2025-11-25',
    transport: 'stdio',
  },
} as const satisfies Readonly<Record<string, Card>>

/** The id of a lesson. */
export type LessonId = keyof typeof cards
