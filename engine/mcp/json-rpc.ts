import * as z from 'zod/mini'
import { readJson, type Reading } from '../oauth/json.ts'

/** A JSON-RPC request, or a notification when it has no id. @see [MCP 2025-06-18 Base Protocol - Requests](https://modelcontextprotocol.io/specification/2025-06-18/basic#requests) */
export const rpcRequest = z.looseObject({
  jsonrpc: z.literal('2.0'),
  id: z.optional(z.union([z.string(), z.number()])),
  method: z.string().check(z.maxLength(200)),
  params: z.optional(z.looseObject({})),
})
export type RpcRequest = z.infer<typeof rpcRequest>

/** A JSON-RPC answer. @see [MCP 2025-06-18 Base Protocol - Responses](https://modelcontextprotocol.io/specification/2025-06-18/basic#responses) */
export const rpcResponse = z.looseObject({
  jsonrpc: z.literal('2.0'),
  id: z.optional(z.union([z.string(), z.number(), z.null()])),
  result: z.optional(z.looseObject({})),
  error: z.optional(z.looseObject({ code: z.number(), message: z.string() })),
})
export type RpcResponse = z.infer<typeof rpcResponse>

/**
 * JSON-RPC's own error codes, and those of MCP: the first for a resource that is not there, given up in 2026-07-28, the
 * others new in it. The last is this application's own, for MCP has no code for a credential that does not suffice.
 * @see [MCP 2026-07-28 Base Protocol - Error Codes](https://modelcontextprotocol.io/specification/2026-07-28/basic#error-codes)
 */
export const rpcErrors = {
  parseError: -32700,
  invalidRequest: -32600,
  methodNotFound: -32601,
  invalidParams: -32602,
  resourceNotFound: -32002,
  headerMismatch: -32020,
  unsupportedProtocolVersion: -32022,
  notAllowed: 1,
} as const

/** What went wrong, as JSON-RPC says it. */
export interface RpcError {
  readonly code: number
  readonly message: string
  readonly data?: { readonly [name: string]: string | readonly string[] }
}

/** What stands in one body: a message, or several of them in a batch. */
export interface RpcBody {
  readonly messages: readonly RpcRequest[]
  readonly batch: boolean
}

const rpcBatch = z.array(rpcRequest).check(z.minLength(1))

/**
 * Reads a body: one message, or, where batches are taken, a list of them. `initialize` stands alone, for nothing else can be
 * asked before it is answered.
 * @see [MCP 2025-03-26 Base Protocol - Batching](https://modelcontextprotocol.io/specification/2025-03-26/basic#batching)
 * @see [MCP 2025-03-26 Lifecycle - Initialization](https://modelcontextprotocol.io/specification/2025-03-26/basic/lifecycle#initialization)
 */
export const readRpcBody = (text: string, batches: boolean): Reading<RpcBody> => {
  if (batches && text.trimStart().startsWith('[')) {
    const reading = readJson(rpcBatch, text)
    if ('problem' in reading) return reading
    return reading.value.some(({ method }) => method === 'initialize')
      ? { problem: '`initialize` does not stand alone' }
      : { value: { messages: reading.value, batch: true } }
  }
  const reading = readJson(rpcRequest, text)
  return 'problem' in reading ? reading : { value: { messages: [reading.value], batch: false } }
}

const identified = z.looseObject({ id: z.union([z.string(), z.number()]) })

/** The id in a text that is perhaps no message at all: an error names it when it could be read. */
export const rpcIdIn = (text: string): string | number | undefined => {
  const reading = readJson(identified, text)
  return 'value' in reading ? reading.value.id : undefined
}
