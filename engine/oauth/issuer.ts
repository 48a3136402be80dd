// An issuer is compared to the letter, but no endpoint's address has two slashes in a row.
const withoutSlash = (text: string): string => text.replace(/\/$/, '')

/** The address of an endpoint that stands under an issuer’s own path. @see [RFC 8414 §2 - Authorization Server Metadata](https://www.rfc-editor.org/rfc/rfc8414.html#section-2) */
export const endpointUnder = (issuer: string, name: string): string =>
  `${withoutSlash(issuer)}/${name}`

/** The path of an issuer, without a slash at its end: empty for most. */
export const issuerPath = (issuer: string): string => withoutSlash(new URL(issuer).pathname)
