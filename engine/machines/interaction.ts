import { setup } from 'xstate'

/**
 * One authorization request at the authorization server, from its arrival to the code or the refusal.
 * @see [OAuth 2.1 draft-13 §4.1 - Authorization Code Grant](https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1-13#section-4.1)
 */
export const interaction = setup({
  types: {
    events: {} as
      | { type: 'owner.signed-in' }
      | { type: 'owner.not-recognised' }
      | { type: 'owner.allowed' }
      | { type: 'owner.denied' }
      | { type: 'code.issued' },
  },
}).createMachine({
  id: 'interaction',
  initial: 'received',
  states: {
    received: {
      description: 'The request passed its checks; nobody is signed in yet.',
      meta: { ref: 'oauth21-13-3.1' },
      on: {
        'owner.signed-in': 'signedIn',
        'owner.not-recognised': 'received',
        'owner.allowed': 'upstream',
        'owner.denied': 'denied',
      },
    },
    upstream: {
      description:
        'The owner agreed at a proxy, which has sent them on and waits to hear upstream who they are.',
      meta: { ref: 'mcp-2025-03-26-authorization-flow-description' },
      on: { 'owner.signed-in': 'consented', 'owner.denied': 'denied' },
    },
    signedIn: {
      description: 'The server knows who the owner is and asks for their consent.',
      meta: { ref: 'oauth21-13-4.1' },
      on: { 'owner.allowed': 'consented', 'owner.denied': 'denied' },
    },
    consented: {
      description: 'The owner agreed.',
      meta: { ref: 'oauth21-13-4.1' },
      on: { 'code.issued': 'issued' },
    },
    issued: {
      type: 'final',
      description: 'A code is on its way to the client.',
      meta: { ref: 'oauth21-13-4.1.2' },
    },
    denied: {
      type: 'final',
      description: 'The client hears that the owner said no.',
      meta: { ref: 'oauth21-13-4.1.2.1' },
    },
  },
})
