import type { Scenario } from '../../engine/scenario.ts'
import { cards } from '../cards.ts'

/** One whole handshake in which everybody does everything right. */
export const firstContact = {
  ...cards['first-contact'],
  forget: [],
  errands: [
    { call: 'read_note', arguments: { name: 'seed-vault' } },
    { wait: 3_600 },
    { call: 'read_note', arguments: { name: 'seed-vault' } },
  ],
  expects: 'completed',
  opening:
    'Sam keeps notes on a server. Quill, a program on Sam’s machine, knows that server’s address, and holds nothing that would open it. If Sam agrees, it will read one of the notes all the same, and it will never see Sam’s password. Send the first message, and see what comes back.',
  beats: [
    {
      at: 'mcp-request',
      in: ['2025-03-26', '2025-06-18', '2025-11-25'],
      text: 'Three parties have a task each: Quill, the *client*; Notes, the *MCP server* that keeps the notes; and Auth, the *authorization server* that knows Sam. None trusts another further than it must. This first request is an ordinary MCP message, with nothing in it that could open a door.',
    },
    {
      at: 'mcp-request',
      in: ['2026-07-28'],
      text: 'Quill is the *client*, Notes the *MCP server* that keeps the notes, and Auth the *authorization server* that knows Sam. MCP begins without a greeting here: each request says in `_meta` which version it speaks and who sends it [mcp-2026-07-28-base-statelessness], and in `Mcp-Method` what it asks. Nothing in this one could open a door.',
    },
    {
      at: 'mcp-challenge',
      in: ['2025-03-26'],
      text: 'Turned away. A `401` is an invitation here: it tells the client to begin [mcp-2025-03-26-authorization-example-authorization-code-grant]. In `WWW-Authenticate` stands what kind of credential is wanted, a `Bearer` token, and no word about where to get one. In this revision none is needed, as the next message shows.',
    },
    {
      at: 'mcp-challenge',
      in: ['2025-06-18'],
      text: 'Turned away, and told where to go. Open `WWW-Authenticate`: under `resource_metadata` stands the address where this server describes itself. A `401` is an invitation here, and an MCP server must send that address with every one [mcp-2025-06-18-authorization-authorization-server-location]. It names no error, for Quill has done nothing wrong.',
    },
    {
      at: 'mcp-challenge',
      in: ['2025-11-25', '2026-07-28'],
      text: 'Turned away, and told where to go. A `401` is an invitation here. Open `WWW-Authenticate`: under `resource_metadata` stands the address where this server describes itself, and under `scope` what a token would have to allow [rfc6750-3], so that Quill need not ask for more. It names no error, for Quill has done nothing wrong.',
    },
    {
      at: 'server-metadata-request',
      in: ['2025-03-26'],
      text: 'Quill takes the address it called and drops the path: what is left is where Auth must be [mcp-2025-03-26-authorization-authorization-base-url]. There it asks for the document in which an authorization server describes itself: where Sam has to go, and where a code becomes a token. Nobody told Quill where Auth is: it worked that out.',
    },
    {
      at: 'resource-metadata',
      in: ['2025-06-18', '2025-11-25', '2026-07-28'],
      text: 'Look at `authorization_servers`. It is not Quill that chooses Auth: the server that keeps the notes says whose tokens it trusts. Then look at `resource`. Quill compares it with the address it called, so that no server can pass itself off as another [rfc9728-3.3].',
    },
    {
      at: 'vault-entry',
      with: ['pre-registered'],
      text: 'Auth will want to know which program is asking. Quill looks into its *vault* and finds a `client_id` that somebody obtained for it by hand. Such an id is a name, not a password: others may read it [oauth21-13-2.2]. No secret comes with it (`none`), for one built into a program can be read out of it.',
    },
    {
      at: 'vault-entry',
      with: ['client-secret-basic', 'client-secret-post'],
      text: 'Auth will want to know which program is asking. Quill looks into its *vault* and finds a `client_id` that somebody obtained for it by hand. Such an id is a name: others may read it [oauth21-13-2.2]. A `client_secret` came with it, which Quill will have to show whenever it asks for tokens.',
    },
    {
      at: 'registration-request',
      in: ['2025-03-26', '2025-06-18', '2025-11-25'],
      with: ['dynamic'],
      text: 'Auth has never heard of Quill, and no human has to introduce them. Quill says what it is called, and where on Sam’s machine the browser may come back. It will have no secret (`none`): one built into a program can be read out of it. The answer will be an id, which is a name, not a password.',
    },
    {
      at: 'registration-request',
      in: ['2026-07-28'],
      with: ['dynamic'],
      text: 'Auth has never heard of Quill, so Quill introduces itself: its name, where the browser may come back, and that it is a `native` program. It will have no secret (`none`). This way is deprecated in favour of documents that clients publish, and Quill has none [mcp-2026-07-28-client-registration-dynamic-client-registration]. The answer will be an id: a name, not a password.',
    },
    {
      at: 'open-browser',
      in: ['2025-03-26', '2025-06-18', '2025-11-25'],
      text: 'Before this, Quill drew a random *verifier*, and it keeps that at home. Only its SHA-256 goes out, as `code_challenge`: quick to compute, and nobody finds the way back [rfc7636-4.2]. Later the verifier will prove that the one who asked is the one who collects. `state` is random too, and must come back with the answer.',
    },
    {
      at: 'open-browser',
      in: ['2026-07-28'],
      text: 'Before this, Quill drew a random *verifier*, and keeps it at home. Only its SHA-256 goes out, as `code_challenge`: nobody finds the way back [rfc7636-4.2]. Later the verifier will prove that the one who asked is the one who collects. In `scope`, `offline_access` asks leave to go on while Sam is away [mcp-2026-07-28-authorization-refresh-tokens].',
    },
    {
      at: 'client-document',
      with: ['metadata-document'],
      text: 'Auth has never heard of Quill, and Quill has registered nowhere: its `client_id` is the address of this document. Auth has just fetched it and now knows the name, and where the browser may come back. It compares the `client_id` in here with the address it asked, or anybody could publish this about anybody [cimd-00-4.1].',
    },
    {
      at: 'consent-page',
      with: ['pre-registered', 'client-secret-basic', 'client-secret-post', 'dynamic'],
      text: 'The request, in words that Sam can judge: which program, for which server, what it could do, and where the answer goes. Any program can say that it is Quill, so the last line matters: it is the address that Auth will really use. Sam’s password went from the browser to Auth, never through Quill [rfc8252-8.12].',
    },
    {
      at: 'consent-page',
      with: ['metadata-document'],
      text: 'The request, in words that Sam can judge: which program, whose it says it is, what it could do, and where the answer goes. That is Sam’s own machine, where any program may wait, so Auth should warn, and does [mcp-2025-11-25-authorization-localhost-redirect-uri-risks]. Sam’s password went from the browser to Auth, never through Quill.',
    },
    {
      at: 'callback-request',
      in: ['2025-03-26', '2025-06-18', '2025-11-25'],
      text: 'Sam’s answer comes back through the browser, where histories, logs and other programs may look on. If Sam agreed, it is a *code*: a receipt, good once and for a minute. Quill first compares `state` with the one it sent, so that an answer slipped in by somebody else is thrown away [oauth21-13-2.3.3].',
    },
    {
      at: 'callback-request',
      in: ['2026-07-28'],
      text: 'Sam’s answer comes back through the browser, where histories and logs may keep it. If Sam agreed, it is a *code*: a receipt, good once and for a minute. Quill compares `state` with the one it sent, and `iss` with the server it sent Sam to: an answer from another server must not be used [mcp-2026-07-28-authorization-authorization-response-validation].',
    },
    {
      at: 'token-request',
      text: 'The code came through the browser; suppose that somebody copied it there. By itself it buys nothing: Auth hashes the `code_verifier` and compares the result with the challenge it wrote down [rfc7636-4.6]. The verifier travels now for the first time, straight to Auth. What Quill gets for it is a *token*: what Notes will let in.',
    },
    {
      at: 'mcp-request',
      nth: 2,
      in: ['2025-03-26', '2025-06-18', '2025-11-25'],
      text: 'The first message again, now with a token in `Authorization`. From here on every request carries it, session or not [mcp-2025-03-26-authorization-token-requirements]. Open it and find `aud`, its *audience*: it names Notes and should open nothing else. A server that did not look there would let in tokens meant for its neighbours.',
    },
    {
      at: 'mcp-request',
      nth: 2,
      in: ['2026-07-28'],
      text: 'The first message again, now with a token in `Authorization`. From here on every request carries it [mcp-2026-07-28-authorization-token-requirements]: there is no session to remember anything. Open it and find `aud`, its *audience*: it names Notes and should open nothing else. A server that did not look there would let in tokens meant for its neighbours.',
    },
    {
      at: 'jwks',
      text: 'Notes and Auth share no secret. Notes fetches the public halves of Auth’s `keys` once, and can then see for itself that Auth wrote the token, for Notes, and that nobody changed a byte. A public key verifies and cannot sign: the half that signs never leaves Auth.',
    },
    {
      at: 'mcp-challenge',
      nth: 2,
      text: 'A `401` once more, but now it names an `error`: a token came, and it is no longer good. Tokens here are made for a quarter of an hour, and then the client has to ask again: a short life leaves little use in a stolen one [oauth21-13-7.1].',
    },
    {
      at: 'refresh-request',
      text: 'Nobody asks Sam. Quill shows its `refresh_token`, which Notes has never seen, and gets a new pair; this one is dead from then on. Should it come back all the same, one of its two holders may be a thief; Auth cannot tell which, and withdraws every refresh token of its line [rfc9700-4.14.2]. Then Quill repeats its call.',
    },
  ],
  phases: {
    discovery: 'Quill finds out who guards the notes.',
    registration: 'Quill looks for the name under which Auth will know it.',
    authorization: 'The browser takes over, and Sam decides.',
    tokenExchange: 'Quill offers the code for tokens.',
    toolCall: 'Quill speaks MCP, with a token in every request.',
    refresh: 'The token no longer works. Quill asks for another, without troubling Sam.',
  },
  question: {
    asks: 'Sam’s browser stood in the middle of all this. Which of these never passed through it?',
    choices: [
      {
        says: 'The code.',
        because:
          'The code came back in the address that the browser opened at Quill. That is why it must be worth nothing by itself: whoever redeems it has to show the verifier too.',
      },
      {
        says: 'The access token.',
        right: true,
        because:
          'Auth gave it straight to Quill, and Quill sends it straight to Notes. What passes through a browser may stay in histories and logs; a token that works by itself has no business there.',
      },
      {
        says: 'Sam’s password.',
        because:
          'Sam typed it into Auth’s page, and the browser carried it to Auth. Quill and Notes are the ones that never saw it.',
      },
      {
        says: 'The code challenge.',
        because:
          'It stood in the address with which Quill opened the browser. A hash may be seen by anybody: it does not lead back to the verifier.',
      },
    ],
  },
  refs: [
    'mcp-2025-06-18-authorization-authorization-flow-steps',
    'mcp-2025-06-18-authorization-authorization-server-location',
    'mcp-2025-03-26-authorization-example-authorization-code-grant',
    'mcp-2025-03-26-authorization-authorization-base-url',
    'mcp-2026-07-28-base-statelessness',
    'rfc9728-3.3',
    'rfc6750-3',
    'mcp-2026-07-28-client-registration-dynamic-client-registration',
    'cimd-00-4.1',
    'oauth21-13-2.2',
    'rfc7636-4.2',
    'mcp-2026-07-28-authorization-refresh-tokens',
    'rfc8252-8.12',
    'mcp-2025-11-25-authorization-localhost-redirect-uri-risks',
    'oauth21-13-2.3.3',
    'mcp-2026-07-28-authorization-authorization-response-validation',
    'rfc7636-4.6',
    'mcp-2025-03-26-authorization-token-requirements',
    'mcp-2026-07-28-authorization-token-requirements',
    'oauth21-13-7.1',
    'rfc9700-4.14.2',
  ],
} as const satisfies Scenario
