import { API_KEY } from './arrangement.ts'
import { changeAt, choiceOf, type Decision } from './decisions.ts'
import { endingOf, type Ending } from './ending.ts'
import { interferencesOf } from './faults.ts'
import { leaveForeignCode } from './foreign-code.ts'
import { givenBy, type RunInput } from './input.ts'
import { knowledgeIn, type Knowledge } from './knowledge.ts'
import type { Transport } from './machines/handshake-facts.ts'
import { handlersOf } from './network/handlers.ts'
import { inPageNetwork } from './network/in-page.ts'
import type { Network } from './network/network.ts'
import type { Server } from './network/server.ts'
import { withdrawGrants } from './parties/authorization-server/store.ts'
import { mcpClient } from './parties/client/index.ts'
import { wiredLine } from './parties/line.ts'
import type { AuditEntry } from './parties/mcp-server/audit.ts'
import { ownerChoices } from './owner-answer.ts'
import { accountOwner } from './parties/owner.ts'
import { userAgent } from './parties/user-agent.ts'
import { createVault } from './parties/vault.ts'
import type { Registration } from './registration.ts'
import { serversOf } from './servers-of-run.ts'
import { startSpine } from './spine.ts'
import { surroundings } from './surroundings.ts'
import type { Revision } from './spec/revisions.ts'
import { phases, type Draft, type Phase, type WireMessage } from './wire/message.ts'
import type { Change } from './wire/interference.ts'
import { createWire, type FreshFinding } from './wire/wire.ts'
import { CLIENT_NAME, NEIGHBOUR, OWNER } from './world.ts'

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
  readonly decisions: readonly Decision[]
}

/** Casts the parties of a scenario and begins: the first message is then in flight. */
export const startRun = (input: RunInput): Run => {
  const given = givenBy(input)
  const { scenario, revision, registration, origins, clock, random, forgotten, before, decisions } =
    given
  const transport: Transport = scenario.transport ?? 'http'
  const transitions: Transition[] = []
  const deedsOf = new Map<number, FreshFinding[]>()
  let standing: { phase: Phase; state: string } = { phase: 'discovery', state: '' }
  let ending: Ending | undefined

  const taken: Decision[] = [...(input.decisions ?? [])]
  const redirectUri = `http://127.0.0.1:${random.fork('port').between(49_152, 65_536)}/callback`
  const listening: Server[] = []
  const around = surroundings(listening, origins.issuer, redirectUri)
  let foreignCode: string | undefined
  const wire = createWire({
    clock,
    interference: () => interferencesOf([...before, ...taken], { foreignCode }),
    listenerAt: (url) => (servers.silentAt(url) ? undefined : around.partyAt(url)),
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

  const servers = serversOf(given, { line, journal, redirectUri })
  if (choiceOf(decisions, 'code')?.choice === 'foreign')
    foreignCode = leaveForeignCode(servers.authorization.store, random, clock.now())
  const owner = accountOwner(
    choiceOf(decisions, 'sign-in')?.choice === 'robin' ? NEIGHBOUR : OWNER,
    ownerChoices(decisions),
  )
  const common = { clock, revision, forgotten, journal }
  const browser = userAgent(
    { ...common, random: random.fork('user-agent'), line: lineOver(frontNetwork) },
    owner,
    around,
  )
  const client = mcpClient(
    {
      name: CLIENT_NAME,
      // A plain-http address in the local network: no server may register it.
      redirectUri:
        choiceOf(decisions, 'registration')?.choice === 'refused'
          ? redirectUri.replace('127.0.0.1', 'quill.lan')
          : redirectUri,
      documentUrl: servers.documentUrl,
      apiKey: scenario.apiKeyFor === undefined ? undefined : API_KEY,
      launch: servers.program?.launch,
      environment: { NOTES_API_KEY: API_KEY },
      whileWaiting: () => {
        if (choiceOf(decisions, 'grant')?.choice === 'withdrawn')
          withdrawGrants(servers.authorization.store, OWNER.username)
      },
    },
    { ...common, random: random.fork('client'), line },
    createVault(line, servers.vault, given.vaultKind),
    async (url, did) => {
      const ends = { from: 'client', to: 'user-agent', channel: 'front' } as const
      const open = { ...ends, name: 'open-browser', act: 'open', content: { url }, did } as const
      const opened = await line.act(open)
      if (opened) await browser.open(String(opened['url']))
    },
  )
  listening.push(...servers.listening, client.server)
  handlers.push(...handlersOf(listening, recorder))

  startSpine({
    steps: client.steps,
    facts: {
      serverUrl: origins.resource,
      revision,
      transport,
      errands: scenario.errands,
      results: [],
    },
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
    audit: servers.program?.audit ?? servers.mcp.audit,
    seed: given.seed,
    revision,
    registration,
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
