import { check, deed, holds, same } from './check.ts'

/** What a client does with every MCP request. */
export const mcpDeeds = {
  versionHeader: deed({
    id: 'client/version-header',
    level: 'MUST',
    refs: ['mcp-2025-06-18-transports-protocol-version-header'],
    says: 'Every request after the first says which version of MCP it is written in.',
  }),
  requestMetadata: deed({
    id: 'client/request-metadata-sent',
    level: 'MUST',
    refs: [
      'mcp-2026-07-28-streamable-http-request-metadata',
      'mcp-2026-07-28-streamable-http-standard-request-headers',
    ],
    says: 'Every request says in its headers and in `_meta` which version it is written in, what it asks, and who sends it.',
  }),
} as const

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

/** What a client does when it chooses a scope. */
export const scopeDeeds = {
  fromChallenge: deed({
    id: 'client/scope-from-challenge',
    level: 'SHOULD',
    refs: ['mcp-2025-11-25-authorization-scope-selection-strategy'],
    says: 'The client asks for the scope the challenge names; failing that for all that the metadata lists, and failing that for none.',
  }),
  union: deed({
    id: 'client/step-up-union',
    level: 'SHOULD',
    refs: [
      'mcp-2026-07-28-authorization-scope-selection-strategy',
      'mcp-2026-07-28-authorization-step-up-authorization-flow',
    ],
    says: 'When the client asks for more scope, it asks for what it had as well, so that nothing is lost.',
  }),
} as const

/** A request that was turned away because the token's scope does not reach. */
export interface StepUpFacts {
  /** The scope the server says is needed; undefined when it does not say. */
  readonly challenged: string | undefined
  /** How often the client has asked for more since a request last went through. */
  readonly attempts: number
  readonly most: number
}

/** The client looks whether asking for more scope can help. */
export const stepUpChecks = [
  check({
    id: 'client/step-up-limited',
    level: 'SHOULD',
    refs: ['mcp-2025-11-25-authorization-step-up-authorization-flow'],
    says: 'The client asks for more scope no more than a few times for the same request.',
    fails: 'asking the owner for more scope did not help',
    reason: 'scope-insufficient',
    compare: ({ attempts, most }: StepUpFacts) =>
      holds(attempts < most, `at most ${most} attempts`, `${attempts} made`),
  }),
] as const
