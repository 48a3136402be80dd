import { readUrl } from './redirect-uri.ts'

// An issuer is compared to the letter, but no endpoint's address has two slashes in a row.
const withoutSlash = (text: string): string => text.replace(/\/$/, '')

/** The address of an endpoint that stands under an issuer’s own path. @see [RFC 8414 §2 - Authorization Server Metadata](https://www.rfc-editor.org/rfc/rfc8414.html#section-2) */
export const endpointUnder = (issuer: string, name: string): string =>
  `${withoutSlash(issuer)}/${name}`

/** The path of an issuer, without a slash at its end: empty for most. */
export const issuerPath = (issuer: string): string => withoutSlash(new URL(issuer).pathname)

const tidied = (issuer: string): string => {
  const url = readUrl(withoutSlash(issuer))
  return url ? withoutSlash(`${url.origin}${url.pathname}`).toLowerCase() : issuer
}

/** Whether two issuers are the same but for how they are spelled: in capitals, with a slash at the end, with the usual port. Such issuers can be two servers. */
export const alikeIssuers = (one: string, other: string): boolean => tidied(one) === tidied(other)
