import { rpcResponse, type RpcResponse } from '../../mcp/json-rpc.ts'
import type { Step } from '../../machines/handshake-facts.ts'
import type { Json } from '../../wire/message.ts'
import { written, type Message } from './mcp-message.ts'
import { silence } from './request.ts'
import type { Desk } from './settings.ts'

const there = { from: 'client', to: 'mcp-server', channel: 'local' } as const
const back = { from: 'mcp-server', to: 'client', channel: 'local' } as const

/**
 * Starts the MCP server as a program, with its credential in the environment.
 * @see [MCP 2025-06-18 Authorization - Protocol Requirements](https://modelcontextprotocol.io/specification/2025-06-18/basic/authorization#protocol-requirements)
 */
export const launch =
  (desk: Desk): Step =>
  async () => {
    const { settings, at } = desk
    const sent = await at.line.act({
      ...there,
      name: 'launch',
      act: 'start the program notes-server',
      content: settings.environment,
    })
    if (!sent || !settings.launch) return silence('a program that could be started')
    const environment = Object.entries(sent).map(([name, value]) => [name, String(value)] as const)
    desk.process.current = settings.launch(Object.fromEntries(environment))
    return { kind: 'done', facts: { launched: true } }
  }

/** Writes a message to the program's standard input and reads its answer. */
export const overPipe = async (desk: Desk, message: Message) => {
  const sent = await desk.at.line.pass({
    ...there,
    name: 'stdio-request',
    act: 'write a line to standard input',
    content: { message: written(desk, message) as Json },
  })
  if (!sent) return undefined
  const said = await desk.process.current?.receive(messageIn(sent.content['message']), {
    message: sent.id,
    found: sent.found,
    did: sent.found,
  })
  if (said === undefined)
    return message.id === undefined ? { answer: undefined, found: () => {} } : undefined
  const got = await desk.at.line.pass({
    ...back,
    name: 'stdio-response',
    act: 'write a line to standard output',
    content: { message: said },
  })
  const read = rpcResponse.safeParse(messageIn(got?.content['message']))
  const answer: RpcResponse | undefined = read.success ? read.data : undefined
  return got && { answer, found: got.found }
}

// Whoever changes a line on its way writes text.
const messageIn = (value: Json | undefined): unknown => {
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value)
  } catch {
    return undefined
  }
}
