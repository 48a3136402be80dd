import type { Attack } from '../../engine/scenario.ts'
import { codeCards } from '../attack-cards/codes.ts'
import { verifierLeftOut } from '../variants/verifier-left-out.ts'

/** A code read on its way, and redeemed before the client comes. */
export const codeInterception = {
  ...codeCards['code-interception'],
  expects: 'won',
  forget: ['client/pkce-s256', 'as/verifier-matches', 'as/pkce-required'],
  ears: [
    { on: 'authorization-request', hears: 'url' },
    { on: 'callback-request', hears: 'url' },
  ],
  acts: [
    {
      who: 'client',
      does: 'connect',
      errands: [],
      meanwhile: [
        { who: 'owner', does: 'follow' },
        { who: 'attacker', does: 'redeem', client: 'victim', verifier: 'made-up' },
      ],
    },
    { who: 'attacker', does: 'call', call: 'read_note', arguments: { name: 'seed-vault' } },
  ],
  goal: { is: 'reads', text: 'under the third flower pot' },
  stops: [
    {
      checks: ['client/pkce-s256', 'as/verifier-matches'],
      because:
        'Quill sends a hash ahead and keeps back what it was made from; Auth asks for that and compares [rfc7636-4.6]. Mallory saw the hash, and guesses. One half alone is nothing: a hash nobody compares, or a comparison without a hash.',
    },
    {
      checks: ['as/pkce-required'],
      because:
        'Auth refuses a request without a challenge [oauth21-13-4.1.2.1]. Such a Quill gets no code, and nor does anybody else. Sam cannot connect either, until Quill does PKCE.',
    },
  ],
  decoys: [
    {
      checks: ['client/state-random', 'client/state-matches'],
      name: '`state`',
      because:
        'It tells Quill that an answer belongs to its own request. This one does. Mallory’s program never asks Quill anything; it goes straight to Auth, which does not look at the state there.',
    },
    {
      checks: ['as/redirect-uri-exact'],
      name: 'an exact redirect URI',
      because:
        'The code goes exactly where it should. That is where the thief sits: on the same machine, several programs may get to see what is meant for one [rfc8252-8.1].',
    },
    {
      checks: ['as/code-unused'],
      name: 'codes that work once',
      because:
        'Once is enough for whoever is first. It is Quill that comes second and is turned away, and Mallory’s access token goes on working until it expires.',
    },
    {
      checks: ['as/iss-sent', 'client/iss-matches'],
      name: 'the issuer’s name in the answer',
      because:
        'It says truly that the answer is from Auth. Quill compares it; Mallory leaves it aside.',
    },
  ],
  variants: {
    'verifier-left-out': verifierLeftOut,
  },
  endings: {
    careless:
      'Neither Quill nor Auth did PKCE, so the first to bring the code got the token, and that was Mallory.',
    careful:
      'Mallory had the code and the hash, but not the verifier; Auth compared, refused him, and Quill redeemed its code.',
  },
  hints: [
    'Look at what Auth knows about whoever brings the code.',
    'Everything in Mallory’s token request stood in the two addresses that he read.',
    'Quill would have to keep something back that is in neither address, and Auth would have to ask for it.',
  ],
  listed: ['SAF-T1507 Authorization Code Interception'],
  opening:
    'Sam connects Quill, which runs on Sam’s machine and waits for its code at a port there. Sam has also installed a little tool, and that one is Mallory’s. It cannot look into Quill or its vault. But it gets to see which addresses the browser opens: a history, a log, a port on which two programs listen. That is all it needs to see.',
  beats: [
    {
      at: 'open-browser',
      of: ['plain'],
      text: 'Quill was written for OAuth 2.0. It says who it is and where it waits: `client_id`, `redirect_uri`. Since then a client must send a hash along as well, and keep back what it was made from [oauth21-13-4.1.1]. There is none here.',
    },
    {
      at: 'open-browser',
      of: ['verifier-left-out'],
      text: 'Quill does its part: `code_challenge` is the hash of a verifier that stays at home until the code is redeemed [rfc7636-4.2]. What is in this address may be read by anybody.',
    },
    {
      at: 'authorization-request',
      of: ['plain'],
      text: 'Mallory’s tool reads along. It learns `client_id` and `state`, neither of them a secret. Auth takes the request, though a server must insist on PKCE [oauth21-13-7.5.2]. From here on nothing tells the Quill that asked from anybody else.',
    },
    {
      at: 'authorization-request',
      of: ['verifier-left-out'],
      text: 'Auth insists on a `code_challenge`, finds one, and writes it down with the request. Mallory’s tool has read it too. A hash does not lead back to the verifier, so he cannot make the right one.',
    },
    {
      at: 'authorization-response',
      text: 'Sam has agreed. `Location` is the registered address with the code in it, and Auth has compared that address. It was right to. But the address is a port on Sam’s machine, and Auth cannot know which programs read along there [rfc8252-8.1].',
    },
    {
      at: 'callback-request',
      text: 'Now Quill has the code, and so has Mallory, who saw the address go by. Quill finds its own `state` in it and is content: the answer is to its own request. How many others have read it, the state does not say.',
    },
    {
      at: 'token-request',
      of: ['plain'],
      text: 'Mallory is first. He sends the `code` with Quill’s `client_id`. Quill is a public client, so there is no secret to ask for [oauth21-13-2.1]; nothing was sent ahead, so there is no verifier either. Whoever has the code is Quill, as far as Auth can see.',
    },
    {
      at: 'token-request',
      of: ['verifier-left-out'],
      text: 'Mallory sends the `code`, and no verifier, right or wrong. Auth compares a verifier where one has come; none has, so nothing is refused. That a challenge must be followed by its verifier is a sentence of its own in the specification [oauth21-13-4.1.3], and Auth has forgotten it.',
    },
    {
      at: 'token-response',
      text: 'A token for Notes, in Sam’s name. A code lives for a minute and works once, and both rules are kept here. They bind whoever comes second.',
    },
    {
      at: 'token-request',
      nth: 2,
      text: 'Here is Quill, a moment later, with the same `code`. Auth sees that it was used, refuses, and takes back what it gave, as it should [oauth21-13-4.1.3]. That kills Mallory’s refresh token. His access token lives on: Notes looks at the signature, and asks Auth nothing.',
    },
    {
      at: 'mcp-request',
      nth: 2,
      text: 'What follows `Bearer` is good for a quarter of an hour, and Mallory needs a second of it. Sam sees that connecting has failed, and tries again.',
    },
  ],
  phases: {
    discovery: 'Quill finds Auth. Later Mallory goes to Notes, with a token.',
    registration: 'Quill looks up the name under which Auth knows it.',
    authorization: 'The code comes through the browser, and somebody reads along.',
    attack: 'Mallory takes the code to Auth before Quill does.',
    tokenExchange: 'Quill comes second.',
    toolCall: 'Mallory asks for what Sam may read.',
  },
  betBefore: { at: 'token-request' },
  question: {
    asks: 'Mallory’s tool reads both addresses: the request on its way out, and the answer with the code. What makes that code worthless to him?',
    choices: [
      {
        says: 'Something Quill kept back, which stood in neither address, and for which Auth asks.',
        right: true,
        because:
          'That is PKCE. The hash goes out through the browser, the verifier straight to Auth. It takes both of them, and it takes an Auth that refuses when the verifier is wrong and when it is missing.',
      },
      {
        says: 'A `state` that nobody can guess.',
        because:
          'Mallory need not guess, he has read it. And he has no use for it: only Quill asks for the state, and he does not go to Quill.',
      },
      {
        says: 'Codes that work only once.',
        because:
          'Then the second one is refused. Mallory’s tool acts as soon as it sees the code, and the second one is Quill.',
      },
      {
        says: 'A redirect URI that is compared character by character.',
        because:
          'It was. The code arrived at the right port of the right machine. Mallory was there already.',
      },
    ],
  },
  incidents: [
    {
      id: 'CVE-2023-48228',
      url: 'https://github.com/goauthentik/authentik/blob/19a406ccf08357f582643e8c599d7035be64130f/website/docs/security/cves/CVE-2023-48228.md',
      product: 'authentik',
      says: 'This identity provider compared the verifier only where a token request brought one; left out, the request was accepted although the flow had begun with a challenge. Any program that came by a code of a public client could redeem it. Fixed in 2023.8.5 and 2023.10.4.',
      before: `if (verifier !== undefined)
  if ((await s256(verifier)) !== code.challenge) return refuse('invalid_grant')`,
      after: `if (code.challenge !== undefined) {
  if (verifier === undefined) return refuse('invalid_grant')
  if ((await s256(verifier)) !== code.challenge) return refuse('invalid_grant')
}`,
    },
  ],
  refs: [
    'rfc7636-1',
    'rfc8252-8.1',
    'rfc9700-4.5.3.1',
    'oauth21-13-4.1.3',
    'oauth21-13-4.1.1',
    'oauth21-13-4.1.2.1',
    'oauth21-13-7.5.2',
    'rfc7636-4.2',
    'rfc7636-4.6',
    'oauth21-13-2.1',
    'mcp-2025-03-26-authorization-implementation-requirements',
    'mcp-2025-06-18-authorization-authorization-code-protection',
    'mcp-2025-11-25-authorization-authorization-code-protection',
    'mcp-2026-07-28-security-considerations-authorization-code-protection',
    'rfc8252-6',
  ],
} as const satisfies Attack
