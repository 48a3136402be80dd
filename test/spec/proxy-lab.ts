import { virtualClock } from '../../engine/chance/clock.ts'
import { TEACHING_KEY_ED25519 } from '../../engine/chance/keys.ts'
import { seededRandom } from '../../engine/chance/random.ts'
import type { HandshakeFacts } from '../../engine/machines/handshake-facts.ts'
import { handlersOf } from '../../engine/network/handlers.ts'
import { inPageNetwork } from '../../engine/network/in-page.ts'
import type { Server } from '../../engine/network/server.ts'
import { signAccessToken } from '../../engine/oauth/access-token.ts'
import { clientSite } from '../../engine/parties/client-site.ts'
import { mcpClient } from '../../engine/parties/client/index.ts'
import { wiredLine } from '../../engine/parties/line.ts'
import { accountOwner, DEFAULT_CHOICES, type Owner } from '../../engine/parties/owner.ts'
import { userAgent } from '../../engine/parties/user-agent.ts'
import { createVault } from '../../engine/parties/vault.ts'
import { prehistoryOf } from '../../engine/prehistory.ts'
import type { Registration } from '../../engine/registration.ts'
import { DOCUMENT_URL } from '../../engine/servers-of-run.ts'
import type { Revision } from '../../engine/spec/revisions.ts'
import { startSpine } from '../../engine/spine.ts'
import { surroundings } from '../../engine/surroundings.ts'
import { header, headerValues } from '../../engine/wire/headers.ts'
import type { HttpRequest, HttpResponse, MessageName } from '../../engine/wire/message.ts'
import { createWire, type FreshFinding } from '../../engine/wire/wire.ts'
import { createProxyServers } from '../../engine/world-proxy.ts'
import { LAB_ORIGINS, originsIn, OWNER } from '../../engine/world.ts'
import { CALLBACK, authorizationOf, registrationOf, VERIFIER, form } from './honest-client.ts'

export const PROXY = 'https://notes.example'
export const RESOURCE = LAB_ORIGINS.resource
export const API = LAB_ORIGINS.api
export const ELSEWHERE = 'https://mallory.example/callback'
const READ = { call: 'read_note', arguments: { name: 'seed-vault' } } as const

/** What an owner does with a page for consent, by its words. */
export type Mind = (text: readonly string[]) => 'allow' | 'deny'

/** The world of a proxy with everybody honest in it, or careless: one wire, one owner, as many browsers as are wished for. */
export const openProxyWorld = ({
  revision = '2025-11-25',
  forget = [],
  registration = 'dynamic',
}: {
  readonly revision?: Revision
  readonly forget?: readonly string[]
  readonly registration?: Registration
} = {}) => {
  const clock = virtualClock()
  const random = seededRandom('proxy')
  const deedsOf = new Map<number, FreshFinding[]>()
  const handlers: Parameters<typeof inPageNetwork>[0] = []
  const listening: Server[] = []
  const around = surroundings(listening, [PROXY, LAB_ORIGINS.issuer], CALLBACK, PROXY)
  const wire = createWire({
    clock,
    interference: () => [],
    listenerAt: around.partyAt,
    standing: () => ({ phase: 'authorization', state: '' }),
  })
  const recorder = {
    found: wire.report,
    did: (id: number, deeds: readonly FreshFinding[]) =>
      void deedsOf.set(id, [...(deedsOf.get(id) ?? []), ...deeds]),
  }
  const network = inPageNetwork(handlers)
  const line = wiredLine(wire, network, (id) => deedsOf.get(id) ?? [])
  const forgotten = new Set(forget)
  const common = { clock, revision, forgotten, journal: () => {}, line }
  const before = prehistoryOf({
    registration,
    earlier: undefined,
    issuer: PROXY,
    server: RESOURCE,
    clientName: 'Quill',
    random,
    now: clock.now(),
  })
  const servers = createProxyServers({
    ...common,
    origins: originsIn(revision),
    random,
    arrangement: { authorization: { clients: before.clients } },
  })

  const site = clientSite({
    url: DOCUMENT_URL,
    maxAge: 3_600,
    document: {
      client_id: DOCUMENT_URL,
      client_name: 'Quill',
      redirect_uris: [CALLBACK],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      token_endpoint_auth_method: 'none',
    },
  })
  const mind: { consent: Mind } = { consent: () => 'allow' }
  const owner: Owner = {
    respond: (page) =>
      accountOwner(OWNER, { ...DEFAULT_CHOICES, consent: [mind.consent(page.text)] }).respond(page),
  }
  const newBrowser = () => userAgent({ ...common, random: random.fork('browser') }, owner, around)
  const browser = newBrowser()
  const client = mcpClient(
    {
      name: 'Quill',
      redirectUri: CALLBACK,
      documentUrl: registration === 'metadata-document' ? DOCUMENT_URL : undefined,
      apiKey: undefined,
      launch: undefined,
      environment: {},
      whileWaiting: () => {},
    },
    { ...common, random: random.fork('client') },
    createVault(line, before.vault, 'keychain'),
    async (url) => void (await browser.open(url)),
  )
  listening.push(...servers.listening, client.server, site)
  handlers.push(...handlersOf(listening, recorder))
  const pump = async () => {
    while (await wire.deliver());
  }
  void pump()

  /** The honest client connects and runs its errands: the state it ends in, and what it learnt. */
  const connect = (errands: HandshakeFacts['errands'] = [READ]) =>
    new Promise<{ state: string; facts: HandshakeFacts }>((resolve, reject) => {
      startSpine({
        steps: client.steps,
        facts: { serverUrl: RESOURCE, revision, transport: 'http', errands, results: [] },
        enter: () => {},
        end: (state, facts, defect) =>
          defect ? reject(defect as Error) : resolve({ state, facts }),
      })
    })

  const send = async (request: Partial<HttpRequest> & { url: string }): Promise<HttpResponse> => {
    const reply = await line.exchange({
      from: 'attacker',
      to: 'mcp-server',
      channel: 'back',
      name: 'page-request',
      answer: 'page',
      request: { method: 'GET', headers: [], ...request },
    })
    return reply!.response
  }
  /** Registers a client of somebody else’s at the proxy, and answers its authorization request as a link. */
  const linkOf = async (redirect_uri = ELSEWHERE, name = 'Mallory’s app') => {
    const registered = await send({
      method: 'POST',
      url: `${PROXY}/register`,
      ...registrationOf({ redirect_uris: [redirect_uri], client_name: name }),
    })
    const { client_id } = JSON.parse(registered.body) as { client_id: string }
    const query = await authorizationOf(RESOURCE, { client_id, redirect_uri })
    return { client_id, url: `${PROXY}/authorize?${query}` }
  }
  const redeem = (client_id: string, code: string) =>
    send({
      method: 'POST',
      url: `${PROXY}/token`,
      headers: [['Content-Type', 'application/x-www-form-urlencoded']],
      body: form({
        grant_type: 'authorization_code',
        client_id,
        code,
        code_verifier: VERIFIER,
        resource: RESOURCE,
      }),
    })

  /** The authorization request of the honest client, as anybody who has seen it could send it again. */
  const firstLink = () => {
    const [first] = named('authorization-request')
    return first?.kind === 'request' ? first.request.url : ''
  }
  /** The access token that the honest client was given. */
  const ownToken = () => {
    const given = named('token-response').findLast(({ to }) => to === 'client')
    const body = given?.kind === 'response' ? given.response.body : '{}'
    return String((JSON.parse(body) as Record<string, unknown>)['access_token'])
  }
  /** A token that upstream issued to somebody for a resource. */
  const tokenFromUpstream = (aud: string, difference: object = {}) =>
    signAccessToken(
      {
        iss: LAB_ORIGINS.issuer,
        sub: OWNER.username,
        aud,
        client_id: 'somebody',
        scope: 'notes:read',
        iat: clock.now(),
        exp: clock.now() + 900,
        jti: 'teaching',
        ...difference,
      },
      TEACHING_KEY_ED25519,
    )

  const named = (name: MessageName) => wire.log.filter((message) => message.name === name)
  const findings = (check: string) =>
    wire.log.flatMap((message) =>
      message.findings
        .filter((one) => one.check === check)
        .map(({ verdict, holds }) => ({ on: message.name, verdict, holds })),
    )
  /** Where browsers were sent that nobody listens at: the addresses of other people’s clients. */
  const arrivedElsewhere = () =>
    named('page-request').flatMap((message) =>
      message.kind === 'request' && message.request.url.startsWith(ELSEWHERE)
        ? [new URL(message.request.url).searchParams]
        : [],
    )
  /** Every cookie that was set, with who set it in answer to what. */
  const cookies = () =>
    wire.log.flatMap((message) =>
      message.kind === 'response'
        ? headerValues(message.response.headers, 'Set-Cookie').map((line) => ({
            from: message.from,
            on: message.name,
            line,
          }))
        : [],
    )
  const bearers = (name: MessageName) =>
    named(name).map((message) =>
      message.kind === 'request' ? header(message.request.headers, 'Authorization') : undefined,
    )
  return {
    ...servers,
    clock,
    log: wire.log,
    mind,
    browser,
    newBrowser,
    connect,
    send,
    linkOf,
    redeem,
    firstLink,
    ownToken,
    tokenFromUpstream,
    named,
    findings,
    arrivedElsewhere,
    cookies,
    bearers,
  }
}

export type ProxyWorld = ReturnType<typeof openProxyWorld>
