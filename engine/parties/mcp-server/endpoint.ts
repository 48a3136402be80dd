import { mcpRequestChecks } from '../../checks/mcp-request.ts'
import { rpcErrors, rpcRequest, type RpcError, type RpcRequest } from '../../mcp/json-rpc.ts'
import type { Answer } from '../../network/server.ts'
import { readJson } from '../../oauth/json.ts'
import { parseScope } from '../../oauth/scope.ts'
import { header, mediaType } from '../../wire/headers.ts'
import type { HeaderList, HttpResponse, Json } from '../../wire/message.ts'
import { inspect } from '../party.ts'
import { admit, turnAway } from './bearer.ts'
import { methods, scopesNeeded, supportedVersions } from './methods.ts'
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
    const { at, sessions } = desk
    const admission = await admit(desk, request, visit)
    if ('answer' in admission) return admission.answer
    const { token } = admission

    if (mediaType(request.headers) !== 'application/json')
      return failed(415, { code: rpcErrors.invalidRequest, message: 'application/json expected' })
    const reading = readJson(rpcRequest, request.body ?? '')
    if ('problem' in reading) return failed(400, whatIsWrong(reading.problem))
    const message = reading.value
    const sessionId = header(request.headers, 'Mcp-Session-Id')
    const session = sessions.get(sessionId ?? '')
    const facts = {
      method: message.method,
      tool: undefined,
      protocolVersion: header(request.headers, 'MCP-Protocol-Version'),
      supportedVersions,
      sessionId,
      sessionSubject: session?.subject,
      subject: token?.claims.sub,
      scopeNeeded: scopesNeeded(message.method, message.params ?? {}),
      scopeGranted: parseScope(token?.claims.scope),
    }
    const refusal = await inspect(mcpRequestChecks, facts, at.forgotten, visit.found)
    if (refusal?.reason === 'scope-insufficient') return turnAway(desk, refusal, visit)
    if (refusal)
      return failed(
        refusal.reason === 'session-unknown' && sessionId !== undefined ? 404 : 400,
        { code: rpcErrors.invalidRequest, message: 'No such session, or no such version of MCP' },
        message.id ?? null,
      )
    return message.id === undefined
      ? { status: 202, headers: [], body: '' }
      : perform(desk, message, message.id, token?.claims.sub)
  }

const whatIsWrong = (problem: string): RpcError => ({
  code: problem.startsWith('the body is not JSON')
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
  const outcome = known.run(desk.notes.get(subject ?? '') ?? new Map(), params ?? {})
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
    const id = header(request.headers, 'Mcp-Session-Id') ?? ''
    const mine = desk.sessions.get(id)?.subject === admission.token?.claims.sub
    if (!desk.sessions.has(id) || !mine) return { status: 404, headers: [], body: '' }
    desk.sessions.delete(id)
    return { status: 204, headers: [], body: '' }
  }
