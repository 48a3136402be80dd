import type { Server } from './network/server.ts'
import { readUrl } from './oauth/redirect-uri.ts'
import { UPSTREAM_CALLBACK } from './parties/authorization-server/settings.ts'
import type { Surroundings } from './parties/user-agent.ts'
import type { MessageName, PartyId } from './wire/message.ts'

const NAMES: Readonly<Record<string, readonly [request: MessageName, answer: MessageName]>> = {
  'GET /authorize': ['authorization-request', 'sign-in-page'],
  'POST /sign-in': ['sign-in-request', 'sign-in-response'],
  'GET /consent': ['consent-page-request', 'consent-page'],
  'POST /consent': ['consent-request', 'authorization-response'],
  [`GET ${UPSTREAM_CALLBACK}`]: ['upstream-callback', 'authorization-response'],
}

/** Who answers at a URL: the server that has this very path; where none has, the first that lives at the origin. */
export const partyAmong = (servers: readonly Server[], url: string): PartyId | undefined => {
  const { origin, pathname } = readUrl(url) ?? {}
  const here = servers.filter((one) => one.origin === origin)
  const exact = here.find(({ routes }) => routes.some(({ path }) => path === pathname))
  return (exact ?? here[0])?.id
}

/**
 * Who answers where, and what the browser's messages are called. `servers` may grow until the first message. `proxy` is the
 * one of the issuers that has its owners sign in at another.
 */
export const surroundings = (
  servers: readonly Server[],
  issuers: readonly string[],
  redirectUri: string,
  proxy?: string,
): Surroundings => {
  const callback = new URL(redirectUri)
  const leadsTo = (location: string, path: string) =>
    issuers.some((one) => location.startsWith(`${one}${path}?`))
  return {
    partyAt: (url) => partyAmong(servers, url),
    namesOf: ({ method, url }) => {
      const { origin, pathname } = new URL(url)
      if (origin === callback.origin && pathname === callback.pathname)
        return { name: 'callback-request', answer: () => 'callback-response' }
      const issuer = issuers.find((one) => `${origin}${pathname}`.startsWith(`${one}/`))
      const atProxy = issuer !== undefined && issuer === proxy
      const own = issuer === undefined ? undefined : `${origin}${pathname}`.slice(issuer.length)
      const [name, answer] = (own === undefined ? undefined : NAMES[`${method} ${own}`]) ?? [
        'page-request',
        'page',
      ]
      return {
        name,
        answer: (location) => {
          // What leads nowhere is a page.
          if (location === undefined) return pageAfter(name, atProxy) ?? answer
          if (location.startsWith(`${redirectUri}?`) || leadsTo(location, UPSTREAM_CALLBACK))
            return 'authorization-response'
          if (atProxy && leadsTo(location, '/authorize')) return 'upstream-redirect'
          // Whoever is signed in already is sent on at once, as after signing in.
          return name === 'authorization-request' ? 'sign-in-response' : answer
        },
      }
    },
  }
}

const pageAfter = (name: MessageName, atProxy: boolean): MessageName | undefined => {
  switch (name) {
    case 'authorization-request':
      return atProxy ? 'consent-page' : undefined
    case 'sign-in-request':
      return 'sign-in-page'
    case 'consent-request':
    case 'upstream-callback':
      return 'page'
    default:
      return undefined
  }
}
