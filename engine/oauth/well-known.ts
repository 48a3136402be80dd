/** Puts `/.well-known/NAME` between the host and the path of an identifier, and drops a slash that stands alone as the path. @see [RFC 9728 §3.1 - Protected Resource Metadata Request](https://www.rfc-editor.org/rfc/rfc9728.html#section-3.1) */
export const insertWellKnown = (identifier: string, name: string): string => {
  const [, origin = '', path = '', query = ''] =
    /^([^:/?#]+:\/\/[^/?#]*)([^?#]*)(\?[^#]*)?/.exec(identifier) ?? []
  return `${origin}/.well-known/${name}${path === '/' ? '' : path}${query}`
}
