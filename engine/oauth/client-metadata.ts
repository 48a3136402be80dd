import * as z from 'zod/mini'

const text = z.string().check(z.maxLength(2_000))
const texts = z.array(text).check(z.maxLength(20))

/** What every client says about itself where it cannot be left out: a name, and where the browser may be sent back to. */
export const indispensable = {
  client_name: text.check(z.minLength(1)),
  redirect_uris: texts.check(z.minLength(1)),
}

/** What a client says about itself when it registers. @see [RFC 7591 §2 - Client Metadata](https://www.rfc-editor.org/rfc/rfc7591.html#section-2) */
export const clientMetadata = z.looseObject({
  redirect_uris: z.optional(texts),
  client_name: z.optional(text),
  client_uri: z.optional(text),
  grant_types: z.optional(texts),
  response_types: z.optional(texts),
  token_endpoint_auth_method: z.optional(text),
  application_type: z.optional(text),
  scope: z.optional(text),
})
export type ClientMetadata = z.infer<typeof clientMetadata>

/** What the authorization server answers to a registration. @see [RFC 7591 §3.2.1 - Client Information Response](https://www.rfc-editor.org/rfc/rfc7591.html#section-3.2.1) */
export const clientInformation = z.extend(clientMetadata, {
  client_id: z.string(),
  client_id_issued_at: z.optional(z.number()),
  client_secret: z.optional(z.string()),
  client_secret_expires_at: z.optional(z.number()),
})
export type ClientInformation = z.infer<typeof clientInformation>
