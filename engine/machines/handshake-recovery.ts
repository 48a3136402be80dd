import { input, keep, onwards, progress, spine } from './handshake-setup.ts'

/** Refresh: a new pair of tokens for an old one, without the owner; with the owner when that no longer works. */
export const refresh = spine.createStateConfig({
  description:
    'The access token no longer works; the client asks for a new one without troubling the owner.',
  meta: { ref: 'oauth21-13-4.3' },
  initial: 'refreshing',
  states: {
    refreshing: {
      description: 'It exchanges its refresh token for a new pair.',
      meta: { ref: 'oauth21-13-4.3.1' },
      invoke: {
        src: 'refreshTokens',
        input,
        onDone: [
          onwards('storing'),
          {
            guard: { type: 'askAgain', params: progress },
            target: '#handshake.authorization',
            actions: keep,
          },
        ],
      },
    },
    storing: {
      description: 'It puts the new pair over the old one in the vault.',
      meta: { ref: 'oauth21-13-4.3.2' },
      invoke: { src: 'storeTokens', input, onDone: onwards('#handshake.toolCall') },
    },
  },
})

/** Step-up: back to the owner for more scope, then the same request again. */
export const stepUp = spine.createStateConfig({
  description:
    'The token is good and does not reach far enough; the client asks the owner for more.',
  meta: { ref: 'mcp-2025-11-25-authorization-step-up-authorization-flow' },
  initial: 'waitingForOwner',
  states: {
    waitingForOwner: {
      description: 'It has sent the owner to the browser again, with a wider scope.',
      meta: { ref: 'mcp-2025-11-25-authorization-step-up-authorization-flow' },
      invoke: { src: 'authorize', input, onDone: onwards('redeeming') },
    },
    redeeming: {
      description: 'It exchanges the new code.',
      meta: { ref: 'oauth21-13-4.1.3' },
      invoke: { src: 'redeemCode', input, onDone: onwards('storing') },
    },
    storing: {
      description: 'It puts the new tokens into the vault.',
      meta: { ref: 'mcp-2025-06-18-authorization-token-theft' },
      invoke: { src: 'storeTokens', input, onDone: onwards('#handshake.toolCall') },
    },
  },
})
