import { bearerDeeds } from '../../checks/bearer.ts'
import type { Refusal } from '../../checks/check.ts'
import type { Visit } from '../../network/server.ts'
import { errorDescriptions, wireError } from '../../oauth/reasons.ts'
import { formatScope } from '../../oauth/scope.ts'
import { formatBearerChallenge } from '../../oauth/www-authenticate.ts'
import { has } from '../../spec/differences.ts'
import type { HttpResponse } from '../../wire/message.ts'
import { deeds } from '../party.ts'
import { scopeToAskFor, withoutOffline } from './scopes.ts'
import { metadataUrlOf, type Desk } from './settings.ts'

/** What was asked for beyond the scope that was granted. */
export interface ScopeShortage {
  readonly needed: readonly string[]
  readonly granted: readonly string[]
}

/** The answer to a request that is turned away: 401 with a challenge, 403, or 400. @see [RFC 6750 §3.1 - Error Codes](https://www.rfc-editor.org/rfc/rfc6750.html#section-3.1) */
export const turnAway = (
  desk: Desk,
  refusal: Refusal,
  visit: Visit,
  shortage?: ScopeShortage,
): HttpResponse => {
  const { settings, at } = desk
  if (refusal.reason === 'origin-not-allowed') return { status: 403, headers: [], body: '' }
  const error = wireError(refusal.reason)
  const status = error === 'insufficient_scope' ? 403 : error === 'invalid_request' ? 400 : 401
  const metadata = settings.challengeNamesMetadata
    ? metadataUrlOf(settings, at.revision)
    : undefined
  // Unsafe: a client that is turned away without a challenge asks its owner where to go, and the owner whoever offers help.
  const silent = status === 401 && at.forgotten.has(bearerDeeds.challenge.id)
  const first = status === 401 ? firstScope(desk) : undefined
  const scope = shortage
    ? scopeToAskFor(at.revision, settings.scopes, shortage.needed, shortage.granted)
    : first
  const challenge = formatBearerChallenge({
    // `Bearer` MUST be followed by a parameter, and sometimes there is nothing else to say.
    realm: (error ?? scope ?? metadata) ? undefined : 'Notes',
    error,
    error_description: error && errorDescriptions[error],
    scope,
    resource_metadata: metadata,
  })
  if (status === 401)
    visit.did(
      deeds(
        at,
        [bearerDeeds.challenge, silent ? undefined : metadata],
        [bearerDeeds.scope, silent ? undefined : first],
      ),
    )
  return { status, headers: silent ? [] : [['WWW-Authenticate', challenge]], body: '' }
}

// Servers SHOULD say which scopes are needed to begin with. Unsafe: a client that is not told asks for all there are, and
// a stolen token then opens everything (`scope-creep`).
const firstScope = ({ settings, at }: Desk): string | undefined =>
  has(at.revision, 'scope-selection') && !at.forgotten.has(bearerDeeds.scope.id)
    ? formatScope(withoutOffline([settings.firstScope])) || undefined
    : undefined
