import type { FieldNote, Notes } from './field-note.ts'

const metadataType = (madeBy: string, note: Pick<FieldNote, 'checkedBy' | 'refs'>): FieldNote => ({
  what: 'The document is JSON: the client believes it only under this name.',
  madeBy,
  ...note,
})

/** Notes on header fields, but for the challenge. */
export const headerNotes: Notes = {
  'header.host': {
    what: 'The server that the request is meant for.',
    madeBy: 'The sender, from the URL.',
    checkedBy: [],
    refs: [],
  },
  'header.accept': {
    what: 'The kinds of content that the sender can read in the answer.',
    madeBy: 'The sender, by what it expects.',
    checkedBy: [],
    refs: [],
  },
  'mcp-request header.accept': {
    what: 'The client says that it can read both forms an answer may have: one JSON object, or a stream of events.',
    madeBy: 'The client, the same in every MCP request.',
    checkedBy: [],
    refs: ['mcp-2025-06-18-transports-sending-messages-to-the-server'],
  },
  'header.content-type': {
    what: 'What kind of content the body is.',
    madeBy: 'The sender, by what it wrote into the body.',
    checkedBy: [],
    refs: [],
  },
  'resource-metadata header.content-type': metadataType('The MCP server.', {
    checkedBy: ['client/resource-metadata-readable'],
    refs: ['rfc9728-3.2'],
  }),
  'server-metadata header.content-type': metadataType('The authorization server.', {
    checkedBy: ['client/server-metadata-readable'],
    refs: ['rfc8414-3.2'],
  }),
  'registration-request header.content-type': {
    what: 'A client introduces itself in JSON.',
    madeBy: 'The client.',
    checkedBy: ['as/registration-json'],
    refs: ['rfc7591-3.1'],
  },
  'token-request header.content-type': {
    what: 'A token request is written like a submitted web form: names and values, joined by `&`.',
    madeBy: 'The client.',
    checkedBy: ['as/request-form-encoded'],
    refs: ['oauth21-13-3.2.2'],
  },
  'token-response header.content-type': {
    what: 'The token endpoint answers in JSON.',
    madeBy: 'The authorization server.',
    checkedBy: ['client/token-response-readable'],
    refs: ['oauth21-13-3.2.3'],
  },
  'header.cache-control': {
    what: 'Forbids browsers and intermediaries to keep this answer.',
    madeBy: 'The answering server.',
    checkedBy: [],
    refs: [],
  },
  'token-response header.cache-control': {
    what: 'Forbids everybody on the way to keep this answer, for it holds tokens.',
    madeBy: 'The authorization server, on every answer of its token endpoint.',
    checkedBy: ['as/response-no-store'],
    refs: ['oauth21-13-3.2.3'],
    without: 'A token could be read out of a cache long after it was issued.',
  },
  'header.content-security-policy': {
    what: 'Tells the browser to load nothing into this page, and to let no other page frame it.',
    madeBy: 'The authorization server, on each of its pages.',
    checkedBy: ['as/not-framed'],
    refs: ['oauth21-13-7.10', 'rfc9700-4.16'],
    without:
      'A hostile page could lay this one, unseen, over its own buttons: the owner clicks there and has consented here.',
  },
  'header.x-frame-options': {
    what: 'The older way to forbid frames, for browsers that do not know `frame-ancestors`.',
    madeBy: 'The authorization server, on each of its pages.',
    checkedBy: ['as/not-framed'],
    refs: ['oauth21-13-7.10'],
  },
  'header.referrer-policy': {
    what: 'Keeps the browser from telling the next site the address of this page.',
    madeBy: 'The server that sends the page.',
    checkedBy: [],
    refs: [],
    without: 'Addresses here can hold a code or a state, and the next server would log them.',
  },
  'header.set-cookie': {
    what: 'Gives the browser a session: `__Host-` ties it to this very host, `Secure` to https, `HttpOnly` hides it from scripts, `SameSite=Lax` keeps it out of forms that other sites post.',
    madeBy:
      'The authorization server draws 18 random bytes, and draws them anew when the owner signs in.',
    checkedBy: ['ua/cookie-prefix-host', 'ua/cookie-kept'],
    refs: ['rfc6265bis-22-4.1.3.2', 'rfc6265bis-22-5.6.7'],
    without: 'A neighbouring host could plant a session of its own in the owner’s browser.',
  },
  'header.cookie': {
    what: 'The browser shows which session it is in.',
    madeBy: 'The browser, from the cookie this host gave it before.',
    checkedBy: ['as/session-bound'],
    refs: ['rfc6265bis-22-5.8.3', 'rfc6749-10.12'],
    without: 'Whoever learnt the hidden fields could finish the request from another browser.',
  },
  'header.location': {
    what: 'Where the browser is sent next.',
    madeBy: 'The authorization server.',
    checkedBy: ['as/see-other-after-post'],
    refs: ['rfc9110-15.4.4'],
  },
  'authorization-response header.location': {
    what: 'The client’s redirect URI with the answer added to it: this is how the code travels, through the browser.',
    madeBy: 'The authorization server, from the redirect URI it compared when the request came.',
    checkedBy: ['as/redirect-uri-exact', 'as/see-other-after-post'],
    refs: ['oauth21-13-4.1.2'],
    without: 'The code would go to whatever address somebody wrote into the first link.',
  },
  'header.origin': {
    what: 'The site on which the form stood that sent this request.',
    madeBy: 'The browser; a page cannot choose it.',
    checkedBy: [],
    refs: [],
  },
  'mcp-request header.origin': {
    what: 'The site of the web page that made this request; a client that is no web page sends none.',
    madeBy: 'The browser in which the page runs; the page cannot choose it.',
    checkedBy: ['rs/origin-allowed'],
    refs: ['mcp-2025-06-18-transports-security-warning'],
    without:
      'A web page could reach a local MCP server by giving its own host name a local address.',
  },
  'header.authorization': {
    what: 'The access token. Whoever bears it is let in, hence the word `Bearer`; it comes with every single request, session or not.',
    madeBy: 'The client, with the access token it was issued.',
    checkedBy: [
      'client/bearer-in-header',
      'rs/bearer-in-header',
      'rs/token-present',
      'rs/token-well-formed',
    ],
    refs: ['mcp-2025-06-18-authorization-token-requirements', 'oauth21-13-5.1.1'],
    without: 'Anybody who knows the address could read the notes.',
  },
  'header.mcp-protocol-version': {
    what: 'The revision of MCP in which the request is written.',
    madeBy: 'The client: where there is an `initialize`, from what both sides agreed on in it.',
    checkedBy: [
      'client/version-header',
      'client/request-metadata-sent',
      'rs/protocol-version-supported',
    ],
    refs: ['mcp-2025-06-18-transports-protocol-version-header'],
  },
  'header.mcp-session-id': {
    what: 'Which conversation this is. It is a name, not a proof: the token is still needed.',
    madeBy: 'The MCP server drew 18 random bytes when it answered `initialize`.',
    checkedBy: ['rs/session-known', 'rs/session-bound-to-subject'],
    refs: [
      'mcp-2025-06-18-transports-session-management',
      'mcp-2025-06-18-security-session-hijacking',
    ],
    without:
      'Somebody with a token of their own and a guessed id would speak in another user’s session.',
  },
  'header.allow': {
    what: 'The methods that this address does take.',
    madeBy: 'The answering server.',
    checkedBy: [],
    refs: [],
  },
}
