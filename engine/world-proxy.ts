import type { Server } from './network/server.ts'
import type { ClientInformation } from './oauth/client-metadata.ts'
import { endpointUnder } from './oauth/issuer.ts'
import { authorizationServer } from './parties/authorization-server/index.ts'
import { PUBLISHED_KEYS } from './parties/authorization-server/metadata.ts'
import { UPSTREAM_CALLBACK } from './parties/authorization-server/settings.ts'
import { downstreamApi } from './parties/downstream-api.ts'
import { mcpServer } from './parties/mcp-server/index.ts'
import { noteScopes } from './parties/mcp-server/notes.ts'
import { downstreamDeeds } from './checks/downstream.ts'
import {
  authorizationSettingsFor,
  LAB_ORIGINS,
  mcpSettings,
  type Origins,
  type ServerCircumstances,
} from './world.ts'

/** Where the parts of a proxy’s world live. */
export interface ProxyOrigins {
  /** The authorization server upstream, by its identifier. */
  readonly upstream: string
  /** The proxy’s own identifier as an authorization server: the origin of its MCP endpoint. */
  readonly proxy: string
  readonly resource: string
  readonly api: string
}

/** The origins of a proxy’s world. Upstream stands apart in every revision, also where MCP’s own server does not. */
export const proxyOrigins = ({ issuer, resource, api }: Origins): ProxyOrigins => {
  const proxy = new URL(resource).origin
  return {
    upstream: new URL(issuer).origin === proxy ? LAB_ORIGINS.issuer : issuer,
    proxy,
    resource,
    api: api ?? LAB_ORIGINS.api,
  }
}

/** What the proxy is upstream: one client, registered by hand, for everybody it serves. Its secret is printed in the lab. */
export const proxyAsClient = ({ proxy, resource }: ProxyOrigins): ClientInformation => ({
  client_id: 'notes-proxy',
  client_secret: 'teaching-secret-of-the-notes-proxy',
  client_secret_expires_at: 0,
  client_name: `Notes at ${resource}`,
  redirect_uris: [endpointUnder(proxy, UPSTREAM_CALLBACK.slice(1))],
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  token_endpoint_auth_method: 'client_secret_basic',
})

/**
 * The honest (or careless) servers of a world in which the MCP server is a proxy: an authorization server to MCP’s clients,
 * one client of the authorization server upstream, and a user of the third-party API behind it. The arrangement is about the
 * proxy: its own endpoints for clients, and its MCP endpoint.
 * @see [MCP 2025-06-18 Security Best Practices - Confused Deputy Problem](https://modelcontextprotocol.io/docs/2025-06-18/tutorials/security/security_best_practices#confused-deputy-problem)
 */
export const createProxyServers = ({
  origins: given,
  random,
  arrangement = {},
  mcpClock,
  ...at
}: ServerCircumstances) => {
  const origins = proxyOrigins(given)
  const { upstream, proxy, resource, api: apiOrigin } = origins
  const client = proxyAsClient(origins)
  const jwksUri = endpointUnder(upstream, 'jwks')

  const authorization = authorizationServer(
    {
      ...authorizationSettingsFor({ issuer: upstream, resource: apiOrigin }, {}),
      clients: [client],
      registersClients: false,
      readsClientDocuments: false,
      remembersConsent: true,
    },
    { ...at, random: random.fork('authorization-server') },
  )
  const ownEndpoints = authorizationServer(
    {
      ...authorizationSettingsFor({ issuer: proxy, resource }, arrangement),
      accounts: {},
      upstream: {
        authorizationEndpoint: endpointUnder(upstream, 'authorize'),
        tokenEndpoint: endpointUnder(upstream, 'token'),
        client,
        callbackUrl: client.redirect_uris![0]!,
        scope: Object.keys(noteScopes),
        resource: apiOrigin,
      },
    },
    { ...at, random: random.fork('proxy') },
    'mcp-server',
  )
  // Unsafe: whoever hands out what came from upstream has to take it back as well.
  const passesOn = at.forgotten.has(downstreamDeeds.ownToken.id)
  const mcp = mcpServer(
    {
      ...mcpSettings({ issuer: proxy, resource }, arrangement),
      ...(passesOn ? { tokenIssuer: upstream, jwksUri } : { ownKeys: PUBLISHED_KEYS }),
      downstream: { origin: apiOrigin, tokenFor: ownEndpoints.upstreamToken },
    },
    { ...at, clock: mcpClock ?? at.clock, random: random.fork('mcp-server') },
  )
  const api = downstreamApi(
    { origin: apiOrigin, issuer: upstream, jwksUri },
    { ...at, random: random.fork('downstream-api') },
  )
  const listening: readonly Server[] = [mcp, ownEndpoints, authorization, api]
  return {
    /** The authorization server upstream. */
    authorization,
    /** The proxy’s own authorization endpoints. */
    proxy: ownEndpoints,
    mcp,
    api,
    listening,
    audit: mcp.audit,
    origins,
    /** Whether a URL is one at which the proxy sends an owner upstream. */
    isUpstream: (url: string) => url.startsWith(`${endpointUnder(upstream, 'authorize')}?`),
  }
}
