import type { Attack } from '../../engine/scenario.ts'
import { discoveryCards } from '../attack-cards/discovery.ts'
import { pkceChecks } from '../pkce-checks.ts'

/** An authorization endpoint that is written for the shell which opens it. */
export const urlToShell = {
  ...discoveryCards['url-to-shell'],
  expects: 'won',
  forget: ['client/opens-without-shell'],
  mallory: {
    mcp: { issuer: 'own' },
    as: {
      authorize: 'made-up-code',
      metadata: { authorization_endpoint: '{own}/$(handshake-lab-was-here)authorize' },
    },
  },
  acts: [{ who: 'client', does: 'connect', to: 'attacker', errands: [] }],
  goal: { is: 'runs', marker: 'handshake-lab-was-here' },
  stops: [
    {
      checks: ['client/opens-without-shell'],
      because:
        'The URL goes to the browser as one argument, and no shell ever reads it. Without a shell, a dollar sign and two brackets are five characters of a path, and nobody obeys them.',
    },
  ],
  decoys: [
    {
      checks: ['client/endpoint-scheme-allowed'],
      name: 'allowing https only',
      because:
        'It is an https address, and a valid one. The scheme says how to fetch something; what a shell makes of the characters behind it is no matter of the scheme.',
    },
    {
      checks: ['client/metadata-issuer-matches'],
      name: 'comparing the issuer in the metadata',
      because:
        'The document is Mallory’s and says so. He needs no borrowed name: any server that Sam connects to may name any endpoint of its own.',
    },
    {
      checks: [
        'as/iss-sent',
        'client/iss-when-promised',
        'client/iss-matches',
        'client/iss-compared-exactly',
      ],
      name: 'the name in the answer',
      because:
        'There is no answer yet. It happens before the browser opens, and whatever is checked when it comes back is checked too late.',
    },
    {
      checks: pkceChecks,
      name: 'PKCE',
      because:
        'It protects the code. Mallory wants no code. With a command on Sam’s machine he has everything that Sam has.',
    },
  ],
  endings: {
    careless:
      'Quill put a stranger’s URL into a command line, and the shell carried out what stood in it before the browser had even opened.',
    careful:
      'Quill hands the URL to the browser as one argument, and Mallory’s command is nothing but an odd path that leads to a page which is not there.',
  },
  hints: [
    'Somebody reads the URL before the browser does.',
    'Look at the first thing that Quill does once it has the metadata, and at the quotation marks in it.',
    'Between double quotes a shell still obeys `$( )`. Ask why there is a shell at all.',
  ],
  listed: ['OWASP MCP05:2025 Command Injection & Execution', 'SAF-T1101 Command Injection'],
  incidents: [
    {
      id: 'CVE-2025-6514',
      url: 'https://github.com/advisories/GHSA-6xpm-ggf7-wc3p',
      product: 'mcp-remote 0.0.5 to 0.1.15',
      says: 'The authorization URL from the server’s metadata was given to a package that opens it, as it came. A first fix let only http and https through and encoded path and query; the next release, 0.1.16, had to encode user name and password as well, where shell syntax could still stand in an http address.',
      before: `const url = new URL(endpoint)
if (!['http:', 'https:'].includes(url.protocol)) throw new Error('scheme')
url.pathname = encoded(url.pathname)
open(url.href) // user name and password still as they came`,
      after: `const url = new URL(endpoint)
if (!['http:', 'https:'].includes(url.protocol)) throw new Error('scheme')
url.pathname = encoded(url.pathname)
url.username = encoded(url.username)
url.password = encoded(url.password)
open(url.href)`,
    },
  ],
  opening:
    'Mallory offers an MCP server with free tools, and waits. He does not want a token, and he does not want Sam’s notes. He wants a command carried out on Sam’s machine. All that he can send there is a document that describes his authorization server, and in it an address which Quill will open in a browser.',
  beats: [
    {
      at: 'mcp-challenge',
      text: 'Sam has only connected. Nobody has signed in, nobody has agreed to anything, and Sam has not yet seen a page. From here on everything happens by itself: Quill reads what the server says about itself, and then opens an address that stands there.',
    },
    {
      at: 'server-metadata',
      text: 'Look at `authorization_endpoint`. It begins with https, as every endpoint must [oauth21-13-1.5], and Quill makes that check. But in the path stands `$(handshake-lab-was-here)`. To a browser these are odd characters. To a shell they mean: carry this out first.',
    },
    {
      at: 'shell-command',
      text: 'Quill opens the browser with a command line: `xdg-open`, and the URL between double quotes. The quotes look like protection, and do keep `&` from ending the command. They do not keep `$(handshake-lab-was-here)` from being obeyed. A client must open no URL with a shell, says the guide that MCP prints beside its revisions [mcp-2025-03-26-security-oauth-authorization-url-validation].',
    },
    {
      at: 'shell-command',
      nth: 2,
      text: 'The shell does what it is for: it starts `handshake-lab-was-here`, to put its output into the URL. There is no such program, so here the story is harmless. With another name it would have been any program, with Sam’s rights and Sam’s files.',
    },
    {
      at: 'open-browser',
      text: 'The command printed nothing, so it leaves no trace: `url` now holds an ordinary address. Whoever looks at the browser’s history will find nothing in it. What a client receives it must sanitize, and validate where that is possible [oauth21-13-7.11].',
    },
    {
      at: 'authorization-response',
      text: 'Mallory even lets the handshake go on. His server answers at once, with a code that it has made up and with the right `state`. The attack is over by now; this is for the looks.',
    },
    {
      at: 'token-response',
      text: 'An error: the code was none. Quill reports that it could not connect, and Sam shrugs. Every check that Quill made on the way here has held.',
    },
  ],
  phases: {
    discovery: 'Mallory’s server describes itself.',
    registration: 'Quill gets a name at Mallory’s authorization server.',
    authorization: 'Quill opens an address that it was given.',
    tokenExchange: 'The rest of the handshake, for the looks.',
  },
  betBefore: { at: 'shell-command' },
  question: {
    asks: 'Quill already refuses every endpoint that is not https. Is Sam’s machine safe from Mallory’s endpoint?',
    choices: [
      {
        says: 'Yes: a command is no https address, so it is refused.',
        because:
          'This one is both. A path may hold a dollar sign and brackets, and so may a user name. The address is valid, and the shell reads it all the same.',
      },
      {
        says: 'Yes, if the URL stands between quotes in the command line.',
        because:
          'Double quotes leave `$( )` and backticks alive, and a quote in the URL ends the quoting. Shells have more syntax than one remembers.',
      },
      {
        says: 'No. Only opening it without a shell makes it safe.',
        right: true,
        because:
          'As one argument of a program the URL is text, whatever stands in it. There is nothing to escape, because nobody is there who would interpret.',
      },
      {
        says: 'No, but Sam would see a consent page first and could say no.',
        because:
          'The page comes after. To show it, Quill has to open the address, and opening the address is the attack.',
      },
    ],
  },
  refs: [
    'mcp-2025-03-26-security-oauth-authorization-url-validation',
    'mcp-2025-06-18-security-oauth-authorization-url-validation',
    'mcp-2025-11-25-security-oauth-authorization-url-validation',
    'mcp-2026-07-28-security-oauth-authorization-url-validation',
    'oauth21-13-7.11',
    'oauth21-13-1.5',
  ],
} as const satisfies Attack
