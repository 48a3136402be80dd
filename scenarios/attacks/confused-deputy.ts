import type { Attack } from '../../engine/scenario.ts'
import { consentCards } from '../attack-cards/consent.ts'
import { pkceChecks } from '../pkce-checks.ts'

/** A proxy that asks nobody lends its own rights to whoever sends the owner along. */
export const confusedDeputy = {
  ...consentCards['confused-deputy'],
  expects: 'won',
  world: 'proxy',
  owner: 'attentive',
  forget: ['proxy/consent-per-client', 'proxy/no-silent-consent'],
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
      says: 'Sam, is this your photo?',
      errands: [{ call: 'read_note', arguments: { name: 'seed-vault' } }],
    },
  ],
  goal: { is: 'reads', text: 'under the third flower pot' },
  opening:
    'Sam has notes. Quill is his program, the *client*; Notes is the server it talks to; Auth is where Sam signs in and agrees. Whoever Sam agrees to gets a *code*, a short-lived receipt, and exchanges it for a *token*, which opens the notes. Here Notes keeps nothing itself. It is a *proxy*: the notes lie at Archive, another company, and Auth guards that. First Sam connects Quill, and all is as it should be. Then Mallory, who knows nothing of Sam but where to write to, sends a link.',
  beats: [
    {
      at: 'authorization-request',
      text: 'Quill has registered at Notes and sends Sam there. Notes is an authorization server towards its clients, but it has no accounts: who Sam is, and whether he agrees, only Auth can say. So Sam has to go on there.',
    },
    {
      at: 'upstream-redirect',
      text: 'Notes sends Sam on to Auth. Look at `client_id`: it is `notes-proxy`, not Quill. To Auth all clients of Notes look the same; how many there are, only Notes knows.',
    },
    {
      at: 'consent-page',
      text: 'Auth asks Sam whether *Notes* may act for him at Archive. Sam says yes, and means it. Auth remembers: this browser, this account, this client. The next time it will not ask.',
    },
    {
      at: 'registration-request',
      nth: 2,
      with: ['dynamic'],
      text: 'Mallory registers a client of his own, as anybody may, and calls it Free Note Helper. Its redirect URI is `https://mallory.example/callback`. Nothing in this is a lie: it is his client, and his address.',
    },
    {
      at: 'send-link',
      text: 'The link leads to Notes, the real one. Mallory’s `client_id`, his redirect URI (where the code is to go), his challenge (the hash of a secret he keeps, the *verifier*: together they are PKCE), his state (a value he will know again): a correct authorization request. Sam clicks.',
    },
    {
      at: 'authorization-request',
      nth: 3,
      in: ['2025-03-26'],
      text: 'Notes checks the request. The redirect URI is the registered one, the `code_challenge` is there: Mallory has written it with care. Missing is a question to Sam: *do you want this client?* This revision describes such a proxy and does not ask for that [mcp-2025-03-26-authorization-third-party-authorization-flow].',
    },
    ...(['2025-06-18', '2025-11-25'] as const).map((revision) => ({
      at: 'authorization-request' as const,
      nth: 3,
      in: [revision],
      text: `Notes checks the request. The redirect URI is the registered one, the \`code_challenge\` is there. Missing is a question to Sam: *do you want this client?* Before it sends anybody on, a proxy MUST have consent for each dynamically registered client [mcp-${revision}-authorization-confused-deputy-problem]${revision === '2025-11-25' ? '; the guide beside the specification says so of each client id [mcp-2025-11-25-security-required-protections]' : ''}.`,
    })),
    {
      at: 'authorization-request',
      nth: 3,
      in: ['2026-07-28'],
      text: 'Notes checks the request. The redirect URI is the registered one, the `code_challenge` is there. Missing is a question to Sam: *do you want this client?* Before it sends anybody on, a proxy MUST have consent for each dynamically registered client [mcp-2026-07-28-security-considerations-confused-deputy-problem]; the guide beside the specification says so of each client id [mcp-2025-11-25-security-required-protections].',
    },
    {
      at: 'authorization-response',
      nth: 3,
      text: 'Auth sees Sam’s session, and a request of the one client that Notes is, to which Sam agreed a moment ago. So it shows no page and answers with a `code`. Auth has made no mistake: to Auth this is the same client as before.',
    },
    {
      at: 'authorization-response',
      nth: 4,
      text: 'Notes now knows whose account it is, and owes a code to the client that asked. It sends the code to `https://mallory.example/callback`. Sam was asked nothing at all.',
    },
    {
      at: 'token-request',
      nth: 4,
      text: 'PKCE asks: is the one who redeems the one who began? Mallory began, so Mallory has the `code_verifier`. PKCE ties a code to a client. Whether the owner wanted that client is another question, and nobody has put it.',
    },
    {
      at: 'api-request',
      nth: 2,
      text: 'Notes fetches Sam’s note with Sam’s token for Archive, because a stranger told it to. It has the right, and lends it to the wrong one. That is what *confused deputy* means.',
    },
  ],
  phases: {
    discovery: 'A client learns that Notes, which has no accounts, itself hands out tokens.',
    registration: 'A client registers at Notes, as anybody may.',
    authorization: 'The owner is sent to Notes, and by Notes to Auth.',
    tokenExchange: 'The client redeems at Notes the code that Notes has issued.',
    toolCall: 'Notes carries out a tool with what Archive gives it.',
  },
  betBefore: { at: 'open-link' },
  question: {
    asks: 'Sam clicks Mallory’s link. Auth remembers that Sam agreed to Notes. Which check would keep Mallory from getting a code?',
    choices: [
      {
        says: 'PKCE: only who made the challenge, a hash, can redeem the code, with the secret behind it.',
        because:
          'Mallory made it. His own client begins this flow, so his own client has the verifier. PKCE protects the one who began, and that is Mallory.',
      },
      {
        says: 'Comparing the redirect URI with the registered one, character by character.',
        because:
          'They are equal. Mallory registered `https://mallory.example/callback` himself, and that is where he wants the code.',
      },
      {
        says: 'Notes asks Sam about this very client, before it sends him to Auth.',
        right: true,
        because:
          'Notes alone knows that two clients are behind `notes-proxy`. Asked whether Free Note Helper may have his notes, Sam says no, for he has not started anything.',
      },
      {
        says: 'Auth asks for consent again, every time.',
        because:
          'Auth would ask whether *Notes* may act for Sam, and he has just said that it may. It does not know Mallory’s client, so it cannot name it.',
      },
    ],
  },
  hints: [
    'Auth has shown Sam one page that asks. Whose name was on it, and will Auth show it again?',
    'At Auth there is one client. How many are there at Notes, and who could tell Sam which one is asking?',
    'Under Checks, All checks, the first is `proxy/consent-per-client`, of Notes. Read what it asks for.',
  ],
  stops: [
    {
      checks: ['proxy/consent-per-client'],
      because:
        'Before it sends anybody to Auth, Notes asks Sam whether Free Note Helper may have his notes. He has not started it and says no; Mallory gets the error `access_denied` instead of a code.',
    },
    {
      checks: ['proxy/no-silent-consent'],
      because:
        'Notes asks at every request, whether it remembers an approval or not. So it asks about Mallory’s client as well.',
    },
  ],
  decoys: [
    {
      checks: pkceChecks,
      name: 'PKCE',
      because:
        'It proves that the one who redeems a code is the one who asked for it. Mallory is both. Whether Sam wanted him to ask, PKCE does not know.',
    },
    {
      checks: ['as/redirect-uri-exact'],
      name: 'the exact redirect URI',
      because:
        'The code goes exactly where it was registered to go. Mallory registered that address, and registration is open to everybody.',
    },
    {
      checks: ['client/state-matches'],
      name: 'the state',
      because:
        'A state lets a client recognise the answer to its own request. This is Mallory’s request, and his client recognises it.',
    },
  ],
  endings: {
    careless:
      'Notes sent Sam to Auth without asking him about Mallory’s client, Auth remembered its consent for Notes, and the code went to Mallory.',
    careful:
      'Notes asked Sam about Mallory’s client before it sent him to Auth; Sam said no, and there was no code.',
  },
  listed: [
    'SAF-T1307 Confused Deputy Attack',
    'OWASP MCP07:2025 Insufficient Authentication & Authorization',
  ],
  incidents: [
    {
      id: 'GHSA-c2jp-c369-7pvx',
      url: 'https://github.com/advisories/GHSA-c2jp-c369-7pvx',
      product: 'FastMCP, before 2.13.0',
      says: 'The OAuth proxy redirected every authorization request at once to the authorization server upstream, with the proxy’s own client id. Whoever had consented there before was asked nothing. Since 2.13.0 the proxy shows a consent page of its own for each client.',
      before: `function authorize(request) {
  return redirect(upstreamUrl(PROXY_CLIENT_ID))
}`,
      after: `function authorize(request, browser) {
  const client = clients.get(request.clientId)
  if (!approvals.has(browser.session, client.id)) return consentPage(client, request.redirectUri)
  return redirect(upstreamUrl(PROXY_CLIENT_ID))
}`,
    },
  ],
  refs: [
    'mcp-2025-06-18-authorization-confused-deputy-problem',
    'mcp-2025-11-25-authorization-confused-deputy-problem',
    'mcp-2026-07-28-security-considerations-confused-deputy-problem',
    'mcp-2025-03-26-authorization-third-party-authorization-flow',
    'mcp-2025-11-25-security-required-protections',
  ],
} as const satisfies Attack
