import type { Notes } from './field-note.ts'

/** Notes on the withdrawal of a token. */
export const revocationNotes: Notes = {
  'json.revocation_endpoint': {
    what: 'Where a client can give back a token that it no longer needs.',
    madeBy: 'The authorization server, about itself.',
    checkedBy: [],
    refs: ['rfc8414-2', 'rfc7009-2'],
  },
  'json.revocation_endpoint_auth_methods_supported': {
    what: 'How clients may prove who they are when they give back a token; left out, it would mean `client_secret_basic` alone.',
    madeBy: 'The authorization server, about itself.',
    checkedBy: [],
    refs: ['rfc8414-2'],
  },
  'revocation-request start.path': {
    what: 'The revocation endpoint, where a client gives tokens back.',
    madeBy: 'The client, from `revocation_endpoint` in the authorization server’s metadata.',
    checkedBy: [],
    refs: ['rfc7009-2'],
  },
  'revocation-request header.content-type': {
    what: 'The request is written like a submitted web form.',
    madeBy: 'The client.',
    checkedBy: ['as/request-form-encoded'],
    refs: ['rfc7009-2.1'],
  },
  'revocation-request form.token': {
    what: 'The token to be withdrawn. With a refresh token go all that came from the same consent; access tokens work until they expire, for the MCP server reads them without asking.',
    madeBy: 'The client, out of its vault.',
    checkedBy: [
      'as/revocation-names-token',
      'as/revocation-same-client',
      'as/revocation-possible',
      'as/refresh-withdrawn',
    ],
    refs: ['rfc7009-2.1', 'rfc7009-2.2.1'],
    without: 'A client that the owner has long removed could go on in their name.',
  },
  'revocation-request form.token_type_hint': {
    what: 'Which kind of token it is, as a hint for the search. The server may look elsewhere too.',
    madeBy: 'The client.',
    checkedBy: [],
    refs: ['rfc7009-2.1'],
  },
  'revocation-request form.client_id': {
    what: 'Which client gives the token back: the one it was issued to.',
    madeBy: 'The client, from its registration.',
    checkedBy: ['as/client-identified', 'as/revocation-same-client'],
    refs: ['rfc7009-2.1'],
    without: 'One client could take away what was issued to another.',
  },
  'revocation-response start.status': {
    what: 'Whether it worked: `200` says that the token is dead, or never was one. Both are what the client wants.',
    madeBy: 'The authorization server, after its checks.',
    checkedBy: [],
    refs: ['rfc7009-2.2'],
  },
}
