import { SignJWT, importJWK, type JWTPayload } from 'jose'
import { virtualClock } from '../../engine/chance/clock.ts'
import { publicHalf, TEACHING_KEY_ED25519 } from '../../engine/chance/keys.ts'
import { seededRandom } from '../../engine/chance/random.ts'
import { encodeHeaderValue } from '../../engine/mcp/header-value.ts'
import { handlersOf } from '../../engine/network/handlers.ts'
import { inPageNetwork } from '../../engine/network/in-page.ts'
import { parseChallenges } from '../../engine/oauth/www-authenticate.ts'
import { mcpServer } from '../../engine/parties/mcp-server/index.ts'
import type { Settings } from '../../engine/parties/mcp-server/settings.ts'
import { directLine } from '../../engine/parties/line.ts'
import { has } from '../../engine/spec/differences.ts'
import type { Revision } from '../../engine/spec/revisions.ts'
import { header } from '../../engine/wire/headers.ts'
import type { HeaderList } from '../../engine/wire/message.ts'
import type { FreshFinding } from '../../engine/wire/wire.ts'
import type { Answer } from './driver.ts'

export const ISSUER = 'https://auth.example'
export const RESOURCE = 'https://notes.example/mcp'
export const SAMS_KEY = 'nk_teaching_key_of_sam'
export const ROBINS_KEY = 'nk_teaching_key_of_robin'

/** What is particular about one MCP server. */
export interface Particulars {
  readonly revision?: Revision
  readonly settings?: Partial<Settings>
  readonly forget?: readonly string[]
}

/** Header fields to send; undefined leaves one out that would be there. */
export type Fields = Readonly<Record<string, string | undefined>>

/** An answer of the MCP server, with what it did. */
export interface Answered extends Answer {
  readonly did: readonly FreshFinding[]
  readonly isJson: boolean
  /** The parameters of its challenge. */
  readonly challenge: Readonly<Record<string, string>>
  /** The code of the JSON-RPC error in it. */
  readonly code: number | undefined
  /** The JSON-RPC result in it. */
  readonly result: Readonly<Record<string, unknown>>
}

/** How the MCP servers of these tests are set up. */
export const settingsWith = (settings: Partial<Settings> = {}): Settings => ({
  resource: RESOURCE,
  issuer: ISSUER,
  jwksUri: `${ISSUER}/jwks`,
  scopes: ['notes:read', 'notes:write'],
  metadataAt: 'path',
  challengeNamesMetadata: true,
  apiKeys: {},
  apiKeysUntil: undefined,
  firstScope: 'notes:read',
  allowedOrigins: [],
  ...settings,
})

/** API keys of two accounts, of which one may only read. */
export const withKeys = (settings: Partial<Settings> = {}): Partial<Settings> => ({
  apiKeys: {
    [SAMS_KEY]: { account: 'sam', scope: ['notes:read', 'notes:write'] },
    [ROBINS_KEY]: { account: 'robin', scope: ['notes:read'] },
  },
  ...settings,
})

/** What the server is given in these tests, whichever way it is reached. */
export const circumstances = ({ revision = '2025-11-25', forget = [] }: Particulars = {}) => ({
  revision,
  clock: virtualClock(),
  random: seededRandom('mcp server'),
  forgotten: new Set(forget),
  journal: () => {},
  line: {
    ...directLine({ send: () => Promise.resolve(undefined) }),
    exchange: () =>
      Promise.resolve({
        at: 0,
        found: () => {},
        response: {
          status: 200,
          headers: [],
          body: JSON.stringify({ keys: [publicHalf(TEACHING_KEY_ED25519)] }),
        },
      }),
  },
})

/** `_meta` of an honest request, differing as told; undefined takes a member away. */
export const metaWith = (version: string, difference: object = {}) => ({
  'io.modelcontextprotocol/protocolVersion': version,
  'io.modelcontextprotocol/clientInfo': { name: 'Quill', version: '1.0.0' },
  'io.modelcontextprotocol/clientCapabilities': {},
  ...difference,
})

const listed = (fields: Fields): HeaderList =>
  Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  )

/** An MCP server alone, and the requests of an honest client of its revision. */
export const openMcpServer = (particulars: Particulars = {}) => {
  const at = circumstances(particulars)
  const { revision, clock } = at
  const found = new Map<number, FreshFinding[]>()
  const did = new Map<number, FreshFinding[]>()
  const into =
    (taken: Map<number, FreshFinding[]>) => (id: number, list: readonly FreshFinding[]) =>
      void taken.set(id, [...(taken.get(id) ?? []), ...list])
  const server = mcpServer(settingsWith(particulars.settings), at)
  const network = inPageNetwork(handlersOf([server], { found: into(found), did: into(did) }))
  let sent = 0

  const send = async (
    method: string,
    url: string,
    fields: Fields = {},
    body?: string,
  ): Promise<Answered> => {
    const id = ++sent
    const request = { method, url, headers: listed(fields), ...(body !== undefined && { body }) }
    const response = await network.send(request, id)
    if (!response) throw new Error(`nothing listens at ${url}`)
    const findings = found.get(id) ?? []
    const json = () => JSON.parse(response.body) as Record<string, unknown>
    const isJson = header(response.headers, 'Content-Type') === 'application/json'
    const { error, result } = isJson ? json() : {}
    return {
      ...response,
      findings,
      did: did.get(id) ?? [],
      isJson,
      broken: findings.findLast(({ verdict }) => verdict === 'broken')?.check,
      header: (name) => header(response.headers, name),
      json,
      challenge:
        parseChallenges(header(response.headers, 'WWW-Authenticate') ?? '')[0]?.parameters ?? {},
      code: Object(error)['code'] as number | undefined,
      result: Object(result) as Record<string, unknown>,
    }
  }

  /** An access token of the authorization server, differing as told. */
  const token = async (claims: object = {}) =>
    new SignJWT({
      iss: ISSUER,
      sub: 'sam',
      aud: RESOURCE,
      client_id: 'quill',
      scope: 'notes:read',
      iat: clock.now(),
      exp: clock.now() + 900,
      jti: 'one',
      ...claims,
    } as JWTPayload)
      .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: TEACHING_KEY_ED25519.kid! })
      .sign(await importJWK(TEACHING_KEY_ED25519, 'EdDSA'))

  /** Posts any body with the token `access`; undefined: without one. */
  const post = (access: string | undefined, body: unknown, fields: Fields = {}) =>
    send(
      'POST',
      RESOURCE,
      {
        'Content-Type': 'application/json',
        Accept: 'application/json, text/event-stream',
        Authorization: access === undefined ? undefined : `Bearer ${access}`,
        ...fields,
      },
      typeof body === 'string' ? body : JSON.stringify(body),
    )

  /** Calls a method as the revision has it done, but for the differences told. */
  const call = (
    access: string | undefined,
    method: string,
    params: Readonly<Record<string, unknown>> = {},
    fields: Fields = {},
  ) => {
    const stateless = has(revision, 'stateless')
    const name = params['name'] ?? params['uri']
    const mirrored: Fields = {
      'MCP-Protocol-Version': revision,
      'Mcp-Method': method,
      ...(typeof name === 'string' && { 'Mcp-Name': encodeHeaderValue(name) }),
    }
    const message = {
      jsonrpc: '2.0',
      id: 1,
      method,
      params: stateless ? { _meta: metaWith(revision), ...params } : params,
    }
    return post(access, message, { ...(stateless && mirrored), ...fields })
  }

  /** The header fields of a session, opened where the revision has sessions. */
  const session = async (access: string | undefined, fields: Fields = {}): Promise<Fields> => {
    if (!has(revision, 'sessions')) return fields
    const params = { protocolVersion: revision, capabilities: {}, clientInfo: { name: 'Quill' } }
    const opened = await call(access, 'initialize', params, fields)
    return { ...fields, 'Mcp-Session-Id': opened.header('Mcp-Session-Id') ?? '' }
  }

  return { clock, audit: server.audit, send, token, post, call, session }
}

export type McpServerAlone = ReturnType<typeof openMcpServer>
