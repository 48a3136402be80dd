import type { Attack } from '../../engine/scenario.ts'
import { keepingCards } from '../attack-cards/keeping.ts'
import { pkceChecks } from '../pkce-checks.ts'

const seedVault = { call: 'read_note', arguments: { name: 'seed-vault' } } as const

/** Tokens in a file that every program of the owner’s can read. */
export const plainFileTokens = {
  ...keepingCards['plain-file-tokens'],
  expects: 'won',
  forget: ['client/stores-in-vault'],
  acts: [
    {
      who: 'client',
      does: 'connect',
      errands: [{ call: 'read_note', arguments: { name: 'groceries' } }],
    },
    { who: 'attacker', does: 'read-vault' },
    { who: 'attacker', does: 'call', ...seedVault },
  ],
  goal: { is: 'reads', text: 'under the third flower pot' },
  stops: [
    {
      checks: ['client/stores-in-vault'],
      because:
        'Quill hands its tokens to a store that asks Sam before another program may read them. Mallory’s program is another one, and Sam does not know it. Secure storage of tokens is a duty in every revision; by which means, MCP does not say.',
    },
  ],
  decoys: [
    {
      checks: pkceChecks,
      name: 'PKCE',
      because:
        'PKCE ends with the token. It makes a stolen code worthless, and has nothing to say about what became of the code.',
    },
    {
      checks: ['rs/not-expired'],
      name: 'a short-lived access token',
      because:
        'It makes the access token worth less, and is asked for *to reduce the impact* of a leak. Mallory is in time; and if he were not, the refresh token lies in the same file.',
    },
    {
      checks: ['as/refresh-rotated', 'as/refresh-reuse-revokes-family'],
      name: 'rotation of refresh tokens',
      because:
        'It would end a theft that lasts, once two have used the same refresh token. Mallory has not used it yet, and the access token is enough for one note.',
    },
    {
      checks: ['as/response-no-store'],
      name: 'Cache-Control: no-store',
      because:
        'It tells caches on the way to keep nothing. Quill is no cache: it has to keep the tokens. Where it puts them is its own affair.',
    },
  ],
  endings: {
    careless:
      'Quill wrote its tokens into a plain file, and a program that Sam had started read it: Mallory showed the token to Notes and got Sam’s note.',
    careful:
      'Quill kept its tokens in the Keychain, and the system did not hand them to a program that had not put them there.',
  },
  hints: [
    'Every message between Quill and the servers is as it should be. Look beside them.',
    'The vault is a party as well. Open what Quill hands to it, and read under which protection it is kept.',
    'Mallory’s program runs as Sam. Which of Sam’s files may it read?',
  ],
  listed: [
    'SAF-T1502 File-Based Credential Harvest',
    'OWASP MCP01:2025 Token Mismanagement & Secret Exposure',
  ],
  opening:
    'Sam has installed something small and useful, a theme or a build script. It runs as Sam, as everything does that Sam starts, and among other things it reads files and sends them to Mallory. It cannot see what Quill sends over the network, nor what is in Quill’s memory. It looks where programs keep what they want to remember.',
  beats: [
    {
      at: 'token-response',
      text: 'All has gone well so far: Sam was asked, the code was bound to Quill, and Auth forbids caches to keep this answer with `no-store`. But Quill has to remember what is in it. Else Sam would be asked again at every start.',
    },
    {
      at: 'vault-write',
      in: ['2025-03-26'],
      text: 'Quill writes the tokens down, and where it does says `protection`: none. In this revision a client must store tokens securely [mcp-2025-03-26-authorization-security-considerations]. What is secure on which system, no revision says. A file of JSON in the home folder is what many begin with.',
    },
    {
      at: 'vault-write',
      in: ['2025-06-18', '2025-11-25', '2026-07-28'],
      text: 'Quill writes the tokens down, and where it does says `protection`: none. Clients must implement secure token storage [mcp-2025-06-18-authorization-token-theft]. What is secure on which system, no revision says. A file of JSON in the home folder is what many begin with.',
    },
    {
      at: 'read-file',
      text: 'Nothing is broken into here. Mallory’s program opens a file, with Sam’s own rights. A file that only Sam’s account may read keeps other people out, not Sam’s other programs.',
    },
    {
      at: 'file',
      text: 'Now he has everything: an `access_token`, a `refresh_token`, and the `client_id` to use it with. Tokens must be kept confidential *in transit and storage* [oauth21-13-1.4]. The transit was in order.',
    },
    {
      at: 'mcp-request',
      nth: 6,
      in: ['2025-03-26', '2025-06-18', '2025-11-25'],
      text: 'From another machine, with Mallory’s own client, the token goes to Notes. Every check that Notes makes of it holds: it is Auth’s, it is fresh, it is for Notes. `Bearer` says that nothing else is asked for.',
    },
    {
      at: 'mcp-request',
      nth: 4,
      in: ['2026-07-28'],
      text: 'From another machine, with Mallory’s own client, the token goes to Notes. Every check that Notes makes of it holds: it is Auth’s, it is fresh, it is for Notes. `Bearer` says that nothing else is asked for.',
    },
    {
      at: 'mcp-response',
      nth: 8,
      in: ['2025-03-26', '2025-06-18', '2025-11-25'],
      text: 'The note is out: *under the third flower pot*. No server has done anything wrong. One line of Quill’s was missing, and it was not about the protocol.',
    },
    {
      at: 'mcp-response',
      nth: 4,
      in: ['2026-07-28'],
      text: 'The note is out: *under the third flower pot*. No server has done anything wrong. One line of Quill’s was missing, and it was not about the protocol.',
    },
  ],
  phases: {
    discovery: 'Who guards the notes: Quill asks, and later somebody else.',
    registration: 'Quill looks for the name under which Auth knows it.',
    authorization: 'Sam agrees, to Quill.',
    tokenExchange: 'Quill gets its tokens, and has to put them somewhere.',
    toolCall: 'The token is used: by Quill, and then by Mallory.',
    attack: 'A program on Sam’s machine looks around.',
  },
  betBefore: { at: 'read-file' },
  question: {
    asks: 'Mallory’s program runs on Sam’s machine, as Sam. What would have kept the tokens from it?',
    choices: [
      {
        says: 'A file that only Sam’s account may read.',
        because:
          'The program runs as Sam: for the system it is Sam. Such a file keeps out other people on the same machine, and that is worth doing, but it is not this attack.',
      },
      {
        says: 'Access tokens that expire after a few minutes.',
        because:
          'The refresh token lies beside it and makes new ones. A short life limits what a leaked access token is worth; it does not close the file.',
      },
      {
        says: 'A store of the system that asks Sam before another program may read.',
        right: true,
        because:
          'Then the program has to be let in by Sam, who sees its name. Not every store asks: some open for whatever runs as the same user. Against that, only a token that is bound to a key helps.',
      },
      {
        says: 'PKCE, so that what is stolen cannot be redeemed.',
        because:
          'PKCE is about codes. What lies in the file was redeemed long ago; whoever holds a bearer token redeems nothing, but uses it.',
      },
    ],
  },
  refs: [
    'mcp-2025-03-26-authorization-security-considerations',
    'mcp-2025-06-18-authorization-token-theft',
    'mcp-2025-11-25-authorization-token-theft',
    'mcp-2026-07-28-security-considerations-token-theft',
    'mcp-2026-07-28-authorization-refresh-tokens',
    'oauth21-13-1.4',
    'oauth21-13-4.3',
    'oauth21-13-7.1.3.1',
  ],
} as const satisfies Attack
