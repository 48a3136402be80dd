import type { Attack } from '../../engine/scenario.ts'
import { tokenCards } from '../attack-cards/tokens.ts'

/** A server that is never content, and a client that asks its owner each time. */
export const stepUpLoop = {
  ...tokenCards['step-up-loop'],
  expects: 'won',
  forget: ['client/step-up-limited'],
  mallory: { mcp: { issuer: 'honest', neverEnough: true } },
  acts: [
    {
      who: 'client',
      does: 'connect',
      to: 'attacker',
      errands: [{ call: 'read_note', arguments: { name: 'groceries' } }],
    },
  ],
  goal: { is: 'wears-out', times: 4 },
  stops: [
    {
      checks: ['client/step-up-limited'],
      because:
        'Quill counts how often it has asked Sam for the sake of one request, and stops after the second time. What two consents did not help, a third will not help either.',
    },
  ],
  decoys: [
    {
      checks: ['client/scope-from-challenge'],
      name: 'asking for just what the challenge names',
      because:
        'Quill does exactly that, each time. The challenge is Mallory’s, and it will never be content.',
    },
    {
      checks: ['as/consent-given'],
      name: 'asking Sam',
      because:
        'Sam is asked properly every time. The attack consists of being asked: who has agreed three times reads the fourth page less well.',
    },
    {
      checks: ['as/scope-known'],
      name: 'scopes that Auth knows',
      because:
        'Auth knows this scope, shows that nobody gets it, and grants the rest. The token is new, and reaches as far as the old one.',
    },
  ],
  endings: {
    careless:
      'Mallory’s server answered 403 whatever the token allowed, and Quill went back to Sam each time, until he was asked for the fourth time.',
    careful:
      'Quill counted, and after two more consents told Sam that this server will not be satisfied.',
  },
  hints: [
    'Look at what is different between one round and the next.',
    'Who decides when it is enough? And who else could?',
    'Open the checks, remember `client/step-up-limited`, and count again.',
  ],
  listed: [
    'SAF-T1403 Consent-Fatigue Exploit',
    'OWASP MCP02:2025 Privilege Escalation via Scope Creep',
  ],
  opening:
    'Step-up is a good thing: a client begins with little, and asks for more when it is turned away for want of it. The server says what is missing, and the owner decides. Mallory runs an MCP server, and he has thought about the one word that nobody forces him to say: *enough*.',
  beats: [
    {
      at: 'token-response',
      text: 'The beginning is as it should be: Sam has signed in and agreed, and Quill has a token with the `scope` that it needs to begin with.',
    },
    {
      at: 'mcp-challenge',
      nth: 2,
      text: 'Mallory answers 403 with `insufficient_scope`, and names `tools:more`. That is how a server says what is missing. Whether it is really needed, Quill cannot know.',
    },
    {
      at: 'consent-page',
      nth: 2,
      text: 'Sam is asked again. Auth says plainly that part of it, to `do everything`, is something nobody gets here. Sam agrees to the rest: he wants Quill to go on working.',
    },
    {
      at: 'mcp-challenge',
      nth: 3,
      text: 'A new token, the same answer. This is where a client should begin to doubt. It SHOULD limit how often it tries, and keep count for each resource and operation [mcp-2025-11-25-authorization-step-up-authorization-flow]. No number is prescribed.',
    },
    {
      at: 'mcp-challenge',
      nth: 4,
      text: 'The third round begins. Look at the check below: so many attempts, and how many a careful client would make. Quill does not count, so it opens the browser once more.',
    },
    {
      at: 'open-browser',
      nth: 4,
      text: 'For the fourth time Sam is asked on account of one tool. Nobody has broken in anywhere. But people who are asked again and again stop reading, and the page after this may ask for something that Mallory really wants.',
    },
  ],
  phases: {
    discovery: 'Quill learns who guards Mallory’s server.',
    registration: 'It registers at Auth.',
    authorization: 'Sam signs in and agrees for the first time.',
    tokenExchange: 'Quill gets a token.',
    toolCall: 'Quill calls a tool, and is told that its scope does not suffice.',
    stepUp: 'Quill asks Sam for more.',
  },
  question: {
    asks: 'Mallory’s server answers 403 to everything and always names a scope that is missing. What ends it?',
    choices: [
      {
        says: 'Sam gets the token with that scope in the end.',
        because:
          'Auth never grants it. And if it did, Mallory would name another one: he is asked by nobody why.',
      },
      {
        says: 'Quill stops after a few attempts.',
        right: true,
        because:
          'Quill is the only one who sees both sides: that Sam keeps agreeing, and that it never helps. So it has to count.',
      },
      {
        says: 'Auth refuses to ask Sam again so soon.',
        because:
          'To Auth each request is a new one, properly made, and asking is its duty. It knows nothing of the 403 before.',
      },
      {
        says: 'Mallory’s server runs out of reasons.',
        because: 'It needs none. A 403 costs him one line.',
      },
    ],
  },
  refs: [
    'mcp-2025-11-25-authorization-step-up-authorization-flow',
    'mcp-2026-07-28-authorization-step-up-authorization-flow',
    'rfc6750-3.1',
    'oauth21-13-5.3.2',
  ],
} as const satisfies Attack
