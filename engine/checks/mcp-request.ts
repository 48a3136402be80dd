import { scopeMissing } from '../oauth/scope.ts'
import { check, holds, same } from './check.ts'

/** A request to the MCP server whose token was accepted. */
export interface McpRequestFacts {
  readonly method: string
  readonly protocolVersion: string | undefined
  readonly supportedVersions: readonly string[]
  readonly sessionId: string | undefined
  readonly sessionSubject: string | undefined
  readonly subject: string | undefined
  readonly scopeNeeded: readonly string[]
  readonly scopeGranted: readonly string[]
}

const beginsSession = (method: string) => method === 'initialize'

/** The MCP server looks at what is asked of it. */
export const mcpRequestChecks = [
  check({
    id: 'rs/protocol-version-supported',
    level: 'MUST',
    refs: ['mcp-2025-06-18-transports-protocol-version-header'],
    says: 'The MCP-Protocol-Version of a request is one this server speaks.',
    fails: 'it does not speak this version of MCP',
    reason: 'protocol-version-unsupported',
    compare: ({ protocolVersion, supportedVersions }: McpRequestFacts) =>
      holds(
        protocolVersion === undefined || supportedVersions.includes(protocolVersion),
        supportedVersions.join(' or '),
        protocolVersion ?? 'not said',
      ),
  }),
  check({
    id: 'rs/session-known',
    level: 'SHOULD',
    refs: ['mcp-2025-06-18-transports-session-management'],
    says: 'After `initialize` every request names the session that was opened.',
    fails: 'it has no such session',
    reason: 'session-unknown',
    compare: ({ method, sessionId, sessionSubject }: McpRequestFacts) =>
      holds(
        beginsSession(method) || sessionSubject !== undefined,
        beginsSession(method) ? 'none yet' : 'the id of an open session',
        sessionId,
      ),
  }),
  check({
    id: 'rs/session-bound-to-subject',
    level: 'SHOULD',
    refs: ['mcp-2025-06-18-security-session-hijacking'],
    says: 'A session belongs to the user who opened it: its id alone proves nothing.',
    fails: 'the session belongs to another user',
    reason: 'session-unknown',
    compare: ({ method, sessionSubject, subject }: McpRequestFacts) =>
      holds(
        beginsSession(method) || sessionSubject === subject,
        beginsSession(method) ? 'any user' : (sessionSubject ?? 'a session'),
        subject,
      ),
  }),
  check({
    id: 'rs/scope-per-method',
    level: 'MUST',
    refs: ['mcp-2025-06-18-authorization-error-handling', 'oauth21-13-5.2', 'oauth21-13-5.3.2'],
    says: 'The token’s scope covers this very method and this very tool.',
    fails: 'the token’s scope does not cover what was asked',
    reason: 'scope-insufficient',
    compare: ({ scopeNeeded, scopeGranted }: McpRequestFacts) =>
      holds(
        scopeMissing(scopeNeeded, scopeGranted).length === 0,
        scopeNeeded.join(' ') || 'any scope',
        scopeGranted.join(' ') || 'none',
      ),
  }),
] as const

/** The body of a request to the MCP server. */
export interface McpMessageFacts {
  readonly mediaType: string
  readonly problem: string | undefined
}

/** The MCP server reads a message, before it looks at what is asked in it. */
export const mcpMessageChecks = [
  check({
    id: 'rs/message-well-formed',
    level: 'none',
    refs: ['mcp-2025-06-18-transports-sending-messages-to-the-server'],
    says: 'A client MUST send one JSON-RPC message at a time; the server reads nothing else, and only as application/json.',
    fails: 'the body is not a JSON-RPC message',
    reason: 'malformed-request',
    compare: ({ mediaType, problem }: McpMessageFacts) =>
      holds(
        mediaType === 'application/json' && problem === undefined,
        'application/json holding one JSON-RPC message',
        problem ?? (mediaType || 'no media type'),
      ),
  }),
] as const

/** An answer to `initialize` as the client received it. */
export interface VersionFacts {
  readonly answered: string
  readonly spoken: string
}

/** The client looks which version of MCP will be spoken. */
export const versionChecks = [
  check({
    id: 'client/version-spoken',
    level: 'SHOULD',
    refs: ['mcp-2025-06-18-lifecycle-version-negotiation'],
    says: 'A client that does not speak the version the server answers with goes no further.',
    fails: 'the MCP server speaks another version of MCP',
    reason: 'answer-not-usable',
    compare: ({ answered, spoken }: VersionFacts) => same(spoken, answered),
  }),
] as const
