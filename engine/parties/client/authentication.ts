import { authMethodOf } from '../../oauth/client-authentication.ts'
import { formatForm } from '../../oauth/parameters.ts'
import type { ClientInformation } from '../../oauth/client-metadata.ts'
import type { HttpRequest } from '../../wire/message.ts'
import { postForm } from './request.ts'

/** The ways in which this client can say who it is at the token endpoint. */
export const authMethods = ['none', 'client_secret_basic', 'client_secret_post'] as const

/**
 * A form for the authorization server's back channel, with the client's authentication in the place its registration asks
 * for. Never in more than one.
 * @see [RFC 6749 §2.3.1 - Client Password](https://www.rfc-editor.org/rfc/rfc6749.html#section-2.3.1)
 */
export const authenticated = (
  url: string,
  client: ClientInformation,
  parameters: Readonly<Record<string, string | undefined>>,
): HttpRequest => {
  const { client_id, client_secret = '' } = client
  const method = authMethodOf(client)
  if (method === 'client_secret_basic') {
    const request = postForm(url, parameters)
    // Id and secret are form-encoded first, so that a colon in one of them does not divide them.
    const pair = [client_id, client_secret].map((one) => formatForm({ '': one }).slice(1)).join(':')
    return { ...request, headers: [...request.headers, ['Authorization', `Basic ${btoa(pair)}`]] }
  }
  const secret = method === 'client_secret_post' ? client_secret : undefined
  return postForm(url, { ...parameters, client_id, client_secret: secret })
}
