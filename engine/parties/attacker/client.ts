import type { HandshakeFacts } from '../../machines/handshake-facts.ts'
import { mcpClient } from '../client/index.ts'
import type { OpenBrowser } from '../client/settings.ts'
import { directLine } from '../line.ts'
import type { Circumstances } from '../party.ts'
import { createVault } from '../vault.ts'
import { lineOfAttacker } from './line.ts'
import { MALLORY } from './settings.ts'

/** What passes inside the attacker’s own machine reaches nobody. */
const insideHisMachine = directLine({ send: () => Promise.resolve(undefined) })

/**
 * The attacker’s own client: the honest client, set up as a web application that waits at his site. What makes it his is
 * whose browser it sends to the authorization server.
 */
export const attackersClient = (at: Circumstances, openBrowser: OpenBrowser) => {
  const line = lineOfAttacker(at.line, ['client'])
  const { server, steps } = mcpClient(
    {
      name: MALLORY.clientName,
      redirectUri: MALLORY.redirectUri,
      environment: {},
    },
    { ...at, line },
    createVault(insideHisMachine, new Map()),
    openBrowser,
  )
  return { server: { ...server, id: 'attacker' as const }, steps }
}

export type AttackersClient = ReturnType<typeof attackersClient>

/** What anybody can look up about the honest servers: the attacker did so long ago. */
export type PublicFacts = Pick<
  HandshakeFacts,
  'serverUrl' | 'revision' | 'transport' | 'issuer' | 'serverMetadata' | 'resourceMetadata'
>
