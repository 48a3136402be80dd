import type { Attack, Goal } from './contract.ts'
import { knowledgeIn } from '../knowledge.ts'
import { readJson } from '../oauth/json.ts'
import { rpcRequest, rpcResponse } from '../mcp/json-rpc.ts'
import { toolText } from '../mcp/tool-text.ts'
import { arrived, type Json, type WireMessage } from '../wire/message.ts'

/** What has come of the attack once the goal is reached, in one sentence. */
export const goalSentence = (goal: Goal): string => {
  switch (goal.is) {
    case 'reads':
      return 'The attacker read the owner’s note.'
    case 'calls':
      return 'The attacker had his own way in the owner’s account.'
    case 'changes':
      return 'The attacker changed the owner’s note.'
    case 'learns':
      return `The attacker knows the ${goal.what} of the owner or of their client.`
    case 'reaches':
      return 'A request went where only the sender can reach, and where the attacker wanted it.'
    case 'runs':
      return 'Something the attacker wrote was carried out on the owner’s machine.'
    case 'locks-out':
      return 'The owner’s client lost what it was granted.'
    case 'wears-out':
      return `The owner was asked ${goal.times} times for one request.`
  }
}

/** The id of the message with which the attacker had what he was after, judged by what was really delivered; undefined when he never had. */
export const reachedAt = (
  { goal }: Pick<Attack, 'goal'>,
  log: readonly WireMessage[],
): number | undefined => {
  switch (goal.is) {
    case 'reads':
      return log.find((message) => reaches(message) && textOf(message).includes(goal.text))?.id
    case 'calls':
      return log.find((message) => carriedOut(message, goal.tool, log))?.id
    case 'changes':
      return log.find((message) => changed(message, goal.note, log))?.id
    case 'learns':
      return learnedAt(goal.what, log)
    case 'reaches':
      return log.find(
        (message) =>
          message.kind === 'request' &&
          message.from !== 'attacker' &&
          arrived(message) &&
          message.request.url.startsWith(goal.address),
      )?.id
    case 'runs':
      return log.find(
        (message) =>
          message.kind === 'act' &&
          arrived(message) &&
          (message.name === 'shell-command' || message.name === 'run-script') &&
          carriedOutBy(message.local.content) === goal.marker,
      )?.id
    case 'locks-out':
      return log.find(
        (message) =>
          message.name === 'refresh-response' &&
          message.kind === 'response' &&
          message.to === 'client' &&
          message.response.status >= 400,
      )?.id
    case 'wears-out':
      return log.filter(({ name, from }) => name === 'open-browser' && from === 'client')[
        goal.times - 1
      ]?.id
  }
}

/** What a shell or a browser carries out: the name of a command, or of the function that a script calls. A marker in somebody else’s arguments is text. */
const carriedOutBy = ({ command, script }: Readonly<Record<string, Json>>): string | undefined =>
  /^[\w-]+/.exec(String(command ?? script ?? ''))?.[0]

/** Whether a message was read by the attacker: it came to him, or he overheard all of it. */
const reaches = (message: WireMessage): boolean =>
  arrived(message) && (message.to === 'attacker' || message.overheard === 'message')

const textOf = (message: WireMessage): string =>
  message.kind === 'act'
    ? JSON.stringify(message.local.content)
    : message.kind === 'request'
      ? `${message.request.url}\n${message.request.body ?? ''}`
      : message.response.body

/** The text that a tool has given the attacker with a message; undefined where it brought him none. */
export const textRead = (message: WireMessage | undefined): string | undefined => {
  if (message?.kind !== 'response' || message.to !== 'attacker' || !arrived(message))
    return undefined
  const answer = readJson(rpcResponse, message.response.body)
  const result = 'value' in answer ? answer.value.result : undefined
  return result === undefined || result['isError'] === true
    ? undefined
    : toolText(result) || undefined
}

const carriedOut = (message: WireMessage, tool: string, log: readonly WireMessage[]): boolean => {
  if (message.kind !== 'response' || message.to !== 'attacker' || !arrived(message)) return false
  const asked = log.find(
    ({ kind, exchange }) => kind === 'request' && exchange === message.exchange,
  )
  const call =
    asked?.kind === 'request' ? readJson(rpcRequest, asked.request.body ?? '') : undefined
  const answer = readJson(rpcResponse, message.response.body)
  return (
    call !== undefined &&
    'value' in call &&
    'value' in answer &&
    call.value.method === 'tools/call' &&
    call.value.params?.['name'] === tool &&
    answer.value.result !== undefined &&
    answer.value.result['isError'] !== true
  )
}

const changed = (message: WireMessage, note: string, log: readonly WireMessage[]): boolean => {
  if (message.kind !== 'response' || message.to !== 'attacker' || !arrived(message)) return false
  const asked = log.find(
    ({ kind, exchange }) => kind === 'request' && exchange === message.exchange,
  )
  return (
    message.response.status === 204 &&
    asked?.kind === 'request' &&
    asked.name === 'api-request' &&
    asked.request.method === 'PUT' &&
    asked.request.url.endsWith(`/notes/${encodeURIComponent(note)}`)
  )
}

const learnedAt = (
  what: Extract<Goal, { is: 'learns' }>['what'],
  log: readonly WireMessage[],
): number | undefined => {
  const { attacker, owner, client } = knowledgeIn(log)
  const theirs = new Set(
    [...owner, ...client].filter(({ name }) => name === what).map(({ value }) => value),
  )
  return attacker.find(({ name, value }) => name === what && theirs.has(value))?.since
}
