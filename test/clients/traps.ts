import type { ConnectOptions, Connection } from '../../engine/connect.ts'
import { inPageNetwork } from '../../engine/network/in-page.ts'
import type { Network } from '../../engine/network/network.ts'
import { has } from '../../engine/spec/differences.ts'
import type { Revision } from '../../engine/spec/revisions.ts'
import { header } from '../../engine/wire/headers.ts'
import type { HeaderList, HttpRequest, HttpResponse } from '../../engine/wire/message.ts'
import { connectTo, openLab } from './connect-lab.ts'
import type { Particulars } from './lab.ts'

/** What a server does differently from ours: with what it is sent, or with what it answers. Undefined: it closes. */
export interface Trap {
  readonly sent?: (request: HttpRequest) => HttpRequest
  readonly answered?: (answer: HttpResponse, request: HttpRequest) => HttpResponse | undefined
}

/** Which requests a trap is for. */
type Where = (request: HttpRequest) => boolean

/** Requests whose URL ends so, a query apart. */
export const at =
  (end: string): Where =>
  ({ url }) =>
    url.split('?')[0]!.endsWith(end)

/** Requests of MCP, with a token or without. */
export const withToken: Where = ({ url, headers }) =>
  at('/mcp')({ url } as HttpRequest) && header(headers, 'Authorization') !== undefined
export const asking =
  (method: string): Where =>
  (request) =>
    withToken(request) && (request.body?.includes(`"method":"${method}"`) ?? false)

/** A trap for these requests alone. */
export const only = (where: Where, trap: Trap): Trap => ({
  sent: (request) => (where(request) && trap.sent ? trap.sent(request) : request),
  answered: (answer, request) =>
    where(request) && trap.answered ? trap.answered(answer, request) : answer,
})

/** Another answer, whatever was asked. */
export const answers = (status: number, body = '', headers: HeaderList = []): Trap => ({
  answered: () => ({ status, headers, body }),
})

/** The JSON in an answer, changed. A member that becomes undefined is left out. */
export const inJson = (change: (members: Record<string, unknown>) => object): Trap => ({
  answered: (answer) => ({
    ...answer,
    body: JSON.stringify(change(JSON.parse(answer.body) as Record<string, unknown>)),
  }),
})

/** The JSON in an answer with other members. */
export const members = (difference: object): Trap =>
  inJson((given) => ({ ...given, ...difference }))

/** The JSON in a request with other members. */
export const sentMembers = (difference: object): Trap => ({
  sent: (request) => ({
    ...request,
    body: JSON.stringify({ ...(JSON.parse(request.body ?? '{}') as object), ...difference }),
  }),
})

/** An answer with another value of a header field, or without it. */
export const field = (name: string, value?: string): Trap => ({
  answered: (answer) => ({
    ...answer,
    headers: [
      ...answer.headers.filter(([one]) => one.toLowerCase() !== name.toLowerCase()),
      ...(value === undefined ? [] : ([[name, value]] as const)),
    ],
  }),
})

/** The network on the way to servers that set traps. */
export const trapped = (network: Network, traps: readonly Trap[]): Network => ({
  send: async (request, id) => {
    const sent = traps.reduce((one, trap) => trap.sent?.(one) ?? one, request)
    const answer = await network.send(sent, id)
    return traps.reduce<HttpResponse | undefined>(
      (one, trap) => (one && trap.answered ? trap.answered(one, sent) : one),
      answer,
    )
  },
})

/** Sets the lab's client on the lab's servers, with these traps on the way. */
export const connectThrough = (
  particulars: Particulars,
  traps: readonly Trap[],
  options: Partial<ConnectOptions> = {},
): Promise<Connection> => {
  const lab = openLab(particulars)
  return connectTo(lab, { network: trapped(inPageNetwork(lab.handlers), traps), ...options })
}

/** What a trap can be set at, by the names that the titles of tests give it. */
export const endpoints = {
  'the resource metadata': at('/oauth-protected-resource/mcp'),
  'the server metadata': at('/oauth-authorization-server'),
  'the registration': at('/register'),
  'the token endpoint': at('/token'),
  'the MCP endpoint': at('/mcp'),
  'the MCP endpoint, with a token': withToken,
  'a tool': asking('tools/call'),
} as const

/** Those of them that a revision knows. */
export const endpointsIn = (revision: Revision) =>
  (Object.keys(endpoints) as (keyof typeof endpoints)[]).filter(
    (one) => one !== 'the resource metadata' || has(revision, 'resource-metadata'),
  )
