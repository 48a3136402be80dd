import type { RpcRequest } from '../../mcp/json-rpc.ts'
import { rpcErrors } from '../../mcp/json-rpc.ts'
import { metaKeys } from '../../mcp/meta.ts'
import { has } from '../../spec/differences.ts'
import { failure, type RpcAnswer } from './failure.ts'
import { methodNamed, SERVER_INFO } from './methods.ts'
import type { Caller } from './caller.ts'
import { notesDownstream } from './downstream-notes.ts'
import { keptNotes, type Notes } from './notes.ts'
import type { Desk } from './settings.ts'

/** A message that wants an answer. */
export type Asking = RpcRequest & { readonly id: string | number }

/** The messages that want an answer; notifications want none. */
export const askingIn = (messages: readonly RpcRequest[]): readonly Asking[] =>
  messages.filter((message): message is Asking => message.id !== undefined)

const notesOf = ({ settings, at, notes }: Desk, caller: Caller | undefined): Notes => {
  if (settings.downstream) return notesDownstream(settings.downstream, at, caller)
  const mine = notes.get(caller?.account ?? '') ?? new Map<string, string>()
  notes.set(caller?.account ?? '', mine)
  return keptNotes(mine)
}

/** Does what several messages ask, one after the other, in the name of one caller. */
export const performAll = async (
  desk: Desk,
  caller: Caller | undefined,
  messages: readonly Asking[],
): Promise<readonly RpcAnswer[]> => {
  const answers: RpcAnswer[] = []
  for (const message of messages) answers.push(await perform(desk, caller, message))
  return answers
}

const perform = async (
  desk: Desk,
  caller: Caller | undefined,
  message: Asking,
): Promise<RpcAnswer> => {
  const { revision } = desk.at
  const known = methodNamed(message.method, revision)
  if (!known)
    return failure(revision, { code: rpcErrors.methodNotFound, message: 'Unknown method' }, message)
  const notes = notesOf(desk, caller)
  const outcome = await known.run({ revision, notes, params: message.params ?? {} })
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
