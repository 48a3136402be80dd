import type { RpcRequest } from '../../mcp/json-rpc.ts'
import { rpcErrors } from '../../mcp/json-rpc.ts'
import { metaKeys } from '../../mcp/meta.ts'
import { has } from '../../spec/differences.ts'
import { failure, type RpcAnswer } from './failure.ts'
import { methodNamed, SERVER_INFO } from './methods.ts'
import type { Notes } from './notes.ts'
import type { Desk } from './settings.ts'

/** A message that wants an answer. */
export type Asking = RpcRequest & { readonly id: string | number }

/** The messages that want an answer; notifications want none. */
export const askingIn = (messages: readonly RpcRequest[]): readonly Asking[] =>
  messages.filter((message): message is Asking => message.id !== undefined)

/** Does what one message asks, for one account. */
export const perform = (
  { at: { revision }, notes }: Desk,
  account: string | undefined,
  message: Asking,
): RpcAnswer => {
  const known = methodNamed(message.method, revision)
  if (!known)
    return failure(revision, { code: rpcErrors.methodNotFound, message: 'Unknown method' }, message)
  const mine: Notes = notes.get(account ?? '') ?? new Map()
  notes.set(account ?? '', mine)
  const outcome = known.run({ revision, notes: mine, params: message.params ?? {} })
  if ('error' in outcome) return failure(revision, outcome.error, message)
  // A result MUST say of what type it is, and one that may be kept MUST say for how long; and without a session a server
  // SHOULD say in each who it is.
  const own = {
    resultType: 'complete',
    ...known.fresh,
    _meta: { [metaKeys.serverInfo]: SERVER_INFO },
  }
  const result = { ...outcome.result, ...(has(revision, 'stateless') && own) }
  return { jsonrpc: '2.0', id: message.id, result }
}
