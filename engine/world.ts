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

/** Where the servers live. `issuer` has no path; `resource` is the MCP endpoint. */
export interface Origins {
  readonly issuer: string
  readonly resource: string
}

/** The origins of the lab. */
export const LAB_ORIGINS: Origins = {
  issuer: 'https://auth.example',
  resource: 'https://notes.example/mcp',
}

/** The owner's teaching account. */
export const OWNER = { username: 'sam', password: 'teaching-password' } as const

const authorizationServerSettings = ({ issuer, resource }: Origins): Settings => ({
  issuer,
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
  readonly origins?: Origins
  readonly seed?: string
  readonly forget?: readonly string[]
  readonly recorder?: Recorder
}): RequestHandler[] => {
  const handlers: RequestHandler[] = []
  const servers = createServers({
    origins: options.origins ?? LAB_ORIGINS,
    clock: options.clock,
    random: seededRandom(options.seed ?? 'servers'),
    line: directLine(inPageNetwork(handlers)),
    forgotten: new Set(options.forget),
    journal: () => {},
  })
  handlers.push(
    ...handlersOf(servers.authorization, options.recorder),
    ...handlersOf(servers.mcp, options.recorder),
  )
  return handlers
}
