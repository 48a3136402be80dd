import type { Attack } from '../../engine/scenario.ts'
import { discoveryCards } from '../attack-cards/discovery.ts'
import { pkceChecks } from '../pkce-checks.ts'

/** An authorization endpoint that is no address but a script. */
export const dangerousScheme = {
  ...discoveryCards['dangerous-scheme'],
  expects: 'won',
  forget: ['client/endpoint-scheme-allowed'],
  mallory: {
    mcp: { issuer: 'own' },
    as: { metadata: { authorization_endpoint: 'javascript:handshakeLabWasHere()//' } },
  },
  acts: [{ who: 'client', does: 'connect', to: 'attacker', errands: [] }],
  goal: { is: 'runs', marker: 'handshakeLabWasHere' },
  stops: [
    {
      checks: ['client/endpoint-scheme-allowed'],
      because:
        'Quill reads the scheme of every endpoint before it uses any of them. This one is not https, so the whole document is put aside, and nothing is opened.',
    },
  ],
  decoys: [
    {
      checks: ['as/redirect-scheme-allowed'],
      name: 'a rule for redirect URIs',
      because:
        'It is a good rule, and it is about another address: where the answer goes. Here it is the way out that is a script, and the server which would apply the rule is Mallory’s.',
    },
    {
      checks: ['client/opens-without-shell'],
      name: 'opening it without a shell',
      because:
        'No shell has a part in this. The browser itself carries the script out, because the address tells it to.',
    },
    {
      checks: ['client/metadata-issuer-matches'],
      name: 'comparing the issuer in the metadata',
      because:
        'The name in the document is right: Mallory’s. What an endpoint of his is allowed to look like, the name does not say.',
    },
    {
      checks: pkceChecks,
      name: 'PKCE',
      because:
        'The challenge is part of the address, behind two slashes, and the browser takes it for a comment. No request is ever sent in which it could count.',
    },
  ],
  variants: {
    'forbidden-by-name': {
      title: 'Forbidden by name',
      says: 'This Quill has heard of such addresses. It refuses endpoints that begin with “javascript:” or with one of three others. Mallory writes the word with a capital letter.',
      forget: ['client/schemes-from-a-list'],
      mallory: {
        mcp: { issuer: 'own' },
        as: { metadata: { authorization_endpoint: 'JavaScript:handshakeLabWasHere()//' } },
      },
      stops: [
        {
          checks: ['client/schemes-from-a-list'],
          by: 'client/endpoint-scheme-allowed',
          because:
            'Quill parses the address, which makes the scheme small, and looks for it on a short list. It is not there. How Mallory spells it, and whether Quill knows it, makes no difference.',
        },
      ],
      decoys: [
        {
          checks: ['as/redirect-scheme-allowed'],
          name: 'a rule for redirect URIs',
          because:
            'That rule is about where the answer goes. Here it is the way out that is a script, and the server which would apply the rule is Mallory’s.',
        },
        {
          checks: ['client/opens-without-shell'],
          name: 'opening it without a shell',
          because:
            'No shell has a part in this. The browser itself carries the script out, because the address tells it to.',
        },
      ],
      endings: {
        careless:
          'Quill compared the beginning of the address with four forbidden words, and none of them had a capital letter; the browser does not care about capitals.',
        careful:
          'Quill reads the scheme as a browser would, does not find it on its short list, and uses none of the document.',
      },
    },
  },
  endings: {
    careless:
      'Quill went to whatever stood in the metadata, and it was a script: it ran in Quill’s own window, with all that Quill may do.',
    careful: 'Quill sees that one endpoint is not an https address, and uses none of the document.',
  },
  hints: [
    'Not every address is a place.',
    'Look at how the authorization endpoint begins, and at the two characters it ends with.',
    'What a browser does with an address, its scheme decides. Somebody should decide which schemes there may be.',
  ],
  listed: ['SAF-T1101 Command Injection', 'OWASP MCP05:2025 Command Injection & Execution'],
  incidents: [
    {
      id: 'CVE-2025-58444',
      url: 'https://github.com/advisories/GHSA-g9hg-qhmf-q45m',
      product: 'MCP Inspector before 0.16.6',
      says: 'A web client for trying out MCP servers. In four places it went to the authorization URL that a server had named; one of them looked at the scheme first, and three did not, so that a script from a hostile server ran in its page. Now all four call one function, which lets http and https through and nothing else.',
      before: `const url = authorizationUrl(metadata)
location.href = url // runs it, if it is a script`,
      after: `const url = new URL(authorizationUrl(metadata))
const allowed = ['https:', 'http:']
if (!allowed.includes(url.protocol)) throw new Error('scheme')
location.href = url.href`,
    },
  ],
  opening:
    'In this story Quill’s window is itself a web page, as in web clients and in many desktop programs. It goes to the authorization endpoint in the simplest way there is: it sets its own address. Mallory runs an MCP server that Sam wants to try. Which address that endpoint has, is for Mallory’s metadata to say.',
  beats: [
    {
      at: 'mcp-challenge',
      text: 'Mallory’s server asks for a token. Nothing has been typed or agreed to so far; Sam has pressed *Connect*. Now Quill fetches documents and does what they say, and each of them is written by a stranger.',
    },
    {
      at: 'server-metadata',
      of: ['plain'],
      text: 'All endpoints but one are ordinary. `authorization_endpoint` begins with `javascript:`, which is no place to go to but a script to run. A client must allow https alone, and http on its own machine, and should go by a list of what is allowed [mcp-2025-03-26-security-oauth-authorization-url-validation]. Quill does not look.',
    },
    {
      at: 'server-metadata',
      of: ['forbidden-by-name'],
      text: 'All endpoints but one are ordinary. `authorization_endpoint` begins with `JavaScript:`. Quill compares it with the words it has been told to forbid, and finds none of them. Schemes know no capitals, and a list of what is bad is never complete: a client should go by what is allowed [mcp-2025-03-26-security-oauth-authorization-url-validation].',
    },
    {
      at: 'registration-response',
      text: 'Everything goes its usual way meanwhile. Quill has registered, with a redirect URI that follows every rule. That rule is about where the answer goes. There will be no answer.',
    },
    {
      at: 'open-browser',
      text: 'Quill appends its parameters, as it must: `code_challenge`, `state` and the rest. Mallory has thought of that. His endpoint ends with two slashes, so that for a script all this is a comment. The browser is about to be sent there.',
    },
    {
      at: 'run-script',
      text: 'The browser runs it. There is no request, no host, nothing that a firewall could see. The script is part of Quill’s page, and reaches what that page reaches: its storage, its tokens, its connections. `handshakeLabWasHere` is the name of nothing, so here nothing happens.',
    },
  ],
  phases: {
    discovery: 'Mallory’s server describes itself.',
    registration: 'Quill gets a name at Mallory’s authorization server.',
    authorization: 'Quill goes to the address that it was given.',
  },
  betBefore: { at: 'run-script' },
  question: {
    asks: 'Quill wants to be safe from addresses that are scripts. Which rule does it?',
    choices: [
      {
        says: 'Refuse addresses that begin with “javascript:”.',
        because:
          'And with “JavaScript:”, with a blank in front, with a line break in the middle, and with the next scheme that runs something. A list of what is bad is never complete.',
      },
      {
        says: 'Parse the address, and go on only if its scheme is on a short list.',
        right: true,
        because:
          'https, and http on one’s own machine: everything else is refused without being understood. Parsing first takes care of capitals and blanks.',
      },
      {
        says: 'Open it in a new tab, so that it cannot reach Quill’s page.',
        because:
          'The real client that had this hole used links with every precaution for new tabs, and in other places simply went there. What must not be opened should not be opened anywhere.',
      },
      {
        says: 'Have the authorization server allow only https as a redirect URI.',
        because:
          'That guards the way back. The script is on the way out, in a document of Mallory’s, and no honest server has a say in it.',
      },
    ],
  },
  refs: [
    'mcp-2025-03-26-security-oauth-authorization-url-validation',
    'mcp-2025-06-18-security-oauth-authorization-url-validation',
    'mcp-2025-11-25-security-oauth-authorization-url-validation',
    'mcp-2026-07-28-security-oauth-authorization-url-validation',
    'mcp-2025-06-18-authorization-communication-security',
    'oauth21-13-1.5',
    'oauth21-13-7.11',
    'rfc8252-8.4',
  ],
} as const satisfies Attack
