import type { Clock } from '../chance/clock.ts'
import type { Finding } from '../checks/check.ts'
import {
  arrived,
  type Draft,
  type Fate,
  type Phase,
  type WireMessage,
  type PartyId,
} from './message.ts'
import { applyEdit, type Interference } from './interference.ts'

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
  /** Delivers the message in flight and resolves when the next one waits or the run has ended; undefined at the end. */
  deliver(): Promise<WireMessage | undefined>
  /** Adds what a party found to a message that was delivered. */
  report(id: number, findings: readonly FreshFinding[]): void
  /** Whether the run is over: nothing passes any more. */
  readonly ended: boolean
  /** Says that no further message will come. */
  end(): void
}

/** Seconds a message takes; an owner who fills in a page takes longer. */
const TRANSIT = { front: 1, back: 1, local: 0 } as const
const OWNER_THINKS = 6

/** A wire with what the learner does to messages on it, each anchored to the id the message will have. */
export const createWire = (options: {
  readonly clock: Clock
  interference(): readonly Interference[]
  /** Who listens at a URL: a request goes to them, whoever the sender had in mind. */
  listenerAt(url: string): PartyId | undefined
  standing(): Standing
}): Wire => {
  const log: (WireMessage & { findings: Finding[] })[] = []
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

  const land = (draft: Draft, findings: readonly FreshFinding[], answers?: number) => {
    const id = log.length + 1
    const mine = options.interference().filter(({ at }) => at === id)
    const held = mine.reduce((sum, one) => sum + (one.kind === 'delay' ? one.seconds : 0), 0)
    options.clock.advance(
      held + (draft.name === 'submit-page' ? OWNER_THINKS : TRANSIT[draft.channel]),
    )
    const edits = mine.filter((one) => one.kind === 'edit')
    const sent = edits.reduce(applyEdit, draft)
    const listener = sent.kind === 'request' ? options.listenerAt(sent.request.url) : sent.to
    const fate: Fate | undefined = mine.some(({ kind }) => kind === 'drop')
      ? 'dropped'
      : listener === undefined
        ? 'astray'
        : edits.length > 0
          ? 'edited'
          : held > 0
            ? 'delayed'
            : undefined
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
      findings: [] as Finding[],
    }
    log.push(message)
    message.findings.push(...stamp(findings))
    return message
  }

  return {
    log,
    get ended() {
      return ended
    },
    get inFlight() {
      return waiting?.draft
    },
    post: (draft, findings = [], answers) =>
      new Promise((resolve, reject) => {
        if (ended) return reject(new Error('a message was posted after the end of the run'))
        if (waiting) return reject(new Error('two messages in flight'))
        waiting = {
          draft,
          land: () => {
            const message = land(draft, findings, answers)
            resolve(arrived(message) ? message : undefined)
            return message
          },
        }
        stir()
      }),
    deliver: async () => {
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
