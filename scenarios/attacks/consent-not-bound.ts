import type { Attack } from '../../engine/scenario.ts'
import { consentCards } from '../attack-cards/consent.ts'
import { pkceChecks } from '../pkce-checks.ts'

/** A consent that is not tied to the browser in which it was given counts for every browser. */
export const consentNotBound = {
  ...consentCards['consent-not-bound'],
  expects: 'won',
  world: 'proxy',
  owner: 'attentive',
  forget: ['proxy/consent-bound-to-browser'],
  acts: [
    {
      who: 'client',
      does: 'connect',
      errands: [{ call: 'read_note', arguments: { name: 'groceries' } }],
    },
    {
      who: 'attacker',
      does: 'connect',
      browser: 'owner',
      until: 'upstream',
      says: 'Sam, Archive wants you to sign in once more.',
      errands: [{ call: 'read_note', arguments: { name: 'seed-vault' } }],
    },
  ],
  goal: { is: 'reads', text: 'under the third flower pot' },
  opening:
    'Notes has learned from the confused deputy: before it sends anybody to Auth, it asks on a page of its own whether this client is wanted. Mallory reads that page, too. It asks a question, and he thinks about who has to answer it. Sam has connected Quill as before, so Auth remembers his consent for Notes.',
  beats: [
    {
      at: 'consent-page',
      text: 'The new page of Notes. It names the client, Quill, and says where the answer goes. Only when Sam has agreed does Notes send him to Auth: the order that the best practices ask for.',
    },
    {
      at: 'upstream-redirect',
      text: 'Together with this redirect the browser gets a cookie, `__Host-upstream`: signed, and made for this one request. At the callback Notes can see by it whether the browser that comes back is the one in which somebody agreed. Tying a request to its browser is an old rule for clients [rfc6749-10.12].',
    },
    {
      at: 'registration-request',
      nth: 2,
      with: ['dynamic'],
      text: 'Mallory registers his client again, with `https://mallory.example/callback`. This time he does not send the request to Sam. He opens it himself.',
    },
    {
      at: 'upstream-redirect',
      nth: 2,
      text: 'Mallory has pressed *Allow* on the page of Notes, in his own browser. It asked whether his client is wanted, and he wants it. Notes answers with the way to Auth, and with a cookie for *Mallory’s* browser. He does not follow.',
    },
    {
      at: 'send-link',
      text: 'He sends the way to Auth to Sam. It is a plain link to Auth, the genuine one, with the genuine `client_id` of Notes. Sam’s browser never sees the page on which somebody agreed.',
    },
    {
      at: 'authorization-response',
      nth: 3,
      text: 'Auth knows Sam, remembers his consent for Notes, and sends him back to Notes with a `code`. The `state` in the URL is the one that Notes drew, for Mallory’s request.',
    },
    {
      at: 'upstream-callback',
      nth: 2,
      in: ['2025-03-26', '2025-06-18'],
      text: 'Here is the forgotten check. The `state` is known and still open, so Notes takes the answer. Sam’s browser brings no cookie for this request, since another browser got it. Notes does not look.',
    },
    {
      at: 'upstream-callback',
      nth: 2,
      in: ['2025-11-25', '2026-07-28'],
      text: 'Here is the forgotten check. The `state` is known and still open, so Notes takes the answer. It MUST also be the one that this browser holds in its cookie or session [mcp-2025-11-25-security-required-protections]. Sam’s brings none, since another browser got it. Notes does not look.',
    },
    {
      at: 'authorization-response',
      nth: 4,
      text: 'Consent of Mallory, account of Sam. Notes puts the two together and sends the code to `https://mallory.example/callback`.',
    },
    {
      at: 'api-request',
      nth: 2,
      text: 'And once more Notes fetches Sam’s note for Mallory. A consent page that anybody may answer for anybody protects nobody.',
    },
  ],
  phases: {
    discovery: 'A client learns that Notes is its own authorization server.',
    registration: 'A client registers at Notes.',
    authorization: 'Notes asks first, and only then sends the browser to Auth.',
    tokenExchange: 'The client redeems at Notes the code that Notes has issued.',
    toolCall: 'Notes carries out a tool with what Archive gives it.',
  },
  betBefore: { at: 'upstream-callback', nth: 2 },
  question: {
    asks: 'Mallory agrees on the page of Notes in his own browser, and sends Sam the link to Auth that he gets for it. What could Notes notice when Sam’s browser comes back?',
    choices: [
      {
        says: 'That the state is wrong.',
        because:
          'It is right: Notes drew it for this request, and it stands in the link that Mallory passed on. What travels in a URL proves nothing about the browser.',
      },
      {
        says: 'That nobody has agreed to this client.',
        because:
          'Somebody has: Mallory, on the proper page. The consent is real. It is only not Sam’s.',
      },
      {
        says: 'That this browser does not have the cookie which it set when somebody agreed.',
        right: true,
        because:
          'The cookie went to Mallory’s browser, and he cannot put it into Sam’s. Compared with the state at the callback, it ties the consent to the browser.',
      },
      {
        says: 'That the redirect URI is not Mallory’s.',
        because:
          'It is his, registered and exact. The check on the redirect URI holds from beginning to end.',
      },
    ],
  },
  hints: [
    'Two browsers take part. Which one presses *Allow* at Notes, and which one comes back from Auth?',
    'Look at what Notes sends along with the redirect to Auth besides the address.',
    'Open the checks, and remember `proxy/consent-bound-to-browser` of the MCP proxy.',
  ],
  stops: [
    {
      checks: ['proxy/consent-bound-to-browser'],
      because:
        'At the callback Notes compares the state with the signed cookie of this very browser. Sam’s has none for Mallory’s request, so Notes stops and sends nobody anywhere.',
    },
  ],
  decoys: [
    {
      checks: ['proxy/consent-per-client', 'proxy/no-silent-consent'],
      name: 'asking for consent',
      because:
        'Notes asks, each time, about each client. Mallory answers. The page cannot know that another browser will come back.',
    },
    {
      checks: pkceChecks,
      name: 'PKCE',
      because: 'Challenge and verifier are Mallory’s own. He began this request himself.',
    },
    {
      checks: ['as/redirect-uri-exact'],
      name: 'the exact redirect URI',
      because: 'Mallory registered where the code is to go, and it goes there exactly.',
    },
  ],
  endings: {
    careless:
      'Mallory agreed in his own browser, Sam’s browser finished at Auth, and Notes did not notice that these were two browsers.',
    careful:
      'Notes saw at the callback that Sam’s browser is not the one in which somebody agreed, and stopped.',
  },
  listed: [
    'SAF-T1007 OAuth Authorization Phishing',
    'OWASP MCP07:2025 Insufficient Authentication & Authorization',
  ],
  incidents: [
    {
      id: 'CVE-2026-27124',
      url: 'https://github.com/advisories/GHSA-rww4-4w9c-7733',
      product: 'FastMCP, before 3.2.0',
      says: 'The OAuth proxy asked for consent, and at the callback looked the transaction up by its state alone, in whatever browser it arrived. The fix keeps a random value with the transaction and in a signed cookie of the browser that approved, and compares them.',
      before: `function callback(query, cookies) {
  const transaction = open.get(query.state)
  if (!transaction) return forbidden()
  return finish(transaction, query.code)
}`,
      after: `function callback(query, cookies) {
  const transaction = open.get(query.state)
  if (!transaction) return forbidden()
  if (signed(cookies.consent) !== transaction.consent)
    return forbidden()
  return finish(transaction, query.code)
}`,
    },
  ],
  refs: [
    'mcp-2025-11-25-security-required-protections',
    'mcp-2025-06-18-security-required-protections',
    'rfc6749-10.12',
    'rfc9700-4.7.1',
    'rfc6265bis-22-4.1.3.2',
  ],
} as const satisfies Attack
