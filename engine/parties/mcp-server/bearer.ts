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
  const token = /^Bearer +([A-Za-z0-9._~+/-]+=*)$/i.exec(authorization ?? '')?.[1] ?? fromQuery
  const decoded = token === undefined ? undefined : decodeToken(token)
  const facts = {
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
  const { sub, client_id, scope } = decoded?.claims ?? {}
  return refusal
    ? { refusal }
    : { caller: { account: sub, client: client_id, scope: parseScope(scope) }, headers: [] }
}
