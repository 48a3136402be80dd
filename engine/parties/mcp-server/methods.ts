import { rpcErrors, type RpcError } from '../../mcp/json-rpc.ts'
import type { Json } from '../../wire/message.ts'
import { tools, type Notes } from './notes.ts'

/** The revisions of MCP this server speaks. */
export const supportedVersions = ['2025-06-18'] as const

/** What a method answers: a result, or a JSON-RPC error. */
export type Outcome = { readonly result: Record<string, Json> } | { readonly error: RpcError }

interface Method {
  /** The scope it needs; a tool adds its own. */
  readonly scope?: string
  run(notes: Notes, params: Readonly<Record<string, unknown>>): Outcome
}

const result = (value: Record<string, Json>): Outcome => ({ result: value })
const failed = (code: number, message: string): Outcome => ({ error: { code, message } })
const uriOf = (name: string) => `note:///${encodeURIComponent(name)}`

const PROMPT = {
  name: 'summarise_note',
  title: 'Summarise a note',
  description: 'Asks for one note in one sentence.',
  arguments: [{ name: 'name', description: 'Which note', required: true }],
}

/** Every method of the notes server, with the scope it needs. */
export const methods: ReadonlyMap<string, Method> = new Map<string, Method>([
  [
    'initialize',
    {
      run: () =>
        result({
          protocolVersion: supportedVersions[0],
          capabilities: { tools: {}, resources: {}, prompts: {} },
          serverInfo: { name: 'notes', title: 'Notes', version: '1.0.0' },
        }),
    },
  ],
  ['ping', { run: () => result({}) }],
  [
    'tools/list',
    {
      scope: 'notes:read',
      run: () =>
        result({
          tools: tools.map(({ name, title, description, inputSchema }) => ({
            name,
            title,
            description,
            inputSchema,
          })),
        }),
    },
  ],
  [
    'tools/call',
    {
      run: (notes, params) => {
        const tool = toolNamed(params)
        const answer = tool?.run(notes, params['arguments'])
        if (!tool) return failed(rpcErrors.invalidParams, 'Unknown tool')
        if (!answer)
          return failed(rpcErrors.invalidParams, 'The arguments are not what the tool takes')
        return result({
          content: [{ type: 'text', text: answer.text }],
          ...(answer.isError && { isError: true }),
        })
      },
    },
  ],
  [
    'resources/list',
    {
      scope: 'notes:read',
      run: (notes) =>
        result({
          resources: [...notes.keys()].map((name) => ({
            uri: uriOf(name),
            name,
            mimeType: 'text/plain',
          })),
        }),
    },
  ],
  [
    'resources/read',
    {
      scope: 'notes:read',
      run: (notes, { uri }) => {
        const found = [...notes].find(([name]) => uriOf(name) === uri)
        return found
          ? result({ contents: [{ uri: uriOf(found[0]), mimeType: 'text/plain', text: found[1] }] })
          : failed(rpcErrors.resourceNotFound, 'Resource not found')
      },
    },
  ],
  ['prompts/list', { scope: 'notes:read', run: () => result({ prompts: [PROMPT] }) }],
  [
    'prompts/get',
    {
      scope: 'notes:read',
      run: (notes, params) => {
        const args = params['arguments']
        const name =
          typeof args === 'object' && args !== null ? Reflect.get(args, 'name') : undefined
        const note = typeof name === 'string' ? notes.get(name) : undefined
        if (params['name'] !== PROMPT.name || note === undefined)
          return failed(rpcErrors.invalidParams, 'Unknown prompt, or unknown note')
        return result({
          messages: [
            { role: 'user', content: { type: 'text', text: `Summarise in one sentence: ${note}` } },
          ],
        })
      },
    },
  ],
])

const toolNamed = (params: Readonly<Record<string, unknown>>) =>
  tools.find(({ name }) => name === params['name'])

/** The scopes that a method needs with these parameters. An unknown method needs none: it is answered with an error. */
export const scopesNeeded = (
  method: string,
  params: Readonly<Record<string, unknown>>,
): readonly string[] => {
  const own = methods.get(method)?.scope
  const tool = method === 'tools/call' ? toolNamed(params)?.scope : undefined
  return [own, tool].filter((scope) => scope !== undefined)
}
