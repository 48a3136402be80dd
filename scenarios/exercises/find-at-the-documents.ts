import type { Find } from '../../engine/scenario.ts'
import { findCards } from '../exercise-cards/finds.ts'

/** One check of the client on what it discovers is forgotten. */
export const lookAtTheDocuments = {
  ...findCards['look-at-the-documents'],
  asks: 'Quill learns everything from what others tell it, and forgets one check on that. Change what it is told on its way, and find out what it believes.',
  pool: [
    {
      check: 'client/no-private-addresses',
      probes: [
        {
          says: 'Notes sends Quill to an address inside Quill’s own network.',
          trials: [
            {
              at: 'mcp-challenge',
              kind: 'field',
              path: 'header.0.WWW-Authenticate.0.resource_metadata',
              value: 'https://10.0.0.5/restart',
            },
          ],
        },
      ],
    },
    {
      check: 'client/resource-matches',
      probes: [
        {
          says: 'The metadata of Notes describes another server.',
          trials: [
            {
              at: 'resource-metadata',
              kind: 'field',
              path: 'json.resource',
              value: 'https://evil.example/mcp',
            },
          ],
        },
      ],
    },
    {
      check: 'client/metadata-issuer-matches',
      probes: [
        {
          says: 'The metadata of Auth claims to be somebody else’s.',
          trials: [
            {
              at: 'server-metadata',
              kind: 'field',
              path: 'json.issuer',
              value: 'https://evil.example',
            },
          ],
        },
      ],
    },
    {
      check: 'client/endpoint-scheme-allowed',
      probes: [
        {
          says: 'The token endpoint is served over plain http.',
          trials: [
            {
              at: 'server-metadata',
              kind: 'field',
              path: 'json.token_endpoint',
              value: 'http://auth.example/token',
            },
          ],
        },
      ],
    },
    {
      check: 'client/pkce-supported',
      probes: [
        {
          says: 'The metadata of Auth does not say that it knows PKCE.',
          trials: [
            {
              at: 'server-metadata',
              kind: 'remove',
              path: 'json.code_challenge_methods_supported',
            },
          ],
        },
      ],
    },
  ],
  hints: [
    'Three messages tell Quill where to go: one challenge and two documents.',
    'Make each of them lie in one respect: about its own name, about an address, about what is offered.',
    'Try a private address in the challenge, another `resource`, another `issuer`, an http `token_endpoint`, and no `code_challenge_methods_supported`.',
  ],
  because:
    'A document says of itself whose it is. Only whoever fetched it knows where it came from, so the comparison is the client’s.',
  guide: {
    aim: 'Name what a client compares in the documents that it is handed.',
    say: 'Ask whom Quill trusts at this point. It has spoken to two servers and knows neither.',
    questions: [
      {
        asks: 'Why should a server lie about its own name?',
        answer:
          'A hostile one gains by it: it can have a token made for somebody else, and be shown it.',
      },
    ],
    wrongTurns: [
      'Some look at what happens much later in the run. Look at the very next message: does Quill go on, or does it stop?',
    ],
  },
  refs: ['rfc9728-3.3', 'rfc8414-3.3'],
} as const satisfies Find
