import type { Find } from '../../engine/scenario.ts'
import { findCards } from '../exercise-cards/finds.ts'

/** One check anywhere is forgotten. */
export const lookEverywhere = {
  ...findCards['look-everywhere'],
  asks: 'One check is forgotten, and this time it can be anybody’s: Quill’s, Auth’s, Notes’ or the browser’s. Find out whose it is, and which.',
  pool: [
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
      check: 'ua/cookie-prefix-host',
      probes: [
        {
          says: 'A cookie with a `__Host-` name is set for a single path.',
          trials: [
            {
              at: 'sign-in-page',
              kind: 'edit',
              part: 'header.Set-Cookie',
              value: '__Host-session=x; Secure; Path=/sign-in',
            },
          ],
        },
      ],
    },
    {
      check: 'client/state-matches',
      probes: [
        {
          says: 'The answer comes back with another state.',
          trials: [
            {
              at: 'callback-request',
              kind: 'field',
              path: 'query.1.state',
              value: 'af0ifjsldkj',
            },
          ],
        },
      ],
    },
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
      check: 'rs/scope-per-method',
      probes: [
        {
          says: 'With a token for reading, the tool `write_note` is called.',
          trials: [
            { at: 'mcp-request.5', kind: 'field', path: 'json.params.name', value: 'write_note' },
          ],
        },
      ],
    },
  ],
  hints: [
    'Begin at the beginning of the run, and make one thing wrong in each phase.',
    'Every message is looked at by the party that receives it. Change it, and watch that party.',
    'Try six places: the metadata of Notes, the `redirect_uri`, the cookie of the sign-in page, the `state` of the answer, the `code_verifier`, and the tool that is called.',
  ],
  because:
    'Each party looks at what it receives, and at nothing else. So the message that gets through also says whose check is missing.',
  guide: {
    aim: 'Search a whole handshake for a missing check, systematically.',
    say: 'Give ten minutes and no list. Afterwards let two people tell how they went about it.',
    questions: [
      {
        asks: 'How do I know whose check it is, before I know which?',
        answer:
          'The party that received the changed message is the one that did not look. You may name the party first; that is judged too.',
      },
    ],
    wrongTurns: [
      'Some stop at the first message that is refused. A refusal shows a check that is made, so cross it off and go on.',
      'Some blame the sender of the message that they changed. Whoever reads a message has to check it.',
    ],
  },
  refs: ['oauth21-13-4.1.2.1', 'rfc9728-3.3'],
} as const satisfies Find
