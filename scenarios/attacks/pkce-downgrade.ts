import type { Attack } from '../../engine/scenario.ts'
import { codeCards } from '../attack-cards/codes.ts'
import { DIARY, plantedCode } from '../planted-code.ts'

/** PKCE at a server that does it only for those who ask. */
export const pkceDowngrade = {
  ...codeCards['pkce-downgrade'],
  expects: 'won',
  forget: [
    'as/verifier-needs-challenge',
    'as/pkce-required',
    'client/state-random',
    'client/state-matches',
  ],
  acts: plantedCode('none', 'Quill did not come back? This finishes the sign-in.'),
  goal: { is: 'reads', text: DIARY },
  stops: [
    {
      checks: ['as/verifier-needs-challenge'],
      because:
        'Quill brings a verifier, and the code was asked for without a challenge: the two do not belong together. A server must accept a verifier only where there was a challenge [rfc9700-4.8.2].',
    },
    {
      checks: ['as/pkce-required'],
      because:
        'Auth refuses Mallory’s request, because it carries no challenge [oauth21-13-4.1.2.1]. A server that gives no code without one cannot be talked out of PKCE [rfc9700-4.8.2].',
    },
    {
      checks: ['client/state-random', 'client/state-matches'],
      because:
        'Quill draws a state, and throws away an answer that does not bring it back. Mallory cannot know it. It takes both: a state that is sent and not compared is decoration.',
    },
  ],
  decoys: [
    {
      checks: ['as/verifier-matches'],
      name: 'PKCE where it is asked for',
      because:
        'Quill asks for it, in a request of its own. The code that comes is from Mallory’s request, and there it was not asked for. Auth finds nothing to compare Quill’s verifier with.',
    },
    {
      checks: ['client/pkce-supported'],
      name: 'looking whether the server knows PKCE',
      because:
        'Auth does know it, and says so truly in its metadata. That it also does without, the metadata does not say.',
    },
    {
      checks: ['as/code-same-client'],
      name: 'binding the code to its client',
      because:
        'The code was issued to Quill’s `client_id`, and Quill redeems it. Mallory never tries to.',
    },
    {
      checks: ['as/redirect-uri-exact'],
      name: 'an exact redirect URI',
      because:
        'Mallory names the address that Quill registered. He wants the code to end up there, and nowhere else.',
    },
    {
      checks: ['as/iss-sent', 'client/iss-matches'],
      name: 'the issuer’s name in the answer',
      because: 'The code is from Auth, and the answer says so. Only the account is another one.',
    },
  ],
  endings: {
    careless:
      'Auth ignored Quill’s verifier because the planted code had no challenge, and Sam’s diary went into Mallory’s account.',
    careful:
      'Auth gave Mallory no code without a challenge; had it given one, it would have refused Quill’s verifier, and Quill the answer.',
  },
  hints: [
    'Compare two requests for a code: the one Quill makes, and the one from which this code is.',
    'Mallory takes something away from a request, and nobody misses it.',
    'Look at what Auth does with a verifier when it has noted down no challenge.',
  ],
  listed: ['SAF-T1408 OAuth Protocol Downgrade'],
  opening:
    'Quill does PKCE, and for that reason does without a state: PKCE, its developers have read, also keeps out answers to other people’s requests. OAuth 2.1 allows them to rely on it. Auth does PKCE as well, for every client that asks. Mallory has an account of his own at Auth, a browser, and a way to send Sam a link.',
  beats: [
    {
      at: 'authorization-request',
      text: 'Mallory asks first, in his own browser and for his own account. He writes Quill’s `client_id` and `redirect_uri` into the request, and leaves the challenge out. A server must insist on one [oauth21-13-7.5.2]. Auth takes the request for one of an older client.',
    },
    {
      at: 'authorization-response',
      text: 'He has signed in as himself and agreed. His browser is to take this `code` to Quill, and he stops it. Next to the code Auth has noted: for Quill, for Mallory’s account, no challenge.',
    },
    {
      at: 'open-browser',
      text: 'Sam connects Quill. `code_challenge` goes out, as it should, and its verifier stays here. Quill sends no state along, which MCP has asked for since 2025-06-18 with a SHOULD; it will take the answer that comes.',
    },
    {
      at: 'send-link',
      text: 'Before Sam has signed in, a message: with the address of Quill’s callback, and Mallory’s `code` in it. The port he would have to find out, by trying; here he knows it.',
    },
    {
      at: 'callback-request',
      text: 'Sam’s browser brings Quill the `code`. Is this the answer to Quill’s request? A client must have a way to tell [oauth21-13-2.3.3]. Quill relies on PKCE: should the code be of somebody else’s request, its verifier will not fit, and Auth will refuse.',
    },
    {
      at: 'token-request',
      text: 'Now `code_verifier` goes to Auth, and Auth looks up the challenge of this code. There is none. It could ask why a client brings a verifier to a code that needs none; it must refuse here [rfc9700-2.1.1]. This Auth concludes that nothing has to be compared.',
    },
    {
      at: 'token-response',
      text: 'So Quill is connected. Open `access_token`: `sub` is `mallory`. Quill does not look inside: to a client a token is opaque [oauth21-13-1.4].',
    },
    {
      at: 'mcp-request',
      nth: 5,
      in: ['2025-03-26', '2025-06-18', '2025-11-25'],
      text: 'Sam dictates a page of the `diary`, and Quill calls `write_note`. Notes does what the token says: it writes into the account of `mallory`. Nothing has failed, so nobody is warned.',
    },
    {
      at: 'mcp-request',
      nth: 3,
      in: ['2026-07-28'],
      text: 'Sam dictates a page of the `diary`, and Quill calls `write_note`. Notes does what the token says: it writes into the account of `mallory`. Nothing has failed, so nobody is warned.',
    },
  ],
  phases: {
    attack: 'Mallory gets a code for himself, and later hands it to Sam.',
    discovery: 'Quill finds Auth, which says that it knows PKCE.',
    registration: 'Quill looks up the name under which Auth knows it.',
    authorization: 'Quill waits for an answer, and gets one.',
    tokenExchange: 'The verifier goes out, and nobody compares it.',
    toolCall: 'Quill works for Sam, in the account that it was given.',
  },
  betBefore: { at: 'token-request' },
  question: {
    asks: 'Quill redeems Mallory’s code and shows the verifier of its own request. What does an Auth have to do that makes PKCE optional?',
    choices: [
      {
        says: 'Refuse: this code was asked for without a challenge, so no verifier belongs to it.',
        right: true,
        because:
          'Whoever brings a verifier has asked with a challenge. If the code knows of none, it is from another request, or somebody took the challenge out. There is no honest third way.',
      },
      {
        says: 'Ignore the verifier: a parameter that a server has no use for is ignored.',
        because:
          'So it goes with parameters it does not know. This one Auth knows, and it says that something is wrong here. To ignore it is the attack.',
      },
      {
        says: 'Compare the verifier with its own hash.',
        because:
          'That holds for every verifier there is. What has to be compared is the challenge that was noted down with the code, and there is none.',
      },
      {
        says: 'Nothing. Quill could have seen in the metadata that PKCE is not safe here.',
        because:
          'The metadata lists `S256`, truly: whoever asks for PKCE gets it. It cannot be read there that somebody else got a code without.',
      },
    ],
  },
  incidents: [
    {
      id: 'CVE-2025-4144',
      url: 'https://github.com/advisories/GHSA-qgp8-v765-qxx9',
      product: '@cloudflare/workers-oauth-provider',
      says: 'Before version 0.0.5 the token endpoint of this library compared the verifier where the grant had a challenge; where it had none, a verifier that came along was ignored. Since then that combination is refused. PKCE itself stayed optional.',
      before: `if (grant.challenge !== undefined)
  if ((await s256(verifier)) !== grant.challenge) return refuse('invalid_grant')`,
      after: `if (grant.challenge === undefined && verifier !== undefined) return refuse('invalid_request')
if (grant.challenge !== undefined)
  if ((await s256(verifier)) !== grant.challenge) return refuse('invalid_grant')`,
    },
  ],
  refs: [
    'rfc9700-4.8',
    'rfc9700-4.8.1',
    'rfc9700-4.8.2',
    'rfc9700-2.1.1',
    'oauth21-13-4.1.3',
    'oauth21-13-7.5.2',
    'oauth21-13-4.1.2.1',
    'oauth21-13-2.3.3',
    'oauth21-13-1.4',
    'mcp-2025-11-25-authorization-authorization-code-protection',
    'mcp-2026-07-28-security-considerations-authorization-code-protection',
  ],
} as const satisfies Attack
