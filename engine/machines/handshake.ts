import { discovery } from './handshake-discovery.ts'
import { refresh, stepUp } from './handshake-recovery.ts'
import { registration } from './handshake-registration.ts'
import { input, keep, onwards, spine } from './handshake-setup.ts'
import { toolCall } from './handshake-tool-call.ts'

/**
 * The spine: the phases of one handshake between an MCP client and a protected MCP server, as the client sees them. One
 * chart for every revision of MCP; where they differ a guard asks the list of differences.
 * @see [MCP 2025-06-18 Authorization - Authorization Flow Steps](https://modelcontextprotocol.io/specification/2025-06-18/basic/authorization#authorization-flow-steps)
 */
export const handshake = spine.createMachine({
  id: 'handshake',
  initial: 'settingOut',
  context: ({ input }) => input,
  on: {
    'xstate.done.actor.*': { target: '.refused', actions: keep },
    'xstate.error.actor.*': '.broken',
  },
  states: {
    settingOut: {
      description:
        'The client looks how it reaches the server: over HTTP, or as a program it starts.',
      meta: { ref: 'mcp-2025-06-18-authorization-protocol-requirements' },
      always: [{ guard: 'local', target: 'toolCall' }, { target: 'discovery' }],
    },
    discovery,
    registration,
    authorization: {
      description: 'The owner signs in and agrees in a browser; the client gets a code.',
      meta: { ref: 'oauth21-13-4.1' },
      initial: 'waitingForOwner',
      states: {
        waitingForOwner: {
          description: 'It has sent the owner to the system browser and listens at its callback.',
          meta: { ref: 'rfc8252-7.3' },
          invoke: { src: 'authorize', input, onDone: onwards('#handshake.tokenExchange') },
        },
      },
    },
    tokenExchange: {
      description:
        'The client exchanges the code, and the verifier that only it knows, for tokens.',
      meta: { ref: 'oauth21-13-4.1.3' },
      initial: 'redeeming',
      states: {
        redeeming: {
          description: 'It sends the code with the verifier and the resource.',
          meta: { ref: 'oauth21-13-4.1.3' },
          invoke: { src: 'redeemCode', input, onDone: onwards('storing') },
        },
        storing: {
          description: 'It puts the tokens into the vault.',
          meta: { ref: 'mcp-2025-06-18-authorization-token-theft' },
          invoke: { src: 'storeTokens', input, onDone: onwards('#handshake.toolCall') },
        },
      },
    },
    toolCall,
    refresh,
    stepUp,
    completed: {
      type: 'final',
      description: 'The owner has what they asked for.',
      meta: { ref: 'mcp-2025-06-18-authorization-authorization-flow-steps' },
    },
    refused: {
      type: 'final',
      description: 'A party refused, or no answer came, and the client stopped as it should.',
      meta: { ref: 'mcp-2025-06-18-authorization-error-handling' },
    },
    broken: {
      type: 'final',
      description: 'The lab itself failed. This is a defect of the lab.',
      meta: { ref: 'mcp-2025-06-18-authorization-error-handling' },
    },
  },
})
