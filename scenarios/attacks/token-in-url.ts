import type { Attack } from '../../engine/scenario.ts'
import { tokenCards } from '../attack-cards/tokens.ts'

/** A token that stands in an address, and so in every place that keeps addresses. */
export const tokenInUrl = {
  ...tokenCards['token-in-url'],
  expects: 'won',
  forget: ['client/bearer-in-header', 'rs/bearer-in-header'],
  ears: [{ on: 'mcp-request', hears: 'url' }],
  acts: [
    {
      who: 'client',
      does: 'connect',
      errands: [{ call: 'read_note', arguments: { name: 'groceries' } }],
    },
    { who: 'attacker', does: 'call', call: 'read_note', arguments: { name: 'seed-vault' } },
  ],
  goal: { is: 'reads', text: 'under the third flower pot' },
  stops: [
    {
      checks: ['client/bearer-in-header'],
      because:
        'Quill sends the token in the `Authorization` header. Whoever keeps addresses keeps the address of Notes, and that is no secret.',
    },
  ],
  decoys: [
    {
      checks: ['rs/bearer-in-header'],
      name: 'a server that ignores tokens in the address',
      because:
        'Notes then answers 401, and Quill gets nowhere. But the address has been sent and written down, and the token in it is good: Mallory puts it into the header.',
    },
    {
      checks: ['client/stores-in-vault'],
      name: 'a vault for the tokens',
      because:
        'In the vault the token is safe. From there Quill takes it, and writes it into an address.',
    },
    {
      checks: ['rs/audience-is-me', 'rs/not-expired'],
      name: 'audience and expiry',
      because:
        'The token is for Notes, and it lives for a quarter of an hour. A log is read faster than that by a program.',
    },
  ],
  endings: {
    careless:
      'Quill wrote the token into the address, a log kept the address, and Mallory used the token from there.',
    careful: 'The token travelled in a header, so that the log had nothing to give away.',
  },
  hints: [
    'Look at what Mallory holds after the first request to Notes with a token, and what he was shown of it.',
    'Which part of a request is written down by programs that do not know what a token is?',
    'Remember `client/bearer-in-header`. Then forget it again, and remember `rs/bearer-in-header` instead.',
  ],
  listed: ['OWASP MCP01:2025 Token Mismanagement & Secret Exposure'],
  opening:
    'Between Quill and Notes stands what stands everywhere: something that writes down which addresses were asked for, to find faults and count visits. Nobody thinks of that list as a secret. Mallory can read it. He sees addresses, no headers and no bodies, and he does so at the same hour.',
  beats: [
    {
      at: 'mcp-request',
      text: 'The first request, without a token. The list now has one line: the address of Notes. With that alone Mallory can do what anybody can.',
    },
    {
      at: 'token-response',
      text: 'The token comes in the body of an answer, and no list keeps bodies. `expires_in` says for how long it is good. Whoever bears it may use it: that is what `Bearer` means.',
    },
    {
      at: 'mcp-request',
      nth: 2,
      text: 'Here it is in the address, as `access_token`. A client MUST use the header, and an access token MUST NOT stand in the query [mcp-2025-03-26-authorization-token-requirements]. Quill forgets, and the line in the list is now a key.',
      in: ['2025-03-26'],
    },
    {
      at: 'mcp-request',
      nth: 2,
      text: 'Here it is in the address, as `access_token`. A client MUST use the header, and an access token MUST NOT stand in the query [mcp-2025-06-18-authorization-token-requirements]. Quill forgets, and the line in the list is now a key.',
      in: ['2025-06-18', '2025-11-25', '2026-07-28'],
    },
    {
      at: 'mcp-response',
      without: ['client/bearer-in-header'],
      text: 'Notes must ignore a token in the address [oauth21-13-5.1]; this one takes it. Had it ignored it, Quill would have been turned away. The line would be in the list all the same.',
    },
    {
      at: 'mcp-request',
      nth: 6,
      in: ['2025-03-26', '2025-06-18', '2025-11-25'],
      text: 'Mallory copies the token out of the list and does it properly: he sends it in the `Authorization` header. To Notes this is Quill.',
    },
    {
      at: 'mcp-request',
      nth: 4,
      in: ['2026-07-28'],
      text: 'Mallory copies the token out of the list and does it properly: he sends it in the `Authorization` header. To Notes this is Quill.',
    },
  ],
  phases: {
    discovery: 'Quill learns who guards Notes.',
    registration: 'Quill registers.',
    authorization: 'Sam signs in and agrees.',
    tokenExchange: 'Quill gets a token.',
    toolCall: 'The token goes to Notes with every request.',
  },
  question: {
    asks: 'Quill writes its token into the address. Notes is told to ignore tokens in addresses, as it must. Is Sam safe now?',
    choices: [
      {
        says: 'Yes: such a token opens nothing any more.',
        because:
          'It opens nothing *from there*. Mallory takes it out of the list and sends it in the header, where it counts.',
      },
      {
        says: 'Yes: the connection is encrypted, so nobody reads the address.',
        because:
          'On the way it is encrypted. At its ends it is written down: in histories, in logs, and in what a page tells the next one about where it comes from.',
      },
      {
        says: 'No: the token was given away when Quill sent it. Only the sender can keep it out of an address.',
        right: true,
        because:
          'What has been written down cannot be taken back by the one who receives it. The rule for the client is the one that helps.',
      },
      {
        says: 'Yes: after a quarter of an hour it is worth nothing.',
        because:
          'That limits the harm, and it does not prevent it. A program that reads a log needs less than a second.',
      },
    ],
  },
  refs: [
    'mcp-2025-06-18-authorization-token-requirements',
    'mcp-2025-03-26-authorization-token-requirements',
    'oauth21-13-5.1',
    'rfc6750-2.3',
  ],
} as const satisfies Attack
