import type { Step } from '../../machines/handshake-facts.ts'
import type { Server } from '../../network/server.ts'
import type { Circumstances } from '../party.ts'
import type { Vault } from '../vault.ts'
import { authorize } from './authorization.ts'
import { createCallback } from './callback.ts'
import { fetchResourceMetadata, fetchServerMetadata, knock } from './discovery.ts'
import { runErrand } from './errands.ts'
import { announceReady, initialize, listTools } from './mcp.ts'
import { lookUpRegistration, register } from './registration.ts'
import type { Desk, OpenBrowser, Settings } from './settings.ts'
import { launch } from './stdio.ts'
import { redeemCode, refreshTokens, storeTokens } from './tokens.ts'

/** The MCP client: a native app with a loopback callback. `server` is its ear, `steps` are what the spine invokes. */
export const mcpClient = (
  settings: Settings,
  at: Circumstances,
  vault: Vault,
  openBrowser: OpenBrowser,
) => {
  const { origin, pathname } = new URL(settings.redirectUri)
  const { callback, route } = createCallback(pathname, at)
  const desk: Desk = {
    settings,
    at,
    vault,
    openBrowser,
    callback,
    process: { current: undefined },
  }
  const server: Server = { id: 'client', origin, routes: [route] }
  const steps = {
    knock: knock(desk),
    fetchResourceMetadata: fetchResourceMetadata(desk),
    fetchServerMetadata: fetchServerMetadata(desk),
    lookUpRegistration: lookUpRegistration(desk),
    register: register(desk),
    authorize: authorize(desk),
    redeemCode: redeemCode(desk),
    storeTokens: storeTokens(desk),
    launch: launch(desk),
    initialize: initialize(desk),
    announceReady: announceReady(desk),
    listTools: listTools(desk),
    runErrand: runErrand(desk),
    refreshTokens: refreshTokens(desk),
  } satisfies Record<string, Step>
  return { server, steps }
}
