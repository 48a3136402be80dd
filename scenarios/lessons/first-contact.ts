import type { Scenario } from '../../engine/scenario.ts'

/** One whole handshake in which everybody does everything right. */
export const firstContact = {
  id: 'first-contact',
  kind: 'lesson',
  title: 'First contact',
  summary:
    'A client that has never met this server gets a note out of it, with the owner’s consent.',
  minutes: 5,
  revision: '2025-06-18',
  forget: [],
  errands: [
    { call: 'read_note', arguments: { name: 'seed-vault' } },
    { wait: 3_600 },
    { call: 'read_note', arguments: { name: 'seed-vault' } },
  ],
  expects: 'completed',
  opening:
    'Sam keeps notes on a server. Quill, a program on Sam’s machine, knows that server’s address and nothing else: it has no account there, no key, no promise. If Sam agrees, it will read one of the notes all the same, and it will never see Sam’s password. Send the first message, and see what comes back.',
  beats: [
    {
      at: 'mcp-request',
      text: 'Three parties stand apart: Quill, the *client*; Notes, the *MCP server* that keeps the notes; and Auth, the *authorization server* that knows Sam. Each may belong to somebody else, and none trusts another further than it must. This first request is an ordinary MCP message, with nothing in it that could open a door.',
    },
    {
      at: 'mcp-challenge',
      text: 'Turned away, and told where to go. Open `WWW-Authenticate`: under `resource_metadata` stands the address where this server describes itself. A `401` is an invitation here, and an MCP server must send that address with every one [mcp-2025-06-18-authorization-authorization-server-location]. It names no error, for Quill has done nothing wrong.',
    },
    {
      at: 'resource-metadata',
      text: 'Look at `authorization_servers`. Quill did not choose Auth and could not have guessed it: the server that keeps the notes says whose tokens it trusts. Then look at `resource`. Quill compares it with the address it called, so that no server can pass itself off as another [rfc9728-3.3].',
    },
    {
      at: 'registration-request',
      text: 'Auth has never heard of Quill, and no human has to introduce them. Quill says what it is called, and where on Sam’s machine the browser may come back. It will have no secret (`none`): one built into a program can be read out of it. The answer will be an id, which is a name, not a password.',
    },
    {
      at: 'open-browser',
      text: 'Before this, Quill drew a random *verifier*, and it keeps that at home. Only its SHA-256 goes out, as `code_challenge`: quick to compute, and nobody finds the way back [rfc7636-4.2]. Later the verifier will prove that the one who asked is the one who collects. `state` is random too, and must come back with the answer.',
    },
    {
      at: 'consent-page',
      text: 'The request, in words that Sam can judge: which program, for which server, what it could do, and where the answer goes. The name is only what the program says of itself, so the last line matters: it is the address that Auth will really use. Sam’s password went from the browser to Auth, never through Quill [rfc8252-8.12].',
    },
    {
      at: 'callback-request',
      text: 'Sam’s answer comes back through the browser, where histories, logs and other programs may look on. If Sam agreed, it is a *code*: a receipt, good once and for a minute. Quill first compares `state` with the one it sent, so that an answer slipped in by somebody else is thrown away [oauth21-13-2.3.3].',
    },
    {
      at: 'token-request',
      text: 'The code came through the browser; suppose that somebody copied it there. By itself it buys nothing: Auth hashes the `code_verifier` and compares the result with the challenge it wrote down [rfc7636-4.6]. The verifier travels now for the first time, straight to Auth. What Quill gets for both is a *token*: what Notes will let in.',
    },
    {
      at: 'mcp-request',
      nth: 2,
      text: 'The first message again, now with a token in `Authorization`. From here on every request carries it, session or not [mcp-2025-06-18-authorization-token-requirements]. Open it and find `aud`, its *audience*: it names Notes and should open nothing else. A server that did not look there would let in tokens meant for its neighbours.',
    },
    {
      at: 'jwks',
      text: 'Notes and Auth share no secret. Notes fetches the public halves of Auth’s `keys` once, and can then see for itself that Auth wrote the token, for Notes, and that nobody changed a byte. A public key verifies and cannot sign: the half that signs never leaves Auth.',
    },
    {
      at: 'mcp-challenge',
      nth: 2,
      text: 'A `401` once more, but now it names an `error`: a token came, and it is no longer good. Tokens here are made for a quarter of an hour, and then the client has to ask again: a short life leaves little use in a stolen one [mcp-2025-06-18-authorization-token-theft].',
    },
    {
      at: 'refresh-request',
      text: 'Nobody asks Sam. Quill shows its `refresh_token`, which Notes has never seen, and gets a new pair; this one is dead from then on. Should it come back all the same, one of its two holders may be a thief; Auth cannot tell which, and withdraws every refresh token of its line [rfc9700-4.14.2]. Then Quill repeats its call.',
    },
  ],
  phases: {
    discovery: 'Quill finds out who guards the notes.',
    registration: 'Quill looks whether it has a name at Auth already; if not, it registers.',
    authorization: 'The browser takes over, and Sam decides.',
    tokenExchange: 'Quill offers the code for tokens.',
    toolCall: 'Quill speaks MCP, with a token in every request.',
    refresh: 'The token no longer works. Quill asks for another, without troubling Sam.',
  },
  refs: [
    'mcp-2025-06-18-authorization-authorization-flow-steps',
    'mcp-2025-06-18-authorization-authorization-server-location',
    'rfc9728-3.3',
    'mcp-2025-06-18-authorization-dynamic-client-registration',
    'mcp-2025-06-18-authorization-authorization-code-protection',
    'rfc7636-4.2',
    'rfc8252-8.12',
    'oauth21-13-2.3.3',
    'rfc7636-4.6',
    'mcp-2025-06-18-authorization-resource-parameter-implementation',
    'mcp-2025-06-18-authorization-token-requirements',
    'mcp-2025-06-18-authorization-access-token-privilege-restriction',
    'mcp-2025-06-18-authorization-token-theft',
    'rfc9700-4.14.2',
  ],
} as const satisfies Scenario
