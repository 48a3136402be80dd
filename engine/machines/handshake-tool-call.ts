import { input, keep, onwards, progress, spine } from './handshake-setup.ts'

/** The tool call: MCP itself, with the credential in every request. */
export const toolCall = spine.createStateConfig({
  description: 'The client speaks MCP, with the token in every request.',
  meta: { ref: 'mcp-2025-06-18-authorization-token-requirements' },
  initial: 'resuming',
  on: {
    'xstate.done.actor.*': [
      {
        guard: { type: 'unknownThere', params: progress },
        target: '#handshake.discovery.locating',
        actions: keep,
      },
      {
        guard: { type: 'staleThere', params: progress },
        target: '#handshake.refresh',
        actions: keep,
      },
      {
        guard: { type: 'lost', params: progress },
        target: '.resuming',
        actions: keep,
      },
      {
        guard: { type: 'forbidden', params: progress },
        target: '#handshake.stepUp',
        actions: keep,
      },
    ],
  },
  states: {
    resuming: {
      description: 'It begins, or goes on where it was turned away.',
      meta: { ref: 'mcp-2025-06-18-authorization-token-requirements' },
      always: [
        { guard: 'notRunning', target: 'launching' },
        { guard: 'withoutSession', target: 'initializing' },
        { guard: 'unannounced', target: 'announcing' },
        { guard: 'unlisted', target: 'listing' },
        { target: 'choosing' },
      ],
    },
    launching: {
      description: 'It starts the server as a program on this machine.',
      meta: { ref: 'mcp-2025-06-18-transports-stdio' },
      invoke: { src: 'launch', input, onDone: onwards('resuming') },
    },
    initializing: {
      description: 'It opens a session.',
      meta: { ref: 'mcp-2025-06-18-lifecycle-initialization' },
      invoke: { src: 'initialize', input, onDone: onwards('announcing') },
    },
    announcing: {
      description: 'It says that it is ready.',
      meta: { ref: 'mcp-2025-06-18-lifecycle-initialization' },
      invoke: { src: 'announceReady', input, onDone: onwards('resuming') },
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
      description: 'It calls a tool, lets time pass, or gives a token back.',
      meta: { ref: 'mcp-2025-06-18-tools-calling-tools' },
      invoke: { src: 'runErrand', input, onDone: onwards('choosing') },
    },
  },
})
