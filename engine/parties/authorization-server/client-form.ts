import type { ClientAuthenticationFacts } from '../../checks/client-authentication.ts'
import type { ClientFormFacts } from '../../checks/token-request.ts'
import { shownCredentials } from '../../oauth/client-authentication.ts'
import { parseForm } from '../../oauth/parameters.ts'
import { header, mediaType } from '../../wire/headers.ts'
import type { HttpRequest } from '../../wire/message.ts'
import { clientPosting } from './clients.ts'
import type { Store } from './store.ts'

/** What an endpoint for clients reads out of a form before it looks at what is asked: who posts it, and the proof of that. */
export const readClientForm = (store: Store, request: HttpRequest) => {
  const parameters = parseForm(request.body ?? '')
  const authorization = header(request.headers, 'Authorization')
  const shown = shownCredentials(authorization, parameters)
  const [clientId] = shown.clientIds
  const facts: ClientFormFacts & ClientAuthenticationFacts = {
    mediaType: mediaType(request.headers),
    parameters,
    shown,
    client: clientPosting(store, clientId, parameters),
  }
  return { parameters, authorization, clientId, facts }
}
