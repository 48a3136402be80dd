import { toolText } from '../../mcp/tool-text.ts'
import { stepUpChecks, versionChecks } from '../../checks/client-mcp.ts'
import type { HandshakeFacts, Progress, Step } from '../../machines/handshake-facts.ts'
import type { RpcResponse } from '../../mcp/json-rpc.ts'
import { paramHeadersOf } from '../../mcp/param-headers.ts'
import { formatScope, parseScope } from '../../oauth/scope.ts'
import { has } from '../../spec/differences.ts'
import { header } from '../../wire/headers.ts'
import type { HttpResponse } from '../../wire/message.ts'
import type { Reply } from '../line.ts'
import { inspect } from '../party.ts'
import { bearerIn, turnedAway } from './challenge.ts'
import { answerIn, mcpAnswer, mcpRequest, type Message } from './mcp-message.ts'
import { giveUp, refuse, silence, toServer } from './request.ts'
import type { Desk } from './settings.ts'
import { overPipe } from './stdio.ts'

/** How often a client asks the owner for more scope for one request. */
const MOST_STEP_UPS = 2

/** What came back for a message: over HTTP with a response, over a pipe without. */
interface Sent {
  readonly response?: HttpResponse
  readonly answer: RpcResponse | undefined
  readonly found: Reply['found']
}

const send = async (
  desk: Desk,
  facts: HandshakeFacts,
  message: Message,
): Promise<Sent | undefined> => {
  if (facts.transport === 'stdio') return overPipe(desk, message)
  const { request, did } = mcpRequest(desk, facts, message)
  const reply = await desk.at.line.exchange({
    ...toServer('mcp-server'),
    name: 'mcp-request',
    answer: mcpAnswer,
    did,
    request,
  })
  return reply && { ...reply, answer: answerIn(reply.response, desk.at.revision) }
}

const opening = ({ at }: Desk): Message =>
  has(at.revision, 'stateless') ? { id: 1, method: 'tools/list' } : { id: 0, method: 'initialize' }

/** The request with which a client knocks: the first of MCP, whatever that is in its revision. */
export const knockRequest = (desk: Desk, facts: HandshakeFacts) =>
  mcpRequest(desk, facts, opening(desk))

/** What follows when the MCP server answers the first request without asking for a token: it asked for none, or took the client's key. */
export const admission = async (
  desk: Desk,
  facts: HandshakeFacts,
  reply: Reply,
): Promise<Progress | undefined> => {
  const answer = answerIn(reply.response, desk.at.revision)
  if (reply.response.status !== 200 || !answer?.result) return undefined
  const sent = { ...reply, answer }
  const progress = await (opening(desk).method === 'initialize'
    ? opened(desk, sent)
    : listed(desk, facts, sent))
  return progress.kind === 'done' ? { kind: 'admitted', facts: progress.facts } : progress
}

/** How the client takes an answer that is no result. */
const setback = async (
  desk: Desk,
  facts: HandshakeFacts,
  sent: Sent | undefined,
): Promise<Progress> => {
  if (!sent) return silence('the MCP server')
  const { response, answer } = sent
  const { error, scope } = response ? bearerIn(response) : {}
  if (response?.status === 401 && facts.tokens === undefined) {
    const progress = await turnedAway(desk, facts, { response, found: sent.found })
    return progress.kind === 'done' ? { ...progress, kind: 'unauthorized' } : progress
  }
  if (response?.status === 401)
    return {
      kind: 'unauthorized',
      facts: {
        gaveUp: 'The MCP server does not accept the access token.',
        turnedAway: (facts.turnedAway ?? 0) + 1,
        // What the challenge names is what counts, should the owner have to be asked again.
        ...(scope && { widerScope: widened(desk, facts, scope) }),
      },
    }
  if (
    response?.status === 403 &&
    error === 'insufficient_scope' &&
    facts.tokens !== undefined &&
    has(desk.at.revision, 'step-up')
  ) {
    const attempts = facts.stepUps ?? 0
    const counts = { challenged: scope, attempts, most: MOST_STEP_UPS }
    const refusal = await inspect(stepUpChecks, counts, desk.at, sent.found)
    if (refusal) return refuse(refusal)
    return {
      kind: 'forbidden',
      facts: { widerScope: widened(desk, facts, scope), stepUps: attempts + 1 },
    }
  }
  // A client whose session is gone MUST open another one, without the old id.
  if (response?.status === 404 && facts.session?.id !== undefined)
    return {
      kind: 'lost',
      facts: {
        gaveUp: 'The MCP server loses the session again and again.',
        session: undefined,
        announced: undefined,
        sessionsLost: (facts.sessionsLost ?? 0) + 1,
      },
    }
  const words = answer?.error?.message ?? error ?? `status ${response?.status ?? 'unknown'}`
  return giveUp(`The MCP server refused the request: ${words}.`)
}

// Since 2026-07-28 the client asks for what it had as well: the challenge names only what this request needs.
const widened = ({ at }: Desk, facts: HandshakeFacts, challenged: string | undefined): string => {
  // A challenge that names no scope leaves what the metadata lists.
  const needed = challenged || facts.resourceMetadata?.scopes_supported?.join(' ')
  return has(at.revision, 'step-up-union') && !at.forgotten.has('client/step-up-union')
    ? formatScope([...parseScope(facts.scope ?? facts.tokens?.scope), ...parseScope(needed)])
    : (needed ?? '')
}

const THROUGH = { turnedAway: 0, stepUps: 0, sessionsLost: 0 } as const
/** A session that was opened is not yet one that lasts. */
const OPENED = { turnedAway: 0 } as const

const opened = async (desk: Desk, sent: Sent): Promise<Progress> => {
  const version = String(sent.answer?.result?.['protocolVersion'] ?? 'nothing')
  const versions = { answered: version, spoken: desk.at.revision }
  const refusal = await inspect(versionChecks, versions, desk.at, sent.found)
  if (refusal) return refuse(refusal)
  const id = sent.response && header(sent.response.headers, 'Mcp-Session-Id')
  return { kind: 'done', facts: { session: { id, protocolVersion: version }, ...OPENED } }
}

const succeeded = (sent: Sent | undefined): sent is Sent =>
  sent?.answer?.result !== undefined && (sent.response?.status ?? 200) === 200

/** Opens a session. */
export const initialize =
  (desk: Desk): Step =>
  async (facts) => {
    const sent = await send(desk, facts, { id: 0, method: 'initialize' })
    return succeeded(sent) ? opened(desk, sent) : setback(desk, facts, sent)
  }

/** Says that the session can begin. */
export const announceReady =
  (desk: Desk): Step =>
  async (facts) => {
    const sent = await send(desk, facts, { method: 'notifications/initialized' })
    const heard = sent !== undefined && (sent.response?.status ?? 202) === 202
    return heard
      ? { kind: 'done', facts: { announced: true, ...OPENED } }
      : setback(desk, facts, sent)
  }

const listed = async (desk: Desk, facts: HandshakeFacts, sent: Sent): Promise<Progress> => {
  const tools = sent.answer?.result?.['tools']
  if (!Array.isArray(tools)) return setback(desk, facts, sent)
  const mirrored = has(desk.at.revision, 'stateless')
  // A tool whose annotations break the rules MUST be left out; the others stay.
  const usable = tools.flatMap((tool: unknown) => {
    const headers = mirrored ? paramHeadersOf(Object(tool)['inputSchema']) : []
    return headers ? [[String(Object(tool)['name'] ?? ''), headers] as const] : []
  })
  const names = usable.map(([name]) => name)
  return {
    kind: 'done',
    facts: { tools: names, paramHeaders: new Map(usable), ...THROUGH },
  }
}

/** Asks which tools there are. */
export const listTools =
  (desk: Desk): Step =>
  async (facts) => {
    const sent = await send(desk, facts, { id: 1, method: 'tools/list' })
    return succeeded(sent) ? listed(desk, facts, sent) : setback(desk, facts, sent)
  }

/** Calls a tool for the owner. */
export const callTool = async (
  desk: Desk,
  facts: HandshakeFacts,
  call: { readonly call: string; readonly arguments: Readonly<Record<string, string>> },
): Promise<Progress> => {
  const sent = await send(desk, facts, {
    id: 2 + facts.results.length,
    method: 'tools/call',
    params: { name: call.call, arguments: call.arguments },
  })
  if (!succeeded(sent)) return setback(desk, facts, sent)
  const results = [...facts.results, toolText(sent.answer?.result ?? {})]
  const toolFailed = sent.answer?.result?.['isError'] === true
  return {
    kind: 'done',
    facts: { errands: facts.errands.slice(1), results, toolFailed, ...THROUGH },
  }
}
