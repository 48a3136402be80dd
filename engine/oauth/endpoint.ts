import { isLoopback, readUrl } from './redirect-uri.ts'

/**
 * Whether a URL is one a client may send requests to: https, or, when the MCP server itself is on this very machine, http
 * on loopback.
 * @see [OAuth 2.1 draft-13 §1.5 - Communication security](https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1-13#section-1.5)
 */
export const isSecureEndpoint = (url: string, serverUrl: string): boolean =>
  readUrl(url)?.protocol === 'https:' || (isLoopback(serverUrl) && isLoopback(url))

const FORBIDDEN = ['javascript:', 'data:', 'file:', 'vbscript:']

/** Whether a URL is one that a client forbids which goes by a list of what is bad: by how it begins, as it is spelled, and http elsewhere. */
export const isForbiddenByName = (url: string, serverUrl: string): boolean =>
  FORBIDDEN.some((one) => url.startsWith(one)) ||
  (url.startsWith('http:') && !isSecureEndpoint(url, serverUrl))

/** Whether a string can be an issuer identifier. @see [RFC 8414 §2 - Authorization Server Metadata](https://www.rfc-editor.org/rfc/rfc8414.html#section-2) */
export const isIssuer = (text: string, serverUrl: string): boolean =>
  isSecureEndpoint(text, serverUrl) && !/[?#]/.test(text)
