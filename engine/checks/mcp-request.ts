import { scopeMissing } from '../oauth/scope.ts'
import { check, holds } from './check.ts'
import { metadataMatches, metadataPresent, type RequestMetadataFacts } from './request-metadata.ts'

/** A request to the MCP server whose token was accepted. */
export interface McpRequestFacts extends RequestMetadataFacts {
  /** The version of MCP that the request says it is written in. */
  readonly protocolVersion: string | undefined
  /** Whether the request opens a session, and so cannot be in one yet. */
  readonly beginsSession: boolean
  readonly sessionId: string | undefined
  readonly sessionSubject: string | undefined
  readonly subject: string | undefined
  readonly scopeNeeded: readonly string[]
  /** The scope of the token or the API key, and what that implies. */
  readonly scopeGranted: readonly string[]
}

const versionSupported = check({
  id: 'rs/protocol-version-supported',
  level: 'MUST',
  refs: [
    'mcp-2025-06-18-transports-protocol-version-header',
    'mcp-2026-07-28-versioning-protocol-version-negotiation',
  ],
  says: 'The MCP-Protocol-Version of a request is one this server speaks.',
  fails: 'it does not speak this version of MCP',
  reason: 'protocol-version-unsupported',
  compare: ({ protocolVersion, supportedVersions }: McpRequestFacts) =>
    holds(
      protocolVersion === undefined || supportedVersions.includes(protocolVersion),
      supportedVersions.join(' or '),
      protocolVersion ?? 'not said',
    ),
})

const sessionKnown = check({
  id: 'rs/session-known',
  level: 'SHOULD',
  refs: ['mcp-2025-06-18-transports-session-management'],
  says: 'After `initialize` every request names the session that was opened.',
  fails: 'it has no such session',
  reason: 'session-unknown',
  compare: ({ beginsSession, sessionId, sessionSubject }: McpRequestFacts) =>
    holds(
      beginsSession || sessionSubject !== undefined,
      beginsSession ? 'none yet' : 'the id of an open session',
      sessionId,
    ),
})

const sessionBound = check({
  id: 'rs/session-bound-to-subject',
  level: 'SHOULD',
  refs: ['mcp-2025-06-18-security-session-hijacking'],
  says: 'A session belongs to the user who opened it: its id alone proves nothing.',
  fails: 'the session belongs to another user',
  reason: 'session-unknown',
  compare: ({ beginsSession, sessionSubject, subject }: McpRequestFacts) =>
    holds(
      beginsSession || sessionSubject === subject,
      beginsSession ? 'any user' : (sessionSubject ?? 'a session'),
      subject,
    ),
})

const scopePerMethod = check({
  id: 'rs/scope-per-method',
  level: 'MUST',
  refs: [
    'mcp-2025-06-18-authorization-error-handling',
    'oauth21-13-5.2',
    'oauth21-13-5.3.2',
    'mcp-2026-07-28-authorization-step-up-authorization-flow',
  ],
  says: 'The scope of the token, or of the API key, covers this very method and this very tool.',
  fails: 'the scope does not cover what was asked',
  reason: 'scope-insufficient',
  compare: ({ scopeNeeded, scopeGranted }: McpRequestFacts) =>
    holds(
      scopeMissing(scopeNeeded, scopeGranted).length === 0,
      scopeNeeded.join(' ') || 'any scope',
      scopeGranted.join(' ') || 'none',
    ),
})

/** The MCP server looks at what is asked of it. */
export const mcpRequestChecks = [
  metadataMatches,
  versionSupported,
  metadataPresent,
  sessionKnown,
  sessionBound,
  scopePerMethod,
] as const

/** The same where the request came through a pipe, with neither headers nor a session’s id. */
export const pipedRequestChecks = [versionSupported, metadataPresent, scopePerMethod] as const

/** The same where a message through a pipe says nothing of its version, because `initialize` did. */
export const pipedSessionChecks = [scopePerMethod] as const

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
    refs: [
      'mcp-2025-06-18-transports-sending-messages-to-the-server',
      'mcp-2025-03-26-base-batching',
    ],
    says: 'A client MUST send one JSON-RPC message at a time, or, in the first revision, a list of them; the server reads nothing else, and only as application/json.',
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
