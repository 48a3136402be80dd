import type { Term } from '../../engine/scenario.ts'
import { seenAt } from '../seen-at.ts'

/** Who is who in the lab’s stories. */
export const companyTerms: readonly Term[] = [
  {
    id: 'sam',
    term: 'Sam',
    says: 'The owner of the notes in every story. Sam signs in, agrees or does not, and clicks on links. In the language of OAuth: the *resource owner*.',
    seen: seenAt('first-contact', 'submit-page'),
    near: ['resource-owner', 'consent'],
  },
  {
    id: 'quill',
    term: 'Quill',
    says: 'A program on Sam’s machine that works with notes for Sam. In every story it is the *client*: it asks for access and holds the tokens.',
    seen: seenAt('first-contact', 'registration-request', 'json.client_name'),
    near: ['client', 'native-app'],
  },
  {
    id: 'notes',
    term: 'Notes',
    says: 'The server that has the notes, at `notes.example`. It is the *MCP server*; in the stories about a proxy it keeps nothing itself and fetches the notes from Archive.',
    seen: seenAt('first-contact', 'resource-metadata', 'json.resource_name'),
    near: ['mcp-server', 'proxy', 'archive'],
  },
  {
    id: 'auth',
    term: 'Auth',
    says: 'The server at `auth.example` that knows Sam’s account and makes the tokens: the *authorization server*.',
    seen: seenAt('first-contact', 'server-metadata', 'json.issuer'),
    near: ['authorization-server', 'issuer'],
  },
  {
    id: 'archive',
    term: 'Archive',
    says: 'The company behind Notes in the stories about a proxy: the API at `archive.example` where the notes really lie. It trusts tokens from Auth.',
    seen: seenAt('confused-deputy', 'api-request', 'header.authorization'),
    near: ['downstream', 'proxy'],
  },
  {
    id: 'mallory',
    term: 'Mallory',
    says: 'The attacker, with whatever runs for him: a client, a browser, servers at `mallory.example`. He obeys no rule, and has nothing that he has not been sent or overheard.',
    seen: seenAt('confused-deputy', 'send-link'),
    near: ['notebook', 'overheard'],
  },
  {
    id: 'console',
    term: 'Console',
    says: 'A service at `console.corp.example` that only machines in Sam’s network can reach. Mallory cannot; he wants Quill to go there for him.',
    seen: seenAt('ssrf-discovery', 'resource-metadata-request'),
    near: ['ssrf'],
  },
  {
    id: 'vault',
    term: 'vault',
    also: ['keychain', 'credential store', 'secure storage'],
    says: 'Where a client keeps tokens so that other programs cannot read them: the keychain of a system, for instance. Tokens MUST be kept confidential in storage [oauth21-13-1.4].',
    seen: seenAt('first-contact', 'vault-write.2', 'local.protection'),
    near: ['refresh-token', 'token-theft'],
  },
]
