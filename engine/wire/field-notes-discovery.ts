import type { Notes } from './field-note.ts'

/** Notes on what the MCP server and the authorization server say about themselves. */
export const discoveryNotes: Notes = {
  'resource-metadata json.resource': {
    what: 'The server’s own name for itself: the address that tokens for it must be issued for.',
    madeBy: 'The MCP server, from its own address.',
    checkedBy: ['client/resource-matches'],
    refs: ['rfc9728-2', 'rfc9728-3.3'],
    without:
      'A hostile server could name an honest one here, and be handed a token that is good at the honest one.',
  },
  'json.authorization_servers': {
    what: 'Who issues tokens for this server. It is the MCP server that names its guard, not the client that chooses one.',
    madeBy: 'The MCP server’s operator, who decided whom to trust.',
    checkedBy: ['client/names-authorization-server', 'client/no-private-addresses'],
    refs: ['mcp-2025-06-18-authorization-authorization-server-location', 'rfc9728-2'],
    without: 'With no https address here, a client has nowhere to go and stops.',
  },
  'json.scopes_supported': {
    what: 'Permissions that can be asked for here.',
    madeBy: 'The server, from its own settings.',
    checkedBy: [],
    refs: ['rfc8414-2', 'rfc9728-2'],
  },
  'resource-metadata json.scopes_supported': {
    what: 'The permissions that this server knows; the challenge said which of them to begin with.',
    madeBy: 'The MCP server, from what its methods need.',
    checkedBy: [],
    refs: ['rfc9728-2'],
  },
  'server-metadata json.scopes_supported': {
    what: 'The permissions that this authorization server can grant.',
    madeBy: 'The authorization server, from its settings.',
    checkedBy: [],
    refs: ['rfc8414-2'],
  },
  'json.bearer_methods_supported': {
    what: 'Where in a request this server looks for the token: in the `Authorization` header, and nowhere else.',
    madeBy: 'The MCP server.',
    checkedBy: [],
    refs: ['rfc9728-2', 'mcp-2025-06-18-authorization-token-requirements'],
  },
  'json.resource_name': {
    what: 'What to call this server when speaking to people.',
    madeBy: 'The MCP server’s operator.',
    checkedBy: [],
    refs: ['rfc9728-2'],
  },
  'json.issuer': {
    what: 'The authorization server’s name: an https address that stands for it in metadata and in every token.',
    madeBy: 'The authorization server, about itself.',
    checkedBy: ['client/metadata-issuer-matches'],
    refs: ['rfc8414-2', 'rfc8414-3.3'],
    without:
      'A hostile server could claim an honest one’s name beside a token endpoint of its own, and collect codes there.',
  },
  'json.authorization_endpoint': {
    what: 'Where the client sends the owner’s browser.',
    madeBy: 'The authorization server, about itself.',
    checkedBy: ['client/endpoint-scheme-allowed', 'client/schemes-from-a-list'],
    refs: ['rfc8414-2', 'mcp-2025-06-18-authorization-communication-security'],
    without:
      'The client would open any address on the owner’s machine, `javascript:` ones included.',
  },
  'json.token_endpoint': {
    what: 'Where the client exchanges a code, or a refresh token, for tokens.',
    madeBy: 'The authorization server, about itself.',
    checkedBy: ['client/endpoint-scheme-allowed', 'client/no-private-addresses'],
    refs: ['rfc8414-2', 'mcp-2025-06-18-authorization-communication-security'],
    without: 'Code, verifier and tokens could travel where others on the network read them.',
  },
  'json.registration_endpoint': {
    what: 'Where a client the server has never met can register itself.',
    madeBy: 'The authorization server; one that takes no strangers leaves it out.',
    checkedBy: ['client/endpoint-scheme-allowed', 'client/no-private-addresses'],
    refs: ['rfc8414-2', 'mcp-2025-06-18-authorization-dynamic-client-registration'],
  },
  'json.jwks_uri': {
    what: 'Where the public keys are, with which its signatures can be verified.',
    madeBy: 'The authorization server, about itself.',
    checkedBy: [],
    refs: ['rfc8414-2', 'rfc9068-4'],
  },
  'json.response_types_supported': {
    what: 'What its authorization endpoint can answer with: here a code, and nothing else.',
    madeBy: 'The authorization server, about itself.',
    checkedBy: ['client/code-flow-supported'],
    refs: ['rfc8414-2'],
  },
  'json.grant_types_supported': {
    what: 'What its token endpoint takes in exchange for tokens: a code, and later a refresh token.',
    madeBy: 'The authorization server, about itself.',
    checkedBy: [],
    refs: ['rfc8414-2'],
  },
  'json.token_endpoint_auth_methods_supported': {
    what: 'How clients may prove who they are at the token endpoint; `none` is for clients that can keep no secret.',
    madeBy: 'The authorization server, about itself.',
    checkedBy: [],
    refs: ['rfc8414-2', 'rfc7591-2'],
  },
  'json.code_challenge_methods_supported': {
    what: 'Which kinds of PKCE challenge it understands; left out, it would mean none at all.',
    madeBy: 'The authorization server, about itself.',
    checkedBy: ['client/pkce-supported'],
    refs: ['rfc8414-2', 'oauth21-13-7.9'],
    without:
      'A server that ignores the challenge leaves the code unprotected, and the client does not notice.',
  },
}
