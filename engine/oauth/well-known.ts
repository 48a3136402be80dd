/** Puts `/.well-known/NAME` between the host and the path of an identifier, and drops a slash that stands alone as the path. @see [RFC 8615 §3 - Well-Known URIs](https://www.rfc-editor.org/rfc/rfc8615.html#section-3) */
export const insertWellKnown = (identifier: string, name: string): string => {
  const [, origin = '', path = '', query = ''] =
    /^([^:/?#]+:\/\/[^/?#]*)([^?#]*)(\?[^#]*)?/.exec(identifier) ?? []
  return `${origin}/.well-known/${name}${path === '/' ? '' : path}${query}`
}
