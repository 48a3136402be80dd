import { credentialChecks } from '../../checks/credentials.ts'
import { registrationAnswerChecks, registrationDeeds } from '../../checks/registration-answer.ts'
import type { HandshakeFacts, Step } from '../../machines/handshake-facts.ts'
import { clientInformation } from '../../oauth/client-metadata.ts'
import { readJson } from '../../oauth/json.ts'
import { errorResponse } from '../../oauth/token-response.ts'
import { has } from '../../spec/differences.ts'
import { deeds, inspect } from '../party.ts'
import { authMethods } from './authentication.ts'
import { known, metadataIn } from './facts.ts'
import { giveUp, postJson, refuse, silence, toServer } from './request.ts'
import type { Desk, Settings } from './settings.ts'

/** Looks in the vault for a registration with this issuer, and chooses among the ways the client has. @see [MCP 2025-11-25 Authorization - Client Registration Approaches](https://modelcontextprotocol.io/specification/2025-11-25/basic/authorization#client-registration-approaches) */
export const lookUpRegistration =
  ({ settings, at, vault }: Desk): Step =>
  async (facts) => {
    const issuer = known(facts.issuer)
    const { entry, found } = await vault.read(issuer, facts.serverUrl)
    const held = entry?.registration && { ...entry, registration: entry.registration }
    const { redirectUri } = settings
    const givenBy = held?.issuer
    const refusal = held && (await inspect(credentialChecks, { issuer, givenBy }, at, found))
    // What somebody registered by hand cannot be had anew: the owner has to hear of it.
    if (refusal && held.registered_by === 'hand') return refuse(refusal)
    const usable = refusal ? undefined : held
    if (usable?.registered_by === 'hand')
      return {
        kind: 'done',
        facts: { redirectUri, registration: usable.registration, registeredBy: 'hand' },
      }
    const document = documentFor(settings, facts)
    if (document)
      return {
        kind: 'done',
        facts: { redirectUri, registration: document, registeredBy: 'document' },
      }
    if (!usable) return { kind: 'done', facts: { redirectUri } }
    return {
      kind: 'done',
      facts: { redirectUri, registration: usable.registration, registeredBy: 'itself' },
    }
  }

/** The client's own document as its registration, where this authorization server says that it reads such documents. */
const documentFor = ({ documentUrl, redirectUri }: Settings, facts: HandshakeFacts) =>
  documentUrl !== undefined &&
  has(facts.revision, 'client-id-metadata-document') &&
  facts.serverMetadata?.['client_id_metadata_document_supported'] === true
    ? {
        client_id: documentUrl,
        redirect_uris: [redirectUri],
        token_endpoint_auth_method: 'none',
      }
    : undefined

/** Registers the client with the authorization server and keeps what it answers. @see [RFC 7591 §3.1 - Client Registration Request](https://www.rfc-editor.org/rfc/rfc7591.html#section-3.1) */
export const register =
  ({ settings, at, vault }: Desk): Step =>
  async (facts) => {
    const endpoint = metadataIn(facts).registration_endpoint
    if (endpoint === undefined)
      return giveUp(
        'The client has no registration here and cannot make one: somebody has to register it by hand.',
      )
    const { applicationType: row } = registrationDeeds
    const applicationType =
      has(at.revision, 'application-type') && !at.forgotten.has(row.id) ? 'native' : undefined
    const reply = await at.line.exchange({
      ...toServer('authorization-server'),
      name: 'registration-request',
      answer: 'registration-response',
      did: deeds(at, [row, applicationType]),
      request: postJson(
        endpoint,
        {
          client_name: settings.name,
          redirect_uris: [settings.redirectUri],
          grant_types: ['authorization_code', 'refresh_token'],
          response_types: ['code'],
          token_endpoint_auth_method: 'none',
          application_type: applicationType,
        },
        [['Accept', 'application/json']],
      ),
    })
    if (!reply) return silence('the authorization server')
    const { status, body } = reply.response
    const error = readJson(errorResponse, body)
    if (status >= 400 && 'value' in error)
      return giveUp(`The authorization server refused the registration: ${error.value.error}.`)

    const reading = readJson(clientInformation, body)
    const information = 'value' in reading ? reading.value : undefined
    const answer = {
      status,
      problem: 'problem' in reading ? reading.problem : undefined,
      information,
      redirectUri: settings.redirectUri,
      authMethods,
    }
    const refusal = await inspect(registrationAnswerChecks, answer, at, reply.found)
    if (refusal) return refuse(refusal)
    if (!information) return silence('a usable registration')
    await vault.write(known(facts.issuer), {
      server: facts.serverUrl,
      registration: information,
      registered_by: 'itself',
    })
    return { kind: 'done', facts: { registration: information } }
  }
