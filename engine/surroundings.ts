import { readUrl } from './oauth/redirect-uri.ts'
import type { Surroundings } from './parties/user-agent.ts'
import type { MessageName } from './wire/message.ts'
import type { Origins } from './world.ts'

const NAMES: Readonly<Record<string, readonly [request: MessageName, answer: MessageName]>> = {
  'GET /authorize': ['authorization-request', 'sign-in-page'],
  'POST /sign-in': ['sign-in-request', 'sign-in-response'],
  'GET /consent': ['consent-page-request', 'consent-page'],
  'POST /consent': ['consent-request', 'authorization-response'],
}

/** Who answers where, and what the browser's messages are called. */
export const surroundings = (origins: Origins, redirectUri: string): Surroundings => {
  const callback = new URL(redirectUri)
  return {
    partyAt: (url) => {
      const origin = readUrl(url)?.origin
      if (origin === callback.origin) return 'client'
      if (origin === new URL(origins.resource).origin) return 'mcp-server'
      return origin === origins.issuer ? 'authorization-server' : undefined
    },
    namesOf: ({ method, url }) => {
      const { origin, pathname } = new URL(url)
      if (origin === callback.origin && pathname === callback.pathname)
        return { name: 'callback-request', answer: () => 'callback-response' }
      const [name, answer] = (origin === origins.issuer
        ? NAMES[`${method} ${pathname}`]
        : undefined) ?? ['page-request', 'page']
      return {
        name,
        answer: (location) =>
          location?.startsWith(`${redirectUri}?`) ? 'authorization-response' : answer,
      }
    },
  }
}
