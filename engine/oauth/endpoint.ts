import { isLoopback, readUrl } from './redirect-uri.ts'

/**
 * Whether a URL is one a client may send requests to: https, or, when the MCP server itself is on this very machine, http
 * on loopback.
 * @see [OAuth 2.1 draft-13 §1.5 - Communication security](https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1-13#section-1.5)
 */
export const isSecureEndpoint = (url: string, serverUrl: string): boolean =>
  readUrl(url)?.protocol === 'https:' || (isLoopback(serverUrl) && isLoopback(url))
