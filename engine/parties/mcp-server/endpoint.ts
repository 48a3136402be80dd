import type { Refusal } from '../../checks/check.ts'
import {
  mcpMessageChecks,
  mcpRequestChecks,
  type McpRequestFacts,
} from '../../checks/mcp-request.ts'
import {
  readRpcBody,
  rpcErrors,
  rpcIdIn,
  type RpcBody,
  type RpcRequest,
} from '../../mcp/json-rpc.ts'
import { metaMissing, mirroredFields, versionInMeta } from '../../mcp/meta.ts'
import type { Answer, Visit } from '../../network/server.ts'
import { has } from '../../spec/differences.ts'
import type { Revision } from '../../spec/revisions.ts'
import { header, mediaType } from '../../wire/headers.ts'
import type { HeaderList, HttpRequest, HttpResponse, Json } from '../../wire/message.ts'
import { inspect } from '../party.ts'
import { admit } from './admission.ts'
import { writeAudit, type Audited } from './audit.ts'
import type { Caller } from './caller.ts'
import { turnAway } from './challenge.ts'
import { failure, refusalError, unreadable, type RpcAnswer } from './failure.ts'
import { supportedVersions } from './methods.ts'
import { askingIn, performAll } from './perform.ts'
import { scopesHeld, scopesNeeded } from './scopes.ts'
import type { Desk } from './settings.ts'

const reply = (status: number, body: Json, headers: HeaderList = []): HttpResponse => ({
  status,
  headers: [['Content-Type', 'application/json'], ...headers],
  body: JSON.stringify(body),
})

const audit = ({ audit, at }: Desk, visit: Visit, known: Audited): void =>
  writeAudit(audit, at.clock.now(), visit, known)

// Lets a request in and has it answered, or turns it away.
const answered =
  (
    desk: Desk,
    answer: (caller: Caller, request: HttpRequest, visit: Visit) => Promise<HttpResponse>,
  ): Answer =>
  async (request, visit) => {
    const admission = await admit(desk, request, visit)
    if ('refusal' in admission) {
      audit(desk, visit, admission)
      return turnAway(desk, admission.refusal, visit)
    }
    const response = await answer(admission.caller, request, visit)
    return { ...response, headers: [...response.headers, ...admission.headers] }
  }

/** Receives JSON-RPC messages. @see [MCP 2025-06-18 Transports - Sending Messages to the Server](https://modelcontextprotocol.io/specification/2025-06-18/basic/transports#sending-messages-to-the-server) */
export const answerPost = (desk: Desk): Answer =>
  answered(desk, async (caller, request, visit) => {
    const { at } = desk
    const text = request.body ?? ''
    const reading = readRpcBody(text, has(at.revision, 'batches'))
    const problem = 'problem' in reading ? reading.problem : undefined
    const body = { mediaType: mediaType(request.headers), problem }
    const malformed = await inspect(mcpMessageChecks, body, at, visit.found)
    if (malformed) audit(desk, visit, { caller, refusal: malformed })
    if (malformed && problem === undefined) {
      const error = { code: rpcErrors.invalidRequest, message: 'application/json expected' }
      return reply(415, failure(at.revision, error))
    }
    if ('problem' in reading)
      return reply(400, failure(at.revision, unreadable(reading.problem), { id: rpcIdIn(text) }))
    return answerMessages(desk, reading.value, caller, request, visit)
  })

const answerMessages = async (
  desk: Desk,
  { messages, batch }: RpcBody,
  caller: Caller,
  request: HttpRequest,
  visit: Visit,
): Promise<HttpResponse> => {
  const { revision } = desk.at
  const facts = factsAbout(desk, caller, request, messages)
  const refusal = await inspect(mcpRequestChecks, facts, desk.at, visit.found)
  for (const message of messages) audit(desk, visit, { caller, message, refusal })
  if (refusal?.reason === 'scope-insufficient')
    return turnAway(desk, refusal, visit, { needed: facts.scopeNeeded, granted: caller.scope })
  if (refusal) return refuse(revision, refusal, facts, messages[0])
  const answers = await performAll(desk, caller, askingIn(messages))
  const [answer] = answers
  if (answer === undefined) return { status: 202, headers: [], body: '' }
  const opens = facts.beginsSession && 'result' in answer
  const headers: HeaderList = opens ? [['Mcp-Session-Id', openSession(desk, caller.account)]] : []
  return reply(statusOf(revision, answer), batch ? answers : answer, headers)
}

const factsAbout = (
  desk: Desk,
  caller: Caller,
  { headers }: HttpRequest,
  messages: readonly RpcRequest[],
): McpRequestFacts => {
  const sessionId = header(headers, 'Mcp-Session-Id')
  const [first] = messages
  return {
    mirrored: first ? mirroredFields(first, (name) => header(headers, name)) : [],
    metaMissing: first?.id === undefined ? undefined : metaMissing(first),
    // Unsafe: where nobody compares them, the header decides, and the body may have been written for another version.
    protocolVersion: header(headers, 'MCP-Protocol-Version') ?? (first && versionInMeta(first)),
    supportedVersions: supportedVersions(desk.at.revision),
    beginsSession: messages.some(({ method }) => method === 'initialize'),
    sessionId,
    sessionSubject: desk.sessions.get(sessionId ?? '')?.subject,
    subject: caller.account,
    scopeNeeded: scopesNeeded(desk, messages),
    scopeGranted: scopesHeld(caller.scope),
  }
}

const refuse = (
  revision: Revision,
  refusal: Refusal,
  { sessionId, protocolVersion }: McpRequestFacts,
  message?: RpcRequest,
): HttpResponse => {
  // A session that is gone MUST get 404; a request that names none SHOULD get 400.
  const gone = refusal.reason === 'session-unknown' && sessionId !== undefined
  const error = refusalError(revision, refusal, protocolVersion)
  return reply(gone ? 404 : 400, failure(revision, error, message))
}

// Where there are no sessions an unknown method MUST be answered with 404: so it is told from a server of another kind.
const statusOf = (revision: Revision, { error }: RpcAnswer): number =>
  has(revision, 'stateless') && Object(error)['code'] === rpcErrors.methodNotFound ? 404 : 200

const openSession = ({ at, sessions }: Desk, subject: string | undefined): string => {
  const id = at.random.token(18)
  sessions.set(id, { id, subject })
  return id
}

/** Ends a session. @see [MCP 2025-06-18 Transports - Session Management](https://modelcontextprotocol.io/specification/2025-06-18/basic/transports#session-management) */
export const answerDelete = (desk: Desk): Answer =>
  answered(desk, async (caller, request, visit) => {
    const facts = factsAbout(desk, caller, request, [])
    const refusal = await inspect(mcpRequestChecks, facts, desk.at, visit.found)
    audit(desk, visit, { caller, message: { method: 'DELETE' }, refusal })
    if (refusal) return refuse(desk.at.revision, refusal, facts)
    desk.sessions.delete(facts.sessionId ?? '')
    return { status: 204, headers: [], body: '' }
  })
