import { versionChecks } from '../../checks/mcp-request.ts'
import { tokenDeeds } from '../../checks/token-response.ts'
import type { HandshakeFacts, Progress, Step } from '../../machines/handshake-facts.ts'
import { rpcResponse, type RpcResponse } from '../../mcp/json-rpc.ts'
import { readJson } from '../../oauth/json.ts'
import { withQuery } from '../../oauth/parameters.ts'
import { parseChallenges } from '../../oauth/www-authenticate.ts'
import { header, headerValues } from '../../wire/headers.ts'
import type { HttpRequest, HttpResponse, MessageName } from '../../wire/message.ts'
import type { Reply } from '../line.ts'
import { deeds, inspect } from '../party.ts'
import { known } from './facts.ts'
import { giveUp, postJson, refuse, silence, toServer } from './request.ts'
import type { Desk, Settings } from './settings.ts'

const ACCEPT = ['Accept', 'application/json, text/event-stream'] as const

/** The request that opens an MCP session. @see [MCP 2025-06-18 Lifecycle - Initialization](https://modelcontextprotocol.io/specification/2025-06-18/basic/lifecycle#initialization) */
export const initializeRequest = ({ name, protocolVersion }: Settings, url: string): HttpRequest =>
  postJson(
    url,
    {
      jsonrpc: '2.0',
      id: 0,
      method: 'initialize',
      params: { protocolVersion, capabilities: {}, clientInfo: { name, version: '1.0.0' } },
    },
    [ACCEPT],
  )

/** What an answer of the MCP server is called. */
export const mcpAnswer = ({ status }: HttpResponse): MessageName =>
  status === 401 || status === 403 ? 'mcp-challenge' : 'mcp-response'

// The access token goes into the Authorization header of every request; in a URL it MUST NOT be.
const withToken = (request: HttpRequest, token: string, inHeader: boolean): HttpRequest =>
  inHeader
    ? { ...request, headers: [...request.headers, ['Authorization', `Bearer ${token}`]] }
    : { ...request, url: withQuery(request.url, { access_token: token }) }

interface Sent {
  readonly response: HttpResponse
  readonly answer: RpcResponse | undefined
  readonly found: Reply['found']
}

const send = async (
  { settings, at }: Desk,
  facts: HandshakeFacts,
  message: Readonly<Record<string, unknown>>,
): Promise<Sent | undefined> => {
  const { session, serverUrl, tokens } = facts
  const inHeader = !at.forgotten.has(tokenDeeds.header.id)
  const plain =
    message['method'] === 'initialize'
      ? initializeRequest(settings, serverUrl)
      : postJson(serverUrl, { jsonrpc: '2.0', ...message }, [
          ACCEPT,
          ['MCP-Protocol-Version', session?.protocolVersion ?? settings.protocolVersion],
          ...(session?.id === undefined ? [] : ([['Mcp-Session-Id', session.id]] as const)),
        ])
  const reply = await at.line.exchange({
    ...toServer('mcp-server'),
    name: 'mcp-request',
    answer: mcpAnswer,
    did: deeds(at, [tokenDeeds.header, inHeader ? 'Authorization: Bearer …' : undefined]),
    request: withToken(plain, known(tokens).access_token, inHeader),
  })
  if (!reply) return undefined
  const reading = readJson(rpcResponse, reply.response.body)
  const answer = 'value' in reading ? reading.value : undefined
  return { response: reply.response, answer, found: reply.found }
}

/** How the client takes an answer that is no result. */
const setback = (sent: Sent | undefined): Progress => {
  if (!sent) return silence('the MCP server')
  const { status, headers } = sent.response
  const challenges = headerValues(headers, 'WWW-Authenticate').flatMap(parseChallenges)
  const error = challenges.find(({ scheme }) => scheme === 'bearer')?.parameters['error']
  if (status === 401 && error === 'invalid_token')
    return {
      kind: 'unauthorized',
      facts: { gaveUp: 'The MCP server does not accept the access token.' },
    }
  const words = sent.answer?.error?.message ?? error ?? `status ${status}`
  return giveUp(`The MCP server refused the request: ${words}.`)
}

/** Opens a session. */
export const initialize =
  (desk: Desk): Step =>
  async (facts) => {
    const sent = await send(desk, facts, { method: 'initialize' })
    const version = sent?.answer?.result?.['protocolVersion']
    if (!sent || sent.response.status !== 200 || typeof version !== 'string') return setback(sent)
    const versions = { answered: version, spoken: desk.settings.protocolVersion }
    const refusal = await inspect(versionChecks, versions, desk.at, sent.found)
    if (refusal) return refuse(refusal)
    const id = header(sent.response.headers, 'Mcp-Session-Id')
    return { kind: 'done', facts: { session: { id, protocolVersion: version } } }
  }

/** Says that the session can begin. */
export const announceReady =
  (desk: Desk): Step =>
  async (facts) => {
    const sent = await send(desk, facts, { method: 'notifications/initialized' })
    return sent?.response.status === 202
      ? { kind: 'done', facts: { announced: true } }
      : setback(sent)
  }

/** Asks which tools there are. */
export const listTools =
  (desk: Desk): Step =>
  async (facts) => {
    const sent = await send(desk, facts, { id: 1, method: 'tools/list' })
    const tools = sent?.answer?.result?.['tools']
    if (sent?.response.status !== 200 || !Array.isArray(tools)) return setback(sent)
    const names = tools.map((tool: unknown) => String(Object(tool)['name'] ?? ''))
    return { kind: 'done', facts: { tools: names } }
  }

/** Does the first errand that is left: calls a tool, or lets time pass. */
export const runErrand =
  (desk: Desk): Step =>
  async (facts) => {
    const [errand, ...errands] = facts.errands
    if (errand === undefined) return { kind: 'done', facts: {} }
    if ('wait' in errand) {
      desk.at.clock.advance(errand.wait)
      return { kind: 'done', facts: { errands } }
    }
    const sent = await send(desk, facts, {
      id: 2 + facts.results.length,
      method: 'tools/call',
      params: { name: errand.call, arguments: errand.arguments },
    })
    const result = sent?.answer?.result
    if (sent?.response.status !== 200 || !result) return setback(sent)
    return { kind: 'done', facts: { errands, results: [...facts.results, textOf(result)] } }
  }

const textOf = (result: Readonly<Record<string, unknown>>): string => {
  const content = result['content']
  const first: unknown = Array.isArray(content) ? content[0] : undefined
  return String(Object(first)['text'] ?? '')
}
