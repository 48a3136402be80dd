import type { Notes } from './field-note.ts'

/** Notes on the challenge with which an MCP server turns a request away. */
export const challengeNotes: Notes = {
  'header.www-authenticate': {
    what: 'The challenge: in which way to authenticate, and where to begin.',
    madeBy: 'The MCP server, from its own settings.',
    checkedBy: ['rs/challenge-on-401', 'client/challenge-names-metadata'],
    refs: [
      'mcp-2025-06-18-authorization-authorization-server-location',
      'rfc9728-5.1',
      'rfc9110-11.6.1',
    ],
    without: 'The client is turned away and does not learn where to go.',
  },
  'challenge.resource_metadata': {
    what: 'Where the server’s description of itself can be fetched.',
    madeBy: 'The MCP server, from its own address.',
    checkedBy: [
      'client/challenge-names-metadata',
      'client/no-private-addresses',
      'rs/challenge-on-401',
    ],
    refs: ['rfc9728-5.1', 'mcp-2025-06-18-authorization-authorization-server-location'],
  },
  'challenge.scope': {
    what: 'The permissions to ask for: what a client needs to begin with, or what the request lacked.',
    madeBy: 'The MCP server, by what its methods need.',
    checkedBy: ['rs/scope-in-challenge'],
    refs: ['rfc6750-3', 'oauth21-13-5.3.1'],
  },
  'challenge.realm': {
    what: 'What is protected here. It stands in a challenge that has nothing else to say, for one parameter there must be.',
    madeBy: 'The MCP server.',
    checkedBy: [],
    refs: ['rfc6750-3', 'rfc9110-11.2'],
  },
  'challenge.error': {
    what: 'What was wrong with the token; a request that brought none gets no error at all.',
    madeBy: 'The MCP server, by the check that did not hold.',
    checkedBy: [],
    refs: ['oauth21-13-5.3.2', 'rfc6750-3.1'],
  },
  'challenge.error_description': {
    what: 'The same for a developer to read; it does not say which check failed.',
    madeBy: 'The MCP server, one fixed sentence for each error.',
    checkedBy: [],
    refs: ['oauth21-13-5.3.1'],
  },
}
