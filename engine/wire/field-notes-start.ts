import type { Notes } from './field-note.ts'

/** Notes on first lines, on the empty line after the headers, and on bodies that cannot be taken apart. */
export const startNotes: Notes = {
  'start.method': {
    what: 'What the sender wants done at this address: `GET` asks for something, `POST` hands something in.',
    madeBy: 'The sender, by what the request is for.',
    checkedBy: [],
    refs: [],
  },
  'start.path': {
    what: 'Which thing at this host the request is for.',
    madeBy: 'The sender, from the URL it was given.',
    checkedBy: [],
    refs: [],
  },
  'mcp-request start.path': {
    what: 'The MCP endpoint: the one address to which the client posts every MCP message.',
    madeBy: 'The owner gave it to the client; at the beginning it is all the client knows.',
    checkedBy: [],
    refs: ['mcp-2025-06-18-transports-sending-messages-to-the-server'],
  },
  'resource-metadata-request start.path': {
    what: 'A well-known name, put between the host and the path of the MCP endpoint, under which the server describes itself.',
    madeBy: 'The client takes the whole URL from `resource_metadata` in the challenge.',
    checkedBy: ['client/challenge-names-metadata'],
    refs: ['rfc9728-3.1'],
  },
  'server-metadata-request start.path': {
    what: 'A well-known name, under which an authorization server describes itself.',
    madeBy: 'The client puts it behind the host of the issuer that the MCP server named.',
    checkedBy: [],
    refs: ['rfc8414-3.1'],
  },
  'registration-request start.path': {
    what: 'The registration endpoint, where programs may introduce themselves.',
    madeBy: 'The client, from `registration_endpoint` in the authorization server’s metadata.',
    checkedBy: ['client/endpoint-scheme-allowed'],
    refs: ['rfc7591-3.1'],
  },
  'authorization-request start.path': {
    what: 'The authorization endpoint: the one place where the owner, and not a program, is asked.',
    madeBy: 'The client, from `authorization_endpoint` in the authorization server’s metadata.',
    checkedBy: ['client/endpoint-scheme-allowed'],
    refs: ['oauth21-13-3.1'],
  },
  'callback-request start.path': {
    what: 'The path of the client’s redirect URI: here the browser meets a small web server that runs inside the client.',
    madeBy: 'The browser follows the Location it was given by the authorization server.',
    checkedBy: [],
    refs: ['rfc8252-7.3'],
  },
  'token-request start.path': {
    what: 'The token endpoint, where a program exchanges what it holds for tokens; no browser takes part.',
    madeBy: 'The client, from `token_endpoint` in the authorization server’s metadata.',
    checkedBy: ['client/endpoint-scheme-allowed'],
    refs: ['oauth21-13-3.2'],
  },
  'jwks-request start.path': {
    what: 'Where the authorization server publishes the public halves of its signing keys.',
    madeBy:
      'Whoever looks at tokens was told this address when it was set up, next to the issuer it trusts.',
    checkedBy: [],
    refs: ['rfc8414-2', 'rfc9068-4'],
  },
  'start.version': {
    what: 'The version of HTTP in which the lab writes messages down.',
    madeBy: 'The lab, the same for every message.',
    checkedBy: [],
    refs: [],
  },
  'start.status': {
    what: 'How the request went, as a number with its usual words.',
    madeBy: 'The answering party, after its checks.',
    checkedBy: [],
    refs: [],
  },
  'mcp-challenge start.status': {
    what: 'Why the request was turned away: `401` because no valid token came, `403` because what came does not allow this.',
    madeBy: 'The MCP server, by the first of its checks that did not hold.',
    checkedBy: ['client/turned-away-by-401', 'client/step-up-limited'],
    refs: ['mcp-2025-06-18-authorization-error-handling', 'rfc9110-15.5.2'],
  },
  'resource-metadata start.status': {
    what: 'Whether the document is there: anything but `200` means that the client has nothing to believe.',
    madeBy: 'The MCP server.',
    checkedBy: ['client/resource-metadata-readable'],
    refs: ['rfc9728-3.2'],
  },
  'server-metadata start.status': {
    what: 'Whether the document is there: anything but `200` means that the client has nothing to believe.',
    madeBy: 'The authorization server.',
    checkedBy: ['client/server-metadata-readable'],
    refs: ['rfc8414-3.2'],
  },
  'registration-response start.status': {
    what: 'How the registration went: `201` says that it was created, `400` that it was refused.',
    madeBy: 'The authorization server, after looking at what the client says about itself.',
    checkedBy: ['client/registration-readable'],
    refs: ['rfc7591-3.2.1', 'rfc7591-3.2.2'],
  },
  'sign-in-response start.status': {
    what: 'What the browser does next: `303` sends it on with a GET, so that the password stays behind; `403` shows the form again.',
    madeBy: 'The authorization server, once it has compared the password.',
    checkedBy: ['as/see-other-after-post'],
    refs: ['oauth21-13-7.5.4', 'rfc9110-15.4.4'],
    without: 'With `307` the browser would post the form, password and all, to the next address.',
  },
  'authorization-response start.status': {
    what: 'What the browser does next: `303` sends it on with a GET, so that nothing from the form goes along to the client.',
    madeBy: 'The authorization server, once the owner has decided.',
    checkedBy: ['as/see-other-after-post'],
    refs: ['oauth21-13-7.5.4', 'rfc9110-15.4.4'],
    without: 'With `307` the browser would post the owner’s form to the client.',
  },
  'token-response start.status': {
    what: 'Whether there are tokens: `200` brings them, `400` an error, `401` says that the client is not known.',
    madeBy: 'The authorization server, after its checks.',
    checkedBy: ['client/token-response-readable'],
    refs: ['oauth21-13-3.2.3', 'oauth21-13-3.2.4'],
  },
  'mcp-response start.status': {
    what: 'How the MCP message was taken: `200` comes with an answer, `202` says that a notification arrived and needs none.',
    madeBy: 'The MCP server.',
    checkedBy: [],
    refs: ['mcp-2025-06-18-transports-sending-messages-to-the-server'],
  },
  'start.act': {
    what: 'What happens at this moment on the owner’s own machine; nothing of it goes over the network.',
    madeBy: 'The program or the person that acts.',
    checkedBy: [],
    refs: [],
  },
  'text.end of headers': {
    what: 'An empty line: the headers end here, and the body begins if there is one.',
    madeBy: 'HTTP itself.',
    checkedBy: [],
    refs: [],
  },
  'text.unreadable': {
    what: 'A text that is no HTTP: whoever receives it cannot tell where a header ends, and reads none of it.',
    madeBy: 'Whoever changed the message on its way.',
    checkedBy: [],
    refs: [],
  },
  'text.body': {
    what: 'The body as it came; the lab cannot take it apart any further.',
    madeBy: 'The sender, or whoever changed the message on its way.',
    checkedBy: [],
    refs: [],
  },
}
