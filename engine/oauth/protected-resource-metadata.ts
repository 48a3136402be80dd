import * as z from 'zod/mini'
import { insertWellKnown } from './well-known.ts'

/** What an MCP server publishes about itself. Members the lab does not use are kept as they came. @see [RFC 9728 §2 - Protected Resource Metadata](https://www.rfc-editor.org/rfc/rfc9728.html#section-2) */
export const protectedResourceMetadata = z.looseObject({
  resource: z.string(),
  authorization_servers: z.optional(z.array(z.string())),
  scopes_supported: z.optional(z.array(z.string())),
  bearer_methods_supported: z.optional(z.array(z.string())),
  resource_name: z.optional(z.string()),
})
export type ProtectedResourceMetadata = z.infer<typeof protectedResourceMetadata>

/** Where the metadata of a resource stands: the well-known part goes between the host and the path. @see [RFC 9728 §3.1 - Protected Resource Metadata Request](https://www.rfc-editor.org/rfc/rfc9728.html#section-3.1) */
export const protectedResourceMetadataUrl = (resource: string): string =>
  insertWellKnown(resource, 'oauth-protected-resource')
