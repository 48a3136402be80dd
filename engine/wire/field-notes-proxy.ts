import type { Notes } from './field-note.ts'

/** Notes on what passes between a proxy, the authorization server upstream and the third-party API behind it. */
export const proxyNotes: Notes = {
  'consent-request form.decision': {
    what: 'What the owner decided: `allow` or `deny`. At a proxy the question is about one client, and comes before anything is asked upstream.',
    madeBy: 'The owner presses a button; nobody else can decide this.',
    checkedBy: ['as/consent-given', 'proxy/consent-per-client', 'proxy/no-silent-consent'],
    refs: ['rfc6749-10.12', 'oauth21-13-7.3.1', 'mcp-2025-06-18-security-required-protections'],
    without:
      'Any client that sends the owner here would get a code, wanted or not: upstream knows only the proxy, and perhaps asks nothing.',
  },
  'upstream-redirect start.status': {
    what: 'What the browser does next: `303` sends it on with a GET, so that nothing from the form goes along.',
    madeBy: 'The proxy, once it knows that the owner wants this client.',
    checkedBy: ['as/see-other-after-post'],
    refs: ['oauth21-13-7.5.4', 'rfc9110-15.4.4'],
  },
  'upstream-redirect header.location': {
    what: 'The proxy’s own authorization request: upstream it is a client like any other, and the same one for everybody it serves.',
    madeBy: 'The proxy, from its registration upstream and from values it drew for this request.',
    checkedBy: ['proxy/consent-per-client', 'as/see-other-after-post'],
    refs: ['mcp-2025-06-18-authorization-confused-deputy-problem'],
    without:
      'Upstream cannot ask the owner which client it is for: it sees no other than the proxy.',
  },
  'upstream-redirect header.set-cookie': {
    what: 'Ties the browser to this errand: `__Host-upstream` holds the state that goes upstream, and a signature over it and the client’s id. It ends after ten minutes.',
    madeBy: 'The proxy, after the owner has agreed and not before.',
    checkedBy: ['proxy/consent-bound-to-browser', 'ua/cookie-prefix-host', 'ua/cookie-kept'],
    refs: ['mcp-2025-06-18-security-required-protections', 'rfc6265bis-22-4.1.3.2'],
    without:
      'Somebody could agree in a browser of their own, and send another owner the link that came out.',
  },
  'upstream-callback start.path': {
    what: 'The redirect URI of the proxy: here owners come back from upstream.',
    madeBy: 'The browser follows the Location it was given upstream.',
    checkedBy: [],
    refs: ['mcp-2025-03-26-authorization-flow-description'],
  },
  'upstream-callback query.state': {
    what: 'The value that the proxy sent upstream, come back unchanged; the browser must hold the same one in its cookie.',
    madeBy: 'The proxy drew 16 random bytes for this errand alone.',
    checkedBy: ['proxy/consent-bound-to-browser'],
    refs: ['mcp-2025-06-18-security-required-protections'],
    without: 'The approval of one browser would be good for the owner of another.',
  },
  'upstream-callback query.code': {
    what: 'A receipt for what was granted upstream. The proxy redeems it, and has then two things: a token for the API, and the name of the owner.',
    madeBy: 'The authorization server upstream draws 24 random bytes.',
    checkedBy: [],
    refs: ['oauth21-13-4.1.2'],
  },
  'upstream-callback header.cookie': {
    what: 'The browser shows its session at the proxy, and the state that it holds since it was sent upstream.',
    madeBy: 'The browser, from the cookies this host gave it before.',
    checkedBy: ['proxy/consent-bound-to-browser'],
    refs: ['mcp-2025-06-18-security-required-protections', 'rfc6265bis-22-5.8.3'],
    without: 'Nothing would tell this browser from the one in which somebody agreed to the client.',
  },
  'api-request start.path': {
    what: 'Which note the API shall read or write. It knows nothing of MCP.',
    madeBy: 'The MCP server, from the arguments of the tool.',
    checkedBy: [],
    refs: [],
  },
  'api-request header.authorization': {
    what: 'The access token for the API: one that the MCP server was given itself, upstream. It is not the one that its client sent.',
    madeBy: 'The MCP server, with the token it keeps for the owner in whose name it was called.',
    checkedBy: ['rs/own-token-downstream', 'ds/token-valid', 'ds/audience-is-me'],
    refs: [
      'mcp-2025-06-18-authorization-access-token-privilege-restriction',
      'mcp-2025-06-18-security-token-passthrough',
      'rfc9068-4',
    ],
    without:
      'Passing on what clients send makes one token good for both servers: whoever has it needs the MCP server no more.',
  },
  'api-request json.text': {
    what: 'What the note shall say.',
    madeBy: 'The MCP server, from the arguments of the tool.',
    checkedBy: [],
    refs: [],
  },
  'api-response start.status': {
    what: 'How the request went: `200` brings what was asked for, `204` says that it was written, `401` that the token is not good here.',
    madeBy: 'The API, after it has looked at the token.',
    checkedBy: ['ds/token-valid', 'ds/audience-is-me'],
    refs: ['rfc6750-3.1'],
  },
  'api-response json.name': {
    what: 'Which note this is.',
    madeBy: 'The API.',
    checkedBy: [],
    refs: [],
  },
  'api-response json.names': {
    what: 'The names of the owner’s notes.',
    madeBy: 'The API.',
    checkedBy: [],
    refs: [],
  },
  'api-response json.text': {
    what: 'What the note says.',
    madeBy: 'The API, from what it keeps for the account in the token.',
    checkedBy: [],
    refs: [],
  },
  'api-response json.error': {
    what: 'Why there is nothing, as a word that programs understand.',
    madeBy: 'The API.',
    checkedBy: [],
    refs: [],
  },
}
