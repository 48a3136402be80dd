import { publicHalf, TEACHING_KEY_ED25519, TEACHING_KEY_RSA } from '../../chance/keys.ts'
import type { ServerMetadata } from '../../oauth/server-metadata.ts'
import type { Answer } from '../../network/server.ts'
import { json } from './answers.ts'
import { supported, type Desk } from './settings.ts'

/** What the server says about itself. @see [RFC 8414 §2 - Authorization Server Metadata](https://www.rfc-editor.org/rfc/rfc8414.html#section-2) */
export const metadataOf = ({ settings: { issuer, scopes } }: Desk): ServerMetadata => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  registration_endpoint: `${issuer}/register`,
  jwks_uri: `${issuer}/jwks`,
  scopes_supported: Object.keys(scopes),
  response_types_supported: [...supported.responseTypes],
  grant_types_supported: [...supported.grantTypes],
  token_endpoint_auth_methods_supported: [...supported.authMethods],
  code_challenge_methods_supported: [...supported.challengeMethods],
})

/** Answers with the metadata document. */
export const answerMetadata =
  (desk: Desk): Answer =>
  () =>
    json(200, metadataOf(desk) as Record<string, string | string[]>)

/** Answers with the public halves of the signing keys. @see [RFC 7517 §5 - JWK Set Format](https://www.rfc-editor.org/rfc/rfc7517.html#section-5) */
export const answerJwks = (): Answer => () => ({
  status: 200,
  headers: [['Content-Type', 'application/jwk-set+json']],
  body: JSON.stringify({ keys: [TEACHING_KEY_ED25519, TEACHING_KEY_RSA].map(publicHalf) }),
})
