import type { Refusal } from '../../checks/check.ts'
import { errorDescriptions, wireError, type OAuthErrorCode } from '../../oauth/reasons.ts'
import type { HeaderList, HttpResponse, Json } from '../../wire/message.ts'

/** A JSON answer. */
export const json = (
  status: number,
  body: Readonly<Record<string, Json | undefined>>,
  headers: HeaderList = [],
): HttpResponse => ({
  status,
  headers: [['Content-Type', 'application/json'], ...headers],
  body: JSON.stringify(body),
})

/** Headers of an answer that nobody may keep. */
export const NO_STORE: HeaderList = [['Cache-Control', 'no-store']]

/** The error code of a refusal; one that has none is the server's own fault. */
export const errorOf = (refusal: Refusal): OAuthErrorCode =>
  wireError(refusal.reason) ?? 'server_error'

/** What even a server that forgets to look answers to a grant that it never gave: there is nothing to exchange. */
export const nothingGranted = (): HttpResponse =>
  json(
    400,
    { error: 'invalid_grant', error_description: errorDescriptions.invalid_grant },
    NO_STORE,
  )

/** A refusal as the endpoints for clients send it; `authorization` is the header with which a client tried to authenticate. @see [OAuth 2.1 draft-13 §3.2.4 - Error Response](https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1-13#section-3.2.4) */
export const refused = (refusal: Refusal, authorization = ''): HttpResponse => {
  const error = errorOf(refusal)
  // To a client that tried the Authorization header the answer MUST be 401, with a challenge of the scheme it used.
  const scheme =
    error === 'invalid_client' ? /^[A-Za-z0-9-]{1,20}(?= )/.exec(authorization)?.[0] : undefined
  return json(
    scheme === undefined ? 400 : 401,
    { error, error_description: errorDescriptions[error] },
    scheme === undefined
      ? NO_STORE
      : [...NO_STORE, ['WWW-Authenticate', `${scheme} realm="token endpoint"`]],
  )
}
