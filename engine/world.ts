import type { RequestHandler } from 'msw'
import { seededRandom, type Random } from './chance/random.ts'
import type { Clock } from './chance/clock.ts'
import type { Written } from './checks/written.ts'
import { handlersOf } from './network/handlers.ts'
import { inPageNetwork } from './network/in-page.ts'
import type { Network } from './network/network.ts'
import type { Recorder } from './network/server.ts'
import type { ClientInformation } from './oauth/client-metadata.ts'
import { authorizationServer } from './parties/authorization-server/index.ts'
import type { Settings as AuthorizationServerSettings } from './parties/authorization-server/settings.ts'
import { MALLORY } from './parties/attacker/settings.ts'
import { directLine, type Line } from './parties/line.ts'
import { mcpServer } from './parties/mcp-server/index.ts'
import { noteScopes } from './parties/mcp-server/notes.ts'
import type { Settings as McpServerSettings } from './parties/mcp-server/settings.ts'
import type { Journal } from './parties/party.ts'
import { prehistoryOf } from './prehistory.ts'
import type { Registration } from './registration.ts'
import { has } from './spec/differences.ts'
import type { Revision } from './spec/revisions.ts'

/** Where the servers live. `issuer` is the authorization server's identifier, to the letter; `resource` is the MCP endpoint. */
export interface Origins {
  readonly issuer: string
  readonly resource: string
  /** Where the third-party API lives, in a world that has one. */
  readonly api?: string
}

/** The origins of the lab, where the authorization server stands apart. */
export const LAB_ORIGINS = {
  issuer: 'https://auth.example',
  resource: 'https://notes.example/mcp',
  api: 'https://archive.example',
} as const satisfies Origins

/** The origins of the lab in a revision: the first one has the authorization server at the MCP server’s own origin. */
export const originsIn = (revision: Revision, origins: Origins = LAB_ORIGINS): Origins =>
  has(revision, 'authorization-at-the-server')
    ? { ...origins, issuer: new URL(origins.resource).origin }
    : origins

/** The owner's teaching account. */
export const OWNER = { username: 'sam', password: 'teaching-password' } as const

/** Another teaching account, of somebody else. */
export const NEIGHBOUR = { username: 'robin', password: 'another-teaching-password' } as const

/** The client's name for itself. */
export const CLIENT_NAME = 'Quill'

/** How the servers differ from what they are by themselves. */
export interface Arrangement {
  readonly authorization?: Partial<AuthorizationServerSettings>
  readonly mcp?: Partial<McpServerSettings>
}

/** How the MCP server is set up. */
export const mcpSettings = (
  { issuer, resource }: Origins,
  { mcp }: Arrangement,
): McpServerSettings => ({
  resource,
  issuer,
  jwksUri: `${issuer}/jwks`,
  scopes: Object.keys(noteScopes),
  firstScope: 'notes:read',
  metadataAt: 'path',
  challengeNamesMetadata: true,
  apiKeys: {},
  apiKeysUntil: undefined,
  allowedOrigins: [],
  ...mcp,
})

/** What both servers share: where they live, time, chance, forgotten checks, and ways to reach out and to take notes. */
export interface ServerCircumstances {
  readonly origins: Origins
  readonly revision: Revision
  readonly clock: Clock
  /** The MCP server's own clock, where it goes wrong. */
  readonly mcpClock?: Clock
  readonly random: Random
  readonly line: Line
  readonly forgotten: ReadonlySet<string>
  readonly written?: Written | undefined
  readonly journal: Journal
  readonly arrangement?: Arrangement
}

/** How the authorization server is set up. */
export const authorizationSettingsFor = (
  { issuer, resource }: Origins,
  { authorization }: Arrangement,
): AuthorizationServerSettings => ({
  issuer,
  clients: [],
  registersClients: true,
  readsClientDocuments: true,
  metadataAt: 'oauth',
  defaultResource: resource,
  resources: [resource],
  scopes: noteScopes,
  defaultScope: ['notes:read'],
  accounts: {
    [OWNER.username]: OWNER.password,
    [NEIGHBOUR.username]: NEIGHBOUR.password,
    [MALLORY.account.username]: MALLORY.account.password,
  },
  codeLifetime: 60,
  accessTokenLifetime: 900,
  refreshTokenIdle: 30 * 24 * 3600,
  ...authorization,
})

/** The honest (or careless) servers of the lab: the authorization server and the MCP server it guards. */
export const createServers = ({
  origins: { issuer, resource },
  random,
  arrangement = {},
  mcpClock,
  ...at
}: ServerCircumstances) => ({
  authorization: authorizationServer(authorizationSettingsFor({ issuer, resource }, arrangement), {
    ...at,
    random: random.fork('authorization-server'),
  }),
  mcp: mcpServer(mcpSettings({ issuer, resource }, arrangement), {
    ...at,
    clock: mcpClock ?? at.clock,
    random: random.fork('mcp-server'),
  }),
})

/** What can be chosen about the lab's servers for clients from outside a run. */
export interface ServersOptions {
  readonly clock: Clock
  readonly revision?: Revision
  /** How clients are expected to come by their id: by hand means that the server knows one; `preRegisteredClient` tells which. */
  readonly registration?: Registration
  readonly origins?: Origins
  readonly seed?: string
  readonly random?: Random
  /** Names checks that the servers do not make. */
  readonly forget?: readonly string[]
  readonly arrangement?: Arrangement
  readonly recorder?: Recorder
  /** Carries what the servers ask of others: the documents that clients publish about themselves. */
  readonly outside?: Network
}

/** The client that the servers of `serversFor` know beforehand, when registration is by hand. */
export const preRegisteredClient = ({
  registration = 'dynamic',
  seed = 'servers',
  random = seededRandom(seed),
  origins,
  revision = '2025-06-18',
  clock,
}: Pick<ServersOptions, 'registration' | 'seed' | 'random' | 'origins' | 'revision' | 'clock'>):
  ClientInformation | undefined => {
  const { issuer, resource } = origins ?? originsIn(revision)
  return prehistoryOf({
    registration,
    earlier: undefined,
    issuer,
    server: resource,
    clientName: CLIENT_NAME,
    random,
    now: clock.now(),
  }).clients[0]
}

/** The lab's servers as MSW handlers, for clients from outside a run. */
export const serversFor = (options: ServersOptions): RequestHandler[] => {
  const { revision = '2025-06-18', clock, outside, recorder, arrangement = {} } = options
  const random = options.random ?? seededRandom(options.seed ?? 'servers')
  const handlers: RequestHandler[] = []
  const inside = inPageNetwork(handlers)
  const known = preRegisteredClient(options)
  const servers = createServers({
    revision,
    origins: options.origins ?? originsIn(revision),
    clock,
    random,
    line: directLine(
      {
        send: async (request, id) =>
          (await inside.send(request, id)) ?? (await outside?.send(request, id)),
      },
      (response, findings) => recorder?.foundInAnswer?.(response, findings),
    ),
    forgotten: new Set(options.forget),
    journal: () => {},
    arrangement: {
      ...arrangement,
      authorization: { ...(known && { clients: [known] }), ...arrangement.authorization },
    },
  })
  handlers.push(...handlersOf([servers.authorization, servers.mcp], recorder))
  return handlers
}
