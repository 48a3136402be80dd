import * as z from 'zod/mini'

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

/** JSON-RPC's own error codes, and MCP's for a resource that is not there. @see [MCP 2025-06-18 Resources - Error Handling](https://modelcontextprotocol.io/specification/2025-06-18/server/resources#error-handling) */
export const rpcErrors = {
  parseError: -32700,
  invalidRequest: -32600,
  methodNotFound: -32601,
  invalidParams: -32602,
  resourceNotFound: -32002,
} as const
export type RpcError = { readonly code: number; readonly message: string }
