import { parameter, parseForm } from './oauth/parameters.ts'
import type { ClientInformation } from './oauth/client-metadata.ts'
import type { Server } from './network/server.ts'
import type { Line } from './parties/line.ts'
import type { Walk } from './attack/company.ts'
import type { Errand, HandshakeFacts } from './machines/handshake-facts.ts'
import type { Revision } from './spec/revisions.ts'
import type { HeaderList, HttpRequest, MessageName } from './wire/message.ts'

/** What a client that nobody here wrote is given in place of the lab’s own. */
export interface ForeignWorld {
  readonly serverUrl: string
  readonly revision: Revision
  readonly redirectUri: string
  /** Where it publishes a document about itself, where that is how it gets its id. */
  readonly documentUrl: string | undefined
  /** What somebody registered for it, and at which issuer. */
  readonly known: { readonly registration: ClientInformation; readonly issuer: string } | undefined
  readonly errands: readonly Errand[]
  /** Carries its requests: each is a message from the client. Rejects with a `TypeError` where nobody answers. */
  readonly fetch: typeof fetch
  /** Sends the owner to a URL; resolves to the URL the browser came back to, or to undefined when it did not. */
  browse(url: string): Promise<string | undefined>
}

/** Another client in the place of the lab’s own, for a run of an attack. Whatever it throws is its way of stopping. */
export type ForeignClient = (world: ForeignWorld) => Promise<void>

const isDiscovery = (path: string): boolean =>
  path.includes('/.well-known/oauth-authorization-server') ||
  path.includes('/.well-known/openid-configuration')

/** What a client’s request is, and what its answer is, as far as can be told from outside. */
const namesOf = ({ method, url, body = '' }: HttpRequest): readonly [MessageName, MessageName] => {
  const { pathname } = new URL(url)
  if (pathname.includes('/.well-known/oauth-protected-resource'))
    return ['resource-metadata-request', 'resource-metadata']
  if (isDiscovery(pathname)) return ['server-metadata-request', 'server-metadata']
  if (method === 'POST' && pathname.endsWith('/register'))
    return ['registration-request', 'registration-response']
  if (method === 'POST' && pathname.endsWith('/token'))
    return parameter(parseForm(body), 'grant_type') === 'refresh_token'
      ? ['refresh-request', 'refresh-response']
      : ['token-request', 'token-response']
  return ['mcp-request', 'mcp-response']
}

/** A `fetch` whose requests are messages of the client in a run. */
export const fetchAsClient =
  (line: Line): typeof fetch =>
  async (input, init) => {
    const platform = new Request(input, init)
    const text = await platform.text()
    const headers: HeaderList = [['Host', new URL(platform.url).host], ...platform.headers]
    const request: HttpRequest = {
      method: platform.method,
      url: platform.url,
      headers,
      ...(text !== '' && { body: text }),
    }
    const [name, answer] = namesOf(request)
    const reply = await line.exchange({
      from: 'client',
      to: 'mcp-server',
      channel: 'back',
      name,
      answer: (response) =>
        answer === 'mcp-response' && response.status >= 400 ? 'mcp-challenge' : answer,
      request,
    })
    if (!reply) throw new TypeError(`nothing listens at ${new URL(request.url).origin}`)
    const { status, body, headers: answered } = reply.response
    const empty = [204, 205, 304].includes(status)
    return new Response(empty ? null : body, {
      status,
      headers: answered.map(([name, value]): [string, string] => [name, value]),
    })
  }

/** The ear of such a client: keeps the URL with which the browser came back, and says nothing of it. */
export const foreignEar = (
  redirectUri: string,
): { readonly server: Server; take(): string | undefined } => {
  const { origin, pathname } = new URL(redirectUri)
  let back: string | undefined
  return {
    server: {
      id: 'client',
      origin,
      routes: [
        {
          path: pathname,
          methods: {
            GET: ({ url }) => {
              back = url
              return { status: 200, headers: [['Content-Type', 'text/plain']], body: 'Thank you.' }
            },
          },
        },
      ],
    },
    take: () => {
      const taken = back
      back = undefined
      return taken
    },
  }
}

/** Lets another client go its way; what it throws is how it stops. */
export const walkAsForeign = async (
  client: ForeignClient,
  world: Omit<ForeignWorld, 'serverUrl' | 'errands'>,
  facts: HandshakeFacts,
): Promise<Walk> => {
  const { serverUrl, errands } = facts
  try {
    await client({ ...world, serverUrl, errands })
    return { state: 'completed', facts, defect: undefined }
  } catch (error) {
    const gaveUp = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    return { state: 'refused', facts: { ...facts, gaveUp }, defect: undefined }
  }
}
