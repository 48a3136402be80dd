import {
  challengeChecks,
  isIssuer,
  resourceMetadataChecks,
  serverMetadataChecks,
} from '../../checks/discovery.ts'
import type { Step } from '../../machines/handshake-facts.ts'
import { readJson } from '../../oauth/json.ts'
import { protectedResourceMetadata } from '../../oauth/protected-resource-metadata.ts'
import { serverMetadata, serverMetadataUrl } from '../../oauth/server-metadata.ts'
import { parseChallenges } from '../../oauth/www-authenticate.ts'
import { headerValues, mediaType } from '../../wire/headers.ts'
import type { HttpResponse } from '../../wire/message.ts'
import { inspect } from '../party.ts'
import { known } from './facts.ts'
import { initializeRequest, mcpAnswer } from './mcp.ts'
import { get, refuse, silence, toServer } from './request.ts'
import type { Desk } from './settings.ts'

/** Asks the MCP server without a token, to be told where to get one. @see [MCP 2025-06-18 Authorization - Authorization Server Location](https://modelcontextprotocol.io/specification/2025-06-18/basic/authorization#authorization-server-location) */
export const knock =
  ({ settings, at }: Desk): Step =>
  async ({ serverUrl }) => {
    const reply = await at.line.exchange({
      ...toServer('mcp-server'),
      name: 'mcp-request',
      answer: mcpAnswer,
      request: initializeRequest(settings, serverUrl),
    })
    if (!reply) return silence('the MCP server')
    const { status, headers } = reply.response
    const challenges = headerValues(headers, 'WWW-Authenticate').flatMap(parseChallenges)
    const refusal = await inspect(
      challengeChecks,
      { status, challenges },
      at,
      reply.found,
    )
    if (refusal) return refuse(refusal)
    const bearer = challenges.find(({ scheme }) => scheme === 'bearer')?.parameters
    return {
      kind: 'done',
      facts: {
        resourceMetadataUrl: bearer?.['resource_metadata'] ?? '',
        challengedScope: bearer?.['scope'] ?? '',
      },
    }
  }

/** Reads which authorization server guards the MCP server. @see [RFC 9728 §3.1 - Protected Resource Metadata Request](https://www.rfc-editor.org/rfc/rfc9728.html#section-3.1) */
export const fetchResourceMetadata =
  ({ at }: Desk): Step =>
  async ({ serverUrl, resourceMetadataUrl }) => {
    const reply = await at.line.exchange({
      ...toServer('mcp-server'),
      name: 'resource-metadata-request',
      answer: 'resource-metadata',
      request: get(known(resourceMetadataUrl)),
    })
    if (!reply) return silence('the MCP server')
    const facts = { serverUrl, ...documentIn(reply.response, protectedResourceMetadata) }
    const refusal = await inspect(resourceMetadataChecks, facts, at, reply.found)
    if (refusal) return refuse(refusal)
    const issuer = facts.document?.authorization_servers?.find(isIssuer)
    if (!facts.document || issuer === undefined) return silence('a usable metadata document')
    return { kind: 'done', facts: { resourceMetadata: facts.document, issuer } }
  }

/** Reads what the authorization server offers. @see [RFC 8414 §3.1 - Authorization Server Metadata Request](https://www.rfc-editor.org/rfc/rfc8414.html#section-3.1) */
export const fetchServerMetadata =
  ({ at }: Desk): Step =>
  async ({ issuer }) => {
    const reply = await at.line.exchange({
      ...toServer('authorization-server'),
      name: 'server-metadata-request',
      answer: 'server-metadata',
      request: get(serverMetadataUrl(known(issuer))),
    })
    if (!reply) return silence('the authorization server')
    const facts = { issuer: known(issuer), ...documentIn(reply.response, serverMetadata) }
    const refusal = await inspect(serverMetadataChecks, facts, at, reply.found)
    if (refusal) return refuse(refusal)
    if (!facts.document) return silence('a usable metadata document')
    return { kind: 'done', facts: { serverMetadata: facts.document } }
  }

const documentIn = <S extends Parameters<typeof readJson>[0]>(
  { status, headers, body }: HttpResponse,
  schema: S,
) => {
  const reading = readJson(schema, body)
  return {
    status,
    mediaType: mediaType(headers),
    problem: 'problem' in reading ? reading.problem : undefined,
    document: 'value' in reading ? reading.value : undefined,
  }
}
