import type { FreshFinding } from '../wire/wire.ts'
import type { HttpRequest, HttpResponse, PartyId } from '../wire/message.ts'

/** What a server party knows of the exchange it is in, besides the request. */
export interface Visit {
  /** The log's id of the request; undefined when the caller is not part of a run. */
  readonly message: number | undefined
  /** Records what the server found in the request. */
  found(findings: readonly FreshFinding[]): void
  /** Records what the server did in its answer. */
  did(deeds: readonly FreshFinding[]): void
}

/** Answers one kind of request. Refusals are answers; an exception is a defect of the lab. */
export type Answer = (request: HttpRequest, visit: Visit) => Promise<HttpResponse> | HttpResponse

/** An answer given to one request at a time: between looking at something and crossing it off, nobody else may look. */
export const oneAtATime = (answer: Answer): Answer => {
  let turn: Promise<unknown> = Promise.resolve()
  return (request, visit) => {
    const mine = turn.then(() => answer(request, visit))
    turn = mine.catch(() => {})
    return mine
  }
}

/** One path of a server and what it answers to each method. */
export interface Route {
  readonly path: string
  readonly methods: Readonly<Record<string, Answer>>
}

/** A party that others send requests to. Nothing else answers at its origin. */
export interface Server {
  readonly id: PartyId
  readonly origin: string
  readonly routes: readonly Route[]
}

/** Takes down findings for the message they belong to. */
export interface Recorder {
  found(message: number, findings: readonly FreshFinding[]): void
  did(request: number, deeds: readonly FreshFinding[]): void
  /** Hears of an exchange whose request has no number: among the numbered ones, what one server asks another. */
  unnumbered?(request: HttpRequest, response: HttpResponse): void
  /** Takes down what a server found in an answer to a question of its own. */
  foundInAnswer?(response: HttpResponse, findings: readonly FreshFinding[]): void
}
