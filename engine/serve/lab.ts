import type { RequestHandler } from 'msw'
import type { Clock } from '../chance/clock.ts'
import { platformRandom } from '../chance/random.ts'
import { listen, type Door, type Exchange } from '../network/loopback.ts'
import type { ClientInformation } from '../oauth/client-metadata.ts'
import { has } from '../spec/differences.ts'
import type { HttpResponse } from '../wire/message.ts'
import type { FreshFinding } from '../wire/wire.ts'
import { preRegisteredClient, serversFor, type Origins } from '../world.ts'
import { machineClock } from './clock.ts'
import type { Flags } from './flags.ts'
import { outsideNetwork } from './outside.ts'

/** One exchange, and what the servers found in the request and did in the answer. */
export interface Seen extends Exchange {
  readonly findings: readonly FreshFinding[]
}

/** How the lab is opened, and who hears of what happens at its doors. */
export interface LabOptions extends Pick<
  Flags,
  'revision' | 'registration' | 'port' | 'forget' | 'allowedOrigins' | 'redirectUris'
> {
  /** In place of the machine's. */
  readonly clock?: Clock
  readonly seen?: (exchange: Seen) => void
  readonly turnedAway?: (response: HttpResponse) => void
  readonly broke?: (error: unknown) => void
}

/** The lab's servers on this machine. */
export interface OpenLab {
  readonly origins: Origins
  /** The client that was registered beforehand, where that is the way. */
  readonly client: ClientInformation | undefined
  close(): Promise<void>
}

/** Where the servers are looked for first. */
const FIRST_PORT = 9_400
const MOST_TRIES = 100

/** Pages of the authorization server that the owner's browser goes to, and no script. */
const PAGES = ['/authorize', '/sign-in', '/consent']

/** Opens the lab's servers to this machine: each at an origin of its own, but for the revision that knows only one. Rejects when the port asked for is taken. */
export const openLab = async (options: LabOptions): Promise<OpenLab> => {
  const { revision, allowedOrigins, clock = machineClock(), seen, turnedAway, broke } = options
  const found = new Map<number, FreshFinding[]>()
  const note = (message: number, findings: readonly FreshFinding[]) =>
    found.set(message, [...(found.get(message) ?? []), ...findings])
  let last = 0
  // The handlers need to know the ports, and a door that is open needs handlers: they are filled in below.
  const handlers: RequestHandler[] = []
  const open = (port: number) =>
    listen(handlers, {
      port,
      crossOrigin: { allowed: allowedOrigins, closedPaths: PAGES },
      number: () => ++last,
      exchanged: (exchange) => {
        const findings = found.get(exchange.number ?? 0) ?? []
        found.delete(exchange.number ?? 0)
        seen?.({ ...exchange, findings })
      },
      ...(turnedAway && { turnedAway }),
      ...(broke && { broke }),
    })

  const apart = !has(revision, 'authorization-at-the-server')
  const doors = await openDoors(open, options.port, apart ? 2 : 1)
  const [first, second = first] = doors.map(({ origin }) => origin)
  const origins: Origins = { issuer: first!, resource: `${second}/mcp` }
  const random = platformRandom()
  const client = clientOf(options, origins, clock)
  const { registration } = options
  handlers.push(
    ...serversFor({
      clock,
      random,
      revision,
      origins,
      forget: options.forget,
      outside: outsideNetwork(),
      arrangement: {
        authorization: {
          clients: client ? [client] : [],
          registersClients: registration === undefined || registration === 'dynamic',
          readsClientDocuments: registration === undefined || registration === 'metadata-document',
        },
        mcp: { allowedOrigins },
      },
      recorder: {
        found: note,
        did: note,
        unnumbered: (request, response) =>
          seen?.({ number: undefined, request, response, findings: [] }),
      },
    }),
  )
  const close = async () => void (await Promise.all(doors.map((door) => door.close())))
  return { origins, client, close }
}

/** Opens doors next to each other: where they were asked for, or from the first port that is free. */
const openDoors = async (
  open: (port: number) => Promise<Door>,
  asked: number | undefined,
  wanted: number,
): Promise<Door[]> => {
  const doors: Door[] = []
  try {
    // 0 asks for any port that is free, as often as one likes.
    for (let port = asked ?? FIRST_PORT; doors.length < wanted; port += Math.sign(port)) {
      const door = await open(port).catch((error: NodeJS.ErrnoException) => {
        const mayGoOn = asked === undefined && port < FIRST_PORT + MOST_TRIES
        if (error.code === 'EADDRINUSE' && mayGoOn) return undefined
        throw error
      })
      if (door) doors.push(door)
    }
  } catch (error) {
    await Promise.all(doors.map((door) => door.close()))
    throw error
  }
  return doors
}

/** Where clients of other people wait for their answers, on whichever port. */
const USUAL_REDIRECTS = ['127.0.0.1', 'localhost'].flatMap((host) =>
  ['/callback', '/oauth/callback'].map((path) => `http://${host}${path}`),
)

const clientOf = (
  { registration, revision, redirectUris }: LabOptions,
  origins: Origins,
  clock: Clock,
): ClientInformation | undefined => {
  if (registration === undefined) return undefined
  const known = preRegisteredClient({
    registration,
    revision,
    origins,
    random: platformRandom(),
    clock,
  })
  const redirects = redirectUris.length > 0 ? [...redirectUris] : USUAL_REDIRECTS
  return known && { ...known, redirect_uris: redirects }
}
