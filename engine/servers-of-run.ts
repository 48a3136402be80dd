import { arrangementOf } from './arrangement.ts'
import type { Clock } from './chance/clock.ts'
import { choiceOf } from './decisions.ts'
import type { Given } from './input.ts'
import { ailmentIn, isDown } from './faults.ts'
import { ailing } from './network/ailing.ts'
import type { Server } from './network/server.ts'
import { clientSite } from './parties/client-site.ts'
import type { Line } from './parties/line.ts'
import type { Journal } from './parties/party.ts'
import { prehistoryOf } from './prehistory.ts'
import { stdioServer } from './parties/mcp-server/stdio.ts'
import { CLIENT_NAME, createServers, mcpSettings } from './world.ts'

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
  const { scenario, origins, revision, registration, clock, random, forgotten, decisions } = given
  const earlier = choiceOf(decisions, 'registration')?.choice
  const prehistory = prehistoryOf({
    registration,
    earlier:
      earlier === 'held' || earlier === 'forgotten-by-server' || earlier === 'elsewhere'
        ? earlier
        : undefined,
    issuer: origins.issuer,
    server: origins.resource,
    clientName: CLIENT_NAME,
    random,
    now: clock.now(),
  })
  const arrangement = arrangementOf(given, prehistory.clients)
  const { authorization, mcp } = createServers({
    origins,
    revision,
    clock,
    random,
    line: at.line,
    forgotten,
    journal: at.journal,
    arrangement,
    ...(choiceOf(decisions, 'clock') && { mcpClock: ahead(clock) }),
  })
  const ailment = ailmentIn(decisions)
  const listening: Server[] = [
    mcp,
    ailment === undefined
      ? authorization
      : ailing(authorization, ailment, clock, authorization.origin !== mcp.origin),
  ]
  const documented = registration === 'metadata-document'
  if (documented)
    listening.push(
      clientSite({ url: DOCUMENT_URL, document: documentOf(at.redirectUri), maxAge: 3_600 }),
    )
  return {
    authorization,
    mcp,
    listening,
    /** The MCP server as a program, where the client starts it itself. */
    program:
      scenario.transport === 'stdio'
        ? stdioServer(mcpSettings(origins, arrangement), {
            clock,
            revision,
            random: random.fork('program'),
            line: at.line,
            forgotten,
            journal: at.journal,
          })
        : undefined,
    /** Whether nothing answers at a URL, because the authorization server is down. */
    silentAt: (url: string) => isDown(decisions, url, authorization, [mcp]),
    vault: prehistory.vault,
    documentUrl: documented ? DOCUMENT_URL : undefined,
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
