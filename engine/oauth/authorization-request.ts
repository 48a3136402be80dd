import { withQuery } from './parameters.ts'

/** The parameters with which a client sends the user's browser to the authorization endpoint. @see [OAuth 2.1 draft-13 §4.1.1 - Authorization Request](https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1-13#section-4.1.1) */
export interface AuthorizationRequest {
  readonly response_type: string
  readonly client_id: string
  readonly redirect_uri: string
  readonly scope: string | undefined
  readonly state: string | undefined
  readonly code_challenge: string | undefined
  readonly code_challenge_method: string | undefined
  readonly resource: string | undefined
}

/** The URL that carries an authorization request. */
export const authorizationUrl = (endpoint: string, request: AuthorizationRequest): string =>
  withQuery(endpoint, { ...request })
