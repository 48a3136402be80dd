import { isLoopback, readUrl } from '../../oauth/redirect-uri.ts'
import { clientOf } from './clients.ts'
import { grantableScopes, meaningOf, resourceOf, type Desk } from './settings.ts'
import type { Interaction } from './store.ts'

/** What the consent page tells the owner. */
export interface ConsentText {
  /** Who is signed in; undefined where that is known only upstream. */
  readonly account: string | undefined
  readonly clientName: string
  /** The host of the address that is the client's id, when it is one: whoever publishes there is the client. */
  readonly clientHost: string | undefined
  readonly redirectHost: string
  /** Whether all that is known of the client is that it waits on the owner's own machine, where any program may. */
  readonly onlyOnThisMachine: boolean
  readonly resource: string
  /** What it would be allowed to do, and what it asked for and will not get. */
  readonly scopes: readonly string[]
  readonly withheld: readonly string[]
  /** Where a proxy acts in the owner's name, which server it sends them to for that, and with what it comes back. */
  readonly upstream:
    | { readonly resource: string; readonly host: string; readonly scopes: readonly string[] }
    | undefined
}

/** Puts together what the owner should know before they agree. */
export const consentText = (
  desk: Desk,
  { grant, withheld }: Interaction,
  account?: string,
): ConsentText => {
  const { settings, store } = desk
  const client = clientOf(store, grant)
  const { upstream } = settings
  const scopes = { ...grantableScopes(desk), ...settings.withheldScopes }
  return {
    account,
    clientName: client?.client_name ?? 'An application without a name',
    // The host of a client_id that is an address SHOULD be shown.
    clientHost: readUrl(grant.document?.client_id ?? '')?.host,
    // The host of the redirect URI MUST be shown.
    redirectHost: readUrl(grant.redirectUri)?.host ?? grant.redirectUri,
    // Where all redirect URIs of a document are on loopback, the owner SHOULD be warned: nothing tells this program from another.
    onlyOnThisMachine: grant.document?.redirect_uris?.every(isLoopback) ?? false,
    resource: resourceOf(settings, grant),
    scopes: grant.scope.map((scope) => meaningOf(scope, scopes)),
    withheld: withheld.map((scope) => meaningOf(scope, scopes)),
    // The scopes of the third-party API MUST be shown.
    upstream: upstream && {
      resource: upstream.resource,
      host: readUrl(upstream.authorizationEndpoint)?.host ?? upstream.authorizationEndpoint,
      scopes: upstream.scope,
    },
  }
}
