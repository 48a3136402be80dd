import * as z from 'zod/mini'
import { decodeHeaderValue } from './header-value.ts'
import type { RpcRequest } from './json-rpc.ts'

/**
 * The names under which a request says what it is and who sends it, and a result who answers.
 * @see [MCP 2026-07-28 Base Protocol - _meta](https://modelcontextprotocol.io/specification/2026-07-28/basic#_meta)
 */
export const metaKeys = {
  protocolVersion: 'io.modelcontextprotocol/protocolVersion',
  clientInfo: 'io.modelcontextprotocol/clientInfo',
  clientCapabilities: 'io.modelcontextprotocol/clientCapabilities',
  serverInfo: 'io.modelcontextprotocol/serverInfo',
} as const

const required = {
  [metaKeys.protocolVersion]: z.string(),
  [metaKeys.clientCapabilities]: z.looseObject({}),
} as const

/** What `_meta` of a request lacks of what it must have; undefined when it lacks nothing. Who sends it need not be said. */
export const metaMissing = ({ params }: RpcRequest): string | undefined => {
  const meta = Object(params?.['_meta']) as Readonly<Record<string, unknown>>
  return Object.entries(required).find(([key, type]) => !type.safeParse(meta[key]).success)?.[0]
}

/** The version of MCP that a request says in its body to be written in. */
export const versionInMeta = ({ params }: RpcRequest): string | undefined => {
  const version: unknown = Object(params?.['_meta'])[metaKeys.protocolVersion]
  return typeof version === 'string' ? version : undefined
}

/** A header field that repeats something of the body. */
export interface MirroredField {
  readonly header: string
  readonly inBody: string | undefined
  /** The field's value; undefined when it did not come. */
  readonly raw: string | undefined
  /** What the value means; undefined when it cannot be read. */
  readonly inHeader: string | undefined
  /** Whether it has to come, so that nobody who reads only headers is passed by. */
  readonly required: boolean
}

// Which member of the params a method's name is.
const NAMED: ReadonlyMap<string, 'name' | 'uri'> = new Map([
  ['tools/call', 'name'],
  ['prompts/get', 'name'],
  ['resources/read', 'uri'],
])

/**
 * The header fields that a message repeats parts of its body in, beside those parts; `header` reads a field of the request. A
 * notification need not have them: no revision says which.
 * @see [MCP 2026-07-28 Streamable HTTP - Standard Request Headers](https://modelcontextprotocol.io/specification/2026-07-28/basic/transports/streamable-http#standard-request-headers)
 */
export const mirroredFields = (
  message: RpcRequest,
  header: (name: string) => string | undefined,
): readonly MirroredField[] => {
  const { id, method, params } = message
  const named: unknown = params?.[NAMED.get(method) ?? '']
  const name = NAMED.has(method) && typeof named === 'string' ? named : undefined
  const asks = id !== undefined
  const field = (called: string, inBody: string | undefined, needed: boolean) => {
    const raw = header(called)
    return { header: called, inBody, raw, inHeader: raw, required: asks && needed }
  }
  const mcpName = field('Mcp-Name', name, name !== undefined)
  return [
    field('MCP-Protocol-Version', versionInMeta(message), true),
    field('Mcp-Method', method, true),
    {
      ...mcpName,
      inHeader: mcpName.raw === undefined ? undefined : decodeHeaderValue(mcpName.raw),
    },
  ]
}
