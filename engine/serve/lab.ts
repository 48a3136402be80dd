import type { RequestHandler } from 'msw'
import type { Clock } from '../chance/clock.ts'
import { machineClock } from '../chance/machine-clock.ts'
import { platformRandom, type Random } from '../chance/random.ts'
import { listen } from '../network/loopback.ts'
import type { Network } from '../network/network.ts'
import type { ClientInformation } from '../oauth/client-metadata.ts'
import { has } from '../spec/differences.ts'
import type { HttpResponse } from '../wire/message.ts'
import { preRegisteredClient, serversFor, type Arrangement, type Origins } from '../world.ts'
import { openDoors } from './doors.ts'
import type { Flags } from './flags.ts'
import { outsideNetwork } from './outside.ts'
import { witness, type Seen } from './witness.ts'

/** How the lab is opened, and who hears of what happens there. */
export interface LabOptions extends Pick<
  Flags,
  'revision' | 'registration' | 'port' | 'forget' | 'allowedOrigins' | 'redirectUris'
> {
  /** In place of the machine's. */
  readonly clock?: Clock
  /** In place of the internet. */
  readonly outside?: Network
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

/** Pages of the authorization server that the owner's browser goes to, and no script. */
const PAGES = ['/authorize', '/sign-in', '/consent']

/** Opens the lab's servers to this machine: each at an origin of its own, but for the revision that knows only one. Rejects when the port asked for is taken. */
export const openLab = async (options: LabOptions): Promise<OpenLab> => {
  const { revision, allowedOrigins, forget, seen = () => {}, turnedAway, broke } = options
  const watching = witness(seen)
  // The handlers need to know the ports, and a door that is open needs handlers: they are filled in below.
  const handlers: RequestHandler[] = []
  const open = (port: number) =>
    listen(handlers, {
      port,
      crossOrigin: { allowed: allowedOrigins, closedPaths: PAGES },
      number: watching.number,
      exchanged: watching.exchanged,
      ...(turnedAway && { turnedAway }),
      ...(broke && { broke }),
    })
  const apart = !has(revision, 'authorization-at-the-server')
  const doors = await openDoors(open, options.port, apart ? 2 : 1)
  const [first = '', second = first] = doors.map(({ origin }) => origin)
  const origins: Origins = { issuer: first, resource: `${second}/mcp` }

  const random = platformRandom()
  const clock = options.clock ?? machineClock()
  const client = clientOf(options, { origins, clock, random })
  handlers.push(
    ...serversFor({
      clock,
      random,
      revision,
      origins,
      forget,
      outside: watching.watched(options.outside ?? outsideNetwork()),
      arrangement: arrangementOf(options, client),
      recorder: watching.recorder,
    }),
  )
  const close = async () => void (await Promise.all(doors.map((door) => door.close())))
  return { origins, client, close }
}

const arrangementOf = (
  { registration, allowedOrigins }: LabOptions,
  client: ClientInformation | undefined,
): Arrangement => ({
  authorization: {
    clients: client ? [client] : [],
    registersClients: registration === undefined || registration === 'dynamic',
    readsClientDocuments: registration === undefined || registration === 'metadata-document',
  },
  mcp: { allowedOrigins },
})

/** Where clients of other people wait for their answers, on whichever port. */
const USUAL_REDIRECTS = ['127.0.0.1', 'localhost'].flatMap((host) =>
  ['/callback', '/oauth/callback'].map((path) => `http://${host}${path}`),
)

const clientOf = (
  { registration, revision, redirectUris }: LabOptions,
  at: { readonly origins: Origins; readonly clock: Clock; readonly random: Random },
): ClientInformation | undefined => {
  if (registration === undefined) return undefined
  const known = preRegisteredClient({ registration, revision, ...at })
  const redirects = redirectUris.length > 0 ? [...redirectUris] : USUAL_REDIRECTS
  return known && { ...known, redirect_uris: redirects }
}
