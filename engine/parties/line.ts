import type { Network } from '../network/network.ts'
import type {
  Channel,
  HttpRequest,
  HttpResponse,
  Json,
  MessageName,
  PartyId,
  WireMessage,
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
  /** The same, with where to record what is found in what arrived. */
  pass(deed: Deed): Promise<Passed | undefined>
}

/** What arrived of a local act, and where to record what is found in it. */
export interface Passed {
  /** The message's number in the log; undefined when there is none. */
  readonly id: number | undefined
  readonly content: Readonly<Record<string, Json>>
  found(findings: readonly FreshFinding[]): void
}

type Sent = Extract<WireMessage, { kind: 'request' }>

/**
 * The line of a run: everything goes over the wire, where it can be held, changed or lost, and into the log. Of what arrives
 * twice the receiver takes the first: a copied answer is thrown away, a copied request gets an answer nobody waits for.
 */
export const wiredLine = (
  wire: Wire,
  network: Network,
  didIn: (request: number) => readonly FreshFinding[],
): Line => {
  const answerTo = async (sent: Sent, answer: Call['answer']): Promise<Reply | undefined> => {
    const response = await network.send(sent.request, sent.id)
    if (!response) return undefined
    const name = typeof answer === 'function' ? answer(response) : answer
    const back = { from: sent.to, to: sent.from, channel: sent.channel, name }
    const got = await wire.post({ ...back, kind: 'response', response }, didIn(sent.id), sent.id)
    if (got?.kind !== 'response') return undefined
    await wire.again(got.id)
    // Of what is no HTTP response a client learns nothing, not even a status.
    if (got.response.unreadable !== undefined) return undefined
    return {
      response: got.response,
      found: (findings) => wire.report(got.id, findings),
    }
  }
  return {
    exchange: async ({ request, answer, did, ...envelope }) => {
      if (wire.ended) return directLine(network).exchange({ ...envelope, request, answer })
      const sent = await wire.post({ ...envelope, kind: 'request', request }, did)
      if (sent?.kind !== 'request') return undefined
      const reply = await answerTo(sent, answer)
      const copy = await wire.again(sent.id)
      if (copy?.kind === 'request') await answerTo(copy, answer)
      return reply
    },
    act: async (deed) => (await passOver(wire, deed))?.content,
    pass: (deed) => passOver(wire, deed),
  }
}

const passOver = async (wire: Wire, { act, content, did, ...envelope }: Deed) => {
  const sent = await wire.post({ ...envelope, kind: 'act', local: { act, content } }, did)
  if (sent) await wire.again(sent.id)
  return sent?.kind === 'act'
    ? {
        id: sent.id,
        content: sent.local.content,
        found: (list: readonly FreshFinding[]) => wire.report(sent.id, list),
      }
    : undefined
}

/** A line without a wire: for servers that answer callers from outside a run. Local acts reach nobody; `found` hears of what is found in an answer. */
export const directLine = (
  network: Network,
  found: (response: HttpResponse, findings: readonly FreshFinding[]) => void = () => {},
): Line => ({
  exchange: async ({ request }) => {
    const response = await network.send(request)
    return response && { response, found: (findings) => found(response, findings) }
  },
  act: ({ content }) => Promise.resolve(content),
  pass: ({ content }) => Promise.resolve({ id: undefined, content, found: () => {} }),
})
