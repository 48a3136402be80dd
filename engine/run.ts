import { virtualClock } from './chance/clock.ts'
import { seededRandom } from './chance/random.ts'
import type { CheckId } from './checks/index.ts'
import { changeAt, choiceOf, interferenceOf, type Decision } from './decisions.ts'
import { endingOf, type Ending } from './ending.ts'
import { knowledgeIn, type Knowledge } from './knowledge.ts'
import { handlersOf } from './network/handlers.ts'
import { inPageNetwork } from './network/in-page.ts'
import type { Change } from './wire/interference.ts'
import type { Network } from './network/network.ts'
import { mcpClient } from './parties/client/index.ts'
import { wiredLine } from './parties/line.ts'
import { accountOwner, DEFAULT_CHOICES } from './parties/owner.ts'
import { userAgent } from './parties/user-agent.ts'
import { createVault } from './parties/vault.ts'
import { registerBeforehand } from './prehistory.ts'
import type { Scenario } from './scenario.ts'
import { startSpine } from './spine.ts'
import { surroundings } from './surroundings.ts'
import type { Revision } from './spec/revisions.ts'
import { phases, type Draft, type Phase, type WireMessage } from './wire/message.ts'
import { createWire, type FreshFinding } from './wire/wire.ts'
import { createServers, originsIn, OWNER, type Origins } from './world.ts'

/** What a run is made from. The same input gives the same bytes, in Node and in a browser. */
export interface RunInput {
  readonly scenario: Scenario
  readonly revision?: Revision
  /** Checks forgotten, in place of the scenario's own. */
  readonly forget?: readonly CheckId[]
  readonly seed?: string
  readonly decisions?: readonly Decision[]
  readonly origins?: Origins
  /** Carries back-channel requests in place of the in-page network; gets the handlers to answer them with. */
  readonly network?: (handlers: Parameters<typeof inPageNetwork>[0]) => Network
}

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
  /** Loses, holds or changes the message in flight, and keeps that as a decision. Throws when none is in flight. */
  edit(change: Change): void
  /** Plays to the end. */
  finish(): Promise<Ending>
  /** The message that waits to be delivered. */
  readonly inFlight: Draft | undefined
  readonly log: readonly WireMessage[]
  readonly transitions: readonly Transition[]
  /** What each party holds, and since which message. */
  readonly knowledge: Knowledge
  /** How it ended; undefined while it runs. */
  readonly ending: Ending | undefined
  readonly seed: string
  readonly decisions: readonly Decision[]
}

/** Casts the parties of a scenario and begins: the first message is then in flight. */
export const startRun = (input: RunInput): Run => {
  const { scenario, seed = 'first-contact', decisions = [] } = input
  const revision = input.revision ?? scenario.revision
  const origins = input.origins ?? originsIn(revision)
  const forgotten: ReadonlySet<string> = new Set(input.forget ?? scenario.forget)
  const random = seededRandom(`${revision}/${scenario.id}/${seed}`)
  const clock = virtualClock()
  const transitions: Transition[] = []
  const deedsOf = new Map<number, FreshFinding[]>()
  let standing: { phase: Phase; state: string } = { phase: 'discovery', state: '' }
  let ending: Ending | undefined

  const taken: Decision[] = [...decisions]
  const redirectUri = `http://127.0.0.1:${random.fork('port').between(49_152, 65_536)}/callback`
  const around = surroundings(origins, redirectUri)
  const wire = createWire({
    clock,
    interference: () => interferenceOf(taken),
    listenerAt: (url) => around.partyAt(url),
    standing: () => standing,
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
  const handlers: Parameters<typeof inPageNetwork>[0] = []
  const frontNetwork = inPageNetwork(handlers)
  const backNetwork = input.network?.(handlers) ?? frontNetwork
  const lineOver = (network: Network) => wiredLine(wire, network, (id) => deedsOf.get(id) ?? [])
  const line = lineOver(backNetwork)

  const servers = createServers({ origins, revision, clock, random, line, forgotten, journal })
  const clientSettings = {
    name: 'Quill',
    redirectUri,
    protocolVersion: revision,
  }
  const before = registerBeforehand(choiceOf(decisions, 'registration')?.choice, {
    store: servers.authorization.store,
    issuer: origins.issuer,
    clientName: clientSettings.name,
    random,
    now: clock.now(),
  })
  const vault = createVault(line, before)
  const owner = accountOwner(OWNER, {
    signIn: choiceOf(decisions, 'sign-in')?.choice ?? DEFAULT_CHOICES.signIn,
    consent: choiceOf(decisions, 'consent')?.choice ?? DEFAULT_CHOICES.consent,
  })
  const browser = userAgent(
    {
      clock,
      revision,
      random: random.fork('user-agent'),
      line: lineOver(frontNetwork),
      forgotten,
      journal,
    },
    owner,
    around,
  )
  const client = mcpClient(
    clientSettings,
    { clock, revision, random: random.fork('client'), line, forgotten, journal },
    vault,
    async (url, did) => {
      const ends = { from: 'client', to: 'user-agent', channel: 'front' } as const
      const opened = await line.act({
        ...ends,
        name: 'open-browser',
        act: 'open',
        content: { url },
        did,
      })
      if (opened) await browser.open(String(opened['url']))
    },
  )
  handlers.push(
    ...handlersOf([servers.authorization, servers.mcp, client.server], recorder),
  )

  startSpine({
    steps: client.steps,
    facts: { serverUrl: origins.resource, errands: scenario.errands, results: [] },
    enter: (state) => {
      if (state === standing.state) return
      standing = { phase: phases.find((one) => state.startsWith(one)) ?? standing.phase, state }
      journal('handshake', 'client', state)
    },
    end: (state, facts, defect) => {
      ending = endingOf(state, facts, wire.log, defect)
      wire.end()
    },
  })

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
    seed,
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
