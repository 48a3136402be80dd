import * as z from 'zod/mini'

const strings = z.optional(z.array(z.string()))
const flag = z.optional(z.boolean())

/** What an authorization server publishes about itself. Members the lab does not use are kept as they came. @see [RFC 8414 §2 - Authorization Server Metadata](https://www.rfc-editor.org/rfc/rfc8414.html#section-2) */
export const serverMetadata = z.looseObject({
  issuer: z.string(),
  authorization_endpoint: z.string(),
  token_endpoint: z.string(),
  registration_endpoint: z.optional(z.string()),
  revocation_endpoint: z.optional(z.string()),
  jwks_uri: z.optional(z.string()),
  scopes_supported: strings,
  response_types_supported: z.array(z.string()),
  grant_types_supported: strings,
  token_endpoint_auth_methods_supported: strings,
  revocation_endpoint_auth_methods_supported: strings,
  code_challenge_methods_supported: strings,
  client_id_metadata_document_supported: flag,
  authorization_response_iss_parameter_supported: flag,
})
export type ServerMetadata = z.infer<typeof serverMetadata>
