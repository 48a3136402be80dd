import type { Network } from '../network/network.ts'
import type {
  Channel,
  HttpRequest,
  HttpResponse,
  Json,
  MessageName,
  PartyId,
} from '../wire/message.ts'
import type { FreshFinding, Wire } from '../wire/wire.ts'

/** One request to be made, and what it and its answer are called. */
export interface Call {
  readonly from: PartyId
  readonly to: PartyId
  readonly channel: Channel
  readonly name: MessageName
  readonly answer: MessageName | ((response: HttpResponse) => MessageName)
  readonly request: HttpRequest
  readonly did?: readonly FreshFinding[]
}

/** An answer that arrived, and where to record what was found in it. */
export interface Reply {
  readonly response: HttpResponse
  found(findings: readonly FreshFinding[]): void
}

/** A local act to be done: what passes between two programs, or a person and a screen. */
export interface Deed {
  readonly from: PartyId
  readonly to: PartyId
  readonly channel: Channel
  readonly name: MessageName
  readonly act: string
  readonly content: Readonly<Record<string, Json>>
  readonly did?: readonly FreshFinding[]
}

/** How parties reach each other. */
export interface Line {
  /** Sends a request and waits for its answer; undefined when none came. */
  exchange(call: Call): Promise<Reply | undefined>
  /** Passes something on locally; answers what arrived, undefined when it got lost. */
  act(deed: Deed): Promise<Readonly<Record<string, Json>> | undefined>
}

/** The line of a run: everything goes over the wire, where it can be held, changed or lost, and into the log. */
export const wiredLine = (
  wire: Wire,
  network: Network,
  didIn: (request: number) => readonly FreshFinding[],
): Line => ({
  exchange: async ({ request, answer, did, ...envelope }) => {
    if (wire.ended) return directLine(network).exchange({ ...envelope, request, answer })
    const sent = await wire.post({ ...envelope, kind: 'request', request }, did)
    if (sent?.kind !== 'request') return undefined
    const response = await network.send(sent.request, sent.id)
    if (!response) return undefined
    const name = typeof answer === 'function' ? answer(response) : answer
    const back = { from: sent.to, to: envelope.from, channel: envelope.channel, name }
    const got = await wire.post({ ...back, kind: 'response', response }, didIn(sent.id), sent.id)
    if (got?.kind !== 'response') return undefined
    return {
      response: got.response,
      found: (findings) => wire.report(got.id, findings),
    }
  },
  act: async ({ act, content, did, ...envelope }) => {
    const sent = await wire.post({ ...envelope, kind: 'act', local: { act, content } }, did)
    return sent?.kind === 'act' ? sent.local.content : undefined
  },
})

/** A line without a wire: for servers that answer callers from outside a run. Local acts reach nobody. */
export const directLine = (network: Network): Line => ({
  exchange: async ({ request }) => {
    const response = await network.send(request)
    return response && { response, found: () => {} }
  },
  act: ({ content }) => Promise.resolve(content),
})
