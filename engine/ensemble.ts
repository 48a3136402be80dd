import { API_KEY } from './arrangement.ts'
import type { Company } from './attack/company.ts'
import { choiceOf } from './decisions.ts'
import { leaveForeignCode } from './foreign-code.ts'
import { fetchAsClient, foreignEar, type ForeignWorld } from './foreign-client.ts'
import type { Given } from './input.ts'
import { handlersOf } from './network/handlers.ts'
import { inPageNetwork } from './network/in-page.ts'
import type { Network } from './network/network.ts'
import type { Recorder, Server } from './network/server.ts'
import { ownerChoices } from './owner-answer.ts'
import { attackersClient } from './parties/attacker/client.ts'
import { publicFactsOf } from './parties/attacker/public-facts.ts'
import { MALLORY } from './parties/attacker/settings.ts'
import { withdrawGrants } from './parties/authorization-server/store.ts'
import { browserOpener } from './parties/client/browser.ts'
import { mcpClient } from './parties/client/index.ts'
import type { Line } from './parties/line.ts'
import { lineOfAttacker } from './parties/attacker/line.ts'
import type { AuditEntry } from './parties/mcp-server/audit.ts'
import { accountOwner, DEFAULT_CHOICES } from './parties/owner.ts'
import type { Circumstances, Journal } from './parties/party.ts'
import { userAgent } from './parties/user-agent.ts'
import { createVault } from './parties/vault.ts'
import { serversOf } from './servers-of-run.ts'
import { surroundings } from './surroundings.ts'
import type { PartyId } from './wire/message.ts'
import { CLIENT_NAME, NEIGHBOUR, OWNER } from './world.ts'

/** Everybody who takes part in a run. */
export interface Ensemble extends Omit<Company, 'log' | 'walk' | 'stand'> {
  readonly client: ReturnType<typeof mcpClient>
  /** What another client is given that takes the place of the lab’s own. */
  readonly foreignWorld: Omit<ForeignWorld, 'serverUrl' | 'errands'>
  readonly audit: readonly AuditEntry[]
  /** A code that was not made for this run’s request, where one was wished for. */
  readonly foreignCode: string | undefined
  /** Who listens at a URL; undefined where nobody does, or whoever does is down. */
  listenerAt(url: string): PartyId | undefined
}

/** How the parties of a run reach each other, and where they write down what they find. */
export interface Means {
  lineOver(network: Network): Line
  readonly journal: Journal
  readonly recorder: Recorder
  /** Carries back-channel requests in place of the in-page network. */
  readonly backNetwork: ((handlers: Parameters<typeof inPageNetwork>[0]) => Network) | undefined
  /** Whether another client takes the place of the lab’s own. */
  readonly foreign: boolean
}

/** Brings everybody together who takes part in a run. */
export const gather = (given: Given, means: Means): Ensemble => {
  const { scenario, revision, origins, clock, random, forgotten, decisions, attack, written } =
    given
  const { journal } = means
  const redirectUri = `http://127.0.0.1:${random.fork('port').between(49_152, 65_536)}/callback`
  const listening: Server[] = []
  const handlers: Parameters<typeof inPageNetwork>[0] = []
  const frontNetwork = inPageNetwork(handlers)
  const line = means.lineOver(means.backNetwork?.(handlers) ?? frontNetwork)
  const common = { clock, revision, forgotten, written, journal }
  const servers = serversOf(given, { line, journal, redirectUri })
  const around = surroundings(listening, servers.issuers, redirectUri, servers.proxy)

  const wants: Company['wants'] = { resources: [] }
  const owner = accountOwner(
    choiceOf(decisions, 'sign-in')?.choice === 'robin' ? NEIGHBOUR : OWNER,
    ownerChoices(decisions),
    attack?.owner === 'attentive' ? () => wants.resources : undefined,
  )
  const frontLine = means.lineOver(frontNetwork)
  const browser = userAgent(
    { ...common, random: random.fork('user-agent'), line: frontLine },
    owner,
    around,
  )
  const opens: Company['opens'] = { owner: undefined, attacker: () => Promise.resolve() }
  const opensFor = (url: string) => (opens.owner ? opens.owner(url) : browser.open(url))
  const vault = createVault(line, servers.vault, given.vaultKind)
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
    vault,
    browserOpener({ line, forgotten }, (url) => opensFor(url)),
  )

  const his: Circumstances = { ...common, random: random.fork('attacker'), line }
  const careful = { ...his, forgotten: new Set<string>(), written: undefined }
  const hisClient = attackersClient(careful, (url) => opens.attacker(url))
  const hisBrowser = userAgent(
    { ...careful, line: lineOfAttacker(frontLine, []) },
    accountOwner(MALLORY.account, DEFAULT_CHOICES),
    around,
    { browser: 'attacker' },
  )
  const ear = foreignEar(redirectUri)
  listening.push(...servers.listening, means.foreign ? ear.server : client.server)
  handlers.push(...handlersOf(listening, means.recorder))
  if (attack) {
    const hisOwn = [...servers.ofAttacker, hisClient.server]
    listening.push(...hisOwn)
    handlers.push(...handlersOf(hisOwn))
  }
  const openAsForeign = browserOpener({ line, forgotten: new Set() }, opensFor)
  return {
    at: his,
    client,
    foreignWorld: {
      revision,
      redirectUri,
      documentUrl: servers.documentUrl,
      known: [...servers.vault.values()].flatMap(({ registration, issuer }) =>
        registration && issuer !== undefined ? [{ registration, issuer }] : [],
      )[0],
      fetch: fetchAsClient(line),
      browse: async (url) => {
        await openAsForeign(url, [])
        return ear.take()
      },
    },
    audit: servers.program?.audit ?? servers.audit,
    foreignCode:
      choiceOf(decisions, 'code')?.choice === 'foreign'
        ? leaveForeignCode(servers.authorization.store, random, clock.now())
        : undefined,
    listenerAt: (url) => (servers.silentAt(url) ? undefined : around.partyAt(url)),
    begin: (serverUrl, errands) => ({
      serverUrl,
      revision,
      transport: scenario.transport ?? 'http',
      errands,
      results: [],
    }),
    resource: origins.resource,
    api: attack?.world === 'proxy' ? origins.api : undefined,
    browser,
    hisBrowser,
    hisClient,
    own: { verifier: '' },
    opens,
    wants,
    vault,
    redirectUri,
    publicClientId: servers.publicClientId,
    publicFacts: publicFactsOf(frontNetwork, origins, revision),
    isUpstream: servers.isUpstream,
  }
}
