import { virtualClock } from '../../engine/chance/clock.ts'
import { inPageNetwork } from '../../engine/network/in-page.ts'
import { readPage } from '../../engine/wire/page.ts'
import { header } from '../../engine/wire/headers.ts'
import type { HeaderList, HttpResponse } from '../../engine/wire/message.ts'
import type { FreshFinding } from '../../engine/wire/wire.ts'
import { LAB_ORIGINS, OWNER, serversFor } from '../../engine/world.ts'
import {
  authorizationOf,
  cookieOf,
  form,
  registrationOf,
  VERIFIER,
  type Sent,
} from './honest-client.ts'

/** An answer, and what the server found in the request. */
export interface Answer extends HttpResponse {
  readonly findings: readonly FreshFinding[]
  /** The check that refused. */
  readonly broken: string | undefined
  header(name: string): string | undefined
  /** The body, read as JSON. */
  json(): Record<string, unknown>
}

export const AUTH = LAB_ORIGINS.issuer
export const MCP = LAB_ORIGINS.resource
const PASSWORD: string = OWNER.password

const FORM: HeaderList = [['Content-Type', 'application/x-www-form-urlencoded']]
const JSON_TYPE: HeaderList = [['Content-Type', 'application/json']]

/** The lab's servers, and the requests of one honest client, each of which takes a difference. */
export const openLab = (options: { readonly forget?: readonly string[] } = {}) => {
  const clock = virtualClock()
  const found = new Map<number, FreshFinding[]>()
  const recorder = {
    found: (id: number, findings: readonly FreshFinding[]) =>
      void found.set(id, [...(found.get(id) ?? []), ...findings]),
    did: () => {},
  }
  const network = inPageNetwork(serversFor({ clock, recorder, forget: options.forget ?? [] }))
  /** Everything that an answer with an error must not hold. */
  const secrets = new Set<string>([PASSWORD, VERIFIER])
  let sent = 0

  const send = async (
    method: string,
    url: string,
    given: { readonly headers?: HeaderList; readonly body?: string } = {},
  ): Promise<Answer> => {
    const id = ++sent
    const response = await network.send({ method, url, headers: [], ...given }, id)
    if (!response) throw new Error(`nothing listens at ${url}`)
    const findings = found.get(id) ?? []
    return {
      ...response,
      findings,
      broken: findings.findLast(({ verdict }) => verdict === 'broken')?.check,
      header: (name) => header(response.headers, name),
      json: () => JSON.parse(response.body) as Record<string, unknown>,
    }
  }
  const keep = (value: unknown): string => {
    const secret = String(value)
    secrets.add(secret)
    return secret
  }

  const registration = (difference: object = {}) =>
    send('POST', `${AUTH}/register`, registrationOf(difference))
  const register = async (difference: object = {}) =>
    String((await registration(difference)).json()['client_id'])

  const authorize = async (difference: Sent, headers: HeaderList = []) =>
    send('GET', `${AUTH}/authorize?${await authorizationOf(MCP, difference)}`, { headers })
  const hiddenIn = (page: Answer) => readPage(page.body).form?.hidden ?? {}
  const postForm = (path: string, parameters: Sent, headers: HeaderList = []) =>
    send('POST', `${AUTH}${path}`, { headers: [...FORM, ...headers], body: form(parameters) })
  const signIn = (page: Answer, difference: Sent = {}, headers = cookieOf(page)) =>
    postForm(
      '/sign-in',
      { ...hiddenIn(page), username: OWNER.username, password: PASSWORD, ...difference },
      headers,
    )

  /** To the consent page: its answer, and the cookie that goes with it. */
  const consentPage = async (difference: Sent) => {
    const signedIn = await signIn(await authorize(difference))
    const cookie = cookieOf(signedIn)
    const url = new URL(signedIn.header('Location') ?? '', AUTH).href
    return { page: await send('GET', url, { headers: cookie }), cookie, url }
  }
  const consent = async (difference: Sent) => {
    const { page, cookie } = await consentPage(difference)
    return postForm('/consent', { ...hiddenIn(page), decision: 'allow' }, cookie)
  }
  /** A code for a client, by way of sign-in and consent. */
  const code = async (difference: Sent) => {
    const location = new URL((await consent(difference)).header('Location') ?? '')
    return keep(location.searchParams.get('code'))
  }

  const token = (parameters: Sent, headers: HeaderList = []) =>
    postForm('/token', parameters, headers)
  const redeem = (client_id: string, code: string, difference: Sent = {}) =>
    token({
      grant_type: 'authorization_code',
      code,
      code_verifier: VERIFIER,
      client_id,
      resource: MCP,
      ...difference,
    })
  const refresh = (client_id: string, refresh_token: string, difference: Sent = {}) =>
    token({ grant_type: 'refresh_token', refresh_token, client_id, resource: MCP, ...difference })
  /** Tokens for a new client, and everything that led to them. */
  const tokens = async (difference: Sent = {}) => {
    const client = await register()
    const given = await code({ client_id: client, ...difference })
    const answer = (await redeem(client, given)).json()
    return {
      client,
      code: given,
      access: keep(answer['access_token']),
      refresh: keep(answer['refresh_token']),
    }
  }

  const mcp = (access: string | undefined, message: unknown, headers: HeaderList = []) =>
    send('POST', MCP, {
      headers: [
        ...JSON_TYPE,
        ...(access === undefined ? [] : ([['Authorization', `Bearer ${access}`]] as const)),
        ...headers,
      ],
      body: typeof message === 'string' ? message : JSON.stringify(message),
    })
  /** A session of the MCP server, as the header that names it. */
  const session = async (access: string): Promise<HeaderList> => {
    const opened = await mcp(access, INITIALIZE)
    return [['Mcp-Session-Id', opened.header('Mcp-Session-Id') ?? '']]
  }

  return {
    /** The checks its servers do not make. */
    forget: options.forget ?? [],
    clock,
    secrets,
    send,
    keep,
    cookieOf,
    hiddenIn,
    postForm,
    registration,
    register,
    authorize,
    signIn,
    consentPage,
    consent,
    code,
    token,
    redeem,
    refresh,
    tokens,
    mcp,
    session,
  }
}

export type Lab = ReturnType<typeof openLab>

/** The message that opens a session. */
export const INITIALIZE = {
  jsonrpc: '2.0',
  id: 0,
  method: 'initialize',
  params: {
    protocolVersion: '2025-06-18',
    capabilities: {},
    clientInfo: { name: 'Quill', version: '1' },
  },
}
