import { readUrl } from './redirect-uri.ts'

/**
 * The canonical URI of an MCP server, as `resource` and as audience: scheme and host in lower case, no fragment, and no
 * slash added where the URL had none (`new URL()` would add one).
 * @see [MCP 2025-06-18 Authorization - Canonical Server URI](https://modelcontextprotocol.io/specification/2025-06-18/basic/authorization#canonical-server-uri)
 */
export const canonicalResource = (serverUrl: string): string => {
  const [, origin = '', rest = ''] = /^([^:/?#]+:\/\/[^/?#]*)([^#]*)/.exec(serverUrl) ?? []
  return `${origin.toLowerCase()}${rest === '/' ? '' : rest}`
}

/** Whether a string can be a resource indicator: an absolute URI without a fragment. @see [RFC 8707 §2 - Resource Parameter](https://www.rfc-editor.org/rfc/rfc8707.html#section-2) */
export const isResourceIndicator = (text: string): boolean =>
  readUrl(text) !== undefined && !text.includes('#')
