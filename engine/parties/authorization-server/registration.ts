import { registrationChecks } from '../../checks/registration.ts'
import { clientMetadata, type ClientInformation } from '../../oauth/client-metadata.ts'
import { readJson } from '../../oauth/json.ts'
import { mediaType } from '../../wire/headers.ts'
import type { Answer } from '../../network/server.ts'
import { inspect } from '../party.ts'
import { json, NO_STORE, refused } from './answers.ts'
import { supported, type Desk } from './settings.ts'

/** Registers a client. @see [RFC 7591 §3.1 - Client Registration Request](https://www.rfc-editor.org/rfc/rfc7591.html#section-3.1) */
export const answerRegistration =
  ({ store, at }: Desk): Answer =>
  async (request, visit) => {
    const reading = readJson(clientMetadata, request.body ?? '')
    const metadata = 'value' in reading ? reading.value : undefined
    const problem = 'problem' in reading ? reading.problem : undefined
    const facts = { mediaType: mediaType(request.headers), problem, metadata, supported }
    const refusal = await inspect(registrationChecks, facts, at, visit.found)
    if (refusal) return refused(refusal)

    const information: ClientInformation = {
      client_id: at.random.token(12),
      client_id_issued_at: at.clock.now(),
      ...(metadata?.client_name !== undefined && { client_name: metadata.client_name }),
      ...(metadata?.client_uri !== undefined && { client_uri: metadata.client_uri }),
      ...(metadata?.scope !== undefined && { scope: metadata.scope }),
      redirect_uris: metadata?.redirect_uris ?? [],
      grant_types: metadata?.grant_types ?? ['authorization_code'],
      response_types: metadata?.response_types ?? ['code'],
      // Left out, RFC 7591 §2 means client_secret_basic; the server MAY register another value, and says which.
      token_endpoint_auth_method: metadata?.token_endpoint_auth_method ?? supported.authMethods[0],
    }
    store.clients.set(information.client_id, information)
    return json(201, information as Record<string, string>, NO_STORE)
  }
