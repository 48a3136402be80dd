import type { ClientInformation } from '../../oauth/client-metadata.ts'
import { parameter, type Parameters } from '../../oauth/parameters.ts'
import type { Grant, Store } from './store.ts'

/** The client that a grant was given to: as its document described it then, or as it is registered now. */
export const clientOf = (
  store: Store,
  { clientId, document }: Grant,
): ClientInformation | undefined => document ?? store.clients.get(clientId)

/**
 * The client that posts a form. One that is known by a document alone is recognised by what the owner granted it: here
 * nothing is fetched, for the owner has agreed to the document that was read then, and a site that is down for a moment, or
 * a document that has changed since, shall not cost the client its code.
 */
export const clientPosting = (
  store: Store,
  clientId: string | undefined,
  parameters: Parameters,
): ClientInformation | undefined => {
  if (clientId === undefined) return undefined
  const grants = [
    store.codes.get(parameter(parameters, 'code') ?? ''),
    store.refreshTokens.get(parameter(parameters, 'refresh_token') ?? ''),
    store.refreshTokens.get(parameter(parameters, 'token') ?? ''),
  ]
  const granted = grants.find((one) => one?.grant.document?.client_id === clientId)
  return (
    store.clients.get(clientId) ?? granted?.grant.document ?? store.documents.get(clientId)?.client
  )
}
