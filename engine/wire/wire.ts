import type { Clock } from '../chance/clock.ts'
import type { Finding } from '../checks/check.ts'
import {
  arrived,
  type Draft,
  type Fate,
  type Overheard,
  type Phase,
  type WireMessage,
  type PartyId,
} from './message.ts'
import { applyEdit, readyFor, type Interference } from './interference.ts'

/** Where the handshake stands when a message is handed over. */
export interface Standing {
  readonly phase: Phase
  readonly state: string
}

/** A finding before it is known when it was made. */
export type FreshFinding = Omit<Finding, 'since'>

/** The one place through which every message of a run passes: one in flight, the rest in the log. */
export interface Wire {
  readonly log: readonly WireMessage[]
  /** The message that waits to be delivered. */
  readonly inFlight: Draft | undefined
  /** Hands a message over; resolves once it is delivered, or to undefined when it was lost. `answers` is the id of the request it answers. */
  post(
    draft: Draft,
    findings?: readonly FreshFinding[],
    answers?: number,
  ): Promise<WireMessage | undefined>
  /**
   * Hands over the copy of a message that is to arrive twice, and resolves once that is delivered; to undefined when the
   * message arrives once. A copy, and the answer to a copied request, is what it is: nothing is done to it on its way.
   */
  again(id: number): Promise<WireMessage | undefined>
  /** Delivers the message in flight and resolves when the next one waits or the run has ended; undefined at the end. */
  deliver(): Promise<WireMessage | undefined>
  /** Adds what a party found to a message that was delivered. */
  report(id: number, findings: readonly FreshFinding[]): void
  /** Whether the run is over: nothing passes any more. */
  readonly ended: boolean
  /** Says that no further message will come. */
  end(): void
}

/** A message handed over: what its sender found or did, the id of the request it answers, and whether it comes a second time. */
interface Handed {
  readonly draft: Draft
  readonly findings: readonly FreshFinding[]
  readonly answers: number | undefined
  readonly copy: boolean
}

/** Seconds a message takes; an owner who fills in a page takes longer. */
const TRANSIT = { front: 1, back: 1, local: 0 } as const
const OWNER_THINKS = 6

/** A wire with what is done to messages on it, each anchored to the id the message will have, or to the first with a name. */
export const createWire = (options: {
  readonly clock: Clock
  interference(): readonly Interference[]
  /** Who listens at a URL: a request goes to them, whoever the sender had in mind. */
  listenerAt(url: string): PartyId | undefined
  standing(): Standing
  /** What an attacker hears of a message that is about to be sent. */
  overheard?(draft: Draft): Overheard | undefined
}): Wire => {
  const log: (WireMessage & { findings: Finding[] })[] = []
  const copies = new Map<number, Handed>()
  let waiting: { draft: Draft; land(): WireMessage } | undefined
  let ended = false
  let wake: (() => void) | undefined
  let exchanges = 0

  const stir = () => {
    wake?.()
    wake = undefined
  }
  const settled = async () => {
    if (!waiting && !ended) await new Promise<void>((resolve) => (wake = resolve))
  }
  const stamp = (findings: readonly FreshFinding[]): Finding[] =>
    findings.map((finding) => ({ ...finding, since: log.length }))

  const isMeant = (draft: Draft, one: Interference): boolean =>
    'at' in one
      ? one.at === log.length + 1
      : one.first === draft.name && !log.some(({ name }) => name === draft.name)

  const land = (handed: Handed) => {
    const { draft, findings, answers } = handed
    const id = log.length + 1
    const copy = handed.copy || (answers !== undefined && log[answers - 1]?.fate === 'duplicate')
    const mine = copy ? [] : options.interference().filter((one) => isMeant(draft, one))
    const held = mine.reduce((sum, one) => sum + (one.kind === 'delay' ? one.seconds : 0), 0)
    options.clock.advance(
      held + (draft.name === 'submit-page' && !copy ? OWNER_THINKS : TRANSIT[draft.channel]),
    )
    const sent = mine.reduce(applyEdit, draft)
    const listener = sent.kind === 'request' ? options.listenerAt(sent.request.url) : sent.to
    const fate: Fate | undefined = mine.some(({ kind }) => kind === 'drop')
      ? 'dropped'
      : listener === undefined
        ? 'astray'
        : copy
          ? 'duplicate'
          : !sameText(sent, draft)
            ? 'edited'
            : held > 0
              ? 'delayed'
              : undefined
    const overheard = options.overheard?.(sent)
    const exchange =
      answers === undefined ? ++exchanges : (log[answers - 1]?.exchange ?? ++exchanges)
    const message = {
      ...sent,
      to: listener ?? sent.to,
      id,
      exchange,
      ...options.standing(),
      at: options.clock.now(),
      ...(fate && { fate }),
      ...(overheard && { overheard }),
      findings: [] as Finding[],
    }
    log.push(message)
    message.findings.push(...stamp(findings))
    if (arrived(message) && mine.some(({ kind }) => kind === 'duplicate'))
      copies.set(id, { draft: sent, findings: [], answers, copy: true })
    return message
  }

  const hand = (handed: Handed) =>
    new Promise<WireMessage | undefined>((resolve, reject) => {
      if (ended) return reject(new Error('a message was posted after the end of the run'))
      if (waiting) return reject(new Error('two messages in flight'))
      waiting = {
        draft: handed.draft,
        land: () => {
          const message = land(handed)
          resolve(arrived(message) ? message : undefined)
          return message
        },
      }
      stir()
    })

  return {
    log,
    get ended() {
      return ended
    },
    get inFlight() {
      return waiting?.draft
    },
    post: (draft, findings = [], answers) => hand({ draft, findings, answers, copy: false }),
    again: (id) => {
      const copy = copies.get(id)
      return copy ? hand(copy) : Promise.resolve(undefined)
    },
    deliver: async () => {
      await readyFor(options.interference())
      await settled()
      if (!waiting) return undefined
      const { land: landing } = waiting
      waiting = undefined
      const message = landing()
      await settled()
      return message
    },
    report: (id, findings) => void log[id - 1]?.findings.push(...stamp(findings)),
    end: () => {
      ended = true
      stir()
    },
  }
}

const sameText = (one: Draft, other: Draft): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other)
