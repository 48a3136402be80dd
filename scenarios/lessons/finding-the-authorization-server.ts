import type { Scenario } from '../../engine/scenario.ts'
import { cards } from '../cards.ts'

/** The search for the authorization server, where it is not at the first address. */
export const findingTheAuthorizationServer = {
  ...cards['finding-the-authorization-server'],
  given: [
    'mcp-server.no-metadata-url',
    'mcp-server.metadata-at-root',
    'issuer.with-path',
    'server-metadata.openid-appended',
  ],
  forget: [],
  errands: [{ call: 'read_note', arguments: { name: 'seed-vault' } }],
  expects: 'completed',
  opening:
    'To read a note, Quill needs a token from the authorization server that Notes trusts. It knows one address, that of Notes, and Notes turns callers away without a word about where to go. So Quill has to search. Watch which addresses it tries, in which order, and what it makes of a `404`.',
  beats: [
    {
      at: 'mcp-challenge',
      in: ['2025-03-26'],
      text: 'Turned away, without a word about where to go: `WWW-Authenticate` only says that a `Bearer` token is wanted. This revision needs no more. The place to look follows from the address that Quill called: drop the path, and ask what is left [mcp-2025-03-26-authorization-authorization-base-url].',
    },
    {
      at: 'mcp-challenge',
      in: ['2025-11-25'],
      text: 'Turned away, and told half of it: `scope` says what to ask leave for, but the address at which Notes describes itself is missing. A server may leave it out if the description stands where clients look without being told [mcp-2025-11-25-authorization-protected-resource-metadata-discovery-requirements]. A client that gave up here would be wrong.',
    },
    {
      at: 'mcp-challenge',
      in: ['2026-07-28'],
      text: 'Turned away, and told half of it: `scope` says what to ask leave for, but the address at which Notes describes itself is missing. A server may leave it out if the description stands where clients look without being told [mcp-2026-07-28-authorization-server-discovery-protected-resource-metadata-discovery-requirements]. A client that gave up here would be wrong.',
    },
    {
      at: 'resource-metadata-request',
      in: ['2025-11-25', '2026-07-28'],
      text: 'The address is made by rule: `/.well-known/oauth-protected-resource` goes between the host and the path of what Quill called. The path, `/mcp`, comes last, because several servers may share one host [rfc9728-3.1].',
    },
    {
      at: 'resource-metadata',
      nth: 2,
      in: ['2025-11-25', '2026-07-28'],
      text: 'A 404 at the path; without it, here it is. `authorization_servers` says whose tokens Notes trusts: `https://auth.example/tenant1`. That is a name, its *issuer identifier*, and no address of a document. It has a path, which tells this server from others on the same host. The rest of the search leads from the name to the document.',
    },
    {
      at: 'server-metadata-request',
      in: ['2025-03-26'],
      text: 'One address, and there is no other to try: `/.well-known/oauth-authorization-server` on the host of Notes. The header `MCP-Protocol-Version` goes along, so that a server can answer as that version expects. Clients should send it with this request [mcp-2025-03-26-authorization-server-metadata-discovery-headers].',
    },
    {
      at: 'server-metadata-request',
      in: ['2025-11-25', '2026-07-28'],
      text: 'First address: the rule of RFC 8414. The words `/.well-known/oauth-authorization-server` go between the host and the path, so that `tenant1` comes last [rfc8414-3.1]. An implementation that appends them to the name instead asks at another address.',
    },
    {
      at: 'server-metadata',
      in: ['2025-03-26'],
      text: 'A `404`: Auth publishes no metadata here. That ends nothing. The client must have asked first, and must now take three addresses that are the same on every host: /authorize, /token and /register [mcp-2025-03-26-authorization-fallbacks-for-servers-without-metadata-discovery]. The check marked broken says only that this answer was of no use.',
    },
    {
      at: 'server-metadata',
      in: ['2025-11-25', '2026-07-28'],
      text: 'A `404`. Nobody refused anything and nothing is out of order: there is no document at this address. One check is marked broken all the same, for this answer was of no use as metadata. That ends the run only when no address is left to try.',
    },
    {
      at: 'registration-request',
      in: ['2025-03-26'],
      with: ['dynamic'],
      text: 'One of the three: `/register`. Nothing has told Quill that somebody listens there, so it can only try. What metadata would have said, it does not know: whether clients may register themselves at all, or whether Auth knows the challenge that Quill is about to send.',
    },
    {
      at: 'server-metadata-request',
      nth: 2,
      in: ['2025-11-25'],
      text: 'Second address: the same place, another file. OpenID Connect, which is made for signing people in, calls it `openid-configuration`. An authorization server needs to offer only one of the two; a client must be able to use either [mcp-2025-11-25-authorization-overview].',
    },
    {
      at: 'server-metadata-request',
      nth: 2,
      in: ['2026-07-28'],
      text: 'Second address: the same place, another file. OpenID Connect, which is made for signing people in, calls it `openid-configuration`. An authorization server needs to offer only one of the two; a client must be able to use either [mcp-2026-07-28-authorization-overview].',
    },
    {
      at: 'server-metadata-request',
      nth: 3,
      in: ['2025-11-25', '2026-07-28'],
      text: 'Another 404 came back. OpenID Connect itself has the words at the end, after the path [openid-discovery-4]. For names without a path both rules give the same address; with one they part [rfc8414-5]. So this third and last address is tried, and in this order every client must try them.',
    },
    {
      at: 'server-metadata',
      nth: 3,
      in: ['2025-11-25', '2026-07-28'],
      text: 'Here it is. Before Quill believes a line of it, it compares `issuer` with the name it started from, character by character [rfc8414-3.3]. Otherwise one server could publish a document that speaks for another. It also looks for `code_challenge_methods_supported`: OpenID Connect does not define that, and without it a client must stop.',
    },
    {
      at: 'open-browser',
      in: ['2025-03-26'],
      text: 'Another of the three: `/authorize`. Sam is sent to an address that no server has ever named. It works because Auth keeps to the same rule, and because this revision knows one place for Auth only: the host of Notes. In 2025-11-25 this lesson has Auth on another host, where no dropping of paths would lead.',
    },
    {
      at: 'open-browser',
      in: ['2025-11-25', '2026-07-28'],
      text: 'The search is over. This address stood in the document, path and all, and every other address at which Quill calls Auth comes from there too. A client that glued `/authorize` to the host would send Sam past `tenant1`, to wherever that leads. Choose 2025-03-26 to see a client that has to do just that.',
    },
    {
      at: 'callback-request',
      in: ['2026-07-28'],
      text: 'The name once more: `iss` says which authorization server this answer is from. Quill compares it with the issuer in the document it found. A client must do that before it sends the code anywhere [mcp-2026-07-28-authorization-authorization-response-validation], or one server could make it hand over the code of another.',
    },
    {
      at: 'token-request',
      in: ['2025-03-26'],
      text: 'The last of the three: `/token`. Had Auth put it elsewhere, nothing but metadata could have led Quill there. This revision strongly recommends that clients look for metadata, so that they need such assumptions less [mcp-2025-03-26-authorization-authorization-metadata-discovery].',
    },
    {
      at: 'mcp-request',
      nth: 2,
      in: ['2025-11-25', '2026-07-28'],
      text: 'Notes knew the name all along. Open the token: under `iss` stands the name that Notes gave out, that led to the document, and that stands in it. Notes compares it with its own copy and takes tokens from no other issuer [rfc9068-4]. One name holds the three parties together.',
    },
  ],
  phases: {
    discovery: 'Quill looks for the authorization server where the rules say it may be.',
    registration: 'Quill looks for the name under which Auth will know it.',
    authorization: 'The browser takes over, at the address the search ended with.',
    tokenExchange: 'Quill offers the code for tokens.',
    toolCall: 'Quill speaks MCP, with a token in every request.',
  },
  question: {
    asks: 'On its way Quill asked for a document and got a 404. What is a client to make of that?',
    choices: [
      {
        says: 'The authorization server is down: wait, and ask the same address again.',
        because:
          'A server that answers is not down, and asked again it will say the same. Only the next step of the rule can help.',
      },
      {
        says: 'Discovery has failed: ask Sam where to sign in.',
        because:
          'Sam would believe whoever offers an address, and then type a password there. As long as the rule leaves a step, the client has to take it first.',
      },
      {
        says: 'There is nothing at this address: take the next step that the rule names.',
        right: true,
        because:
          'A 404 answers one question only, whether something is here. Since 2025-11-25 the next well-known address comes after it; in 2025-03-26 the endpoints that are the same on every host.',
      },
      {
        says: 'This authorization server cannot be trusted: stop.',
        because:
          'A 404 says nothing about trust. What has to end the search is a document that names another issuer than the one looked for, not the want of a document.',
      },
    ],
  },
  refs: [
    'mcp-2025-11-25-authorization-authorization-server-discovery',
    'mcp-2025-11-25-authorization-protected-resource-metadata-discovery-requirements',
    'mcp-2026-07-28-authorization-server-discovery-protected-resource-metadata-discovery-requirements',
    'mcp-2025-11-25-authorization-authorization-server-metadata-discovery',
    'mcp-2026-07-28-authorization-server-discovery-authorization-server-metadata-discovery',
    'mcp-2025-11-25-authorization-overview',
    'mcp-2026-07-28-authorization-overview',
    'mcp-2025-11-25-authorization-authorization-code-protection',
    'mcp-2026-07-28-authorization-authorization-response-validation',
    'mcp-2025-03-26-authorization-authorization-base-url',
    'mcp-2025-03-26-authorization-server-metadata-discovery-headers',
    'mcp-2025-03-26-authorization-fallbacks-for-servers-without-metadata-discovery',
    'mcp-2025-03-26-authorization-authorization-metadata-discovery',
    'rfc9728-3.1',
    'rfc8414-3.1',
    'rfc8414-3.3',
    'rfc8414-5',
    'openid-discovery-4',
    'rfc9068-4',
  ],
} as const satisfies Scenario
