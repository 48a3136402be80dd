import type { RequestHandler } from 'msw'
import type { Clock } from '../../engine/chance/clock.ts'
import { seededRandom } from '../../engine/chance/random.ts'
import { inPageNetwork } from '../../engine/network/in-page.ts'
import { directLine } from '../../engine/parties/line.ts'
import { accountOwner, DEFAULT_CHOICES, type OwnerChoices } from '../../engine/parties/owner.ts'
import { userAgent } from '../../engine/parties/user-agent.ts'
import type { Revision } from '../../engine/spec/revisions.ts'
import { OWNER } from '../../engine/world.ts'

/**
 * The owner in front of their browser, for a client that nobody here wrote: opens the authorization URL, signs in,
 * allows, and answers the URL with which the browser would have come back to the client.
 */
export const ownerBrowser =
  (handlers: RequestHandler[], clock: Clock, revision: Revision) =>
  async (
    authorizationUrl: URL,
    redirectUri: string,
    choices: OwnerChoices = DEFAULT_CHOICES,
  ): Promise<URL> => {
    let callback: string | undefined
    const network = inPageNetwork(handlers)
    const line = directLine({
      send: async (request) => {
        if (!request.url.startsWith(`${redirectUri}?`)) return network.send(request)
        callback = request.url
        return undefined
      },
    })
    const browser = userAgent(
      {
        clock,
        random: seededRandom('owner-browser'),
        line,
        revision,
        forgotten: new Set(),
        journal: () => {},
      },
      accountOwner(OWNER, choices),
      {
        partyAt: () => 'authorization-server',
        namesOf: () => ({ name: 'page-request', answer: () => 'page' }),
      },
    )
    await browser.open(authorizationUrl.href)
    if (callback === undefined) throw new Error('the browser was not sent back to the client')
    return new URL(callback)
  }
