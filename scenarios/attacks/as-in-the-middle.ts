import type { Attack } from '../../engine/scenario.ts'
import { consentCards } from '../attack-cards/consent.ts'
import { pkceChecks } from '../pkce-checks.ts'

/** A hostile authorization server passes the owner’s own client on to the honest proxy, and gets what comes back. */
export const asInTheMiddle = {
  ...consentCards['as-in-the-middle'],
  expects: 'won',
  world: 'proxy',
  forget: ['as/iss-sent', 'client/iss-matches'],
  mallory: {
    mcp: { issuer: 'own' },
    as: {
      authorize: 'bounce-as-victim',
      metadata: { authorization_response_iss_parameter_supported: undefined },
    },
  },
  acts: [
    {
      who: 'client',
      does: 'connect',
      errands: [{ call: 'read_note', arguments: { name: 'groceries' } }],
    },
    { who: 'client', does: 'connect', to: 'attacker', errands: [] },
    { who: 'attacker', does: 'redeem', client: 'victim', verifier: 'held' },
    {
      who: 'attacker',
      does: 'call',
      call: 'read_note',
      arguments: { name: 'seed-vault' },
    },
  ],
  goal: { is: 'reads', text: 'under the third flower pot' },
  opening:
    'Notes asks about every client, each time, and ties the answer to the browser: both earlier attacks are over. Mallory needs another client than his own, one that Sam trusts. There is one: Quill. Its `client_id` is the address of a public document, so Mallory knows it. Now he offers an MCP server of his own, and Sam adds it to Quill.',
  beats: [
    {
      at: 'consent-page',
      text: 'First the honest connection, to Notes. Sam reads which client asks, where the answer goes and what it may do, and agrees.',
    },
    {
      at: 'server-metadata',
      nth: 2,
      text: 'Then Sam connects Quill to Mallory’s server, which names `https://login.mallory.example` as its authorization server. Quill remembers this issuer: it is the one it is going to.',
    },
    {
      at: 'authorization-request',
      nth: 3,
      text: 'The browser asks Mallory’s server, as Quill wants. In the URL are Quill’s `client_id`, its redirect URI, its `state`, its `code_challenge`: all that an authorization request consists of.',
    },
    {
      at: 'sign-in-response',
      nth: 2,
      text: 'Mallory’s server has no page to show. It sends the browser on, to Notes, with the same parameters. What reaches Notes is a correct request of Quill’s, from Sam’s browser.',
    },
    {
      at: 'callback-request',
      nth: 2,
      in: ['2025-11-25'],
      text: 'The code comes back to Quill, with the `state` that Quill waits for. This revision asks for nothing in an answer that says who it is from. So Quill believes that it comes from Mallory’s server, to which it has sent Sam.',
    },
    {
      at: 'callback-request',
      nth: 2,
      in: ['2026-07-28'],
      text: 'The code comes back to Quill, with the `state` that Quill waits for. An authorization server SHOULD say who answers, and a client MUST compare that [mcp-2026-07-28-authorization-authorization-response-validation]. Both is forgotten, so Quill believes that Mallory’s server has answered.',
    },
    {
      at: 'token-request',
      nth: 4,
      text: 'Quill redeems the code where it believes it comes from: at Mallory’s. The `code_verifier` goes along, for PKCE has every client send it with the code. Mallory now holds both.',
    },
    {
      at: 'token-request',
      nth: 5,
      text: 'He takes them to Notes. The code was issued to Quill, and he says that he is Quill: a public client has nothing to prove it with. The verifier is the right one.',
    },
    {
      at: 'api-request',
      nth: 2,
      text: 'Notes fetches Sam’s note for Mallory. Sam has seen a page of Notes that named Quill, and has agreed, since it was Quill that he was connecting.',
    },
  ],
  phases: {
    discovery: 'Quill learns which authorization server to ask.',
    registration: 'Quill’s id is the address of a document about it.',
    authorization: 'The browser goes where the server in question sends it.',
    tokenExchange: 'Quill redeems the code where it believes it to come from.',
    toolCall: 'Notes carries out a tool with what Archive gives it.',
    attack: 'Mallory uses what Quill has sent him.',
  },
  betBefore: { at: 'callback-request', nth: 2 },
  question: {
    asks: 'Sam connects Quill to Mallory’s server; the browser is passed on to Notes, and the code comes back to Quill. How can Quill know that it must not redeem it at Mallory’s?',
    choices: [
      {
        says: 'By its state.',
        because:
          'Mallory’s server passed Quill’s own state on, and it came back. It says that the answer belongs to this request, not who has answered.',
      },
      {
        says: 'By PKCE: Mallory does not have the verifier.',
        because:
          'Quill sends it to him, together with the code. PKCE protects a code from those who see it on its way, not from the one to whom the client hands both.',
      },
      {
        says: 'Not by itself: Sam has to notice that the page is one of Notes.',
        because:
          'He could notice. But the page names Quill, which he is just connecting, and the address of Notes, which he knows. A check that only a person can make is no check to rely on.',
      },
      {
        says: 'By a name in the answer: whoever issued the code says so, and Quill compares it with the issuer it went to.',
        right: true,
        because:
          'Notes would write `iss=https://notes.example`, and Quill went to `https://login.mallory.example`. They differ, and the code goes to nobody.',
      },
    ],
  },
  hints: [
    'Follow one code: who issues it, and to whom does Quill bring it?',
    'Quill talks to two authorization servers and hears one answer. What in it says whose answer it is?',
    'Remember `as/iss-sent` and `client/iss-matches`, first one, then both.',
  ],
  stops: [
    {
      checks: ['as/iss-sent', 'client/iss-matches'],
      because:
        'Notes names itself in its answer, and Quill compares the name with the issuer it went to. Each alone does nothing: a name that nobody reads, or a reader to whom nobody gives a name.',
    },
  ],
  decoys: [
    {
      checks: ['proxy/consent-per-client'],
      name: 'consent for each client',
      because: 'The client is Quill, and Sam wants Quill. There is nothing to say no to.',
    },
    {
      checks: ['proxy/consent-bound-to-browser'],
      name: 'the cookie that ties consent to a browser',
      because:
        'It is Sam’s browser from the first request to the last, so the cookie is there, and right.',
    },
    {
      checks: ['proxy/no-silent-consent'],
      name: 'asking every time',
      because:
        'It makes the attack visible: Sam gets to see a page of Notes. It names his own client, so he agrees. That depends on how he reads, and it is no comparison a party makes.',
    },
    {
      checks: pkceChecks,
      name: 'PKCE',
      because:
        'Quill itself sends the verifier to Mallory’s token endpoint. He redeems the code with the verifier that belongs to it.',
    },
  ],
  endings: {
    careless:
      'Quill took the answer of Notes for one of Mallory’s server, because nothing in it was compared, and handed him code and verifier.',
    careful:
      'Notes named itself in the answer, Quill saw that it is not the issuer it went to, and threw the code away.',
  },
  listed: ['SAF-T1009 Authorization Server Mix-up'],
  incidents: [
    {
      id: 'GHSA-6x8h-498w-gv8c',
      url: 'https://github.com/PrefectHQ/fastmcp/pull/3960',
      product: 'FastMCP, before 3.3.0',
      says: 'The OAuth proxy asked for consent once for each client and let later requests of the same client through by a cookie. A hostile authorization server could send the browser of somebody with that cookie along. Now it asks every time by default, so that the owner gets to see it. Told after the change that mended it.',
      before: `if (approvedBefore(browser, clientId, redirectUri))
  return redirect(upstreamUrl(transaction))
return consentPage(clientId, redirectUri)`,
      after: `// An approval that is remembered may be used by whoever sends the browser.
return consentPage(clientId, redirectUri)`,
    },
  ],
  refs: [
    'mcp-2026-07-28-authorization-authorization-response-validation',
    'mcp-2026-07-28-security-considerations-mix-up-attacks',
    'rfc9207-2.4',
    'rfc9207-2',
    'oauth21-13-7.3.1',
  ],
} as const satisfies Attack
