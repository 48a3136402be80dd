import type { Refusal } from '../../checks/check.ts'
import { rpcErrors, type RpcError } from '../../mcp/json-rpc.ts'
import { has } from '../../spec/differences.ts'
import type { Revision } from '../../spec/revisions.ts'
import type { Json } from '../../wire/message.ts'
import { API_KEY_VARIABLE } from './api-key.ts'
import { supportedVersions } from './methods.ts'

/** A JSON-RPC answer of this server. */
export type RpcAnswer = { readonly [member: string]: Json }

/** What an error answers, as far as it could be read. */
export interface Failed {
  readonly id?: string | number | undefined
  readonly method?: string
}

/**
 * A JSON-RPC error; it has no id where none could be read. Somebody who opens with `initialize` where there is none cannot
 * find out by themselves what else to try, so any error they get SHOULD name the versions spoken here.
 * @see [MCP 2026-07-28 Versioning and Compatibility - Backward Compatibility with Initialization-Based Versions](https://modelcontextprotocol.io/specification/2026-07-28/basic/versioning#backward-compatibility-with-initialization-based-versions)
 */
export const failure = (
  revision: Revision,
  { code, message, data }: RpcError,
  { id, method }: Failed = {},
): RpcAnswer => {
  const astray = method === 'initialize' && has(revision, 'stateless')
  const supported = supportedVersions(revision)
  const said = astray ? { supported, ...data } : data
  const words = astray
    ? `${message}; this server speaks MCP ${supported.join(', ')}, where nothing is initialized`
    : message
  return {
    jsonrpc: '2.0',
    ...(id !== undefined && { id }),
    error: { code, message: words, ...(said && { data: said }) },
  }
}

/** The JSON-RPC error for a request that a check refused. */
export const refusalError = (
  revision: Revision,
  { reason }: Refusal,
  requested: string | undefined,
): RpcError => {
  switch (reason) {
    case 'request-metadata-mismatch':
      return { code: rpcErrors.headerMismatch, message: 'The headers do not match the body' }
    case 'request-metadata-missing':
      return { code: rpcErrors.invalidParams, message: 'The request lacks what _meta must hold' }
    case 'session-unknown':
      return { code: rpcErrors.invalidRequest, message: 'No such session' }
    case 'protocol-version-unsupported':
      return has(revision, 'stateless')
        ? {
            code: rpcErrors.unsupportedProtocolVersion,
            message: 'Unsupported protocol version',
            data: { supported: supportedVersions(revision), requested: requested ?? '' },
          }
        : { code: rpcErrors.invalidRequest, message: 'No such version of MCP' }
    case 'scope-insufficient':
      return { code: rpcErrors.notAllowed, message: 'The key does not cover this request' }
    default:
      return { code: rpcErrors.notAllowed, message: `${API_KEY_VARIABLE} holds no key for this` }
  }
}

/** The JSON-RPC error for a body that is no message. */
export const unreadable = (problem: string): RpcError => ({
  code: /^the body is (empty|not JSON)/.test(problem)
    ? rpcErrors.parseError
    : rpcErrors.invalidRequest,
  message: `Not a JSON-RPC message: ${problem}`,
})
