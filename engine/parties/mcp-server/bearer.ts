import { bearerChecks, bearerDeeds } from '../../checks/bearer.ts'
import type { Refusal } from '../../checks/check.ts'
import type { Visit } from '../../network/server.ts'
import { decodeToken, type DecodedToken } from '../../oauth/access-token.ts'
import { parameter, queryOf } from '../../oauth/parameters.ts'
import { errorDescriptions, wireError } from '../../oauth/reasons.ts'
import { formatBearerChallenge } from '../../oauth/www-authenticate.ts'
import { header } from '../../wire/headers.ts'
import type { HttpRequest, HttpResponse } from '../../wire/message.ts'
import { deeds, inspect } from '../party.ts'
import { publishedKeys } from './keys.ts'
import { ALGORITHMS, metadataUrlOf, type Desk } from './settings.ts'

/** A request whose bearer was accepted, or the answer that turns it away. */
export type Admission =
  { readonly token: DecodedToken | undefined } | { readonly answer: HttpResponse }

/** Looks at the origin and the token of a request. @see [OAuth 2.1 draft-13 §5.2 - Access Token Validation](https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1-13#section-5.2) */
export const admit = async (desk: Desk, request: HttpRequest, visit: Visit): Promise<Admission> => {
  const { settings, at } = desk
  const authorization = header(request.headers, 'Authorization')
  const inQuery = parameter(queryOf(request.url), 'access_token')
  // Unsafe: a token taken from the URL stands in logs and histories (`token-in-url`).
  const fromQuery = at.forgotten.has('rs/bearer-in-header') ? inQuery : undefined
  const token = /^Bearer +([A-Za-z0-9._~+/-]+=*)$/i.exec(authorization ?? '')?.[1] ?? fromQuery
  const decoded = token === undefined ? undefined : decodeToken(token)
  const facts = {
    origin: header(request.headers, 'Origin'),
    allowedOrigins: settings.allowedOrigins,
    tokenInQuery: inQuery !== undefined,
    authorization,
    token,
    decoded,
    algorithms: ALGORITHMS,
    issuer: settings.issuer,
    resource: settings.resource,
    now: at.clock.now(),
    keys: () => publishedKeys(desk),
  }
  const refusal = await inspect(bearerChecks, facts, at, visit.found)
  return refusal ? { answer: turnAway(desk, refusal, visit) } : { token: decoded }
}

/** The answer to a request that is turned away: 401 with a challenge, 403, or 400. @see [RFC 6750 §3.1 - Error Codes](https://www.rfc-editor.org/rfc/rfc6750.html#section-3.1) */
export const turnAway = ({ settings, at }: Desk, refusal: Refusal, visit: Visit): HttpResponse => {
  const error = wireError(refusal.reason)
  if (refusal.reason === 'origin-not-allowed') return { status: 403, headers: [], body: '' }
  const status = error === 'insufficient_scope' ? 403 : error === 'invalid_request' ? 400 : 401
  const challenged = !(status === 401 && at.forgotten.has(bearerDeeds.challenge.id))
  const challenge = formatBearerChallenge({
    error,
    error_description: error && errorDescriptions[error],
    scope: error === 'insufficient_scope' ? refusal.expected : settings.firstScope,
    resource_metadata: metadataUrlOf(settings),
  })
  if (status === 401)
    visit.did(deeds(at, [bearerDeeds.challenge, challenged ? challenge : undefined]))
  return { status, headers: challenged ? [['WWW-Authenticate', challenge]] : [], body: '' }
}
