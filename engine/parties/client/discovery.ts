import { addressChecks } from '../../checks/address.ts'
import {
  discoveryDeeds,
  resourceMetadataChecks,
  serverMetadataChecks,
} from '../../checks/discovery.ts'
import type { HandshakeFacts, Progress, Step } from '../../machines/handshake-facts.ts'
import { isIssuer } from '../../oauth/endpoint.ts'
import { readJson } from '../../oauth/json.ts'
import { resourceMetadataUrls, serverMetadataUrlsIn } from '../../oauth/metadata-urls.ts'
import { protectedResourceMetadata } from '../../oauth/protected-resource-metadata.ts'
import { canonicalResource } from '../../oauth/resource.ts'
import { serverMetadata, type ServerMetadata } from '../../oauth/server-metadata.ts'
import { has } from '../../spec/differences.ts'
import { mediaType } from '../../wire/headers.ts'
import type { HttpResponse } from '../../wire/message.ts'
import { deeds, inspect } from '../party.ts'
import { turnedAway } from './challenge.ts'
import { known } from './facts.ts'
import { admission, knockRequest } from './mcp.ts'
import { mcpAnswer } from './mcp-message.ts'
import { get, refuse, silence, toServer } from './request.ts'
import type { Desk } from './settings.ts'

/** Asks the MCP server without a token, to be told that one is needed and where to get it. @see [MCP 2025-06-18 Authorization - Authorization Server Location](https://modelcontextprotocol.io/specification/2025-06-18/basic/authorization#authorization-server-location) */
export const knock =
  (desk: Desk): Step =>
  async (facts) => {
    const { request, did } = knockRequest(desk, facts)
    const reply = await desk.at.line.exchange({
      ...toServer('mcp-server'),
      name: 'mcp-request',
      answer: mcpAnswer,
      did,
      request,
    })
    if (!reply) return silence('the MCP server')
    const admitted = await admission(desk, facts, reply)
    if (admitted) return admitted
    return turnedAway(desk, facts, reply)
  }

/** Reads which authorization server guards the MCP server: from the first place that is left to try. @see [RFC 9728 §3.1 - Protected Resource Metadata Request](https://www.rfc-editor.org/rfc/rfc9728.html#section-3.1) */
export const fetchResourceMetadata =
  ({ at }: Desk): Step =>
  async ({ serverUrl, resourceMetadataUrls: places }) => {
    const [url = '', ...rest] = known(places)
    const reply = await at.line.exchange({
      ...toServer('mcp-server'),
      name: 'resource-metadata-request',
      answer: 'resource-metadata',
      request: get(url),
    })
    const left: Partial<HandshakeFacts> = { resourceMetadataUrls: rest }
    // Nobody answers here, so nobody will at the next address of the same host.
    if (!reply) return silence('the MCP server')
    const canonical = canonicalResource(serverUrl)
    // At the well-known address of the root stands what the server says of its root.
    const root = resourceMetadataUrls(canonical)[1] === url ? [new URL(canonical).origin] : []
    // Some servers name the very text that was asked, slash at the end and all.
    const resources = [...new Set([canonical, serverUrl, ...root])]
    const facts = { serverUrl, resources, ...documentIn(reply.response, protectedResourceMetadata) }
    const refusal = await inspect(resourceMetadataChecks, facts, at, reply.found)
    if (refusal?.check === 'client/resource-metadata-readable' && rest.length > 0)
      return { kind: 'elsewhere', facts: left }
    if (refusal) return refuse(refusal)
    const issuer = facts.document?.authorization_servers?.find((one) => isIssuer(one, serverUrl))
    if (!facts.document || issuer === undefined) return silence('a usable metadata document')
    const led = await inspect(addressChecks, { serverUrl, urls: [issuer] }, at, reply.found)
    if (led) return refuse(led)
    return {
      kind: 'done',
      facts: {
        resourceMetadata: facts.document,
        issuer,
        serverMetadataUrls: serverMetadataUrlsIn(issuer, at.revision),
      },
    }
  }

/** Reads what the authorization server offers: from the first place that is left to try. @see [RFC 8414 §3.1 - Authorization Server Metadata Request](https://www.rfc-editor.org/rfc/rfc8414.html#section-3.1) */
export const fetchServerMetadata =
  ({ at }: Desk): Step =>
  async ({ serverUrl, issuer, serverMetadataUrls: places }) => {
    const [url = '', ...rest] = known(places)
    const { versionHeader } = discoveryDeeds
    const speaks =
      has(at.revision, 'discovery-version-header') && !at.forgotten.has(versionHeader.id)
        ? at.revision
        : undefined
    const reply = await at.line.exchange({
      ...toServer('authorization-server'),
      name: 'server-metadata-request',
      answer: 'server-metadata',
      did: deeds(at, [versionHeader, speaks]),
      request: get(url, speaks === undefined ? [] : [['MCP-Protocol-Version', speaks]]),
    })
    const left: Progress = { kind: 'elsewhere', facts: { serverMetadataUrls: rest } }
    if (!reply) return silence('the authorization server')
    const read = documentIn(reply.response, serverMetadata)
    const issuers = has(at.revision, 'authorization-at-the-server')
      ? [known(issuer), `${known(issuer)}/`]
      : [known(issuer)]
    const byName = at.forgotten.has(discoveryDeeds.schemeList.id)
    const facts = { serverUrl, issuers, byName, ...read }
    const refusal = await inspect(serverMetadataChecks, facts, at, reply.found)
    if (refusal?.check === 'client/server-metadata-readable') {
      if (rest.length > 0) return left
      if (read.status === 404 && has(at.revision, 'default-endpoints'))
        return {
          kind: 'done',
          facts: { serverMetadata: defaultEndpoints(known(issuer)), endpointsAssumed: true },
        }
    }
    if (refusal) return refuse(refusal)
    if (!facts.document) return silence('a usable metadata document')
    const { token_endpoint, registration_endpoint, revocation_endpoint } = facts.document
    const urls = [token_endpoint, registration_endpoint, revocation_endpoint].filter(
      (url) => url !== undefined,
    )
    const led = await inspect(addressChecks, { serverUrl, urls }, at, reply.found)
    if (led) return refuse(led)
    return { kind: 'done', facts: { serverMetadata: facts.document } }
  }

/**
 * The endpoints of a server that publishes no metadata.
 * @see [MCP 2025-03-26 Authorization - Fallbacks for Servers without Metadata Discovery](https://modelcontextprotocol.io/specification/2025-03-26/basic/authorization#fallbacks-for-servers-without-metadata-discovery)
 */
const defaultEndpoints = (base: string): ServerMetadata => ({
  issuer: base,
  authorization_endpoint: `${base}/authorize`,
  token_endpoint: `${base}/token`,
  registration_endpoint: `${base}/register`,
  response_types_supported: ['code'],
})

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
