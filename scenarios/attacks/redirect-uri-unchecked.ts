import type { Attack } from '../../engine/scenario.ts'
import { codeCards } from '../attack-cards/codes.ts'
import { pkceChecks } from '../pkce-checks.ts'

/** A code goes to whatever address the request names. */
export const redirectUriUnchecked = {
  ...codeCards['redirect-uri-unchecked'],
  expects: 'won',
  forget: ['as/redirect-uri-exact'],
  acts: [
    {
      who: 'attacker',
      does: 'ask-for-code',
      link: { client: 'victim', redirectUri: 'own', challenge: 'own' },
      browser: 'owner',
      says: 'Your notes have moved. Please connect Quill again, here.',
    },
    { who: 'attacker', does: 'redeem', client: 'victim', verifier: 'own' },
    { who: 'attacker', does: 'call', call: 'read_note', arguments: { name: 'seed-vault' } },
  ],
  goal: { is: 'reads', text: 'under the third flower pot' },
  stops: [
    {
      checks: ['as/redirect-uri-exact'],
      because:
        'Auth compares the address in the request with those Quill registered, character by character, before it shows Sam anything [oauth21-13-2.3.1]. Another address gets an error page, and the browser is sent nowhere [oauth21-13-2.3.5].',
    },
  ],
  decoys: [
    {
      checks: pkceChecks,
      name: 'PKCE',
      because:
        'PKCE ties a code to whoever began the request. Mallory began this one: the challenge in the link is his, so the verifier is his as well [rfc9700-4.5.4].',
    },
    {
      checks: ['client/state-matches'],
      name: 'the client’s check of `state`',
      because:
        'Quill would compare the state of an answer. This answer never comes to Quill; it goes to Mallory, who has no reason to compare anything.',
    },
    {
      checks: ['as/code-same-redirect-uri'],
      name: 'comparing the redirect URI at the token endpoint',
      because:
        'It compares the token request with the authorization request. Mallory wrote both, so his address matches his address. OAuth 2.1 does not send it there any more [oauth21-13-10.2].',
    },
    {
      checks: ['as/client-known'],
      name: 'looking up the `client_id`',
      because:
        'It is a registered one: Quill’s. A `client_id` is public, and anybody may write it into a link. It says who is meant, not who asks.',
    },
  ],
  endings: {
    careless:
      'Auth sent Sam’s code to an address that Quill had never registered, and Mallory redeemed it and read the note.',
    careful:
      'Auth compared the address in the link with the one Quill registered, found another, and showed an error page instead of a sign-in page.',
  },
  hints: [
    'Look at who wrote the link, and at which parts of it Auth takes on trust.',
    'Two values in the link belong together: whose name it bears, and where the answer goes.',
    'Auth knows from the registration where Quill waits. It would only have to look.',
  ],
  listed: ['SAF-T1507 Authorization Code Interception'],
  opening:
    'Sam uses Quill, and Auth knows it: it was registered with a name, a `client_id`, and the address at which it waits for answers. Every copy of Quill carries that `client_id`, so Mallory knows it too. He has a web site of his own, and can send Sam a message with a link. He has no password of Sam’s, and no program on Sam’s machine.',
  beats: [
    {
      at: 'send-link',
      text: 'The link leads to the real Auth, so there is nothing false about the address. Mallory wrote what comes after it: `client_id` is Quill’s, `redirect_uri` is a page of his own, and `code_challenge` is the hash of a string that he drew himself.',
    },
    {
      at: 'authorization-request',
      text: 'Auth looks up the `client_id` and finds Quill, with the loopback address it registered. `redirect_uri` says `https://mallory.example/callback`. A server must compare the two and refuse whatever is not registered [oauth21-13-2.3.1]. This one takes it as it comes. The check of this message shows both: what was expected, and what was received.',
    },
    {
      at: 'consent-page',
      text: 'It is the page Sam knows, from the server Sam knows, and it says that `Quill` asks. The last line names `mallory.example`, and that is true. But a line on a page is not a check: whoever expects to reconnect Quill presses “Allow”.',
    },
    {
      at: 'authorization-response',
      text: 'With that, Auth has a consent, makes a code and puts it into `Location`. The browser goes where it is told. Everything that was to keep this code safe rests on the host in this one line.',
    },
    {
      at: 'page-request',
      text: 'Here Mallory has the `code`: it is part of the address that Sam’s browser has just opened at his site. Quill is not even running. It had no part in this, so nothing that Quill checks could have helped.',
    },
    {
      at: 'token-request',
      text: 'Mallory sends the code with Quill’s `client_id`. Quill is a public client, which has no secret to show [oauth21-13-2.1]. `code_verifier` is what the challenge in the link was made from. Every check at this endpoint is made, and every one holds: PKCE protects the one who began, and that was Mallory.',
    },
    {
      at: 'token-response',
      text: 'An access token for Notes in Sam’s name, and a `refresh_token` with which Mallory can get more of them. Sam has seen a page of Mallory’s, closed it, and knows of nothing.',
    },
    {
      at: 'mcp-request',
      text: 'To Notes this is an ordinary request. The token behind `Bearer` is signed by Auth, in date and made for Notes. It says that Sam allowed Quill to read, and Sam did. Nobody after Auth can find out that the code went to the wrong house.',
    },
  ],
  phases: {
    attack: 'Mallory sends a link; what comes of it comes to him.',
    discovery: 'Mallory goes to Notes, with a token.',
    toolCall: 'Mallory asks for what Sam may read.',
  },
  betBefore: { at: 'authorization-response' },
  question: {
    asks: 'Mallory’s link bears Quill’s name and leads the answer to his own site. Which check keeps the code from him?',
    choices: [
      {
        says: 'Auth compares the redirect URI of the request with the registered ones, before it does anything else.',
        right: true,
        because:
          'The registration is the only thing in this story that Mallory did not write. A comparison with it, character by character, leaves his address out, and no code is ever made.',
      },
      {
        says: 'PKCE: without the verifier the code is worth nothing.',
        because:
          'It is worth nothing to somebody who comes by it later. Mallory was there at the beginning: he chose the challenge, so he holds the verifier.',
      },
      {
        says: 'Auth compares the redirect URI again when the code is redeemed.',
        because:
          'Then it compares what Mallory sends now with what Mallory sent before. Both are his. A library that made only this comparison had to be fixed for it.',
      },
      {
        says: 'Quill throws the answer away, because it did not send that `state`.',
        because:
          'Quill would, if the answer came to it. The attack consists of the answer going somewhere else.',
      },
    ],
  },
  incidents: [
    {
      id: 'CVE-2025-4143',
      url: 'https://github.com/advisories/GHSA-4pc9-x2fx-p7vj',
      product: '@cloudflare/workers-oauth-provider',
      says: 'In this library for MCP servers, before version 0.0.5, the authorization endpoint took the redirect URI as it came; only the token endpoint compared it. The advisory has the victim’s consent given earlier, and the application approve by itself. Since 0.0.5 the address is looked up in the registration when the request is read.',
      before: `const readRequest = (url: URL) => ({
  clientId: url.searchParams.get('client_id'),
  redirectUri: url.searchParams.get('redirect_uri'),
})`,
      after: `const readRequest = async (url: URL) => {
  const clientId = url.searchParams.get('client_id')
  const redirectUri = url.searchParams.get('redirect_uri')
  const client = await registered(clientId)
  if (client && !client.redirectUris.includes(redirectUri)) throw new Error('not registered')
  return { clientId, redirectUri }
}`,
    },
  ],
  refs: [
    'oauth21-13-2.3.1',
    'mcp-2025-03-26-authorization-security-considerations',
    'mcp-2025-06-18-authorization-open-redirection',
    'mcp-2025-11-25-authorization-open-redirection',
    'mcp-2026-07-28-security-considerations-open-redirection',
    'rfc9700-4.1',
    'rfc9700-4.1.1',
    'rfc9700-4.1.3',
    'rfc9700-4.5.4',
    'oauth21-13-2.3.5',
    'oauth21-13-10.2',
    'oauth21-13-2.1',
    'rfc3986-6.2.1',
    'rfc8252-8.4',
  ],
} as const satisfies Attack
