import type { CheckId } from './checks/index.ts'
import { isCheckId } from './checks/index.ts'
import type { Company, Outcome, Walk, Walking } from './attack/company.ts'
import { endingOfAttack } from './attack/ending.ts'
import { earsOf } from './attack/ears.ts'
import { playActs } from './attack/play.ts'
import { changeAt, type Decision } from './decisions.ts'
import { brokenBy, endingOf, type Ending } from './ending.ts'
import { gather, type Ensemble } from './ensemble.ts'
import { walkAsForeign } from './foreign-client.ts'
import { interferencesOf } from './faults.ts'
import { givenBy, type RunInput } from './input.ts'
import { knowledgeIn, type Knowledge } from './knowledge.ts'
import { wiredLine } from './parties/line.ts'
import type { AuditEntry } from './parties/mcp-server/audit.ts'
import type { Registration } from './registration.ts'
import { startSpine } from './spine.ts'
import type { Revision } from './spec/revisions.ts'
import { phases, type Draft, type Phase, type WireMessage } from './wire/message.ts'
import type { Change } from './wire/interference.ts'
import { createWire, type FreshFinding } from './wire/wire.ts'

export type { RunInput } from './input.ts'

/** A state that a machine entered, once `since` messages had been delivered. */
export interface Transition {
  readonly machine: string
  readonly instance: string
  readonly state: string
  readonly since: number
}

/** One run of a scenario. */
export interface Run {
  /** Delivers the message in flight; resolves to it once the next one waits, to undefined at the end. */
  step(): Promise<WireMessage | undefined>
  /** Loses, holds, doubles or changes the message in flight, and keeps that as a decision. Throws when none is in flight. */
  edit(change: Change): void
  /** Plays to the end. */
  finish(): Promise<Ending>
  /** The message that waits to be delivered. */
  readonly inFlight: Draft | undefined
  readonly log: readonly WireMessage[]
  readonly transitions: readonly Transition[]
  /** What each party holds, and since which message. */
  readonly knowledge: Knowledge
  /** What the MCP server wrote down about each request. */
  readonly audit: readonly AuditEntry[]
  /** How it ended; undefined while it runs. */
  readonly ending: Ending | undefined
  readonly seed: string
  readonly revision: Revision
  readonly registration: Registration
  /** Which telling of an attack; undefined: the plain one. */
  readonly variant: string | undefined
  readonly forgotten: readonly CheckId[]
  readonly decisions: readonly Decision[]
}

/** Casts the parties of a scenario and begins: the first message is then in flight. */
export const startRun = (input: RunInput): Run => {
  const given = givenBy(input)
  const { revision, registration, clock, before } = given
  const transitions: Transition[] = []
  const deedsOf = new Map<number, FreshFinding[]>()
  let standing: { phase: Phase; state: string } = { phase: 'discovery', state: '' }
  let ending: Ending | undefined

  const taken: Decision[] = [...(input.decisions ?? [])]
  const made: { ensemble?: Ensemble } = {}
  const wire = createWire({
    clock,
    interference: () => [
      ...interferencesOf([...before, ...taken], made.ensemble ?? {}),
      ...(given.attack?.tampering ?? []),
    ],
    listenerAt: (url) => made.ensemble?.listenerAt(url),
    standing: () => standing,
    overheard: earsOf(given),
  })
  // Once the run is over its servers still answer, but what outsiders do there is no part of it.
  const journal = (machine: string, instance: string, state: string) => {
    if (!wire.ended) transitions.push({ machine, instance, state, since: wire.log.length })
  }
  const recorder = {
    found: (message: number, findings: readonly FreshFinding[]) => {
      if (!wire.ended) wire.report(message, findings)
    },
    did: (request: number, deeds: readonly FreshFinding[]) =>
      void deedsOf.set(request, [...(deedsOf.get(request) ?? []), ...deeds]),
  }
  const ensemble = gather(given, {
    lineOver: (network) => wiredLine(wire, network, (id) => deedsOf.get(id) ?? []),
    journal,
    recorder,
    backNetwork: input.network,
    foreign: input.foreign !== undefined,
  })
  made.ensemble = ensemble
  const stand = (state: string) => {
    const phase = state.startsWith('attack.')
      ? 'attack'
      : phases.find((one) => state.startsWith(one))
    standing = { phase: phase ?? standing.phase, state }
  }
  const walk: Walking = (who, facts) =>
    who === 'client' && input.foreign
      ? walkAsForeign(input.foreign, ensemble.foreignWorld, facts)
      : walkTheSpine(who, facts)
  const walkTheSpine: Walking = (who, facts) =>
    new Promise((resolve) => {
      startSpine({
        steps: who === 'client' ? ensemble.client.steps : ensemble.hisClient.steps,
        facts,
        enter: (state) => {
          if (state === standing.state) return
          stand(state)
          journal('handshake', who, state)
        },
        end: (state, facts, defect) => resolve({ state, facts, defect }),
      })
    })
  const end = (client: Walk | undefined, outcome: Outcome) => {
    const mine = client
      ? endingOf(client.state, client.facts, wire.log, client.defect)
      : ({ ending: 'completed', sentence: '' } as const)
    const lacks = outcome.kind === 'lacks' ? outcome.what : undefined
    ending = given.attack ? endingOfAttack(given.attack, wire.log, { client: mine, lacks }) : mine
    wire.end()
  }
  const company: Company = { ...ensemble, log: wire.log, walk, stand }
  void playActs(given.acts, company).then(
    ({ client, outcome }) => end(client, outcome),
    (error: unknown) => {
      ending = brokenBy(error)
      wire.end()
    },
  )

  const finish = async (): Promise<Ending> => {
    while (await wire.deliver());
    if (!ending) throw new Error('the run stopped without an ending')
    return ending
  }
  return {
    step: wire.deliver,
    edit: (change) => {
      if (!wire.inFlight) throw new Error('there is no message in flight')
      taken.push(changeAt(change, wire.log.length + 1))
    },
    finish,
    log: wire.log,
    transitions,
    audit: ensemble.audit,
    seed: given.seed,
    revision,
    registration,
    variant: given.variant,
    forgotten: [...given.forgotten].filter(isCheckId),
    decisions: taken,
    get inFlight() {
      return wire.inFlight
    },
    get ending() {
      return ending
    },
    get knowledge() {
      return knowledgeIn(wire.log)
    },
  }
}
