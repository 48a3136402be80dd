import * as z from 'zod/mini'

/** A successful answer of the token endpoint. @see [OAuth 2.1 draft-13 §3.2.3 - Token Response](https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1-13#section-3.2.3) */
export const tokenResponse = z.looseObject({
  access_token: z.string().check(z.minLength(1)),
  token_type: z.string(),
  expires_in: z.optional(z.number()),
  refresh_token: z.optional(z.string()),
  scope: z.optional(z.string()),
})
export type TokenResponse = z.infer<typeof tokenResponse>

/** An error answer of the token or registration endpoint. @see [OAuth 2.1 draft-13 §3.2.4 - Error Response](https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1-13#section-3.2.4) */
export const errorResponse = z.looseObject({
  error: z.string(),
  error_description: z.optional(z.string()),
})
