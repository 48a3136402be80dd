import type { Attack } from '../../engine/scenario.ts'
import { codeCards } from '../attack-cards/codes.ts'
import { pkceChecks } from '../pkce-checks.ts'
import { lockOut } from '../variants/lock-out.ts'

/** A code that comes a second time: at a server that does not count, and at one that counts too soon. */
export const codeReplay = {
  ...codeCards['code-replay'],
  expects: 'won',
  forget: ['as/code-unused'],
  ears: [{ on: 'token-request', hears: 'message' }],
  acts: [
    {
      who: 'client',
      does: 'connect',
      errands: [{ call: 'read_note', arguments: { name: 'groceries' } }],
    },
    { who: 'attacker', does: 'redeem', client: 'victim', verifier: 'held' },
    { who: 'attacker', does: 'call', call: 'read_note', arguments: { name: 'seed-vault' } },
  ],
  goal: { is: 'reads', text: 'under the third flower pot' },
  stops: [
    {
      checks: ['as/code-unused'],
      because:
        'Auth has noted that Quill used this code. It must give tokens for it only once [oauth21-13-4.1.3], so the second request is refused, however complete it is, and what the first one gave is taken back.',
    },
  ],
  decoys: [
    {
      checks: pkceChecks,
      name: 'PKCE',
      because:
        'PKCE protects a code on its way to the client. In the token request the verifier stands next to it, and whoever has written down one has written down the other.',
    },
    {
      checks: ['as/code-fresh'],
      name: 'codes that expire soon',
      because:
        'It limits how long Mallory may take, to a minute here. A program that watches the log takes less.',
    },
    {
      checks: ['as/code-same-client'],
      name: 'binding the code to its client',
      because:
        'Mallory says that he is Quill; the `client_id` stands in the same line of the log. A public client has nothing else by which Auth could know it.',
    },
    {
      checks: ['client/stores-in-vault'],
      name: 'a safe place for the tokens',
      because: 'Quill’s tokens stay where they are. Mallory has Auth make him some of his own.',
    },
  ],
  variants: { 'lock-out': lockOut },
  endings: {
    careless:
      'Auth gave tokens a second time for a code that it had already redeemed, and Mallory read the note with them.',
    careful:
      'Auth saw that the code was used, refused Mallory, and took back what the code had given.',
  },
  hints: [
    'Compare the two token requests, value by value.',
    'There is nothing wrong in the second one. What is wrong is that it is the second.',
    'Auth would have to remember one thing about a code that it has redeemed.',
  ],
  listed: ['SAF-T1507 Authorization Code Interception'],
  opening:
    'A code is short-lived and works once. That it works once does not come by itself: somebody has to count. In front of Auth stands a proxy that once had to be debugged. Since then it writes down what is sent to the token endpoint, whole requests. Mallory has access to that log, and to nothing else.',
  beats: [
    {
      at: 'authorization-request',
      of: ['lock-out'],
      text: 'This address stays in the browser’s history, and Mallory’s program reads it: `client_id`, and `code_challenge`, the hash. The verifier is not in it.',
    },
    {
      at: 'callback-request',
      of: ['plain'],
      text: 'Sam has agreed, and the browser brings Quill the `code`. It has come through an address, and addresses end up in histories and logs. For that reason a code must be short-lived and work only once [rfc6749-10.5].',
    },
    {
      at: 'callback-request',
      of: ['lock-out'],
      text: 'This one stays in the history as well, with the `code` in it. Mallory could hurry now, and be refused for want of the verifier. He has time.',
    },
    {
      at: 'token-request',
      of: ['plain'],
      text: 'Quill redeems the code, and the proxy writes down what it passes on: `code`, `client_id` and `code_verifier`, all in one line. Answers it does not write down. Somebody has thought of the tokens, then, and not of what they are made from.',
    },
    {
      at: 'token-response',
      of: ['plain'],
      text: 'Auth gives the tokens, and with that the code has done its work. A server must give tokens only once for it [oauth21-13-4.1.3]. To refuse the second time, it has to remember the first.',
    },
    {
      at: 'token-response',
      of: ['lock-out'],
      text: 'Quill has shown code and verifier, and has its tokens. What stands in the history is a used code. It buys nothing any more, not even with the verifier.',
    },
    {
      at: 'token-request',
      nth: 2,
      of: ['plain'],
      text: 'The line from the log, sent once more, and not by Quill. Go through the checks: a known `code`, in time, of this client; the verifier fits. A replayed request is as right as the one it was copied from. One row alone would differ, and Auth does not make it.',
    },
    {
      at: 'token-request',
      nth: 2,
      of: ['lock-out'],
      text: 'Mallory sends the used `code` with a `code_verifier` that he has made up. Auth should take tokens back when a used code comes in a valid request [oauth21-13-4.1.3], and should not when something else is wrong with it [oauth21-13-7.5.3]. This one takes back what a used code gave, whatever else is wrong.',
    },
    {
      at: 'token-response',
      nth: 2,
      of: ['plain'],
      text: 'A second `access_token`, and a second `refresh_token`, for the same consent. Quill’s own go on working. From where Sam sits, nothing has happened.',
    },
    {
      at: 'token-response',
      nth: 2,
      of: ['lock-out'],
      without: ['as/proof-before-revocation'],
      text: 'He is refused: `invalid_grant`. He has proved nothing and got nothing. All the same Quill’s refresh token has just been declared void.',
    },
    {
      at: 'mcp-request',
      nth: 6,
      of: ['plain'],
      in: ['2025-03-26', '2025-06-18', '2025-11-25'],
      text: 'Behind `Bearer` stands Mallory’s token. It is no forgery and no copy: Auth made it, for Notes, in Sam’s name.',
    },
    {
      at: 'mcp-request',
      nth: 4,
      of: ['plain'],
      in: ['2026-07-28'],
      text: 'Behind `Bearer` stands Mallory’s token. It is no forgery and no copy: Auth made it, for Notes, in Sam’s name.',
    },
    {
      at: 'refresh-request',
      of: ['lock-out'],
      text: 'A quarter of an hour later Quill’s access token has expired, and Quill shows its `refresh_token`. Nobody has stolen it, nobody else has ever used it.',
    },
    {
      at: 'refresh-response',
      of: ['lock-out'],
      text: '`invalid_grant`. Quill has to send Sam back to sign in and agree. That makes a new code, which will stand in the history like the last. Mallory can do this as often as he likes.',
    },
  ],
  phases: {
    discovery: 'Quill finds Auth. Later Mallory goes to Notes.',
    registration: 'Quill looks up the name under which Auth knows it.',
    authorization: 'The code comes through the browser.',
    tokenExchange: 'Quill redeems its code, and it is used.',
    toolCall: 'Whoever has a token asks for notes.',
    attack: 'The used code comes a second time.',
    refresh: 'Quill needs a new token.',
  },
  question: {
    asks: 'Mallory has copied Quill’s whole token request out of a log: code, client and verifier. He sends it again. What stops him?',
    choices: [
      {
        says: 'Auth has noted that the code was used.',
        right: true,
        because:
          'It is all there is. A copy differs in nothing from its original but in that it comes second, and only who counts can see that.',
      },
      {
        says: 'PKCE: he does not have the verifier.',
        because:
          'He does. Quill sends it along with the code, in this very request. PKCE protects the code on its way to Quill, and there it never was alone.',
      },
      {
        says: 'The code has expired by now.',
        because:
          'After a minute it has. But who reads a log with a program does not read it tomorrow.',
      },
      {
        says: 'Quill keeps its tokens in a vault.',
        because:
          'Mallory does not want those. He wants Auth to make others, and for that he has all that is needed.',
      },
    ],
  },
  refs: [
    'oauth21-13-4.1.3',
    'oauth21-13-7.5.3',
    'rfc6749-10.5',
    'rfc6749-4.1.2',
    'rfc9700-4.3.1',
    'oauth21-13-4.1.2',
  ],
} as const satisfies Attack
