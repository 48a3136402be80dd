import type { Server } from './network/server.ts'
import { readUrl } from './oauth/redirect-uri.ts'
import type { Surroundings } from './parties/user-agent.ts'
import type { MessageName, PartyId } from './wire/message.ts'

const NAMES: Readonly<Record<string, readonly [request: MessageName, answer: MessageName]>> = {
  'GET /authorize': ['authorization-request', 'sign-in-page'],
  'POST /sign-in': ['sign-in-request', 'sign-in-response'],
  'GET /consent': ['consent-page-request', 'consent-page'],
  'POST /consent': ['consent-request', 'authorization-response'],
}

/** Who answers at a URL: the server that has this very path; where none has, the first that lives at the origin. */
export const partyAmong = (servers: readonly Server[], url: string): PartyId | undefined => {
  const { origin, pathname } = readUrl(url) ?? {}
  const here = servers.filter((one) => one.origin === origin)
  const exact = here.find(({ routes }) => routes.some(({ path }) => path === pathname))
  return (exact ?? here[0])?.id
}

/** Who answers where, and what the browser's messages are called. `servers` may grow until the first message. */
export const surroundings = (
  servers: readonly Server[],
  issuer: string,
  redirectUri: string,
): Surroundings => {
  const callback = new URL(redirectUri)
  return {
    partyAt: (url) => partyAmong(servers, url),
    namesOf: ({ method, url }) => {
      const { origin, pathname } = new URL(url)
      if (origin === callback.origin && pathname === callback.pathname)
        return { name: 'callback-request', answer: () => 'callback-response' }
      const own = `${origin}${pathname}`.startsWith(`${issuer}/`)
        ? `${origin}${pathname}`.slice(issuer.length)
        : undefined
      const [name, answer] = (own === undefined ? undefined : NAMES[`${method} ${own}`]) ?? [
        'page-request',
        'page',
      ]
      return {
        name,
        answer: (location) => {
          if (location?.startsWith(`${redirectUri}?`)) return 'authorization-response'
          // What leads nowhere is a page.
          if (location === undefined && name === 'sign-in-request') return 'sign-in-page'
          if (location === undefined && name === 'consent-request') return 'page'
          // Whoever is signed in already is sent on at once, as after signing in.
          return location !== undefined && name === 'authorization-request'
            ? 'sign-in-response'
            : answer
        },
      }
    },
  }
}
