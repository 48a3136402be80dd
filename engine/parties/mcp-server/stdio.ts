import {
  pipedRequestChecks,
  pipedSessionChecks,
  type McpRequestFacts,
} from '../../checks/mcp-request.ts'
import { readRpcBody, rpcIdIn, type RpcRequest } from '../../mcp/json-rpc.ts'
import { metaMissing, versionInMeta } from '../../mcp/meta.ts'
import type { Visit } from '../../network/server.ts'
import { has } from '../../spec/differences.ts'
import type { Json } from '../../wire/message.ts'
import { inspect, type Circumstances } from '../party.ts'
import { admitEnvironment } from './api-key.ts'
import { writeAudit, type AuditEntry } from './audit.ts'
import type { Caller } from './caller.ts'
import { failure, refusalError, unreadable } from './failure.ts'
import { supportedVersions } from './methods.ts'
import { askingIn, performAll } from './perform.ts'
import { scopesHeld, scopesNeeded } from './scopes.ts'
import { openDesk, type Desk, type Settings } from './settings.ts'

/** A running MCP server that is a program: a message goes in, and an answer comes out, or none where none is wanted. */
export interface StdioProcess {
  /** `visit` hears what the server finds, when somebody wants to know. */
  receive(message: unknown, visit?: Visit): Promise<Json | undefined>
}

/** The MCP server as a program that a client can start on the owner's machine. */
export interface StdioServer {
  /** Starts it; its credential is in the environment, as `NOTES_API_KEY`. */
  launch(environment: Readonly<Record<string, string>>): StdioProcess
  readonly audit: readonly AuditEntry[]
}

const UNSEEN: Visit = { message: undefined, found: () => {}, did: () => {} }

/**
 * The MCP server that speaks through a pipe instead of over HTTP. It SHOULD NOT use any of OAuth: whoever starts a program
 * decides what is in its environment, and that is where it takes its credential from.
 * @see [MCP 2026-07-28 Authorization - Protocol Requirements](https://modelcontextprotocol.io/specification/2026-07-28/basic/authorization#protocol-requirements)
 */
export const stdioServer = (settings: Settings, at: Circumstances): StdioServer => {
  const desk = openDesk(settings, at)
  return {
    audit: desk.audit,
    launch: (environment) => ({
      receive: (message, visit = UNSEEN) => answerLine(desk, environment, message, visit),
    }),
  }
}

const answerLine = async (
  desk: Desk,
  environment: Readonly<Record<string, string>>,
  line: unknown,
  visit: Visit,
): Promise<Json | undefined> => {
  const { at } = desk
  const note = (known: Parameters<typeof writeAudit>[3]) =>
    writeAudit(desk.audit, at.clock.now(), visit, known)
  const text = JSON.stringify(line) ?? ''
  const reading = readRpcBody(text, has(at.revision, 'batches'))
  if ('problem' in reading)
    return failure(at.revision, unreadable(reading.problem), { id: rpcIdIn(text) })
  const { messages, batch } = reading.value
  const admission = await admitEnvironment(desk, environment, visit)
  const caller = 'caller' in admission ? admission.caller : undefined
  const facts = factsAbout(desk, caller, messages)
  const refusal =
    'refusal' in admission
      ? admission.refusal
      : has(at.revision, 'stateless')
        ? await inspect(pipedRequestChecks, facts, at, visit.found)
        : await inspect(pipedSessionChecks, facts, at, visit.found)
  for (const message of messages) note({ ...(caller && { caller }), message, refusal })
  const asking = askingIn(messages)
  const answers = refusal
    ? asking.map((message) =>
        failure(at.revision, refusalError(at.revision, refusal, facts.protocolVersion), message),
      )
    : await performAll(desk, caller, asking)
  return batch && answers.length > 0 ? answers : answers[0]
}

// A pipe has no headers and is its own session.
const factsAbout = (
  desk: Desk,
  caller: Caller | undefined,
  messages: readonly RpcRequest[],
): McpRequestFacts => {
  const [first] = messages
  return {
    mirrored: [],
    metaMissing: first?.id === undefined ? undefined : metaMissing(first),
    protocolVersion: first && versionInMeta(first),
    supportedVersions: supportedVersions(desk.at.revision),
    beginsSession: false,
    sessionId: undefined,
    sessionSubject: undefined,
    subject: caller?.account,
    scopeNeeded: scopesNeeded(desk, messages),
    scopeGranted: scopesHeld(caller?.scope ?? []),
  }
}
