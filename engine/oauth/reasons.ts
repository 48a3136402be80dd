/** Why a party refused: complete, for the learner. What goes over the wire is duller (`wireError`). */
export type Reason =
  | 'malformed-request'
  | 'repeated-parameter'
  | 'unknown-client'
  | 'client-document-not-usable'
  | 'client-not-authenticated'
  | 'redirect-uri-not-registered'
  | 'redirect-uri-not-allowed'
  | 'client-metadata-not-supported'
  | 'response-type-not-supported'
  | 'challenge-missing'
  | 'challenge-method-not-s256'
  | 'resource-unknown'
  | 'scope-unknown'
  | 'owner-not-recognised'
  | 'form-not-ours'
  | 'consent-denied'
  | 'grant-type-not-supported'
  | 'grant-not-registered'
  | 'code-not-valid'
  | 'verifier-misplaced'
  | 'verifier-not-matching'
  | 'refresh-token-not-valid'
  | 'token-of-another-client'
  | 'token-not-revocable'
  | 'scope-wider-than-granted'
  | 'origin-not-allowed'
  | 'token-missing'
  | 'token-twice'
  | 'token-not-valid'
  | 'api-key-not-valid'
  | 'scope-insufficient'
  | 'session-unknown'
  | 'protocol-version-unsupported'
  | 'request-metadata-mismatch'
  | 'request-metadata-missing'
  | 'answer-not-usable'

/** The error codes of OAuth that the lab's servers send. */
export type OAuthErrorCode =
  | 'invalid_request'
  | 'invalid_client'
  | 'invalid_grant'
  | 'unauthorized_client'
  | 'unsupported_grant_type'
  | 'unsupported_response_type'
  | 'invalid_scope'
  | 'access_denied'
  | 'server_error'
  | 'invalid_target'
  | 'unsupported_token_type'
  | 'invalid_redirect_uri'
  | 'invalid_client_metadata'
  | 'invalid_token'
  | 'insufficient_scope'

/**
 * The error code a refusal shows on the wire; undefined where OAuth has none (no token sent, no such MCP session).
 * @see [OAuth 2.1 draft-13 §3.2.4 - Error Response](https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1-13#section-3.2.4)
 * @see [RFC 7009 §2.2.1 - Error Response](https://www.rfc-editor.org/rfc/rfc7009.html#section-2.2.1)
 * @see [RFC 7591 §3.2.2 - Client Registration Error Response](https://www.rfc-editor.org/rfc/rfc7591.html#section-3.2.2)
 * @see [RFC 6750 §3.1 - Error Codes](https://www.rfc-editor.org/rfc/rfc6750.html#section-3.1)
 */
export const wireError = (reason: Reason): OAuthErrorCode | undefined => {
  switch (reason) {
    case 'malformed-request':
    case 'repeated-parameter':
    case 'challenge-missing':
    case 'challenge-method-not-s256':
    case 'redirect-uri-not-registered':
    case 'form-not-ours':
    case 'token-twice':
    case 'verifier-misplaced':
      return 'invalid_request'
    case 'unknown-client':
    case 'client-document-not-usable':
    case 'client-not-authenticated':
      return 'invalid_client'
    case 'redirect-uri-not-allowed':
      return 'invalid_redirect_uri'
    case 'client-metadata-not-supported':
      return 'invalid_client_metadata'
    case 'response-type-not-supported':
      return 'unsupported_response_type'
    case 'resource-unknown':
      return 'invalid_target'
    case 'scope-unknown':
    case 'scope-wider-than-granted':
      return 'invalid_scope'
    case 'owner-not-recognised':
    case 'consent-denied':
      return 'access_denied'
    case 'grant-type-not-supported':
      return 'unsupported_grant_type'
    case 'grant-not-registered':
      return 'unauthorized_client'
    case 'code-not-valid':
    case 'verifier-not-matching':
    case 'refresh-token-not-valid':
    case 'token-of-another-client':
      return 'invalid_grant'
    case 'token-not-revocable':
      return 'unsupported_token_type'
    case 'token-not-valid':
      return 'invalid_token'
    case 'scope-insufficient':
      return 'insufficient_scope'
    case 'token-missing':
    case 'api-key-not-valid':
    case 'origin-not-allowed':
    case 'session-unknown':
    case 'protocol-version-unsupported':
    case 'request-metadata-mismatch':
    case 'request-metadata-missing':
    case 'answer-not-usable':
      return undefined
    default:
      return reason satisfies never
  }
}

/** The one dull sentence that goes with an error code: enough for an honest developer, nothing for anybody else. */
export const errorDescriptions: Readonly<Record<OAuthErrorCode, string>> = {
  invalid_request: 'The request is missing a parameter, repeats one or holds a malformed value.',
  invalid_client: 'The client is not known here or could not be authenticated.',
  invalid_grant:
    'The grant is not valid, has expired, was used before or belongs to another client.',
  unauthorized_client: 'The client may not use this grant.',
  unsupported_grant_type: 'This grant type is not supported.',
  unsupported_response_type: 'This response type is not supported.',
  invalid_scope: 'The scope is unknown or wider than what was granted.',
  access_denied: 'The request was denied.',
  server_error: 'The server met an unexpected condition.',
  invalid_target: 'The resource is unknown here or was not granted.',
  unsupported_token_type: 'Tokens of this type cannot be revoked here.',
  invalid_redirect_uri: 'A redirect URI is missing or not allowed.',
  invalid_client_metadata: 'A member of the client metadata is missing or not supported.',
  invalid_token: 'The access token is malformed, expired or not valid here.',
  insufficient_scope: 'The access token does not cover this request.',
}
