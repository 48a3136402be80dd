import { choiceOf, interferenceOf, type Decision } from './decisions.ts'
import { ailments, type Ailment } from './network/ailing.ts'
import type { Server } from './network/server.ts'
import { readUrl } from './oauth/redirect-uri.ts'
import type { Interference } from './wire/interference.ts'

/**
 * Everything that happens to messages in flight: what the learner does to those with a number, and what follows from choices
 * about codes. `foreignCode` is a code that was not made for this client’s request; without one none can be slipped in.
 */
export const interferencesOf = (
  decisions: readonly Decision[],
  given: { readonly foreignCode?: string | undefined } = {},
): Interference[] => {
  const code = choiceOf(decisions, 'code')?.choice
  const { foreignCode } = given
  return [
    ...interferenceOf(decisions),
    ...(code === 'reused' ? ([{ kind: 'duplicate', first: 'token-request' }] as const) : []),
    // The authorization server did answer with a code of its own. It is on the way to the loopback address, which any program
    // on the machine can call, that another takes its place.
    ...(code === 'foreign' && foreignCode !== undefined
      ? ([
          { kind: 'parameter', name: 'code', value: foreignCode, first: 'callback-request' },
        ] as const)
      : []),
    ...(choiceOf(decisions, 'refresh-token')
      ? ([{ kind: 'duplicate', first: 'refresh-request' }] as const)
      : []),
  ]
}

/** What ails the authorization server, for `ailing`; undefined when it is well, or down altogether. */
export const ailmentIn = (decisions: readonly Decision[]): Ailment | undefined => {
  const choice = choiceOf(decisions, 'authorization-server')?.choice
  return ailments.find((one) => one === choice)
}

/**
 * Whether nothing answers at a URL because the authorization server is down. Where another server has the same origin, only
 * the authorization server’s own paths are silent.
 */
export const isDown = (
  decisions: readonly Decision[],
  url: string,
  authorization: Server,
  others: readonly Server[],
): boolean => {
  if (choiceOf(decisions, 'authorization-server')?.choice !== 'down') return false
  const target = readUrl(url)
  if (target?.origin !== readUrl(authorization.origin)?.origin) return false
  const shared = others.some(({ origin }) => readUrl(origin)?.origin === target?.origin)
  return !shared || authorization.routes.some(({ path }) => path === target?.pathname)
}
