import type { Notes } from './field-note.ts'

/** Notes on a client's registration: as it is asked for and as it is answered. */
export const registrationNotes: Notes = {
  'json.client_name': {
    what: 'What the consent page will call the client. Any program may choose this name, so the page also shows where the answer goes.',
    madeBy: 'The client, about itself.',
    checkedBy: [],
    refs: ['rfc7591-2'],
  },
  'registration-request json.redirect_uris': {
    what: 'Where the browser may be sent back to: a port on the owner’s own machine, on which the client listens.',
    madeBy: 'The client, from the port it listens on.',
    checkedBy: [
      'as/redirect-uris-registered',
      'as/redirect-scheme-allowed',
      'as/redirect-no-fragment',
    ],
    refs: ['rfc7591-2', 'oauth21-13-2.3.1', 'rfc8252-7.3'],
    without: 'The server would have nothing to compare with, and codes could go to any address.',
  },
  'json.redirect_uris': {
    what: 'The addresses that will be accepted as redirect URI of this client.',
    madeBy: 'The authorization server, from what the client asked for; it may change that.',
    checkedBy: ['client/registration-sufficient'],
    refs: ['rfc7591-3.2.1'],
  },
  'registration-request json.grant_types': {
    what: 'What the client wants to exchange for tokens: a code first, a refresh token later.',
    madeBy: 'The client.',
    checkedBy: ['as/grant-types-supported'],
    refs: ['rfc7591-2', 'rfc7591-2.1'],
  },
  'json.grant_types': {
    what: 'What this client may exchange for tokens.',
    madeBy: 'The authorization server, from what the client asked for.',
    checkedBy: ['as/grant-registered'],
    refs: ['rfc7591-3.2.1'],
  },
  'registration-request json.response_types': {
    what: 'What the client wants the authorization endpoint to answer with: a code.',
    madeBy: 'The client.',
    checkedBy: ['as/grant-types-supported'],
    refs: ['rfc7591-2', 'rfc7591-2.1'],
  },
  'json.response_types': {
    what: 'What this client may ask the authorization endpoint for.',
    madeBy: 'The authorization server, from what the client asked for.',
    checkedBy: [],
    refs: ['rfc7591-3.2.1'],
  },
  'registration-request json.token_endpoint_auth_method': {
    what: '`none`: the client will have no secret, for an app on a user’s machine could not keep one.',
    madeBy: 'The client; left out, it would mean `client_secret_basic`.',
    checkedBy: ['as/auth-method-supported'],
    refs: ['rfc7591-2'],
  },
  'json.token_endpoint_auth_method': {
    what: 'How this client has to prove who it is at the token endpoint.',
    madeBy: 'The authorization server, which may decide otherwise than asked.',
    checkedBy: ['client/registration-sufficient'],
    refs: ['rfc7591-2', 'rfc7591-3.2.1'],
  },
  'json.client_id': {
    what: 'The name under which this authorization server knows the client. It is no secret: the browser carries it in plain sight.',
    madeBy: 'The authorization server draws 12 random bytes.',
    checkedBy: ['client/registration-readable'],
    refs: ['oauth21-13-2.2', 'rfc7591-3.2.1'],
  },
  'json.client_id_issued_at': {
    what: 'When the client_id was issued, in seconds since 1970.',
    madeBy: 'The authorization server, by its clock.',
    checkedBy: [],
    refs: ['rfc7591-3.2.1'],
  },
  'registration-response json.error': {
    what: 'Why the registration was refused, as a code that programs understand.',
    madeBy: 'The authorization server, by the check that did not hold.',
    checkedBy: [],
    refs: ['rfc7591-3.2.2'],
  },
}
