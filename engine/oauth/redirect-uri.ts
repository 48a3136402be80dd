/** The loopback hosts on which a native app may wait for its callback. @see [RFC 8252 §7.3 - Loopback Interface Redirection](https://www.rfc-editor.org/rfc/rfc8252.html#section-7.3) */
export const loopbackHosts: readonly string[] = ['127.0.0.1', '[::1]', 'localhost']

/** Reads a URL, relative to `base` when one is given, or answers undefined: whatever stands in it came from outside. */
export const readUrl = (text: string, base?: string): URL | undefined => {
  try {
    return new URL(text, base)
  } catch {
    return undefined
  }
}

/** Whether a redirect URI waits on the user's own machine, over plain http. */
export const isLoopback = (uri: string): boolean => {
  const url = readUrl(uri)
  return url?.protocol === 'http:' && loopbackHosts.includes(url.hostname)
}

// `new URL()` mends what it reads: it drops line breaks, turns slashes round and adds missing ones. A browser that is
// redirected does the same, so a text that needs mending is no redirect URI.
const ABSOLUTE_HTTP_URI = /^https?:\/\/[\w.~:/?#[\]@!$&'()*+,;=%-]+$/i

/** Whether a text is an absolute http or https URI as it stands. @see [RFC 3986 §4.3 - Absolute URI](https://www.rfc-editor.org/rfc/rfc3986.html#section-4.3) */
const isAbsoluteHttpUri = (text: string): boolean => ABSOLUTE_HTTP_URI.test(text)

/** Whether a redirect URI is one MCP allows: https anywhere, or http on the user's own machine. @see [MCP 2025-06-18 Authorization - Communication Security](https://modelcontextprotocol.io/specification/2025-06-18/basic/authorization#communication-security) */
export const isAllowedRedirectUri = (uri: string): boolean =>
  isAbsoluteHttpUri(uri) && (readUrl(uri)?.protocol === 'https:' || isLoopback(uri))

/**
 * Whether a requested redirect URI is a registered one, character by character. The one exception: on loopback the
 * port may differ, for the client cannot know beforehand which port will be free.
 * @see [RFC 8252 §7.3 - Loopback Interface Redirection](https://www.rfc-editor.org/rfc/rfc8252.html#section-7.3)
 */
export const sameRedirectUri = (registered: string, requested: string): boolean =>
  registered === requested ||
  (isLoopback(registered) &&
    isLoopback(requested) &&
    withoutPort(registered) === withoutPort(requested))

const withoutPort = (uri: string): string =>
  uri.replace(/^(http:\/\/(?:\[::1\]|[^/:?#@]+)):\d{1,5}(?=[/?#]|$)/, '$1')
