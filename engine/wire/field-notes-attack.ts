import type { Notes } from './field-note.ts'

/** Notes on what an attacker sends, and on what comes to his site. */
export const attackNotes: Notes = {
  'send-link local.says': {
    what: 'What the message says in which the link comes: anything that makes the owner click.',
    madeBy: 'The attacker.',
    checkedBy: [],
    refs: [],
  },
  'page-request query.code': {
    what: 'A code that has come to a site, and not to the program that waits on the owner’s machine.',
    madeBy:
      'The authorization server drew it, and sent the browser to the redirect URI of the request.',
    checkedBy: ['as/redirect-uri-exact'],
    refs: ['rfc9700-4.1.1', 'oauth21-13-4.1.2'],
    without: 'A server that does not look where it sends a code sends it to anybody.',
  },
  'page-request query.iss': {
    what: 'Which authorization server the answer is from, by its identifier.',
    madeBy: 'The authorization server, the same value as in its metadata.',
    checkedBy: [],
    refs: ['rfc9207-2'],
  },
  'shell-command local.command': {
    what: 'A line for a shell, or a command that a shell starts because the line says so.',
    madeBy:
      'The client, around a URL that a server named; the shell, out of what stands in that line.',
    checkedBy: ['client/opens-without-shell'],
    refs: ['mcp-2025-11-25-security-oauth-authorization-url-validation'],
    without: 'Whoever writes the URL writes what the owner’s machine carries out.',
  },
  'run-script local.script': {
    what: 'A script that a browser runs in the page that goes to it. The lab only shows it.',
    madeBy:
      'Whoever wrote the address; the client added its parameters, which the script has for a comment.',
    checkedBy: ['client/endpoint-scheme-allowed'],
    refs: ['mcp-2025-11-25-security-oauth-authorization-url-validation'],
    without: 'The script may do what the page may do.',
  },
}
