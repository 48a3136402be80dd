/**
 * Finds the registrable domain of a host, which is as wide as a cookie's `Domain` attribute may reach. It stands in for
 * the one function that tough-cookie asks of `tldts`, whose list of public suffixes is larger than the rest of msw.
 *
 * The lab's hosts end in `.example`, which is one public suffix. Of any other host it says `null`, which a jar reads as
 * "this host is itself a public suffix": such a host may keep cookies of its own and share none with its neighbours.
 *
 * @see [RFC 6265 §5.3 - Storage Model](https://www.rfc-editor.org/rfc/rfc6265.html#section-5.3)
 */
export const getDomain = (host: string): string | null =>
  /(?<![^.])[^.]+\.example$/.exec(host.toLowerCase())?.[0] ?? null
