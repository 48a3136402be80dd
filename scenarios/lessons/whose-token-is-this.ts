import type { Scenario } from '../../engine/scenario.ts'
import { cards } from '../cards.ts'

/** How a token comes to name the server it is for, and who looks. */
export const whoseTokenIsThis = {
  ...cards['whose-token-is-this'],
  forget: [],
  errands: [
    { call: 'read_note', arguments: { name: 'seed-vault' } },
    { wait: 3_600 },
    { call: 'read_note', arguments: { name: 'seed-vault' } },
  ],
  expects: 'completed',
  opening:
    'A token is shown to the server it opens. So that server holds it too, for a moment, and could try it elsewhere: at a neighbour that trusts the same authorization server. What stops it is one line in the token that says whom it is for. Watch where that line comes from, and who reads it.',
  beats: [
    {
      at: 'resource-metadata',
      in: ['2025-06-18', '2025-11-25', '2026-07-28'],
      text: 'It begins here. `resource` is what Notes calls itself, and Quill compares it with the address it called [rfc9728-3.3], or a server could have tokens made out to somebody else’s name, and collect them. Keep the string in mind, `https://notes.example/mcp`. It will come back again and again, the same to the letter.',
    },
    {
      at: 'open-browser',
      in: ['2025-03-26'],
      text: 'Look at what Quill asks for: a code, for this client, with this `state` and this `code_challenge`. One thing is not said: for which server. This revision has no parameter for it. Quill has no say in which server the token will be good for.',
    },
    {
      at: 'open-browser',
      in: ['2025-06-18'],
      text: 'The first time: `resource` says for which server Quill wants to use the token. A client must send it here and in the token request, whether or not the authorization server knows what to do with it [mcp-2025-06-18-authorization-resource-parameter-implementation]. The name is the one under which Notes is called, with its path.',
    },
    {
      at: 'open-browser',
      in: ['2025-11-25'],
      text: 'The first time: `resource` says for which server Quill wants to use the token. A client must send it here and in the token request, whether or not the authorization server knows what to do with it [mcp-2025-11-25-authorization-resource-parameter-implementation]. The name is the one under which Notes is called, with its path.',
    },
    {
      at: 'open-browser',
      in: ['2026-07-28'],
      text: 'The first time: `resource` says for which server Quill wants to use the token. A client must send it here and in the token request, whether or not the authorization server knows what to do with it [mcp-2026-07-28-authorization-resource-parameter-implementation]. The name is the one under which Notes is called, with its path.',
    },
    {
      at: 'consent-page',
      in: ['2025-03-26'],
      text: 'Still the page names a server: `https://notes.example/mcp`. Quill has not said so. Auth lives on the same host as Notes and makes its tokens for Notes, so it fills in the name itself. With a second MCP server on this host, nobody could tell which of them was meant.',
    },
    {
      at: 'consent-page',
      in: ['2025-06-18', '2025-11-25', '2026-07-28'],
      text: 'The second time, and now Sam can read it: Quill asks to act at `https://notes.example/mcp`. Auth has looked whether it knows that server and may make tokens for it; others it refuses. What Sam agrees to is not access in general, but access there.',
    },
    {
      at: 'token-request',
      in: ['2025-06-18', '2025-11-25', '2026-07-28'],
      text: 'The third time: `resource` again, and this time it asks for the token itself. Auth wrote down with the code which server Sam agreed to, and compares. How far it limits what a client may ask for here is its own policy [rfc8707-2.2]; this one gives nothing but what Sam has seen.',
    },
    {
      at: 'token-response',
      in: ['2025-03-26'],
      text: 'Open `access_token`, and in it `aud`, the *audience*: whom the token is for. It names Notes, by default and not by request. A token of this kind has to name somebody: where no resource was asked for, the authorization server must put in a default [rfc9068-3].',
    },
    {
      at: 'token-response',
      in: ['2025-06-18', '2025-11-25', '2026-07-28'],
      text: 'The fourth time. Open `access_token`, and in it `aud`, the *audience*: what Quill sent as the resource has become a statement of Auth’s. It should be the same value [rfc9068-3]. Auth has signed it, so that nobody can change it. Quill does not read it: to a client, a token is opaque [oauth21-13-1.4].',
    },
    {
      at: 'mcp-request',
      nth: 2,
      text: 'The token arrives where it belongs, and Notes has to find out whether it does. That Auth signed it is not enough: a token for another server would be signed with the same key. What tells the two apart is `aud`. Before Notes believes that line, it fetches Auth’s public key, for an unsigned statement is worth nothing.',
    },
    {
      at: 'jwks',
      in: ['2025-03-26'],
      text: 'Now Notes can judge; go back to the request and see the checks. Auth signed the token, Auth is the issuer that Notes trusts, and the audience is Notes itself. This revision has servers validate tokens and says nothing of audiences [mcp-2025-03-26-authorization-token-handling]; that one for others must be rejected, JWT access tokens bring with them [rfc9068-4].',
    },
    {
      at: 'jwks',
      in: ['2025-06-18'],
      text: 'Now Notes can judge; go back to the request and see the checks. The signature says *who* wrote the token, the issuer that it is somebody whom Notes trusts, the audience *for whom*. Notes compares it with its own address, and must reject a token that is not for it [mcp-2025-06-18-authorization-access-token-privilege-restriction].',
    },
    {
      at: 'jwks',
      in: ['2025-11-25'],
      text: 'Now Notes can judge; go back to the request and see the checks. The signature says *who* wrote the token, the issuer that it is somebody whom Notes trusts, the audience *for whom*. Notes compares it with its own address, and must reject a token that is not for it [mcp-2025-11-25-authorization-access-token-privilege-restriction].',
    },
    {
      at: 'jwks',
      in: ['2026-07-28'],
      text: 'Now Notes can judge; go back to the request and see the checks. The signature says *who* wrote the token, the issuer that it is somebody whom Notes trusts, the audience *for whom*. Notes compares it with its own address, and must reject a token that is not for it [mcp-2026-07-28-security-considerations-access-token-privilege-restriction].',
    },
    {
      at: 'refresh-request',
      in: ['2025-03-26'],
      text: 'An hour later the token has run out, and Quill asks for another. Again no server is named: the new token will be for the same one, because Auth has it so and not because anybody asked. Since 2025-06-18 Quill names the server itself; choose that revision and compare.',
    },
    {
      at: 'refresh-request',
      in: ['2025-06-18', '2025-11-25', '2026-07-28'],
      text: 'An hour later the token has run out, and Quill asks for another. This is a token request too, so `resource` goes along. The refresh token must not reach further than what Sam agreed to [oauth21-13-3.2.3]: Auth compares, and the new token will have the same audience as the old.',
    },
  ],
  phases: {
    discovery: 'Quill finds out who guards the notes.',
    registration: 'Quill looks for the name under which Auth will know it.',
    authorization: 'Sam is asked about one server, and agrees to that one.',
    tokenExchange: 'Auth writes into the token whom it is for.',
    toolCall: 'Notes looks whom a token is for before it answers.',
    refresh: 'A new token, for the same server.',
  },
  question: {
    asks: 'Suppose that Auth also makes tokens for Ledger, another MCP server. Sam uses both. Whoever runs Ledger takes the token that Sam’s client has sent there and shows it to Notes. What stops them?',
    choices: [
      {
        says: 'The signature.',
        because:
          'The token really is by Auth, so its signature holds, at Notes as well. A signature says who wrote a token, and not for whom.',
      },
      {
        says: 'The audience: it names Ledger, and Notes looks for its own name.',
        right: true,
        because:
          'That is all there is between the two servers. A server that does not look there lets in every token that its authorization server makes for others.',
      },
      {
        says: 'The encryption of the connection: nobody can read the token on its way.',
        because:
          'Ledger need not listen to anybody. The client sent it the token itself, and at its end of the connection Ledger can read what it was sent.',
      },
      {
        says: 'The scope: a token for Ledger allows nothing at Notes.',
        because:
          'Scopes are words, and two servers may use the same. Ledger could even ask in its challenge for a scope that Notes uses, and a client may well request it.',
      },
    ],
  },
  refs: [
    'mcp-2025-03-26-authorization-token-handling',
    'mcp-2025-06-18-authorization-resource-parameter-implementation',
    'mcp-2025-11-25-authorization-resource-parameter-implementation',
    'mcp-2026-07-28-authorization-resource-parameter-implementation',
    'mcp-2025-06-18-authorization-canonical-server-uri',
    'mcp-2025-06-18-authorization-access-token-privilege-restriction',
    'mcp-2025-11-25-authorization-access-token-privilege-restriction',
    'mcp-2026-07-28-security-considerations-access-token-privilege-restriction',
    'mcp-2025-06-18-authorization-token-audience-binding-and-validation',
    'rfc9728-3.3',
    'rfc9728-7.4',
    'rfc8707-2',
    'rfc8707-2.2',
    'rfc9068-3',
    'rfc9068-4',
    'rfc7519-4.1.3',
    'oauth21-13-3.2.3',
    'oauth21-13-1.4',
  ],
} as const satisfies Scenario
