import type { Find } from '../../engine/scenario.ts'
import { findCards } from '../exercise-cards/finds.ts'

/** One check of the client on the answer through the browser is forgotten. */
export const lookAtTheAnswer = {
  ...findCards['look-at-the-answer'],
  revision: '2026-07-28',
  asks: 'The browser brings Quill an answer with a code, and Quill forgets one check before it goes on. Change what comes back, and find out which.',
  pool: [
    {
      check: 'client/state-matches',
      probes: [
        {
          says: 'The answer comes back with another state.',
          trials: [
            { at: 'callback-request', kind: 'field', path: 'query.1.state', value: 'af0ifjsldkj' },
          ],
        },
      ],
    },
    {
      check: 'client/iss-matches',
      probes: [
        {
          says: 'The answer names another authorization server.',
          trials: [
            {
              at: 'callback-request',
              kind: 'field',
              path: 'query.2.iss',
              value: 'https://evil.example',
            },
          ],
        },
      ],
    },
    {
      check: 'client/iss-when-promised',
      probes: [
        {
          says: 'The name of the server is taken out of the answer.',
          trials: [{ at: 'callback-request', kind: 'remove', path: 'query.2.iss' }],
        },
      ],
    },
    {
      check: 'client/token-type-bearer',
      probes: [
        {
          says: 'The token comes as one of another type.',
          trials: [{ at: 'token-response', kind: 'field', path: 'json.token_type', value: 'mac' }],
        },
      ],
    },
  ],
  hints: [
    'Two answers come to Quill: one through the browser, one straight from Auth.',
    'A name can be another one, or be missing. And a token can be of a kind that Quill does not know.',
    'Try another `state`, an `iss` of somebody else, none at all, and another `token_type`.',
  ],
  because:
    'Anybody can have a browser call Quill. What makes an answer Quill’s own is compared by Quill alone, and one of these comparisons was missing.',
  guide: {
    aim: 'Tell apart what the state says of an answer, and what the issuer says.',
    say: 'Ask how Quill could tell that an answer is for it, and how that it is from Auth. Those are two questions.',
    questions: [
      {
        asks: 'I took the name out, and Quill stopped. Must every answer have one?',
        answer:
          'No. But the metadata of Auth promises it, and a promised name that is missing was taken out by somebody, or never was in it.',
      },
    ],
    wrongTurns: ['Some change the code. That is refused by Auth, and says nothing about Quill.'],
  },
  refs: ['rfc9207-2.4', 'mcp-2026-07-28-authorization-authorization-response-validation'],
} as const satisfies Find
