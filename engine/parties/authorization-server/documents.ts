import {
  clientDocumentChecks,
  documentAddressChecks,
  type ClientDocumentFacts,
} from '../../checks/client-document.ts'
import { authMethodChecks, type RegistrationFacts } from '../../checks/registration.ts'
import type { Check, Refusal } from '../../checks/check.ts'
import type { Visit } from '../../network/server.ts'
import { freshFor } from '../../oauth/cache-control.ts'
import {
  anyClientDocument,
  clientDocument,
  isAddress,
  type AnyClientDocument,
} from '../../oauth/client-document.ts'
import type { ClientInformation } from '../../oauth/client-metadata.ts'
import { readJson } from '../../oauth/json.ts'
import { readUrl } from '../../oauth/redirect-uri.ts'
import { has } from '../../spec/differences.ts'
import { header, headerValues, mediaType } from '../../wire/headers.ts'
import { inspect } from '../party.ts'
import { supported, type Desk } from './settings.ts'
import { remember } from './store.ts'

/** Whether this server fetches the documents that clients publish about themselves. */
export const readsDocuments = ({ settings, at }: Desk): boolean =>
  settings.readsClientDocuments && has(at.revision, 'client-id-metadata-document')

/** The client behind a client_id, if there is one; or why the document at that address was not accepted. */
export interface NamedClient {
  readonly client: ClientInformation | undefined
  /** What its own document says; undefined for a client that is registered. */
  readonly document?: ClientInformation
  readonly refusal?: Refusal
}

/**
 * Finds out who a client is: among the registered ones, or in the document at the address that is its client_id.
 * @see [Client ID Metadata Document draft-00 §4 - Client Information Discovery](https://datatracker.ietf.org/doc/html/draft-ietf-oauth-client-id-metadata-document-00#section-4)
 */
export const clientNamed = async (
  desk: Desk,
  clientId: string | undefined,
  visit: Visit,
): Promise<NamedClient> => {
  const { store, at } = desk
  const client = store.clients.get(clientId ?? '')
  if (clientId === undefined || client || !readsDocuments(desk) || !isAddress(clientId))
    return { client }
  // The server SHOULD NOT fetch from inside its own network.
  // Unsafe: otherwise anybody can have it send requests to machines that only it can reach (`ssrf-cimd`).
  const refusal = await inspect(documentAddressChecks, { clientId }, at, visit.found)
  if (refusal) return { client: undefined, refusal }
  const kept = store.documents.get(clientId)
  if (kept && at.clock.now() < kept.freshUntil)
    return { client: kept.client, document: kept.client }
  store.documents.delete(clientId)
  return fetchDocument(desk, clientId, visit)
}

/** How long a document is kept at most, whatever its site says: a client that was taken over shall not stay so for ever. */
const LONGEST = 86_400

const fetchDocument = async (
  { id, store, at }: Desk,
  clientId: string,
  visit: Visit,
): Promise<NamedClient> => {
  const url = readUrl(clientId)
  const reply =
    url &&
    (await at.line.exchange({
      from: id,
      to: 'client-site',
      channel: 'back',
      name: 'client-document-request',
      answer: 'client-document',
      request: {
        method: 'GET',
        url: clientId,
        headers: [
          ['Host', url.host],
          ['Accept', 'application/json'],
        ],
      },
    }))
  const { status, headers = [], body = '' } = reply?.response ?? {}
  const complete = readJson(clientDocument, body)
  const reading = readJson(anyClientDocument, body)
  const document = 'value' in reading ? reading.value : undefined
  const facts = {
    clientId,
    status,
    mediaType: mediaType(headers),
    size: new TextEncoder().encode(body).length,
    problem: 'problem' in complete ? complete.problem : undefined,
    document,
    metadata: document,
    supported,
  }
  // A document that cannot be had, or is not in order, SHOULD end the request; neither may be cached.
  const refusal = await inspect(documentRows, facts, at, reply?.found ?? visit.found)
  if (refusal) return { client: undefined, refusal }
  if (!document) return { client: undefined }
  const client = asRegistered(document)
  const lifetime = freshFor(
    headerValues(headers, 'Cache-Control').join(', '),
    header(headers, 'Age'),
  )
  if (lifetime > 0)
    remember(store.documents, clientId, {
      client,
      freshUntil: at.clock.now() + Math.min(lifetime, LONGEST),
    })
  return { client, document: client }
}

type DocumentFacts = ClientDocumentFacts & Pick<RegistrationFacts, 'metadata' | 'supported'>

// A way of authentication that this server does not know cannot be checked, and a client that asks for one is not public.
const documentRows: readonly Check<DocumentFacts>[] = [...clientDocumentChecks, ...authMethodChecks]

// Unsafe: the client_id is the one in the document, so a document that nobody compared speaks for another client
// (`cimd-impersonation`).
const asRegistered = (document: AnyClientDocument): ClientInformation => ({
  ...document,
  client_id: document.client_id ?? '',
  grant_types: document.grant_types ?? ['authorization_code'],
  response_types: document.response_types ?? ['code'],
})
