import type { Exchange } from '../network/loopback.ts'
import type { Network } from '../network/network.ts'
import type { Recorder } from '../network/server.ts'
import type { HttpRequest, HttpResponse } from '../wire/message.ts'
import type { FreshFinding } from '../wire/wire.ts'

/** One exchange, and what the servers found in it. One that a server began has no number; nobody need have answered it. */
export interface Seen {
  readonly number: number | undefined
  readonly request: HttpRequest
  readonly response: HttpResponse | undefined
  readonly findings: readonly FreshFinding[]
}

/** Sees every exchange of the servers, and brings together with it what they find. */
export interface Witness {
  /** The number of the next request at a door. */
  number(): number
  exchanged(exchange: Exchange): void
  readonly recorder: Recorder
  /** The same network, under observation. */
  watched(network: Network): Network
}

/**
 * Tells of each exchange once it is over and all was found that will be: those that a server began while it thought about
 * an answer come right before the exchange of that answer.
 */
export const witness = (seen: (exchange: Seen) => void): Witness => {
  const found = new Map<number, FreshFinding[]>()
  const foundInAnswers = new WeakMap<HttpResponse, FreshFinding[]>()
  const begunByServers: Pick<Seen, 'request' | 'response'>[] = []
  let last = 0
  const note = (message: number, findings: readonly FreshFinding[]) =>
    void found.set(message, [...(found.get(message) ?? []), ...findings])
  return {
    number: () => ++last,
    exchanged: ({ number = 0, request, response }) => {
      for (const one of begunByServers.splice(0)) {
        const findings = (one.response && foundInAnswers.get(one.response)) ?? []
        seen({ number: undefined, ...one, findings })
      }
      const findings = found.get(number) ?? []
      found.delete(number)
      seen({ number, request, response, findings })
    },
    recorder: {
      found: note,
      did: note,
      unnumbered: (request, response) => void begunByServers.push({ request, response }),
      foundInAnswer: (response, findings) =>
        void foundInAnswers.set(response, [...(foundInAnswers.get(response) ?? []), ...findings]),
    },
    watched: (network) => ({
      send: async (request, id) => {
        const response = await network.send(request, id)
        begunByServers.push({ request, response })
        return response
      },
    }),
  }
}
