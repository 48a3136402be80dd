import type { FieldNote, Notes } from './field-note.ts'

const proof: Pick<FieldNote, 'checkedBy' | 'without'> = {
  checkedBy: ['as/client-authenticated', 'as/auth-method-registered', 'as/one-authentication'],
  without: 'Whoever has a client’s id, which is no secret, could pass for that client.',
}

const inHeader: FieldNote = {
  ...proof,
  what: 'The client’s id and its secret, each form-encoded, joined by a colon and written in base64, which hides nothing. Only https does.',
  madeBy: 'The client, from its registration.',
  checkedBy: [...proof.checkedBy, 'as/client-identified'],
  refs: ['rfc6749-2.3.1', 'oauth21-13-2.4.1'],
}

/** Notes on how a client proves who it is, and on how its secret and the issuer’s name come to it. */
export const clientAuthenticationNotes: Notes = {
  'token-request header.authorization': inHeader,
  'revocation-request header.authorization': inHeader,
  'form.client_secret': {
    ...proof,
    what: 'The client’s secret, in the body of the request, never in its address.',
    madeBy: 'The authorization server drew it when the client was registered.',
    refs: ['oauth21-13-2.4.1', 'rfc6749-2.3.1'],
  },
  'json.client_secret': {
    what: 'What only this client and the authorization server know.',
    madeBy: 'The authorization server draws 24 random bytes for a client that can keep them.',
    checkedBy: ['client/registration-sufficient'],
    refs: ['rfc7591-3.2.1', 'oauth21-13-2.4.1'],
  },
  'json.client_secret_expires_at': {
    what: 'When the secret stops working, in seconds since 1970; `0` means never.',
    madeBy: 'The authorization server.',
    checkedBy: [],
    refs: ['rfc7591-3.2.1'],
  },
  'json.application_type': {
    what: 'What kind of application the client is: `native` runs on the owner’s machine, `web` on a server.',
    madeBy: 'The client, about itself.',
    checkedBy: ['client/application-type-sent', 'as/application-type-known'],
    refs: [
      'openid-registration-2',
      'mcp-2026-07-28-client-registration-application-type-and-redirect-uri-constraints',
    ],
  },
  'json.authorization_response_iss_parameter_supported': {
    what: 'Whether every answer through the browser will name this server; if so, one without the name is not from it.',
    madeBy: 'The authorization server, about itself; left out, it means no.',
    checkedBy: ['as/iss-sent'],
    refs: ['rfc9207-2.3', 'rfc9207-3'],
  },
  'json.subject_types_supported': {
    what: 'Whether the owner is called the same at every client. OpenID Connect requires this member; here it has no use.',
    madeBy: 'The authorization server, about itself.',
    checkedBy: [],
    refs: ['openid-discovery-3'],
  },
  'json.id_token_signing_alg_values_supported': {
    what: 'How ID tokens would be signed. OpenID Connect requires this member; here it has no use.',
    madeBy: 'The authorization server, about itself.',
    checkedBy: [],
    refs: ['openid-discovery-3'],
  },
}
