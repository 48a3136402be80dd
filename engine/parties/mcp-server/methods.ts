import { rpcErrors, type RpcError } from '../../mcp/json-rpc.ts'
import { has, type FeatureId } from '../../spec/differences.ts'
import type { Revision } from '../../spec/revisions.ts'
import type { Json } from '../../wire/message.ts'
import { tools, type Notes } from './notes.ts'

/** The versions of MCP that a server of this revision speaks: it alone. */
export const supportedVersions = (revision: Revision): readonly string[] => [revision]

/** What a method answers: a result, or a JSON-RPC error. */
export type Outcome = { readonly result: Record<string, Json> } | { readonly error: RpcError }

/** What a method is given to work with. */
export interface Call {
  readonly revision: Revision
  readonly notes: Notes
  readonly params: Readonly<Record<string, unknown>>
}

/** How long a result may be kept, and whether others may be shown it: only what is the same for everybody is `public`. */
export interface Freshness {
  readonly ttlMs: number
  readonly cacheScope: 'public' | 'private'
}

interface Method {
  /** What a revision must have for this method to be there; every revision has a method that names nothing. */
  readonly only?: FeatureId
  /** The scope it needs; a tool adds its own. */
  readonly scope?: string
  /** What its results say of themselves to caches. Other results are not to be kept. */
  readonly fresh?: Freshness
  run(call: Call): Outcome | Promise<Outcome>
}

/** How this server is called. */
export const SERVER_INFO = { name: 'notes', title: 'Notes', version: '1.0.0' } as const

const CAPABILITIES = { tools: {}, resources: {}, prompts: {} } as const
const FOR_ALL: Freshness = { ttlMs: 300_000, cacheScope: 'public' }
const FOR_THIS_ACCOUNT: Freshness = { ttlMs: 0, cacheScope: 'private' }

const result = (value: Record<string, Json>): Outcome => ({ result: value })
const failed = (code: number, message: string): Outcome => ({ error: { code, message } })
const uriOf = (name: string) => `note:///${encodeURIComponent(name)}`

const PROMPT = {
  name: 'summarise_note',
  title: 'Summarise a note',
  description: 'Asks for one note in one sentence.',
  arguments: [{ name: 'name', description: 'Which note', required: true }],
}

const callTool = async ({ revision, notes, params }: Call): Promise<Outcome> => {
  const tool = toolNamed(params)
  const given = params['arguments']
  if (!tool) return failed(rpcErrors.invalidParams, 'Unknown tool')
  const wrong = 'The arguments are not what the tool takes'
  const answer = await tool.run(notes, given)
  if (answer)
    return result({
      content: [{ type: 'text', text: answer.text }],
      ...(answer.isError && { isError: true }),
    })
  // What a model got wrong it is told in a result, which it gets to see; what is no call at all stays an error.
  return has(revision, 'tool-input-errors') && (given === undefined || isObject(given))
    ? result({ content: [{ type: 'text', text: `${wrong}.` }], isError: true })
    : failed(rpcErrors.invalidParams, wrong)
}

const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const readResource = async ({ revision, notes, params: { uri } }: Call): Promise<Outcome> => {
  const name = (await notes.names()).find((one) => uriOf(one) === uri)
  const note = name === undefined ? undefined : await notes.read(name)
  if (name !== undefined && note && 'text' in note)
    return result({ contents: [{ uri: uriOf(name), mimeType: 'text/plain', text: note.text }] })
  // The old code MUST NOT be sent any more where it was given up.
  const { invalidParams, resourceNotFound } = rpcErrors
  return failed(has(revision, 'stateless') ? invalidParams : resourceNotFound, 'Resource not found')
}

const getPrompt = async ({ notes, params }: Call): Promise<Outcome> => {
  const name: unknown = Object(params['arguments'])['name']
  const known = params['name'] === PROMPT.name && typeof name === 'string'
  const note = known ? await notes.read(name) : undefined
  if (!note || 'problem' in note)
    return failed(rpcErrors.invalidParams, 'Unknown prompt, or unknown note')
  const text = `Summarise in one sentence: ${note.text}`
  return result({ messages: [{ role: 'user', content: { type: 'text', text } }] })
}

const listTools = (): Outcome =>
  result({
    tools: tools.map(({ name, title, description, inputSchema }) => ({
      name,
      title,
      description,
      inputSchema,
    })),
  })

const listResources = async ({ notes }: Call): Promise<Outcome> =>
  result({
    resources: (await notes.names()).map((name) => ({
      uri: uriOf(name),
      name,
      mimeType: 'text/plain',
    })),
  })

const initialize = ({ revision }: Call): Outcome =>
  result({
    // A server answers with the version that was asked for, if it speaks it, else with one that it speaks. This one speaks one.
    protocolVersion: revision,
    capabilities: CAPABILITIES,
    serverInfo: SERVER_INFO,
  })

/** Says what this server is before anything else is asked. @see [MCP 2026-07-28 Discovery - Response](https://modelcontextprotocol.io/specification/2026-07-28/server/discover#response) */
const discover = ({ revision }: Call): Outcome =>
  result({ supportedVersions: supportedVersions(revision), capabilities: CAPABILITIES })

// Every method of the notes server, with the scope it needs.
const methods: ReadonlyMap<string, Method> = new Map<string, Method>([
  ['initialize', { only: 'sessions', run: initialize }],
  ['ping', { only: 'sessions', run: () => result({}) }],
  ['server/discover', { only: 'stateless', fresh: FOR_ALL, run: discover }],
  ['tools/list', { scope: 'notes:read', fresh: FOR_ALL, run: listTools }],
  ['tools/call', { run: callTool }],
  ['resources/list', { scope: 'notes:read', fresh: FOR_THIS_ACCOUNT, run: listResources }],
  ['resources/read', { scope: 'notes:read', fresh: FOR_THIS_ACCOUNT, run: readResource }],
  [
    'prompts/list',
    { scope: 'notes:read', fresh: FOR_ALL, run: () => result({ prompts: [PROMPT] }) },
  ],
  ['prompts/get', { scope: 'notes:read', run: getPrompt }],
])

/** The method of this name, where the revision has it. */
export const methodNamed = (name: string, revision: Revision): Method | undefined => {
  const method = methods.get(name)
  return method?.only === undefined || has(revision, method.only) ? method : undefined
}

/** The tool that a call names. */
export const toolNamed = (params: Readonly<Record<string, unknown>>) =>
  tools.find(({ name }) => name === params['name'])
