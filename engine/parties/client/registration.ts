import { registrationAnswerChecks } from '../../checks/registration.ts'
import type { Step } from '../../machines/handshake-facts.ts'
import { clientInformation } from '../../oauth/client-metadata.ts'
import { readJson } from '../../oauth/json.ts'
import { errorResponse } from '../../oauth/token-response.ts'
import { inspect } from '../party.ts'
import { known, metadataIn } from './facts.ts'
import { giveUp, postJson, refuse, silence, toServer } from './request.ts'
import type { Desk } from './settings.ts'

/** Looks in the vault for a registration with this issuer. */
export const lookUpRegistration =
  ({ settings, vault }: Desk): Step =>
  async ({ issuer }) => {
    const entry = await vault.read(known(issuer))
    return {
      kind: 'done',
      facts: {
        redirectUri: settings.redirectUri,
        ...(entry?.registration && { registration: entry.registration }),
      },
    }
  }

/** Registers the client with the authorization server and keeps what it answers. @see [RFC 7591 §3.1 - Client Registration Request](https://www.rfc-editor.org/rfc/rfc7591.html#section-3.1) */
export const register =
  ({ settings, at, vault }: Desk): Step =>
  async (facts) => {
    const endpoint = metadataIn(facts).registration_endpoint
    if (endpoint === undefined)
      return giveUp('The client has no registration here, and the authorization server takes none.')
    const reply = await at.line.exchange({
      ...toServer('authorization-server'),
      name: 'registration-request',
      answer: 'registration-response',
      request: postJson(
        endpoint,
        {
          client_name: settings.name,
          redirect_uris: [settings.redirectUri],
          grant_types: ['authorization_code', 'refresh_token'],
          response_types: ['code'],
          token_endpoint_auth_method: 'none',
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
    const refusal = await inspect(
      registrationAnswerChecks,
      {
        status,
        problem: 'problem' in reading ? reading.problem : undefined,
        information,
        redirectUri: settings.redirectUri,
        authMethods: ['none'],
      },
      at,
      reply.found,
    )
    if (refusal) return refuse(refusal)
    if (!information) return silence('a usable registration')
    await vault.write(known(facts.issuer), { registration: information })
    return { kind: 'done', facts: { registration: information } }
  }
