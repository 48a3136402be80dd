import type { Notes } from './field-note.ts'

/** Notes on the document that a client publishes about itself, and on how the authorization server gets it. */
export const clientDocumentNotes: Notes = {
  'json.client_id_metadata_document_supported': {
    what: 'Whether a client may come with the address of a document about itself in place of a registration.',
    madeBy: 'The authorization server, about itself; left out, it means no.',
    checkedBy: [],
    refs: ['cimd-00-5', 'mcp-2025-11-25-authorization-discovery'],
  },
  'client-document-request start.path': {
    what: 'Where on the site of its makers the client describes itself.',
    madeBy: 'The authorization server, from the `client_id` in the authorization request.',
    checkedBy: ['as/document-url-allowed'],
    refs: ['cimd-00-4', 'cimd-00-3'],
    without: 'Anybody who writes a link could choose where this server goes.',
  },
  'client-document-request header.host': {
    what: 'The site of the client’s makers: whoever can publish there speaks for the client.',
    madeBy: 'The authorization server, from the `client_id` in the authorization request.',
    checkedBy: ['as/document-url-allowed'],
    refs: ['cimd-00-6.5', 'cimd-00-3'],
    without:
      'A link could send this server to machines inside its own network, which only it can reach.',
  },
  'client-document start.status': {
    what: 'Whether the document is there. Anything but `200` ends the request, a redirect too: the address is the client’s name, and no other will do.',
    madeBy: 'The client’s site.',
    checkedBy: ['as/document-readable'],
    refs: ['cimd-00-4.3', 'cimd-00-4.4'],
  },
  'client-document header.content-type': {
    what: 'The document is JSON, under this name or a more special one that ends in `+json`.',
    madeBy: 'The client’s site.',
    checkedBy: ['as/document-readable'],
    refs: ['cimd-00-4.1'],
  },
  'client-document header.cache-control': {
    what: 'For how many seconds the authorization server may use the document again without asking.',
    madeBy:
      'The client’s site; what is wrong with a document, or was never one, may not be kept at all.',
    checkedBy: [],
    refs: ['cimd-00-4.4', 'rfc9111-5.2.2.1'],
  },
  'client-document json.client_id': {
    what: 'The address of this very document. It is the client’s name at every authorization server.',
    madeBy: 'The client’s makers.',
    checkedBy: ['as/document-client-id-matches', 'as/document-readable'],
    refs: ['cimd-00-4.1', 'rfc3986-6.2.1'],
    without: 'A document anywhere could say that it is about another, better known client.',
  },
  'client-document json.client_name': {
    what: 'What the consent page will call the client. The host of its address stands beside it, for a name can be chosen freely.',
    madeBy: 'The client’s makers.',
    checkedBy: ['as/document-readable'],
    refs: ['mcp-2025-11-25-authorization-implementation-requirements', 'cimd-00-6.4'],
  },
  'client-document json.client_uri': {
    what: 'Where people can read about the client.',
    madeBy: 'The client’s makers.',
    checkedBy: [],
    refs: ['rfc7591-2'],
  },
  'client-document json.redirect_uris': {
    what: 'Where the browser may be sent back to: on the owner’s own machine the port may be any, and nothing else.',
    madeBy: 'The client’s makers.',
    checkedBy: ['as/document-redirect-uris', 'as/redirect-uri-exact', 'as/document-readable'],
    refs: ['cimd-00-4.5', 'mcp-2025-11-25-authorization-localhost-redirect-uri-risks'],
    without:
      'With none to compare, codes could go to any address. And with these, any program on the machine can still wait there.',
  },
  'client-document json.grant_types': {
    what: 'What the client means to exchange for tokens; of these the server gives what it offers.',
    madeBy: 'The client’s makers.',
    checkedBy: ['as/grant-registered'],
    refs: ['rfc7591-2', 'cimd-00-4.1'],
  },
  'client-document json.response_types': {
    what: 'What the client means to ask the authorization endpoint for.',
    madeBy: 'The client’s makers.',
    checkedBy: [],
    refs: ['rfc7591-2', 'cimd-00-4.1'],
  },
  'client-document json.token_endpoint_auth_method': {
    what: 'How the client will prove who it is: with `none`, not at all. A shared secret cannot be, for everybody may read this.',
    madeBy: 'The client’s makers.',
    checkedBy: ['as/document-no-shared-secret', 'as/auth-method-supported'],
    refs: ['cimd-00-4.1', 'cimd-00-6.2'],
    without: 'A secret that anybody can read would pass for a proof.',
  },
}
