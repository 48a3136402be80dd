import { arrangementOf } from './arrangement.ts'
import type { Clock } from './chance/clock.ts'
import { choiceOf } from './decisions.ts'
import type { Given } from './input.ts'
import { ailmentIn, isDown } from './faults.ts'
import { ailing } from './network/ailing.ts'
import { clientSite } from './parties/client-site.ts'
import { insideService } from './parties/inside.ts'
import type { Line } from './parties/line.ts'
import type { Journal } from './parties/party.ts'
import { prehistoryOf } from './prehistory.ts'
import { stdioServer } from './parties/mcp-server/stdio.ts'
import { issuerOfMallory, MALLORY } from './parties/attacker/settings.ts'
import { attackersServers } from './parties/attacker/servers.ts'
import { endpointUnder } from './oauth/issuer.ts'
import {
  authorizationSettingsFor,
  CLIENT_NAME,
  createServers,
  mcpSettings,
  type ServerCircumstances,
} from './world.ts'
import { createProxyServers } from './world-proxy.ts'

/** Where the client publishes a document about itself. */
export const DOCUMENT_URL = 'https://quill.example/oauth/client.json'

/** How far the MCP server's clock is ahead where it goes wrong, in seconds. */
const AHEAD = 1_800

const ahead = (clock: Clock): Clock => ({
  now: () => clock.now() + AHEAD,
  advance: clock.advance,
})

/** The servers of a run, with what happened before it began. */
export const serversOf = (
  given: Given,
  at: { readonly line: Line; readonly journal: Journal; readonly redirectUri: string },
) => {
  const { scenario, attack, origins, revision, registration, clock, random, decisions } = given
  const { forgotten, written } = given
  const earlier = choiceOf(decisions, 'registration')?.choice
  const prehistory = prehistoryOf({
    registration,
    earlier:
      earlier === 'held' || earlier === 'forgotten-by-server' || earlier === 'elsewhere'
        ? earlier
        : undefined,
    issuer: origins.issuer,
    server: attack?.mallory?.mcp?.formerly ? MALLORY.resource : origins.resource,
    clientName: CLIENT_NAME,
    random,
    now: clock.now(),
  })
  const arrangement = arrangementOf(given, prehistory.clients)
  const circumstances: ServerCircumstances = {
    origins,
    revision,
    clock,
    random,
    line: at.line,
    forgotten,
    written,
    journal: at.journal,
    arrangement,
    ...(choiceOf(decisions, 'clock') && { mcpClock: ahead(clock) }),
  }
  const proxied = attack?.world === 'proxy' ? createProxyServers(circumstances) : undefined
  const { authorization, mcp } = proxied ?? createServers(circumstances)
  const ailment = ailmentIn(decisions)
  const well = proxied?.listening ?? [mcp, authorization]
  const listening = well.map((server) =>
    ailment !== undefined && server === authorization
      ? ailing(authorization, ailment, clock, authorization.origin !== mcp.origin)
      : server,
  )
  if (attack?.goal.is === 'reaches') listening.push(insideService())
  const documented = registration === 'metadata-document'
  if (documented)
    listening.push(
      clientSite({ url: DOCUMENT_URL, document: documentOf(at.redirectUri), maxAge: 3_600 }),
    )
  const documentUrl = documented ? DOCUMENT_URL : undefined
  const publicClientId = documentUrl ?? prehistory.clients[0]?.client_id
  const authorizationSettings = authorizationSettingsFor(origins, arrangement)
  const ofAttacker = attack?.mallory
    ? attackersServers(
        attack.mallory,
        {
          issuer: origins.issuer,
          resource: origins.resource,
          authorizationEndpoint: endpointUnder(origins.issuer, 'authorize'),
          authorization: authorizationSettings,
          mcp: mcpSettings(origins, arrangement),
          clientId: () => publicClientId,
        },
        {
          clock,
          revision,
          random: random.fork('attacker'),
          line: at.line,
          forgotten,
          journal: at.journal,
        },
      )
    : []
  return {
    authorization,
    audit: mcp.audit,
    listening,
    ofAttacker,
    /** Whose authorization endpoints the browser’s messages are named after. */
    issuers: [
      origins.issuer,
      ...(proxied ? [proxied.origins.upstream] : []),
      ...(attack?.mallory?.as ? [issuerOfMallory(attack.mallory, origins.issuer, revision)] : []),
    ],
    /** The issuer that sends its owners on upstream, where there is one. */
    proxy: proxied?.origins.proxy,
    isUpstream: (url: string) => proxied?.isUpstream(url) ?? false,
    publicClientId,
    /** The MCP server as a program, where the client starts it itself. */
    program:
      scenario.transport === 'stdio'
        ? stdioServer(mcpSettings(origins, arrangement), {
            clock,
            revision,
            random: random.fork('program'),
            line: at.line,
            forgotten,
            written,
            journal: at.journal,
          })
        : undefined,
    /** Whether nothing answers at a URL, because the authorization server is down. */
    silentAt: (url: string) => isDown(decisions, url, authorization, [mcp]),
    vault: prehistory.vault,
    documentUrl,
  }
}

// What the client publishes about itself. The port of its callback is another one every time, so none is named.
const documentOf = (redirectUri: string) => ({
  client_id: DOCUMENT_URL,
  client_name: CLIENT_NAME,
  client_uri: new URL(DOCUMENT_URL).origin,
  redirect_uris: [redirectUri.replace(/:\d+\//, '/')],
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  token_endpoint_auth_method: 'none',
})
