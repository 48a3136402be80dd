import { input, keep, onwards, progress, spine } from './handshake-setup.ts'

/**
 * The spine: the six phases of one handshake between an MCP client and a protected MCP server, as the client sees them.
 * @see [MCP 2025-06-18 Authorization - Authorization Flow Steps](https://modelcontextprotocol.io/specification/2025-06-18/basic/authorization#authorization-flow-steps)
 */
export const handshake = spine.createMachine({
  id: 'handshake',
  initial: 'discovery',
  context: ({ input }) => input,
  on: {
    'xstate.done.actor.*': { target: '.refused', actions: keep },
    'xstate.error.actor.*': '.broken',
  },
  states: {
    discovery: {
      description: 'The client finds out who guards the MCP server.',
      meta: { ref: 'mcp-2025-06-18-authorization-authorization-server-location' },
      initial: 'knocking',
      states: {
        knocking: {
          description: 'It asks without a token and is turned away with a challenge.',
          meta: { ref: 'rfc9728-5.1' },
          invoke: { src: 'knock', input, onDone: onwards('readingResourceMetadata') },
        },
        readingResourceMetadata: {
          description: 'It reads which authorization server issues tokens for this resource.',
          meta: { ref: 'rfc9728-3.1' },
          invoke: { src: 'fetchResourceMetadata', input, onDone: onwards('readingServerMetadata') },
        },
        readingServerMetadata: {
          description:
            'It reads where that authorization server has its endpoints, and what they can do.',
          meta: { ref: 'rfc8414-3.1' },
          invoke: { src: 'fetchServerMetadata', input, onDone: onwards('#handshake.registration') },
        },
      },
    },
    registration: {
      description: 'The client gets an id at the authorization server.',
      meta: { ref: 'mcp-2025-06-18-authorization-dynamic-client-registration' },
      initial: 'lookingUp',
      states: {
        lookingUp: {
          description: 'It looks in its vault for a registration with this issuer.',
          meta: { ref: 'mcp-2025-06-18-authorization-dynamic-client-registration' },
          invoke: { src: 'lookUpRegistration', input, onDone: onwards('deciding') },
        },
        deciding: {
          description: 'With one in hand, nothing needs to be registered.',
          meta: { ref: 'mcp-2025-06-18-authorization-dynamic-client-registration' },
          always: [{ guard: 'registered', target: 'skipped' }, { target: 'registering' }],
        },
        registering: {
          description: 'It registers itself and keeps the answer.',
          meta: { ref: 'rfc7591-3.1' },
          invoke: { src: 'register', input, onDone: onwards('#handshake.authorization') },
        },
        skipped: {
          description: 'It is registered already.',
          meta: { ref: 'mcp-2025-06-18-authorization-dynamic-client-registration' },
          always: '#handshake.authorization',
        },
      },
    },
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
    toolCall: {
      description: 'The client speaks MCP, with the token in every request.',
      meta: { ref: 'mcp-2025-06-18-authorization-token-requirements' },
      initial: 'initializing',
      on: {
        'xstate.done.actor.*': {
          guard: { type: 'unauthorized', params: progress },
          target: '#handshake.refresh',
          actions: keep,
        },
      },
      states: {
        initializing: {
          description: 'It opens a session.',
          meta: { ref: 'mcp-2025-06-18-lifecycle-initialization' },
          invoke: { src: 'initialize', input, onDone: onwards('announcing') },
        },
        announcing: {
          description: 'It says that it is ready.',
          meta: { ref: 'mcp-2025-06-18-lifecycle-initialization' },
          invoke: { src: 'announceReady', input, onDone: onwards('listing') },
        },
        listing: {
          description: 'It asks which tools there are.',
          meta: { ref: 'mcp-2025-06-18-tools-listing-tools' },
          invoke: { src: 'listTools', input, onDone: onwards('choosing') },
        },
        choosing: {
          description: 'It looks what the owner wants next.',
          meta: { ref: 'mcp-2025-06-18-tools-calling-tools' },
          always: [{ guard: 'nothingLeft', target: '#handshake.completed' }, { target: 'calling' }],
        },
        calling: {
          description: 'It calls a tool, or lets time pass.',
          meta: { ref: 'mcp-2025-06-18-tools-calling-tools' },
          invoke: { src: 'runErrand', input, onDone: onwards('choosing') },
        },
      },
    },
    refresh: {
      description:
        'The access token no longer works; the client asks for a new one without troubling the owner.',
      meta: { ref: 'oauth21-13-4.3' },
      initial: 'refreshing',
      states: {
        refreshing: {
          description: 'It exchanges its refresh token for a new pair.',
          meta: { ref: 'oauth21-13-4.3.1' },
          invoke: { src: 'refreshTokens', input, onDone: onwards('storing') },
        },
        storing: {
          description: 'It puts the new pair over the old one in the vault.',
          meta: { ref: 'oauth21-13-4.3.2' },
          invoke: { src: 'storeTokens', input, onDone: onwards('resuming') },
        },
        resuming: {
          description: 'It goes back to where it was turned away.',
          meta: { ref: 'mcp-2025-06-18-lifecycle-initialization' },
          always: [
            { guard: 'withoutSession', target: 'reopening' },
            { guard: 'unannounced', target: 'reannouncing' },
            { guard: 'unlisted', target: 'relisting' },
            { target: 'repeating' },
          ],
        },
        reopening: {
          description: 'It opens the session that the old token could not open.',
          meta: { ref: 'mcp-2025-06-18-lifecycle-initialization' },
          invoke: { src: 'initialize', input, onDone: onwards('#handshake.toolCall.announcing') },
        },
        reannouncing: {
          description:
            'It says again that it is ready: the session is not open before that was heard.',
          meta: { ref: 'mcp-2025-06-18-lifecycle-initialization' },
          invoke: { src: 'announceReady', input, onDone: onwards('#handshake.toolCall.listing') },
        },
        relisting: {
          description: 'It asks again which tools there are.',
          meta: { ref: 'mcp-2025-06-18-tools-listing-tools' },
          invoke: { src: 'listTools', input, onDone: onwards('#handshake.toolCall.choosing') },
        },
        repeating: {
          description: 'It makes the call again that was turned away.',
          meta: { ref: 'rfc6750-3.1' },
          invoke: { src: 'runErrand', input, onDone: onwards('#handshake.toolCall.choosing') },
        },
      },
    },
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
