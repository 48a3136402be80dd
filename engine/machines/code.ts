import { setup } from 'xstate'

/**
 * The life of one authorization code.
 * @see [OAuth 2.1 draft-13 §4.1.2 - Authorization Response](https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1-13#section-4.1.2)
 */
export const code = setup({
  types: {
    events: {} as
      { type: 'code.redeemed' } | { type: 'code.presented-again' } | { type: 'code.expired' },
  },
}).createMachine({
  id: 'code',
  initial: 'issued',
  states: {
    issued: {
      description: 'Nobody has used it yet.',
      meta: { ref: 'oauth21-13-4.1.2' },
      on: { 'code.redeemed': 'redeemed', 'code.expired': 'expired' },
    },
    redeemed: {
      description: 'It was exchanged for tokens, once.',
      meta: { ref: 'oauth21-13-4.1.3' },
      on: { 'code.presented-again': 'replayed' },
    },
    replayed: {
      type: 'final',
      description: 'It came a second time: the tokens it gave are taken back.',
      meta: { ref: 'oauth21-13-7.5.3' },
    },
    expired: {
      type: 'final',
      description: 'It came too late.',
      meta: { ref: 'oauth21-13-4.1.2' },
    },
  },
})
