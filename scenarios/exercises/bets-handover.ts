import type { Bet } from '../../engine/scenario.ts'
import { betCards } from '../exercise-cards/bets.ts'

/** Which check keeps a secret with the one who gave it. */
export const yesterdaysSecret = {
  ...betCards['yesterdays-secret'],
  predicts: 'decides',
  after: { at: 'vault-read' },
  forget: [],
  asks: 'Sam uses a server with tools. It is Mallory’s, and it has always named Auth as its authorization server; so Auth gave Quill a client secret, a password of the program itself. Over night the server has named another one: Mallory’s own. Quill looks what it has kept, and makes every check. Which one keeps the secret where it is?',
  options: [
    {
      id: 'client/metadata-issuer-matches',
      says: 'Quill compares the name in the metadata with the name it asked for.',
    },
    { id: 'client/resource-matches', says: 'Quill compares the name of the MCP server.' },
    {
      id: 'client/credentials-of-this-issuer',
      says: 'Quill compares who gave the secret with who would get it.',
    },
    { id: 'client/state-matches', says: 'Quill compares the `state` that comes back.' },
    { id: 'client/endpoint-scheme-allowed', says: 'Quill looks whether the address is https.' },
  ],
  hints: [
    'Mallory’s new authorization server says truly who it is. Checks of what it says all pass.',
    'The MCP server is the same as yesterday. What is not?',
    'With the secret the name of its giver was kept.',
  ],
  because:
    'A secret is shared by a client and the one authorization server that gave it. Quill keeps the two together, and sees that the one it would now go to is another.',
  guide: {
    aim: 'Say to whom a client’s secret belongs, and what a client keeps beside it.',
    say: 'Ask who has an API key in an environment variable, and which address it is sent to. Then ask who could change that address.',
    questions: [
      {
        asks: 'May a server change its authorization server at all?',
        answer:
          'Yes, and a client learns of it from the metadata. It then needs a new registration; the old secret stays with the old issuer [rfc6749-2.2].',
      },
    ],
    wrongTurns: [
      'People trust valid metadata. Mallory’s are valid: they say that he is Mallory.',
      'Some name https. The secret would arrive encrypted, at the wrong address.',
    ],
  },
  refs: ['rfc6749-2.2', 'mcp-2026-07-28-client-registration-authorization-server-binding'],
} as const satisfies Bet

/** What notices that a complete and correct request is a copy. */
export const lineFromTheLog = {
  ...betCards['line-from-the-log'],
  predicts: 'decides',
  after: { at: 'mcp-response', nth: 4 },
  forget: [],
  asks: 'Quill got its tokens for a code, the receipt of Sam’s consent. A proxy in front of Auth wrote that request into a log, and Mallory reads the log. A minute has not passed. He sends the same request once more, and everybody makes every check. Which one turns him away?',
  options: [
    {
      id: 'as/verifier-matches',
      says: 'Auth compares the secret of PKCE with the hash that came first.',
    },
    { id: 'as/code-fresh', says: 'Auth looks how old the code is.' },
    { id: 'as/code-same-client', says: 'Auth compares the client with the one that asked.' },
    { id: 'as/code-unused', says: 'Auth looks whether the code was used before.' },
    { id: 'as/code-same-redirect-uri', says: 'Auth compares the address that the code went to.' },
  ],
  hints: [
    'Compare the two requests, value by value.',
    'There is nothing wrong in the second one.',
    'It differs in one thing: it is the second.',
  ],
  because:
    'A copy has all that its original had, the secret of PKCE too. Only who remembers the first can tell that it comes again, and then takes back what the first one got.',
  guide: {
    aim: 'Say why a code has to work once, although PKCE protects it.',
    say: 'Ask whose own logs hold whole requests. Then ask which of these values anybody could use.',
    questions: [
      {
        asks: 'Why does Auth take the tokens of Quill back as well?',
        answer:
          'Two have shown the same code, and Auth cannot know which of them is honest [oauth21-13-4.1.3].',
      },
    ],
    wrongTurns: [
      'Most name PKCE. Its secret travels in this very request, beside the code, and so it is in the log.',
    ],
  },
  refs: ['oauth21-13-4.1.3', 'oauth21-13-7.5.3'],
} as const satisfies Bet
