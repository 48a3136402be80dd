import { registrationChecks } from '../../checks/registration.ts'
import { clientMetadata, type ClientInformation } from '../../oauth/client-metadata.ts'
import { readJson } from '../../oauth/json.ts'
import { mediaType } from '../../wire/headers.ts'
import type { Answer } from '../../network/server.ts'
import { inspect } from '../party.ts'
import { json, NO_STORE, refused } from './answers.ts'
import { supported, type Desk } from './settings.ts'
import { remember } from './store.ts'

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

    const clientId = at.random.token(12)
    // Left out, it means client_secret_basic.
    const method = metadata?.token_endpoint_auth_method ?? 'client_secret_basic'
    const information: ClientInformation = {
      client_id: clientId,
      client_id_issued_at: at.clock.now(),
      ...(method.startsWith('client_secret_') && {
        client_secret: at.random.token(24),
        // REQUIRED beside a secret; 0 means that it does not expire.
        client_secret_expires_at: 0,
      }),
      ...(metadata?.client_name !== undefined && { client_name: metadata.client_name }),
      ...(metadata?.client_uri !== undefined && { client_uri: metadata.client_uri }),
      ...(metadata?.application_type !== undefined && {
        application_type: metadata.application_type,
      }),
      ...(metadata?.scope !== undefined && { scope: metadata.scope }),
      redirect_uris: metadata?.redirect_uris ?? [],
      grant_types: metadata?.grant_types ?? ['authorization_code'],
      response_types: metadata?.response_types ?? ['code'],
      token_endpoint_auth_method: method,
    }
    remember(store.clients, clientId, information)
    return json(201, information as Record<string, string>, NO_STORE)
  }
