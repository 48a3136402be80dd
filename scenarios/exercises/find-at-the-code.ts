import type { Find } from '../../engine/scenario.ts'
import { findCards } from '../exercise-cards/finds.ts'

/** One check of the authorization server on a code is forgotten. */
export const lookAtTheCode = {
  ...findCards['look-at-the-code'],
  asks: 'Quill brings its code to Auth, and Auth forgets one of the things that it should compare. Change the token request on its way, and find out what is not compared.',
  pool: [
    {
      check: 'as/verifier-matches',
      probes: [
        {
          says: 'The verifier is replaced by another one.',
          trials: [
            {
              at: 'token-request',
              kind: 'field',
              path: 'form.2.code_verifier',
              value: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
            },
          ],
        },
      ],
    },
    {
      check: 'as/verifier-needs-challenge',
      probes: [
        {
          says: 'The verifier is left out.',
          trials: [{ at: 'token-request', kind: 'remove', path: 'form.2.code_verifier' }],
        },
      ],
    },
    {
      check: 'as/code-fresh',
      probes: [
        {
          says: 'The code is held back for two minutes.',
          trials: [{ at: 'token-request', kind: 'delay', seconds: 120 }],
        },
      ],
    },
    {
      check: 'as/code-unused',
      probes: [
        {
          says: 'The same token request arrives twice.',
          trials: [{ at: 'token-request', kind: 'duplicate' }],
        },
      ],
    },
    {
      check: 'as/token-resource-granted',
      probes: [
        {
          says: 'The token is asked for another server than the one Sam agreed to.',
          trials: [
            {
              at: 'token-request',
              kind: 'field',
              path: 'form.3.resource',
              value: 'https://tools.mallory.example/mcp',
            },
          ],
        },
      ],
    },
  ],
  hints: [
    'A code has an owner, an age, a purpose, and a number of times that it may be used.',
    'Not every change is a change of the text. A message can also come late, or come again.',
    'Try another `code_verifier`, none at all, a delay of two minutes, the message twice, and another `resource`.',
  ],
  because:
    'What a code is good for is written down nowhere but in the memory of Auth. Each of these comparisons is one line there, and one of them was missing.',
  guide: {
    aim: 'Name what a token endpoint compares before it gives out a token.',
    say: 'Ask what somebody could do with a code who has read it on its way. Every answer is a change to try.',
    questions: [
      {
        asks: 'How do I see whether the second copy was accepted?',
        answer: 'Both copies stand in the log. Look at what Auth found on the second one.',
      },
      {
        asks: 'Why are there two checks about the verifier?',
        answer:
          'One compares it, the other asks whether there has to be one. A wrong verifier and a missing one are two different requests.',
      },
    ],
    wrongTurns: [
      'Some leave the verifier out and conclude that nobody compares it. Whether one has to come is the other check.',
    ],
  },
  refs: ['oauth21-13-4.1.3', 'rfc7636-4.6'],
} as const satisfies Find
