import type { Find } from '../../engine/scenario.ts'
import { findCards } from '../exercise-cards/finds.ts'

/** One check of the authorization server on an authorization request is forgotten. */
export const lookAtTheRequest = {
  ...findCards['look-at-the-request'],
  asks: 'Auth forgets one check on the request that the browser brings. Find out which, by changing that request on its way.',
  pool: [
    {
      check: 'as/redirect-uri-exact',
      probes: [
        {
          says: 'The answer is to go to an address that Quill never registered.',
          trials: [
            {
              at: 'authorization-request',
              kind: 'field',
              path: 'query.2.redirect_uri',
              value: 'https://evil.example/callback',
            },
          ],
        },
      ],
    },
    {
      check: 'as/pkce-required',
      probes: [
        {
          says: 'The code challenge is taken out of the request.',
          trials: [{ at: 'authorization-request', kind: 'remove', path: 'query.5.code_challenge' }],
        },
      ],
    },
    {
      check: 'as/pkce-s256-only',
      probes: [
        {
          says: 'The request says that its challenge is `plain`.',
          trials: [
            {
              at: 'authorization-request',
              kind: 'field',
              path: 'query.6.code_challenge_method',
              value: 'plain',
            },
          ],
        },
      ],
    },
    {
      check: 'as/resource-known',
      probes: [
        {
          says: 'The request names a server for which Auth has no tokens.',
          trials: [
            {
              at: 'authorization-request',
              kind: 'field',
              path: 'query.7.resource',
              value: 'https://evil.example/mcp',
            },
          ],
        },
      ],
    },
    {
      check: 'as/scope-known',
      probes: [
        {
          says: 'The request asks for a scope that does not exist.',
          trials: [
            {
              at: 'authorization-request',
              kind: 'field',
              path: 'query.3.scope',
              value: 'notes:read admin',
            },
          ],
        },
      ],
    },
    {
      check: 'as/response-type-code',
      probes: [
        {
          says: 'The request asks for a token where a code belongs.',
          trials: [
            {
              at: 'authorization-request',
              kind: 'field',
              path: 'query.0.response_type',
              value: 'token',
            },
          ],
        },
      ],
    },
  ],
  hints: [
    'All of it is about one message, and most of its parameters have a check of their own.',
    'Open the authorization request and go through its parameters from left to right.',
    'Change `redirect_uri`, `code_challenge_method`, `resource`, `scope` and `response_type` in turn, and take `code_challenge` away. One of these changes gets through.',
  ],
  because:
    'Each parameter of this request is compared by a check of its own, before Sam sees a page. What is not compared goes through as it came.',
  guide: {
    aim: 'Name the checks on an authorization request, and what each compares.',
    say: 'Put the list of parameters on the board, and the list of suspects beside it. Draw the lines together, then let everybody try.',
    questions: [
      {
        asks: 'Why does Auth sometimes show a page, and sometimes send the browser back?',
        answer:
          'Where it does not know the client or the address, it sends the browser nowhere. Other errors go back to the client, for then it is known whose they are.',
      },
    ],
    wrongTurns: [
      'Some change two parameters at once. The first check that breaks ends it, and nothing is learned about the second.',
    ],
  },
  refs: ['oauth21-13-4.1.2.1'],
} as const satisfies Find
