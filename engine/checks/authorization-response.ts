import { alikeIssuers } from '../oauth/issuer.ts'
import { parameter, type Parameters } from '../oauth/parameters.ts'
import { check, holds, same } from './check.ts'

/** A request to the client's callback, as it arrived there. */
export interface AuthorizationResponseFacts {
  readonly parameters: Parameters
  /** The state the client sent; undefined when it waits for nothing. */
  readonly state: string | undefined
  /** The issuer the client sent the owner to; undefined when no metadata named it. */
  readonly issuer: string | undefined
  /** Whether that issuer's metadata says that its answers name it. */
  readonly issuerNamesItself: boolean
}

/** What an authorization response may hold, and once only. */
const ONCE = ['code', 'state', 'iss', 'error'] as const

/** The client reads an authorization response. */
export const authorizationResponseChecks = [
  check({
    id: 'client/answer-parameters-once',
    level: 'none',
    refs: ['oauth21-13-3.1', 'oauth21-13-4.1.2'],
    says: 'A server MUST NOT say anything twice in its answer; of two codes, or two names, the client believes neither.',
    fails: 'a parameter of the answer came more than once',
    reason: 'answer-not-usable',
    compare: ({ parameters }: AuthorizationResponseFacts) => {
      const twice = ONCE.filter((name) => (parameters[name]?.length ?? 0) > 1)
      return holds(twice.length === 0, 'every parameter once', twice.join(', ') || 'every one once')
    },
  }),
  check({
    id: 'client/state-matches',
    level: 'SHOULD',
    refs: ['mcp-2025-06-18-authorization-open-redirection', 'oauth21-13-2.3.3'],
    says: 'The state that comes back is the one that was sent; anything else is thrown away.',
    fails: 'the answer belongs to no request it made',
    reason: 'answer-not-usable',
    compare: ({ parameters, state }: AuthorizationResponseFacts) =>
      state === undefined
        ? holds(false, 'an answer it is waiting for', parameter(parameters, 'state'))
        : same(state, parameter(parameters, 'state')),
  }),
  check({
    id: 'client/iss-when-promised',
    level: 'MUST',
    refs: ['mcp-2026-07-28-authorization-authorization-response-validation', 'rfc9207-2.4'],
    says: 'An answer of a server whose metadata promises its name has the name; without it, the answer is from somebody else, or somebody took it out.',
    fails: 'the answer does not name its authorization server, though that promises to',
    reason: 'answer-not-usable',
    compare: ({ parameters, issuer, issuerNamesItself }: AuthorizationResponseFacts) => {
      const named = parameter(parameters, 'iss')
      return holds(
        named !== undefined || !issuerNamesItself,
        issuerNamesItself ? (issuer ?? 'an issuer') : 'none promised',
        named ?? 'none',
      )
    },
  }),
  check({
    id: 'client/iss-matches',
    level: 'MUST',
    refs: ['mcp-2026-07-28-authorization-authorization-response-validation', 'rfc9207-2.4'],
    says: 'An answer that names an issuer names the one the client sent the owner to, and not another server. Errors are no exception.',
    fails: 'the answer comes from another authorization server than the one asked',
    reason: 'answer-not-usable',
    compare: ({ parameters, issuer }: AuthorizationResponseFacts) => {
      const named = parameter(parameters, 'iss')
      if (named === undefined) return holds(true, issuer ?? 'none', 'none')
      // Unsafe: where nobody compares exactly, this is all, and a neighbour passes who is spelled alike (`mix-up`).
      return holds(
        issuer !== undefined && alikeIssuers(issuer, named),
        issuer ?? 'an issuer the client knows',
        named,
      )
    },
  }),
  check({
    id: 'client/iss-compared-exactly',
    level: 'MUST',
    refs: [
      'mcp-2026-07-28-authorization-authorization-response-validation',
      'rfc9207-2.4',
      'rfc3986-6.2.1',
    ],
    says: 'The two names are compared character by character: no case is folded, no slash dropped, no escape undone.',
    fails: 'the answer names an issuer that is only spelled like the one asked',
    reason: 'answer-not-usable',
    compare: ({ parameters, issuer }: AuthorizationResponseFacts) => {
      const named = parameter(parameters, 'iss')
      return named === undefined
        ? holds(true, issuer ?? 'none', 'none')
        : same(issuer ?? 'an issuer the client knows', named)
    },
  }),
  check({
    id: 'client/code-present',
    level: 'none',
    refs: ['oauth21-13-4.1.2', 'oauth21-13-4.1.2.1'],
    says: 'The answer holds a code, or an error that says why there is none.',
    fails: 'the answer does not hold either a code or an error',
    reason: 'answer-not-usable',
    compare: ({ parameters }: AuthorizationResponseFacts) => {
      const code = parameter(parameters, 'code')
      const error = parameter(parameters, 'error')
      return holds(
        (code === undefined) !== (error === undefined),
        'a code or an error',
        code ?? error,
      )
    },
  }),
] as const
