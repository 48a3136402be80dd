import type { Notes } from './field-note.ts'

/** Notes on the authorization request and on its answer, both of which travel through the browser. */
export const authorizationNotes: Notes = {
  'open-browser local.url': {
    what: 'The whole authorization request as one address. The client hands it over and steps aside: it never sees the password.',
    madeBy:
      'The client, from the metadata, its registration and the values it drew for this request.',
    checkedBy: ['client/system-browser', 'client/opens-without-shell'],
    refs: [
      'rfc8252-6',
      'oauth21-13-8.2',
      'mcp-2025-11-25-security-oauth-authorization-url-validation',
    ],
    without:
      'A client that shows the sign-in page in a window of its own can read what is typed there.',
  },
  'authorization-request query.response_type': {
    what: 'What the client wants back through the browser: a code. OAuth 2.1 knows no other answer.',
    madeBy: 'The client.',
    checkedBy: ['as/response-type-code', 'as/parameters-once'],
    refs: ['oauth21-13-4.1.1'],
  },
  'authorization-request query.client_id': {
    what: 'Which client asks. Anybody can write it into a link, so it proves nothing yet.',
    madeBy: 'The client, from its registration.',
    checkedBy: ['as/client-known', 'as/parameters-once'],
    refs: ['oauth21-13-4.1.1', 'oauth21-13-4.1.2.1'],
  },
  'authorization-request query.redirect_uri': {
    what: 'Where the browser shall bring the answer.',
    madeBy: 'The client, from the port it listens on.',
    checkedBy: ['as/redirect-uri-exact', 'as/parameters-once'],
    refs: ['oauth21-13-2.3.1', 'mcp-2025-06-18-authorization-open-redirection', 'rfc8252-7.3'],
    without: 'The code would go to whatever address somebody wrote into the link.',
  },
  'authorization-request query.scope': {
    what: 'The permissions the client asks for: what the challenge named, and when it asks for more, what it had as well.',
    madeBy:
      'The client, from `scope` in the MCP server’s challenge; failing that from what the metadata lists.',
    checkedBy: [
      'client/scope-from-challenge',
      'client/step-up-union',
      'as/scope-known',
      'as/parameters-once',
    ],
    refs: [
      'mcp-2025-11-25-authorization-scope-selection-strategy',
      'oauth21-13-1.4.1',
      'oauth21-13-4.1.1',
    ],
  },
  'authorization-request query.state': {
    what: 'A value by which the client will recognise the answer to this very request.',
    madeBy: 'The client draws 16 random bytes for this request alone, and keeps a copy.',
    checkedBy: ['client/state-random', 'as/parameters-once'],
    refs: ['mcp-2025-06-18-authorization-open-redirection', 'rfc6749-10.12'],
    without:
      'With none, the client cannot tell an answer it asked for from one that was slipped in.',
  },
  'authorization-request query.code_challenge': {
    what: 'The SHA-256 of a secret that stays with the client: the browser may see the hash, for nobody gets from it to the secret.',
    madeBy: 'The client hashes the verifier it has drawn for this request alone.',
    checkedBy: [
      'client/pkce-s256',
      'as/pkce-required',
      'as/pkce-s256-only',
      'as/verifier-matches',
      'as/parameters-once',
    ],
    refs: ['rfc7636-4.2', 'mcp-2025-06-18-authorization-authorization-code-protection'],
    without: 'Whoever catches the code on its way through the browser could exchange it.',
  },
  'authorization-request query.code_challenge_method': {
    what: 'How the challenge was made from the verifier: `S256` says with SHA-256.',
    madeBy: 'The client; left out, it would mean `plain`.',
    checkedBy: ['as/pkce-s256-only', 'as/parameters-once'],
    refs: ['rfc7636-4.3', 'rfc7636-7.2'],
    without: 'With `plain` the challenge is the verifier, readable to all who see this request.',
  },
  'authorization-request query.resource': {
    what: 'Which MCP server the token is for.',
    madeBy:
      'The client, from the address the owner gave it; it sends this to every authorization server.',
    checkedBy: ['client/resource-sent', 'as/resource-known', 'as/audience-from-resource'],
    refs: [
      'mcp-2025-06-18-authorization-resource-parameter-implementation',
      'rfc8707-2',
      'mcp-2025-06-18-authorization-canonical-server-uri',
    ],
    without: 'A token bound to no server can be taken by one MCP server and used at the next.',
  },
  'query.interaction': {
    what: 'Which authorization request this page belongs to, while the owner signs in and decides.',
    madeBy: 'The authorization server draws 9 random bytes for each request.',
    checkedBy: [],
    refs: [],
  },
  'query.access_token': {
    what: 'A token in a URL, where it must never be.',
    madeBy: 'A client that forgot the rule.',
    checkedBy: ['client/bearer-in-header', 'rs/bearer-in-header'],
    refs: ['mcp-2025-06-18-authorization-token-requirements', 'oauth21-13-5.1'],
    without: 'URLs stand in logs and histories, and the token with them.',
  },
  'query.state': {
    what: 'The value by which a client recognises the answer to its own request.',
    madeBy: 'The client draws it for one request alone.',
    checkedBy: ['client/state-matches'],
    refs: ['mcp-2025-06-18-authorization-open-redirection', 'oauth21-13-2.3.3'],
  },
  'callback-request query.state': {
    what: 'The value that the client sent, come back unchanged: so the answer belongs to its own request.',
    madeBy: 'The authorization server copies it from the request.',
    checkedBy: ['client/state-matches'],
    refs: ['mcp-2025-06-18-authorization-open-redirection', 'oauth21-13-4.1.2'],
    without:
      'PKCE alone would then stand between the owner and a code that somebody else slipped in.',
  },
  'callback-request query.code': {
    what: 'A receipt for the owner’s consent: good once, for one minute, for this client. Without the verifier it buys nothing.',
    madeBy: 'The authorization server draws 24 random bytes, and notes down what they stand for.',
    checkedBy: ['client/answer-parameters-once', 'client/code-present'],
    refs: ['oauth21-13-4.1.2'],
  },
  'callback-request query.error': {
    what: 'Why there is no code, as a word that programs understand.',
    madeBy: 'The authorization server, by the owner’s answer or the check that did not hold.',
    checkedBy: ['client/answer-parameters-once', 'client/code-present'],
    refs: ['oauth21-13-4.1.2.1'],
  },
  'callback-request query.error_description': {
    what: 'The same for a developer to read.',
    madeBy: 'The authorization server, one fixed sentence for each error.',
    checkedBy: [],
    refs: ['oauth21-13-4.1.2.1'],
  },
  'callback-request query.iss': {
    what: 'Which authorization server this answer is from, by its identifier.',
    madeBy: 'The authorization server names itself, on errors as well.',
    checkedBy: [
      'as/iss-sent',
      'client/iss-when-promised',
      'client/iss-matches',
      'client/iss-compared-exactly',
    ],
    refs: [
      'mcp-2026-07-28-authorization-authorization-response-validation',
      'rfc9207-2',
      'rfc9207-2.4',
    ],
    without:
      'A client that uses two authorization servers could take the code of an honest one to a dishonest one.',
  },
  'server-metadata-request header.mcp-protocol-version': {
    what: 'The revision of MCP that the client speaks, so that the server can answer accordingly.',
    madeBy: 'The client.',
    checkedBy: ['client/version-header-in-discovery'],
    refs: ['mcp-2025-03-26-authorization-server-metadata-discovery-headers'],
  },
}
