import type { Notes } from './field-note.ts'

/** Notes on what passes between the client and the place where it keeps its credentials. */
export const vaultNotes: Notes = {
  'local.issuer': {
    what: 'Which authorization server this entry belongs to; what one server issued is never shown to another.',
    madeBy: 'The client, from the issuer whose metadata it read.',
    checkedBy: ['client/credentials-of-this-issuer'],
    refs: ['mcp-2026-07-28-client-registration-authorization-server-binding', 'rfc6749-2.2'],
    without: 'A client could show the secret that one server gave it to another one.',
  },
  'local.server': {
    what: 'The MCP server for whose sake the entry is kept.',
    madeBy: 'The client: it is the address it was given.',
    checkedBy: [],
    refs: [],
  },
  'local.registration': {
    what: 'The client’s registration with this authorization server, so that it need not register again.',
    madeBy:
      'The authorization server, when the client registered, or whoever registered it by hand.',
    checkedBy: [],
    refs: ['rfc7591-3.2.1'],
  },
  'local.registered_by': {
    what: 'How the client came by its registration: `hand` if somebody registered it beforehand, `itself` if it did so over the network. What was done by hand cannot be had again without asking.',
    madeBy: 'The client, when it put the entry here.',
    checkedBy: [],
    refs: ['mcp-2026-07-28-client-registration-authorization-server-binding'],
  },
  'local.tokens': {
    what: 'The tokens, kept where the line `kept_in` says.',
    madeBy: 'The client puts them there as soon as it has them.',
    checkedBy: ['client/stores-in-vault', 'client/refresh-replaced'],
    refs: ['mcp-2025-06-18-authorization-token-theft', 'oauth21-13-1.4'],
    without: 'Any program that reads the client’s files could use the tokens as its own.',
  },
  'local.kept_in': {
    what: 'Where the entry is kept on this machine.',
    madeBy: 'The client, by what the system offers.',
    checkedBy: ['client/stores-in-vault'],
    refs: ['mcp-2025-06-18-authorization-token-theft'],
  },
  'local.protection': {
    what: 'Who can read the entry there, besides the client.',
    madeBy: 'The place itself.',
    checkedBy: ['client/stores-in-vault'],
    refs: ['mcp-2025-06-18-authorization-token-theft'],
  },
}
