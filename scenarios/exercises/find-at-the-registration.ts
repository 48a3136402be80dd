import type { Find } from '../../engine/scenario.ts'
import { findCards } from '../exercise-cards/finds.ts'

/** One check of the authorization server on a registration is forgotten. */
export const lookAtTheRegistration = {
  ...findCards['look-at-the-registration'],
  asks: 'Anybody may register a client at Auth, but not with anything. Here Auth forgets one check on what a client says about itself. Find it.',
  pool: [
    {
      check: 'as/redirect-uris-registered',
      probes: [
        {
          says: 'The client registers no address to come back to.',
          trials: [
            { at: 'registration-request', kind: 'field', path: 'json.redirect_uris', value: '[]' },
          ],
        },
      ],
    },
    {
      check: 'as/redirect-scheme-allowed',
      probes: [
        {
          says: 'The client wants its answers over plain http, on a host that others can listen to.',
          trials: [
            {
              at: 'registration-request',
              kind: 'field',
              path: 'json.redirect_uris',
              value: '["http://quill.example/callback"]',
            },
          ],
        },
      ],
    },
    {
      check: 'as/redirect-no-fragment',
      probes: [
        {
          says: 'The client registers an address with a fragment.',
          trials: [
            {
              at: 'registration-request',
              kind: 'field',
              path: 'json.redirect_uris',
              value: '["http://127.0.0.1/callback#here"]',
            },
          ],
        },
      ],
    },
    {
      check: 'as/grant-types-supported',
      probes: [
        {
          says: 'The client wants to send the owner’s password instead of a code.',
          trials: [
            {
              at: 'registration-request',
              kind: 'field',
              path: 'json.grant_types',
              value: '["password"]',
            },
          ],
        },
      ],
    },
    {
      check: 'as/auth-method-supported',
      probes: [
        {
          says: 'The client wants to prove itself in a way that Auth does not offer.',
          trials: [
            {
              at: 'registration-request',
              kind: 'field',
              path: 'json.token_endpoint_auth_method',
              value: 'private_key_jwt',
            },
          ],
        },
      ],
    },
  ],
  hints: [
    'A registration is one JSON document. Three of its members matter here.',
    'Look at `redirect_uris`, `grant_types` and `token_endpoint_auth_method`. There is more than one way in which an address can be wrong.',
    'For `redirect_uris` try an empty list, a plain http address on a foreign host, and one with a fragment. Then try a grant and a method that Auth does not offer.',
  ],
  because:
    'Registration is open, so what is registered is all the more to be looked at: later requests are compared with it.',
  guide: {
    aim: 'Say what a server has to look at when anybody may register.',
    say: 'Ask first what a stranger could want to register. Then see which of it Auth takes.',
    questions: [
      {
        asks: 'Quill stops although Auth took the change. Why?',
        answer:
          'It reads what was registered, and it is not what it needs. That is a check of its own, and it comes after the one that you are looking for.',
      },
    ],
    wrongTurns: [
      'Some change the name of the client. Any name will do; that is why a name proves nothing.',
    ],
  },
  refs: ['mcp-2026-07-28-client-registration-dynamic-client-registration'],
} as const satisfies Find
