import type { Find } from '../../engine/scenario.ts'
import { findCards } from '../exercise-cards/finds.ts'

/** One check of the authorization server on what comes after the first token is forgotten. */
export const lookAtTheRenewal = {
  ...findCards['look-at-the-renewal'],
  asks: 'Quill renews its token, and gives it back at the end. Auth forgets one check on what it is asked for there. Find it.',
  pool: [
    {
      check: 'as/refresh-reuse-revokes-family',
      probes: [
        {
          says: 'The same refresh token is shown twice.',
          trials: [{ at: 'refresh-request', kind: 'duplicate' }],
        },
      ],
    },
    {
      check: 'as/refresh-fresh',
      probes: [
        {
          says: 'The refresh token lies unused for more than a month.',
          trials: [{ at: 'refresh-request', kind: 'delay', seconds: 2_678_400 }],
        },
      ],
    },
    {
      check: 'as/refresh-resource-granted',
      probes: [
        {
          says: 'The new token is asked for another server than the one Sam agreed to.',
          trials: [
            {
              at: 'refresh-request',
              kind: 'field',
              path: 'form.2.resource',
              value: 'https://tools.mallory.example/mcp',
            },
          ],
        },
      ],
    },
    {
      check: 'as/revocation-names-token',
      probes: [
        {
          says: 'The request to withdraw a token does not say which.',
          trials: [{ at: 'revocation-request', kind: 'remove', path: 'form.0.token' }],
        },
      ],
    },
  ],
  hints: [
    'A refresh token has an age, a purpose and a number of times that it may be used.',
    'Two messages are worth changing: the one that renews, and the one that gives back.',
    'Send the refresh twice, hold it for a month, name another `resource`, and leave the `token` out of the last request.',
  ],
  because:
    'A refresh token lives long, so what is compared when it is used matters long. Auth is the only one that can compare it.',
  guide: {
    aim: 'Name what a server looks at when a token is renewed, and why once is not enough.',
    say: 'Ask what differs between a code and a refresh token. Both are exchanged, but only one of them is exchanged again.',
    questions: [
      {
        asks: 'When I send it twice, Quill is asked to sign in again later. Is that the forgotten check?',
        answer:
          'The opposite: Auth has noticed the second use and withdrawn the family. Where that check is forgotten, nobody is asked anything.',
      },
    ],
    wrongTurns: [
      'Some wait for an hour and expect a refusal. A refresh token may rest much longer; try a month.',
    ],
  },
  refs: ['oauth21-13-4.3.1', 'rfc7009-2.1'],
} as const satisfies Find
