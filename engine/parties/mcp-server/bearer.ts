import { bearerChecks } from '../../checks/bearer.ts'
import type { Visit } from '../../network/server.ts'
import { decodeToken } from '../../oauth/access-token.ts'
import { parameter, queryOf } from '../../oauth/parameters.ts'
import { parseScope } from '../../oauth/scope.ts'
import { header } from '../../wire/headers.ts'
import type { HttpRequest } from '../../wire/message.ts'
import { inspect } from '../party.ts'
import type { Admission } from './caller.ts'
import { publishedKeys } from './keys.ts'
import { ALGORITHMS, type Desk } from './settings.ts'

/** The token in an Authorization header; undefined where there is none. @see [RFC 6750 §2.1 - Authorization Request Header Field](https://www.rfc-editor.org/rfc/rfc6750.html#section-2.1) */
export const tokenIn = (authorization: string | undefined): string | undefined =>
  /^Bearer +([A-Za-z0-9._~+/-]+=*)$/i.exec(authorization ?? '')?.[1]

/** Looks at the token of a request. @see [OAuth 2.1 draft-13 §5.2 - Access Token Validation](https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1-13#section-5.2) */
export const admitBearer = async (
  desk: Desk,
  request: HttpRequest,
  visit: Visit,
): Promise<Admission> => {
  const { settings, at } = desk
  const authorization = header(request.headers, 'Authorization')
  const inQuery = parameter(queryOf(request.url), 'access_token')
  // Unsafe: a token taken from the URL stands in logs and histories (`token-in-url`).
  const fromQuery = at.forgotten.has('rs/bearer-in-header') ? inQuery : undefined
  const token = tokenIn(authorization) ?? fromQuery
  const decoded = token === undefined ? undefined : decodeToken(token)
  const facts = {
    tokenInQuery: inQuery !== undefined,
    authorization,
    token,
    decoded,
    algorithms: ALGORITHMS,
    issuer: settings.tokenIssuer ?? settings.issuer,
    resource: settings.resource,
    now: at.clock.now(),
    // Unsafe: a token that says how it is to be verified, or with what, can be made by anybody (`forged-token`).
    believes: {
      algorithm: at.forgotten.has('rs/algorithm-listed'),
      key: at.forgotten.has('rs/key-from-issuer'),
    },
    keys: () => publishedKeys(desk, 'mcp-server'),
  }
  const refusal = await inspect(bearerChecks, facts, at, visit.found)
  const { sub, client_id, scope } = decoded?.claims ?? {}
  return refusal
    ? { refusal }
    : { caller: { account: sub, client: client_id, scope: parseScope(scope), token }, headers: [] }
}
