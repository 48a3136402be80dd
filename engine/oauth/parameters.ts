/** Request parameters by name; a name that came more than once keeps every value, so that a check can refuse it. */
export type Parameters = Readonly<Record<string, readonly string[]>>

/** The first value of a parameter; a parameter sent without a value counts as left out. @see [OAuth 2.1 draft-13 §3.1 - Authorization Endpoint](https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1-13#section-3.1) */
export const parameter = (parameters: Parameters, name: string): string | undefined =>
  (Object.hasOwn(parameters, name) ? parameters[name]?.[0] : undefined) || undefined

/** Every value of a parameter that may repeat, such as `resource`; empty ones count as left out. @see [RFC 8707 §2 - Resource Parameter](https://www.rfc-editor.org/rfc/rfc8707.html#section-2) */
export const parameterValues = (parameters: Parameters, name: string): string[] =>
  (parameters[name] ?? []).filter((value) => value !== '')

/** The parameters of requests that OAuth 2.1 itself defines. */
const DEFINED = new Set([
  'response_type',
  'client_id',
  'redirect_uri',
  'scope',
  'state',
  'code_challenge',
  'code_challenge_method',
  'grant_type',
  'code',
  'code_verifier',
  'refresh_token',
  'client_secret',
])

/** Names of the parameters that came more than once and must not; what OAuth 2.1 does not define is ignored. @see [OAuth 2.1 draft-13 §3.1 - Authorization Endpoint](https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1-13#section-3.1) */
export const repeatedParameters = (parameters: Parameters): string[] =>
  Object.keys(parameters).filter((name) => DEFINED.has(name) && parameters[name]!.length > 1)

/** Reads `application/x-www-form-urlencoded` text: a query without its `?`, or a form's body. Never throws. */
export const parseForm = (text: string): Parameters => {
  const found = Object.create(null) as Record<string, string[]>
  for (const [name, value] of new URLSearchParams(text)) (found[name] ??= []).push(value)
  return found
}

/** Writes parameters as `application/x-www-form-urlencoded`, in the order given, leaving out the undefined ones. */
export const formatForm = (parameters: Readonly<Record<string, string | undefined>>): string => {
  const form = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters))
    if (value !== undefined) form.append(name, value)
  return form.toString()
}

/** A URL with parameters added to whatever query it has. @see [RFC 6749 §3.1.2 - Redirection Endpoint](https://www.rfc-editor.org/rfc/rfc6749.html#section-3.1.2) */
export const withQuery = (
  url: string,
  parameters: Readonly<Record<string, string | undefined>>,
): string => {
  const query = formatForm(parameters)
  if (query === '') return url
  return `${url}${url.includes('?') ? '&' : '?'}${query}`
}

/** A URL as a header field can carry it: what is no visible ASCII character, a line break above all, is percent-encoded as UTF-8. */
export const inHeader = (url: string): string =>
  url.toWellFormed().replace(/[^!-~]/gu, encodeURIComponent)

/** The query parameters of a URL. */
export const queryOf = (url: string): Parameters => parseForm(/\?([^#]*)/.exec(url)?.[1] ?? '')
