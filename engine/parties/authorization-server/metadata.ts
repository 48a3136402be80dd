import type { JWK } from 'jose'
import { publicHalf, TEACHING_KEY_ED25519, TEACHING_KEY_RSA } from '../../chance/keys.ts'
import { endpointUnder } from '../../oauth/issuer.ts'
import { serverMetadataUrls } from '../../oauth/metadata-urls.ts'
import type { ServerMetadata } from '../../oauth/server-metadata.ts'
import type { Answer } from '../../network/server.ts'
import type { Json } from '../../wire/message.ts'
import { json } from './answers.ts'
import { readsDocuments } from './documents.ts'
import { namesItself } from './forward.ts'
import { grantableScopes, supported, type Desk, type Settings } from './settings.ts'

/** Where this server's metadata stands; undefined when it has none. @see [MCP 2025-11-25 Authorization - Authorization Server Metadata Discovery](https://modelcontextprotocol.io/specification/2025-11-25/basic/authorization#authorization-server-metadata-discovery) */
export const metadataUrlOf = ({ issuer, metadataAt }: Settings): string | undefined => {
  const [oauth, openid, appended = openid] = serverMetadataUrls(issuer)
  return { oauth, openid, 'openid-appended': appended, nowhere: undefined }[metadataAt]
}

/** What OpenID Connect requires of a document at its own address, from a server that issues no ID tokens. @see [OpenID Connect Discovery 1.0 §3 - OpenID Provider Metadata](https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata) */
const OPENID = {
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
}

/** What the server says about itself. @see [RFC 8414 §2 - Authorization Server Metadata](https://www.rfc-editor.org/rfc/rfc8414.html#section-2) */
export const metadataOf = (desk: Desk): ServerMetadata => {
  const { issuer, registersClients, metadataAt } = desk.settings
  return {
    issuer,
    authorization_endpoint: endpointUnder(issuer, 'authorize'),
    token_endpoint: endpointUnder(issuer, 'token'),
    ...(registersClients && { registration_endpoint: endpointUnder(issuer, 'register') }),
    revocation_endpoint: endpointUnder(issuer, 'revoke'),
    jwks_uri: endpointUnder(issuer, 'jwks'),
    scopes_supported: Object.keys(grantableScopes(desk)),
    response_types_supported: [...supported.responseTypes],
    grant_types_supported: [...supported.grantTypes],
    // Left out, either of these would mean client_secret_basic alone.
    token_endpoint_auth_methods_supported: [...supported.authMethods],
    revocation_endpoint_auth_methods_supported: [...supported.authMethods],
    // OpenID Connect does not know this member; whoever is read by MCP clients MUST have it.
    code_challenge_methods_supported: [...supported.challengeMethods],
    // A server that reads such documents MUST say so, and one that names itself in its answers likewise.
    ...(readsDocuments(desk) && { client_id_metadata_document_supported: true }),
    ...(namesItself(desk) && { authorization_response_iss_parameter_supported: true }),
    ...(metadataAt.startsWith('openid') && OPENID),
  }
}

/** Answers with the metadata document. */
export const answerMetadata =
  (desk: Desk): Answer =>
  () =>
    json(200, metadataOf(desk) as Record<string, Json>)

/** The public halves of the signing keys. */
export const PUBLISHED_KEYS: readonly JWK[] = [TEACHING_KEY_ED25519, TEACHING_KEY_RSA].map(
  publicHalf,
)

/** Answers with the public halves of the signing keys. @see [RFC 7517 §5 - JWK Set Format](https://www.rfc-editor.org/rfc/rfc7517.html#section-5) */
export const answerJwks = (): Answer => () => ({
  status: 200,
  headers: [['Content-Type', 'application/jwk-set+json']],
  body: JSON.stringify({ keys: PUBLISHED_KEYS }),
})
