import { elsewhere, input, keep, onwards, progress, spine } from './handshake-setup.ts'

/** Discovery: from the first request, which is turned away, to the endpoints of the authorization server. */
export const discovery = spine.createStateConfig({
  description: 'The client finds out who guards the MCP server.',
  meta: { ref: 'mcp-2025-06-18-authorization-authorization-server-location' },
  initial: 'knocking',
  states: {
    knocking: {
      description: 'It asks without a token, and is turned away.',
      meta: { ref: 'mcp-2025-06-18-authorization-error-handling' },
      invoke: {
        src: 'knock',
        input,
        onDone: [
          onwards('locating'),
          {
            guard: { type: 'admitted', params: progress },
            target: '#handshake.toolCall',
            actions: keep,
          },
        ],
      },
    },
    locating: {
      description:
        'It knows where to look next: at what the server says of itself, or at its own origin.',
      meta: { ref: 'mcp-2025-06-18-authorization-authorization-server-location' },
      always: [
        { guard: 'guardedByItself', target: 'readingServerMetadata' },
        { target: 'readingResourceMetadata' },
      ],
    },
    readingResourceMetadata: {
      description: 'It reads which authorization server issues tokens for this resource.',
      meta: { ref: 'rfc9728-3.1' },
      invoke: {
        src: 'fetchResourceMetadata',
        input,
        onDone: [onwards('readingServerMetadata'), elsewhere('readingResourceMetadata')],
      },
    },
    readingServerMetadata: {
      description:
        'It reads where that authorization server has its endpoints, and what they can do.',
      meta: { ref: 'rfc8414-3.1' },
      invoke: {
        src: 'fetchServerMetadata',
        input,
        onDone: [
          {
            guard: { type: 'assumed', params: progress },
            target: 'assumingEndpoints',
            actions: keep,
          },
          onwards('#handshake.registration'),
          elsewhere('readingServerMetadata'),
        ],
      },
    },
    assumingEndpoints: {
      description:
        'There is no metadata, so it takes the endpoints to be where they are by default.',
      meta: {
        ref: 'mcp-2025-03-26-authorization-fallbacks-for-servers-without-metadata-discovery',
      },
      always: '#handshake.registration',
    },
  },
})
