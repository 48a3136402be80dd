import { parameter, type Parameters } from '../oauth/parameters.ts'
import { check, holds, same } from './check.ts'

/** A request to the client's callback, as it arrived there. */
export interface AuthorizationResponseFacts {
  readonly parameters: Parameters
  /** The state the client sent; undefined when it waits for nothing. */
  readonly state: string | undefined
}

/** The client reads an authorization response. */
export const authorizationResponseChecks = [
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
