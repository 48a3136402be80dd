import type { ClientInformation } from './client-metadata.ts'
import { parameter, type Parameters } from './parameters.ts'

/** What a request says about the client that sends it. */
export interface ShownCredentials {
  /** Every client_id it names, the one of the Authorization header first; each once. */
  readonly clientIds: readonly string[]
  /** Every way in which it tries to prove it, as `token_endpoint_auth_method` calls them. */
  readonly ways: readonly string[]
  readonly secret: string | undefined
}

/** Reads who sends a request: from the Authorization header, and from the body. @see [OAuth 2.1 draft-13 §2.4.1 - Client Secret](https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1-13#section-2.4.1) */
export const shownCredentials = (
  authorization: string | undefined,
  parameters: Parameters,
): ShownCredentials => {
  const basic = readBasic(authorization ?? '')
  const inBody = parameter(parameters, 'client_secret')
  const named = [basic?.clientId, parameter(parameters, 'client_id')]
  return {
    clientIds: [...new Set(named.filter((one) => one !== undefined))],
    ways: [
      ...(authorization ? [/^basic\b/i.test(authorization) ? 'client_secret_basic' : 'other'] : []),
      ...(inBody === undefined ? [] : ['client_secret_post']),
    ],
    secret: basic?.secret ?? inBody,
  }
}

/** How a client has to authenticate: as it is registered; when that is left open, with its secret in the header, if it has one. @see [RFC 7591 §2 - Client Metadata](https://www.rfc-editor.org/rfc/rfc7591.html#section-2) */
export const authMethodOf = (client: ClientInformation | undefined): string =>
  client?.token_endpoint_auth_method ??
  (client?.client_secret === undefined ? 'none' : 'client_secret_basic')

// Id and secret are form-encoded each, joined by a colon, and that is base64-encoded.
const readBasic = (field: string) => {
  const encoded = /^basic +([A-Za-z0-9+/]+={0,2})$/i.exec(field)?.[1]
  const [, id = '', secret = ''] = /^([^:]*):(.*)$/s.exec(decoded(encoded ?? '')) ?? []
  const clientId = formDecoded(id)
  return clientId ? { clientId, secret: formDecoded(secret) ?? '' } : undefined
}

const decoded = (base64: string): string => {
  try {
    return atob(base64)
  } catch {
    return ''
  }
}

/** Undoes form-encoding; undefined where a percent sign begins nothing. @see [RFC 6749 Appendix B - Use of application/x-www-form-urlencoded Media Type](https://www.rfc-editor.org/rfc/rfc6749.html#appendix-B) */
const formDecoded = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return undefined
  }
}
