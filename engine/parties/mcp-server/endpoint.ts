import type { Refusal } from '../../checks/check.ts'
import {
  mcpMessageChecks,
  mcpRequestChecks,
  type McpRequestFacts,
} from '../../checks/mcp-request.ts'
import { rpcErrors, rpcRequest, type RpcError, type RpcRequest } from '../../mcp/json-rpc.ts'
import type { Answer, Visit } from '../../network/server.ts'
import type { DecodedToken } from '../../oauth/access-token.ts'
import { readJson } from '../../oauth/json.ts'
import { parseScope } from '../../oauth/scope.ts'
import { header, mediaType } from '../../wire/headers.ts'
import type { HeaderList, HttpRequest, HttpResponse, Json } from '../../wire/message.ts'
import { inspect } from '../party.ts'
import { admit, turnAway } from './bearer.ts'
import { methods, scopesNeeded, supportedVersions } from './methods.ts'
import type { Notes } from './notes.ts'
import type { Desk } from './settings.ts'

const reply = (status: number, body: Json, headers: HeaderList = []): HttpResponse => ({
  status,
  headers: [['Content-Type', 'application/json'], ...headers],
  body: JSON.stringify(body),
})

const failed = (status: number, error: RpcError, id: string | number | null = null) =>
  reply(status, { jsonrpc: '2.0', id, error: { code: error.code, message: error.message } })

/** Receives a JSON-RPC message. @see [MCP 2025-06-18 Transports - Sending Messages to the Server](https://modelcontextprotocol.io/specification/2025-06-18/basic/transports#sending-messages-to-the-server) */
export const answerPost =
  (desk: Desk): Answer =>
  async (request, visit) => {
    const admission = await admit(desk, request, visit)
    if ('answer' in admission) return admission.answer
    const { token } = admission

    const reading = readJson(rpcRequest, request.body ?? '')
    const problem = 'problem' in reading ? reading.problem : undefined
    const body = { mediaType: mediaType(request.headers), problem }
    const malformed = await inspect(mcpMessageChecks, body, desk.at, visit.found)
    if (malformed && problem === undefined)
      return failed(415, { code: rpcErrors.invalidRequest, message: 'application/json expected' })
    if ('problem' in reading) return failed(400, whatIsWrong(reading.problem))
    const message = reading.value
    const scopeNeeded = scopesNeeded(message.method, message.params ?? {})
    const asked = { method: message.method, scopeNeeded }
    const refusal = await examineRequest(desk, request, asked, token, visit)
    if (refusal?.reason === 'scope-insufficient') return turnAway(desk, refusal, visit)
    if (refusal) return notHere(refusal, request, message.id)
    return message.id === undefined
      ? { status: 202, headers: [], body: '' }
      : perform(desk, message, message.id, token?.claims.sub)
  }

const examineRequest = (
  { at, sessions }: Desk,
  { headers }: HttpRequest,
  asked: Pick<McpRequestFacts, 'method' | 'scopeNeeded'>,
  token: DecodedToken | undefined,
  visit: Visit,
) => {
  const sessionId = header(headers, 'Mcp-Session-Id')
  const facts = {
    ...asked,
    protocolVersion: header(headers, 'MCP-Protocol-Version'),
    supportedVersions,
    sessionId,
    sessionSubject: sessions.get(sessionId ?? '')?.subject,
    subject: token?.claims.sub,
    scopeGranted: parseScope(token?.claims.scope),
  }
  return inspect(mcpRequestChecks, facts, at, visit.found)
}

// A session that is gone MUST get 404; a request that names none SHOULD get 400.
const notHere = ({ reason }: Refusal, { headers }: HttpRequest, id?: string | number) => {
  const noSession = reason === 'session-unknown'
  const gone = noSession && header(headers, 'Mcp-Session-Id') !== undefined
  const message = noSession ? 'No such session' : 'No such version of MCP'
  return failed(gone ? 404 : 400, { code: rpcErrors.invalidRequest, message }, id)
}

const whatIsWrong = (problem: string): RpcError => ({
  code: /^the body is (empty|not JSON)/.test(problem)
    ? rpcErrors.parseError
    : rpcErrors.invalidRequest,
  message: `Not a JSON-RPC message: ${problem}`,
})

const perform = (
  desk: Desk,
  { method, params }: RpcRequest,
  id: string | number,
  subject: string | undefined,
) => {
  const known = methods.get(method)
  if (!known) return failed(200, { code: rpcErrors.methodNotFound, message: 'Unknown method' }, id)
  const mine: Notes = desk.notes.get(subject ?? '') ?? new Map()
  desk.notes.set(subject ?? '', mine)
  const outcome = known.run(mine, params ?? {})
  if ('error' in outcome) return failed(200, outcome.error, id)
  const headers: HeaderList =
    method === 'initialize' ? [['Mcp-Session-Id', openSession(desk, subject)]] : []
  return reply(200, { jsonrpc: '2.0', id, result: outcome.result }, headers)
}

const openSession = ({ at, sessions }: Desk, subject: string | undefined): string => {
  const id = at.random.token(18)
  sessions.set(id, { id, subject })
  return id
}

/** Ends a session. @see [MCP 2025-06-18 Transports - Session Management](https://modelcontextprotocol.io/specification/2025-06-18/basic/transports#session-management) */
export const answerDelete =
  (desk: Desk): Answer =>
  async (request, visit) => {
    const admission = await admit(desk, request, visit)
    if ('answer' in admission) return admission.answer
    const asked = { method: 'DELETE', scopeNeeded: [] }
    const refusal = await examineRequest(desk, request, asked, admission.token, visit)
    if (refusal) return notHere(refusal, request)
    desk.sessions.delete(header(request.headers, 'Mcp-Session-Id') ?? '')
    return { status: 204, headers: [], body: '' }
  }
