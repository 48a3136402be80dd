import type { Attack } from '../../engine/scenario.ts'
import { tokenCards } from '../attack-cards/tokens.ts'

/** A scope that nobody compares with what is asked. */
export const scopeAtTheDoorOnly = {
  ...tokenCards['scope-at-the-door-only'],
  expects: 'won',
  forget: ['rs/scope-per-method'],
  acts: [
    {
      who: 'attacker',
      does: 'connect',
      browser: 'owner',
      says: 'Sam, a little helper that reads your shopping list aloud. It cannot change anything.',
      errands: [{ call: 'read_note', arguments: { name: 'groceries' } }],
    },
    {
      who: 'attacker',
      does: 'call',
      call: 'write_note',
      arguments: { name: 'groceries', text: 'Written with a token for reading.' },
    },
  ],
  goal: { is: 'calls', tool: 'write_note' },
  stops: [
    {
      checks: ['rs/scope-per-method'],
      because:
        'Notes compares what the token allows with what this very tool needs. `notes:read` does not cover `write_note`, so the answer is 403 and the note stays as it was.',
    },
  ],
  decoys: [
    {
      checks: ['as/consent-given'],
      name: 'asking Sam',
      because:
        'Sam was asked, and agreed to reading. His answer stands in the token. It protects him only where somebody reads it.',
    },
    {
      checks: ['as/scope-known'],
      name: 'scopes that Auth knows',
      because:
        'Auth gives no scope that does not exist, and Mallory did not ask for one. What he does with the one he has, Auth never hears.',
    },
    {
      checks: ['rs/audience-is-me'],
      name: 'the audience',
      because:
        'The token is for Notes. The audience says at which door it may be shown, the scope what may be done behind it.',
    },
    {
      checks: ['rs/signature-valid', 'rs/not-expired'],
      name: 'signature and expiry',
      because: 'The token is genuine and in date. It is simply a token for something else.',
    },
  ],
  endings: {
    careless:
      'Notes looked whether the token was good, and not what it was good for: a token for reading wrote.',
    careful:
      'Notes compared the scope with the tool that was called, and answered 403 because it does not cover writing.',
  },
  hints: [
    'Compare what Sam read on the consent page with what happens at the end.',
    'All tools of Notes stand behind one address. Which request says what is wanted, and which says what is allowed?',
    'Remember `rs/scope-per-method`, and look at the call of `write_note`.',
  ],
  listed: [
    'SAF-T1308 Token Scope Substitution',
    'OWASP MCP02:2025 Privilege Escalation via Scope Creep',
  ],
  opening:
    'Mallory has written a small application and asks Sam for permission to *read* his notes. Sam reads the page of Auth, finds that reading is all that is asked, and agrees. This time nothing is stolen, and nobody is deceived about who asks. It is about what a yes is worth afterwards.',
  beats: [
    {
      at: 'authorization-request',
      text: 'Mallory’s application asks for `notes:read` and nothing more. This is how a client should ask: for as little as it needs.',
      in: ['2025-11-25', '2026-07-28'],
    },
    {
      at: 'consent-page',
      text: 'The page names the application, where the answer goes, and what it would be able to do: `read your notes`. Sam agrees to this, and to no other thing.',
    },
    {
      at: 'token-response',
      text: 'The token says so too. Open `access_token` and look at its claims: `scope` is `notes:read`. It is signed, so nobody can add a word to it. What remains is that somebody reads it.',
    },
    {
      at: 'mcp-response',
      text: 'The door is open: the token is genuine, for Notes, and in date. Every message of MCP goes to this one address, so it is tempting to ask about the token once and take the rest for granted.',
    },
    {
      at: 'mcp-request',
      nth: 9,
      in: ['2025-03-26', '2025-06-18', '2025-11-25'],
      text: 'Now `write_note`, with the same token. A server must check that a token was issued with the scope for what is asked [oauth21-13-5.2], with every request. Look at the check below: what it needed, and what the token has. Notes does not act on it.',
    },
    {
      at: 'mcp-request',
      nth: 5,
      in: ['2026-07-28'],
      text: 'Now `write_note`, with the same token. A server must check that a token was issued with the scope for what is asked [oauth21-13-5.2], with every request: there is no session in which it could have been asked once. Notes does not act on the check below.',
    },
  ],
  phases: {
    discovery: 'Mallory’s application learns who guards Notes.',
    registration: 'It registers at Auth.',
    authorization: 'Sam reads what is asked for, and agrees.',
    tokenExchange: 'The application gets a token for reading.',
    toolCall: 'The application calls tools with it.',
  },
  question: {
    asks: 'Mallory has a token with `notes:read` and calls `write_note`. Who has to notice, and when?',
    choices: [
      {
        says: 'Auth, when it gives the token.',
        because:
          'Auth gave exactly what Sam agreed to. It does not take part in the call, and a token does not come back to it before it is used.',
      },
      {
        says: 'Notes, when the session is opened.',
        because:
          'Then it does not know yet what will be asked. A scope that is compared once, at the door, is compared with nothing.',
      },
      {
        says: 'Notes, with every request: the scope in the token against what this tool needs.',
        right: true,
        because:
          'Only there are both known, the permission and the deed. If they do not match, Notes answers 403 and names the scope that is missing.',
      },
      {
        says: 'The application, which must not call what it was not granted.',
        because:
          'It should not. But it is Mallory’s, and a permission that only its holder keeps to is no permission.',
      },
    ],
  },
  incidents: [
    {
      id: 'CVE-2026-49291',
      url: 'https://github.com/advisories/GHSA-2r68-g678-7qr3',
      product: 'mcp-memory-service, before 10.65.3',
      says: 'The MCP endpoint asked for the scope `read` once for the whole request and then carried out any tool, also those that write. The fix lists the tools that write and asks for `write` before it calls one.',
      before: `async function endpoint(request, token) {
  if (!token.scopes.includes('read')) return forbidden()
  return dispatch(request.method, request.params)
}`,
      after: `const writing = new Set(['store_memory', 'delete_memory'])
async function endpoint(request, token) {
  if (!token.scopes.includes('read')) return forbidden()
  if (writing.has(request.params.name) && !token.scopes.includes('write')) return forbidden()
  return dispatch(request.method, request.params)
}`,
    },
  ],
  refs: [
    'oauth21-13-5.2',
    'oauth21-13-7.1.4',
    'mcp-2025-11-25-authorization-runtime-insufficient-scope-errors',
    'mcp-2025-06-18-authorization-error-handling',
    'rfc6750-3.1',
  ],
} as const satisfies Attack
