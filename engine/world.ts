import type { RequestHandler } from 'msw'
import { seededRandom, type Random } from './chance/random.ts'
import type { Clock } from './chance/clock.ts'
import { handlersOf } from './network/handlers.ts'
import { inPageNetwork } from './network/in-page.ts'
import type { Recorder } from './network/server.ts'
import { authorizationServer } from './parties/authorization-server/index.ts'
import type { Settings } from './parties/authorization-server/settings.ts'
import { directLine, type Line } from './parties/line.ts'
import { mcpServer } from './parties/mcp-server/index.ts'
import { noteScopes } from './parties/mcp-server/notes.ts'
import type { Journal } from './parties/party.ts'
import { has } from './spec/differences.ts'
import type { Revision } from './spec/revisions.ts'

/** Where the servers live. `issuer` has no path; `resource` is the MCP endpoint. */
export interface Origins {
  readonly issuer: string
  readonly resource: string
}

/** The origins of the lab, where the authorization server stands apart. */
export const LAB_ORIGINS: Origins = {
  issuer: 'https://auth.example',
  resource: 'https://notes.example/mcp',
}

/** The origins of the lab in a revision: the first one has the authorization server at the MCP server’s own origin. */
export const originsIn = (revision: Revision): Origins =>
  has(revision, 'authorization-at-the-server')
    ? { ...LAB_ORIGINS, issuer: new URL(LAB_ORIGINS.resource).origin }
    : LAB_ORIGINS

/** The owner's teaching account. */
export const OWNER = { username: 'sam', password: 'teaching-password' } as const

const authorizationServerSettings = ({ issuer, resource }: Origins): Settings => ({
  issuer,
  clients: [],
  registersClients: true,
  readsClientDocuments: false,
  metadataAt: 'oauth',
  defaultResource: resource,
  resources: [resource],
  scopes: noteScopes,
  defaultScope: ['notes:read'],
  accounts: { [OWNER.username]: OWNER.password, robin: 'another-teaching-password' },
  codeLifetime: 60,
  accessTokenLifetime: 900,
  refreshTokenIdle: 30 * 24 * 3600,
})

/** What both servers share: where they live, time, chance, forgotten checks, and ways to reach out and to take notes. */
export interface ServerCircumstances {
  readonly origins: Origins
  readonly revision: Revision
  readonly clock: Clock
  readonly random: Random
  readonly line: Line
  readonly forgotten: ReadonlySet<string>
  readonly journal: Journal
}

/** The honest (or careless) servers of the lab: the authorization server and the MCP server it guards. */
export const createServers = ({ origins, random, ...at }: ServerCircumstances) => ({
  authorization: authorizationServer(authorizationServerSettings(origins), {
    ...at,
    random: random.fork('authorization-server'),
  }),
  mcp: mcpServer(
    {
      resource: origins.resource,
      issuer: origins.issuer,
      jwksUri: `${origins.issuer}/jwks`,
      scopes: Object.keys(noteScopes),
      metadataAt: 'path',
      challengeNamesMetadata: true,
      apiKeys: {},
      apiKeysUntil: undefined,
      firstScope: 'notes:read',
      allowedOrigins: [],
    },
    { ...at, random: random.fork('mcp-server') },
  ),
})

/**
 * The lab's servers as MSW handlers, for clients from outside a run.
 * `forget` names checks the servers do not make.
 */
export const serversFor = (options: {
  readonly clock: Clock
  readonly revision?: Revision
  readonly origins?: Origins
  readonly seed?: string
  readonly forget?: readonly string[]
  readonly recorder?: Recorder
}): RequestHandler[] => {
  const handlers: RequestHandler[] = []
  const servers = createServers({
    revision: options.revision ?? '2025-06-18',
    origins: options.origins ?? originsIn(options.revision ?? '2025-06-18'),
    clock: options.clock,
    random: seededRandom(options.seed ?? 'servers'),
    line: directLine(inPageNetwork(handlers)),
    forgotten: new Set(options.forget),
    journal: () => {},
  })
  handlers.push(...handlersOf([servers.authorization, servers.mcp], options.recorder))
  return handlers
}
