/** The loopback hosts on which a native app may wait for its callback. @see [RFC 8252 §7.3 - Loopback Interface Redirection](https://www.rfc-editor.org/rfc/rfc8252.html#section-7.3) */
export const loopbackHosts: readonly string[] = ['127.0.0.1', '[::1]', 'localhost']

/** Reads a URL, or answers undefined: whatever stands in a redirect URI came from outside. */
export const readUrl = (text: string): URL | undefined => {
  try {
    return new URL(text)
  } catch {
    return undefined
  }
}

/** Whether a redirect URI waits on the user's own machine, over plain http. */
export const isLoopback = (uri: string): boolean => {
  const url = readUrl(uri)
  return url?.protocol === 'http:' && loopbackHosts.includes(url.hostname)
}

/** Whether a redirect URI is one MCP allows: https anywhere, or http on the user's own machine. @see [MCP 2025-06-18 Authorization - Communication Security](https://modelcontextprotocol.io/specification/2025-06-18/basic/authorization#communication-security) */
export const isAllowedRedirectUri = (uri: string): boolean =>
  readUrl(uri)?.protocol === 'https:' || isLoopback(uri)

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
