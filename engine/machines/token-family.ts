import { setup } from 'xstate'

/**
 * The life of one refresh-token family: every refresh token that descends from one authorization.
 * @see [RFC 9700 §4.14.2 - Recommendations](https://www.rfc-editor.org/rfc/rfc9700.html#section-4.14.2)
 */
export const tokenFamily = setup({
  types: {
    events: {} as
      | { type: 'token.rotated' }
      | { type: 'token.reused' }
      | { type: 'code.replayed' }
      | { type: 'grant.withdrawn' },
  },
}).createMachine({
  id: 'tokenFamily',
  initial: 'fresh',
  on: {
    'token.reused': '.revoked',
    'code.replayed': '.revoked',
    'grant.withdrawn': '.revoked',
  },
  states: {
    fresh: {
      description: 'The first refresh token is the living one.',
      meta: { ref: 'oauth21-13-4.3' },
      on: { 'token.rotated': 'rotated' },
    },
    rotated: {
      description: 'A newer refresh token took over; the ones before it are dead.',
      meta: { ref: 'oauth21-13-4.3.1' },
      on: { 'token.rotated': 'rotated' },
    },
    revoked: {
      type: 'final',
      description:
        'The whole family is withdrawn: something dead was used again, or the client or the owner took it back.',
      meta: { ref: 'rfc9700-4.14.2' },
    },
  },
})
