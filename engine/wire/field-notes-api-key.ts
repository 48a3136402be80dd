import type { Notes } from './field-note.ts'

/** Notes on API keys, and on the headers that announce their end. */
export const apiKeyNotes: Notes = {
  'header.x-api-key': {
    what: 'An API key: a password for a program. It does not expire by itself, and it does not say which client uses it.',
    madeBy: 'The MCP server, once; the owner copied it into the client’s settings.',
    checkedBy: ['rs/api-key-known', 'rs/api-key-not-retired', 'rs/one-credential'],
    refs: ['rfc9110-15.5.2', 'rfc8594-3'],
    without:
      'Whoever finds the file in which the key stands has the account, until somebody notices.',
  },
  'header.sunset': {
    what: 'From when on API keys are worth nothing here.',
    madeBy: 'The MCP server, on every answer to a request that came with a key.',
    checkedBy: ['rs/api-key-end-announced'],
    refs: ['rfc8594-3'],
    without: 'The client would work until it suddenly does not.',
  },
  'header.deprecation': {
    what: 'Since when API keys are not recommended any more, in seconds since 1970 after an `@`.',
    madeBy: 'The MCP server, on every answer to a request that came with a key.',
    checkedBy: ['rs/api-key-end-announced'],
    refs: ['rfc9745-2'],
  },
  'local.NOTES_API_KEY': {
    what: 'The API key, in the environment of the program that is started. A server that is a program on the owner’s own machine needs no OAuth: whoever starts it decides what it may know.',
    madeBy: 'The MCP server’s operator, once; the owner copied it into the client’s settings.',
    checkedBy: ['rs/api-key-known', 'rs/api-key-not-retired'],
    refs: [
      'mcp-2026-07-28-authorization-protocol-requirements',
      'mcp-2025-06-18-authorization-protocol-requirements',
    ],
  },
}
