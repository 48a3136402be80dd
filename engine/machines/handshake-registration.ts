import { input, onwards, spine } from './handshake-setup.ts'

/** Registration: how the client comes by its client_id, in the order in which it tries the ways. */
export const registration = spine.createStateConfig({
  description: 'The client gets an id at the authorization server.',
  meta: { ref: 'mcp-2025-06-18-authorization-dynamic-client-registration' },
  initial: 'lookingUp',
  states: {
    lookingUp: {
      description: 'It looks in its vault for a registration with this issuer.',
      meta: { ref: 'mcp-2026-07-28-client-registration-authorization-server-binding' },
      invoke: { src: 'lookUpRegistration', input, onDone: onwards('deciding') },
    },
    deciding: {
      description:
        'It chooses: registered by hand before its own document, that before an earlier registration, and that before a new one.',
      meta: { ref: 'mcp-2025-11-25-authorization-client-registration-approaches' },
      always: [
        { guard: 'preRegistered', target: 'preRegistered' },
        { guard: 'documented', target: 'selfDescribed' },
        { guard: 'registered', target: 'skipped' },
        { target: 'registering' },
      ],
    },
    preRegistered: {
      description: 'Somebody has registered it by hand.',
      meta: { ref: 'mcp-2025-11-25-authorization-preregistration' },
      always: '#handshake.authorization',
    },
    selfDescribed: {
      description: 'Its id is the address of a document about it: nothing needs to be registered.',
      meta: { ref: 'mcp-2025-11-25-authorization-client-id-metadata-documents' },
      always: '#handshake.authorization',
    },
    skipped: {
      description: 'It is registered already.',
      meta: { ref: 'mcp-2026-07-28-client-registration-authorization-server-binding' },
      always: '#handshake.authorization',
    },
    registering: {
      description: 'It registers itself and keeps the answer.',
      meta: { ref: 'rfc7591-3.1' },
      invoke: { src: 'register', input, onDone: onwards('#handshake.authorization') },
    },
  },
})
