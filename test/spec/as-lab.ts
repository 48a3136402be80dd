import { virtualClock } from '../../engine/chance/clock.ts'
import { seededRandom } from '../../engine/chance/random.ts'
import { handlersOf } from '../../engine/network/handlers.ts'
import { inPageNetwork } from '../../engine/network/in-page.ts'
import { authorizationServer } from '../../engine/parties/authorization-server/index.ts'
import type { Settings } from '../../engine/parties/authorization-server/settings.ts'
import { directLine } from '../../engine/parties/line.ts'
import type { Revision } from '../../engine/spec/revisions.ts'
import { header } from '../../engine/wire/headers.ts'
import type { HeaderList, HttpRequest, HttpResponse } from '../../engine/wire/message.ts'
import { readPage } from '../../engine/wire/page.ts'
import type { FreshFinding } from '../../engine/wire/wire.ts'
import type { Answer } from './driver.ts'
import {
  VERIFIER,
  authorizationOf,
  cookieOf,
  form,
  registrationOf,
  type Sent,
} from './honest-client.ts'

export const ISSUER = 'https://auth.example'
export const RESOURCE = 'https://notes.example/mcp'
const PASSWORD = 'teaching-password'

/** What is particular about one authorization server. */
export interface Particulars {
  readonly revision?: Revision
  readonly settings?: Partial<Settings>
  readonly forget?: readonly string[]
  /** Who answers when the server fetches something; nobody, when left out. */
  readonly site?: (request: HttpRequest) => HttpResponse | undefined
}

/** An authorization server alone, with everything it found, did and fetched, and the requests of an honest client. */
export const openAuthorizationServer = ({
  revision = '2026-07-28',
  settings = {},
  forget = [],
  site = () => undefined,
}: Particulars = {}) => {
  const clock = virtualClock()
  const found: FreshFinding[] = []
  const did: FreshFinding[] = []
  const fetched: HttpRequest[] = []
  const handlers: Parameters<typeof inPageNetwork>[0] = []
  const network = inPageNetwork(handlers)
  const server = authorizationServer(
    {
      issuer: ISSUER,
      clients: [],
      registersClients: true,
      readsClientDocuments: true,
      metadataAt: 'oauth',
      defaultResource: RESOURCE,
      resources: [RESOURCE, 'https://other.example/mcp'],
      scopes: { 'notes:read': 'read your notes', 'notes:write': 'write notes' },
      defaultScope: ['notes:read'],
      accounts: { sam: PASSWORD, robin: PASSWORD },
      codeLifetime: 60,
      accessTokenLifetime: 900,
      refreshTokenIdle: 3600,
      ...settings,
    },
    {
      revision,
      clock,
      random: seededRandom('alone'),
      forgotten: new Set(forget),
      journal: () => {},
      line: {
        ...directLine(network),
        exchange: ({ request }) => {
          fetched.push(request)
          const response = site(request)
          return Promise.resolve(
            response && { response, found: (list) => void found.push(...list) },
          )
        },
      },
    },
  )
  handlers.push(
    ...handlersOf([server], {
      found: (_, list) => void found.push(...list),
      did: (_, list) => void did.push(...list),
    }),
  )
  const issuer = settings.issuer ?? ISSUER
  const base = issuer.replace(/\/$/, '')

  const send = async (
    method: string,
    url: string,
    given: { readonly headers?: HeaderList; readonly body?: string } = {},
  ): Promise<Answer> => {
    const before = found.length
    const response = await network.send({ method, url, headers: [], ...given }, 1)
    if (!response) throw new Error(`nothing listens at ${url}`)
    const findings = found.slice(before)
    return {
      ...response,
      findings,
      broken: findings.findLast(({ verdict }) => verdict === 'broken')?.check,
      header: (name) => header(response.headers, name),
      json: () => JSON.parse(response.body) as Record<string, unknown>,
    }
  }
  const post = (name: string, parameters: Sent, headers: HeaderList = []) =>
    send('POST', `${base}/${name}`, {
      headers: [['Content-Type', 'application/x-www-form-urlencoded'], ...headers],
      body: form(parameters),
    })

  const registration = (difference: object = {}) =>
    send('POST', `${base}/register`, registrationOf(difference))
  const register = async (difference: object = {}) =>
    (await registration(difference)).json() as { client_id: string; client_secret?: string }

  const authorize = async (difference: Sent, headers: HeaderList = []) =>
    send('GET', `${base}/authorize?${await authorizationOf(RESOURCE, difference)}`, { headers })
  /** Fills in the form of a page and posts it where the form says. */
  const submit = (page: Answer, fields: Sent, cookie: HeaderList) => {
    const { action = '', hidden = {} } = readPage(page.body).form ?? {}
    const name = new URL(action, base).href.slice(base.length + 1)
    return post(name, { ...hidden, ...fields }, cookie)
  }
  /** Signs in on a page that was shown. */
  const signIn = (page: Answer, username = 'sam') =>
    submit(page, { username, password: PASSWORD }, cookieOf(page))
  /** As far as the consent page. */
  const consentPage = async (difference: Sent, username = 'sam') => {
    const signedIn = await signIn(await authorize(difference), username)
    const cookie = cookieOf(signedIn)
    const url = new URL(signedIn.header('Location') ?? '', base).href
    return { page: await send('GET', url, { headers: cookie }), cookie }
  }
  /** As far as the redirect to the client: its parameters. */
  const consent = async (difference: Sent, decision = 'allow', username = 'sam') => {
    const { page, cookie } = await consentPage(difference, username)
    const answer = await submit(page, { decision }, cookie)
    return new URL(answer.header('Location') ?? '').searchParams
  }
  const code = async (difference: Sent, username = 'sam') =>
    (await consent(difference, 'allow', username)).get('code') ?? ''

  const redeem = (code: string, difference: Sent = {}, headers: HeaderList = []) =>
    post(
      'token',
      { grant_type: 'authorization_code', code, code_verifier: VERIFIER, ...difference },
      headers,
    )
  const refresh = (refresh_token: unknown, difference: Sent = {}, headers: HeaderList = []) =>
    post(
      'token',
      { grant_type: 'refresh_token', refresh_token: String(refresh_token), ...difference },
      headers,
    )
  const revoke = (token: unknown, difference: Sent = {}, headers: HeaderList = []) =>
    post('revoke', { token: String(token), ...difference }, headers)
  /** Tokens for a new public client. */
  const tokens = async (username = 'sam') => {
    const { client_id } = await register()
    const given = await redeem(await code({ client_id }, username), { client_id })
    return { client_id, ...(given.json() as { access_token: string; refresh_token: string }) }
  }

  return {
    clock,
    store: server.store,
    found,
    did,
    fetched,
    send,
    post,
    registration,
    register,
    authorize,
    signIn,
    consentPage,
    consent,
    code,
    redeem,
    refresh,
    revoke,
    tokens,
    metadata: async (path = '/.well-known/oauth-authorization-server') =>
      (await send('GET', `${new URL(issuer).origin}${path}`)).json(),
  }
}

/** The value of a Basic Authorization header, as a client that obeys writes it. */
export const basic = (id: string, secret: string): HeaderList => {
  const [user, password] = [id, secret].map((one) => form({ '': one }).slice(1))
  return [['Authorization', `Basic ${btoa(`${user}:${password}`)}`]]
}
