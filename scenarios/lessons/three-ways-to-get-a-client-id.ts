import type { Scenario } from '../../engine/scenario.ts'
import { cards } from '../cards.ts'

const byHand = ['pre-registered', 'client-secret-basic', 'client-secret-post'] as const

/** How a client comes by its client_id: by hand, by a document about it, by registering itself. */
export const threeWaysToGetAClientId = {
  ...cards['three-ways-to-get-a-client-id'],
  forget: [],
  errands: [{ call: 'read_note', arguments: { name: 'seed-vault' } }],
  expects: 'completed',
  opening:
    'Before Auth asks Sam anything, it wants to know which program is asking: Quill needs a *client id*. There are three ways to one, and this run takes one of them. Choose another registration, and the same handshake goes another way. Watch who tells Auth about Quill, who had to do something beforehand, and who holds a secret.',
  beats: [
    {
      at: 'server-metadata',
      in: ['2025-11-25'],
      text: 'Two members say what Auth offers to clients it has never met: `client_id_metadata_document_supported`, that it fetches documents which clients publish about themselves, and `registration_endpoint`, that they may register. Which way is taken depends on what Quill has, in an order that clients should keep [mcp-2025-11-25-authorization-client-registration-approaches].',
    },
    {
      at: 'server-metadata',
      in: ['2026-07-28'],
      text: 'Two members say what Auth offers to clients it has never met: `client_id_metadata_document_supported`, that it fetches documents which clients publish about themselves, and `registration_endpoint`, that they may register. Which way is taken depends on what Quill has, in an order that clients should keep [mcp-2026-07-28-authorization-client-registration].',
    },
    {
      at: 'vault-entry',
      with: ['pre-registered'],
      text: 'First in the order: an id that somebody obtained by hand (`registered_by`). Quill finds one in its *vault*, next to the `issuer` that gave it, for at another authorization server it would mean nothing [rfc6749-2.2]. It came without a secret (`none`). This way works wherever somebody has taken the trouble before, and nowhere else.',
    },
    {
      at: 'vault-entry',
      with: ['client-secret-basic', 'client-secret-post'],
      text: 'First in the order: an id that somebody obtained by hand (`registered_by`). Quill finds one in its *vault*, next to the `issuer` that gave it, for at another authorization server it would mean nothing [rfc6749-2.2]. A `client_secret` came with it, and `token_endpoint_auth_method` says how Quill is to show that. Remember where it lies: on Sam’s machine.',
    },
    {
      at: 'vault-entry',
      with: ['metadata-document'],
      text: 'First in the order would be an id that somebody obtained by hand. Quill looks for one under the `issuer` it has found, and its vault holds none. So the second way is next: Auth reads documents about clients, and Quill’s makers publish one. Nothing has to be registered, and nothing is sent yet.',
    },
    {
      at: 'registration-request',
      in: ['2025-11-25'],
      with: ['dynamic'],
      text: 'The third way. Quill has no id from this server and publishes no document, so it introduces itself: `client_name`, `redirect_uris`, and no secret (`none`). Nobody vouches for a word of it, and any program could send the same. The revision keeps this for compatibility with earlier ones; servers may offer it [mcp-2025-11-25-authorization-dynamic-client-registration].',
    },
    {
      at: 'registration-request',
      in: ['2026-07-28'],
      with: ['dynamic'],
      text: 'The third way, and deprecated: it stays for servers that read no documents [mcp-2026-07-28-client-registration-dynamic-client-registration]. Auth reads them, but Quill publishes none, so it introduces itself. `application_type` is new, and required: left out, it could be taken to mean a web application, and Quill’s redirect address does not suit one.',
    },
    {
      at: 'registration-response',
      with: ['dynamic'],
      text: 'A `client_id`, drawn by Auth, for this copy of Quill at this one server. Somebody else’s copy gets another. Auth has to keep them all, and to clear away those that nobody uses any more: that is a burden of this way [cimd-00-1].',
    },
    {
      at: 'vault-write',
      in: ['2025-11-25'],
      with: ['dynamic'],
      text: 'Quill keeps the id, so that tomorrow it need not register again, and keeps it under the `issuer` that gave it. Client ids are unique to their authorization server [rfc6749-2.2]: shown elsewhere, this one would be nobody’s, or somebody else’s.',
    },
    {
      at: 'vault-write',
      in: ['2026-07-28'],
      with: ['dynamic'],
      text: 'Quill keeps the id, so that tomorrow it need not register again, and must keep it under the `issuer` that gave it. Should Notes one day name another authorization server, Quill must not show this id there, and has to register anew [mcp-2026-07-28-client-registration-authorization-server-binding].',
    },
    {
      at: 'open-browser',
      with: ['metadata-document'],
      text: 'Look at `client_id` in what the browser opens: it is an address itself, https and with a path, as it must be [cimd-00-3]. Quill does not say who it is, but where that can be read. The same id would do at any other authorization server that reads such documents.',
    },
    {
      at: 'client-document-request',
      with: ['metadata-document'],
      text: 'See who asks: Auth, not Quill. It goes to an address that a stranger wrote into a link, so it looked at the address first: one inside its own network would be a way to reach what only Auth can reach. A server should not fetch from there [cimd-00-6.5].',
    },
    {
      at: 'client-document',
      with: ['metadata-document'],
      text: 'What the client says of itself. The `client_id` inside must be the address it was fetched from, or anybody could write about Quill [cimd-00-4.1]. There is no secret in it, and there must not be: everybody can read this. `redirect_uris` names Sam’s machine without a port, which Quill picks anew each time [rfc8252-7.3].',
    },
    {
      at: 'consent-page',
      with: ['metadata-document'],
      text: 'Two things are shown that the document settles: whose application it says it is, by the host of the id, and where the answer goes. It does not settle which program waits there. Any program on Sam’s machine could send this id and listen, so the page should warn Sam, and it does [mcp-2025-11-25-authorization-localhost-redirect-uri-risks].',
    },
    {
      at: 'consent-page',
      with: [...byHand, 'dynamic'],
      text: 'Sam reads the name under which Quill was registered. It proves little: the id travelled through the browser in the open, and a program that copied it would bring Sam to this very page. What Auth can hold on to is the last line: the answer goes to a registered address only [oauth21-13-2.3.1], and that is on Sam’s own machine.',
    },
    {
      at: 'token-request',
      with: ['pre-registered', 'dynamic', 'metadata-document'],
      text: 'A *public client*: `client_id` says which program asks, and nothing proves it. What protects the code is `code_verifier`, which only the one who began can know [rfc7636-4.6]. For a program on somebody’s machine that is little loss: whatever secret were built into it has to be thought of as readable [oauth21-13-2.1].',
    },
    {
      at: 'token-request',
      with: ['client-secret-basic'],
      text: 'Here the secret is shown: `Authorization` holds id and secret, joined and written in base64, which hides nothing from anybody who reads the message. How much it proves depends on who else has it. What is built into every copy of a program can be taken out of one [oauth21-13-2.1], and `code_verifier` has to come along all the same [oauth21-13-7.5.2].',
    },
    {
      at: 'token-request',
      with: ['client-secret-post'],
      text: 'Here the secret is shown: `client_secret`, in the body next to the code, never in a URL [oauth21-13-2.4.1]. How much it proves depends on who else has it. What is built into every copy of a program can be taken out of one [oauth21-13-2.1], and `code_verifier` has to come along all the same [oauth21-13-7.5.2].',
    },
    {
      at: 'mcp-request',
      nth: 2,
      with: [...byHand, 'dynamic'],
      text: 'Open the token: `client_id` stands in it. Auth wrote down for Notes which client this is for. Notes never asks how Quill came by that id, and lets it in all the same; the three ways differ at Auth alone. Choose another registration and compare this token with the one you see then.',
    },
    {
      at: 'mcp-request',
      nth: 2,
      with: ['metadata-document'],
      text: 'Open the token: `client_id` stands in it, and it is the address of the document. Auth wrote down for Notes which client this is for. Notes never fetches that document; the three ways differ at Auth alone. Choose another registration and compare this token with the one you see then.',
    },
  ],
  phases: {
    discovery: 'Quill finds out where Auth is, and which ways to an id it offers.',
    registration: 'Quill takes the first way in the order for which it has what is needed.',
    authorization: 'Auth learns the id from the browser, and asks Sam.',
    tokenExchange: 'Quill says once more who it is, and redeems the code.',
    toolCall: 'Quill speaks MCP, with a token in every request.',
  },
  question: {
    asks: 'Everybody can download Quill. Its makers want Auth to be sure that it is Quill that asks, and not a copy made by somebody else. What gives them that?',
    choices: [
      {
        says: 'A client secret, built into the program.',
        because:
          'Whoever downloads the program can take the secret out of it. From then on it proves no more than that somebody has had a copy in their hands.',
      },
      {
        says: 'A client id that is the address of a document on their own site.',
        because:
          'The document proves who published the name and the redirect addresses. Another program on Sam’s machine can send the same id and wait at the same kind of address.',
      },
      {
        says: 'Dynamic registration, so that every copy has an id of its own.',
        because:
          'Anybody may register under the name Quill. Ids tell one copy from another, and not an honest program from a false one.',
      },
      {
        says: 'None of the three.',
        right: true,
        because:
          'A program on somebody’s machine cannot prove who wrote it. So Sam is asked, the page says where the answer goes, and the verifier keeps the code to the program that began.',
      },
    ],
  },
  refs: [
    'mcp-2025-11-25-authorization-client-registration-approaches',
    'mcp-2026-07-28-authorization-client-registration',
    'mcp-2025-11-25-authorization-preregistration',
    'mcp-2026-07-28-client-registration-pre-registration',
    'mcp-2025-11-25-authorization-client-id-metadata-documents',
    'mcp-2026-07-28-client-registration-client-id-metadata-documents',
    'mcp-2025-11-25-authorization-localhost-redirect-uri-risks',
    'mcp-2025-11-25-authorization-dynamic-client-registration',
    'mcp-2026-07-28-client-registration-dynamic-client-registration',
    'mcp-2026-07-28-client-registration-application-type-and-redirect-uri-constraints',
    'mcp-2026-07-28-client-registration-authorization-server-binding',
    'cimd-00-1',
    'cimd-00-3',
    'cimd-00-4.1',
    'cimd-00-6.5',
    'rfc6749-2.2',
    'rfc7636-4.6',
    'rfc8252-7.3',
    'oauth21-13-2.1',
    'oauth21-13-2.3.1',
    'oauth21-13-2.4.1',
    'oauth21-13-7.5.2',
  ],
} as const satisfies Scenario
