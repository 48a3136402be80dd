import * as z from 'zod/mini'
import { mcpDeeds } from '../../checks/client-mcp.ts'
import { tokenDeeds } from '../../checks/token-response.ts'
import type { HandshakeFacts } from '../../machines/handshake-facts.ts'
import { eventsIn } from '../../mcp/event-stream.ts'
import { rpcResponse, type RpcResponse } from '../../mcp/json-rpc.ts'
import { encodeHeaderValue } from '../../mcp/header-value.ts'
import { metaKeys } from '../../mcp/meta.ts'
import { paramHeaders } from '../../mcp/param-headers.ts'
import { readJson } from '../../oauth/json.ts'
import { withQuery } from '../../oauth/parameters.ts'
import { has } from '../../spec/differences.ts'
import type { Revision } from '../../spec/revisions.ts'
import { mediaType } from '../../wire/headers.ts'
import type { HeaderList, HttpRequest, HttpResponse, MessageName } from '../../wire/message.ts'
import type { FreshFinding } from '../../wire/wire.ts'
import { deeds } from '../party.ts'
import { postJson } from './request.ts'
import type { Desk } from './settings.ts'

/** A JSON-RPC message of the client, without what every message has. */
export interface Message {
  readonly id?: number
  readonly method: string
  readonly params?: Readonly<Record<string, unknown>>
}

/** What an answer of the MCP server is called. */
export const mcpAnswer = ({ status }: HttpResponse): MessageName =>
  status === 401 || status === 403 ? 'mcp-challenge' : 'mcp-response'

/** What a client says of itself in every request where there are no sessions. @see [MCP 2026-07-28 Base Protocol - _meta](https://modelcontextprotocol.io/specification/2026-07-28/basic#_meta) */
const metaOf = ({ settings, at }: Desk) => ({
  [metaKeys.protocolVersion]: at.revision,
  [metaKeys.clientInfo]: { name: settings.name, version: '1.0.0' },
  [metaKeys.clientCapabilities]: {},
})

/** A message as the client's revision of MCP writes it. */
export const written = (desk: Desk, message: Message): Readonly<Record<string, unknown>> => {
  const { method, params } = message
  if (method === 'initialize')
    return {
      jsonrpc: '2.0',
      ...message,
      params: {
        protocolVersion: desk.at.revision,
        capabilities: {},
        clientInfo: { name: desk.settings.name, version: '1.0.0' },
      },
    }
  return has(desk.at.revision, 'stateless') && describesItself(desk)
    ? { jsonrpc: '2.0', ...message, params: { ...params, _meta: metaOf(desk) } }
    : { jsonrpc: '2.0', ...message }
}

const describesItself = ({ at }: Desk) => !at.forgotten.has(mcpDeeds.requestMetadata.id)

const headersFor = (
  desk: Desk,
  { session, paramHeaders: mirrored }: HandshakeFacts,
  message: Message,
): HeaderList => {
  const { revision, forgotten } = desk.at
  if (has(revision, 'stateless')) {
    const name = message.params?.['name'] ?? message.params?.['uri']
    return describesItself(desk)
      ? [
          ['MCP-Protocol-Version', revision],
          ['Mcp-Method', message.method],
          ...(typeof name === 'string' ? ([['Mcp-Name', encodeHeaderValue(name)]] as const) : []),
          ...(message.method === 'tools/call' && typeof name === 'string'
            ? paramHeaders(mirrored?.get(name) ?? [], message.params?.['arguments'])
            : []),
        ]
      : []
  }
  if (message.method === 'initialize') return []
  const speaks = has(revision, 'version-header') && !forgotten.has(mcpDeeds.versionHeader.id)
  return [
    ...(speaks ? ([['MCP-Protocol-Version', session?.protocolVersion ?? revision]] as const) : []),
    ...(session?.id === undefined ? [] : ([['Mcp-Session-Id', session.id]] as const)),
  ]
}

// The access token goes into the Authorization header of every request; in a URL it MUST NOT be.
const withToken = (request: HttpRequest, token: string, inHeader: boolean): HttpRequest =>
  inHeader
    ? { ...request, headers: [...request.headers, ['Authorization', `Bearer ${token}`]] }
    : { ...request, url: withQuery(request.url, { access_token: token }) }

/** A message as an HTTP request, with whatever credential the client holds, and what it did about that. */
export const mcpRequest = (
  desk: Desk,
  facts: HandshakeFacts,
  message: Message,
): { readonly request: HttpRequest; readonly did: readonly FreshFinding[] } => {
  const { settings, at } = desk
  const { serverUrl, tokens } = facts
  const headers = headersFor(desk, facts, message)
  const key: HeaderList =
    tokens === undefined && settings.apiKey !== undefined ? [['X-API-Key', settings.apiKey]] : []
  const plain = postJson(serverUrl, written(desk, message), [
    ['Accept', 'application/json, text/event-stream'],
    ...headers,
    ...key,
  ])
  const inHeader = !at.forgotten.has(tokenDeeds.header.id)
  const later = message.method !== 'initialize'
  const did = deeds(
    at,
    ...(later && !has(at.revision, 'stateless')
      ? ([
          [
            mcpDeeds.versionHeader,
            headers[0]?.[0] === 'MCP-Protocol-Version' ? headers[0][1] : undefined,
          ],
        ] as const)
      : []),
    ...(has(at.revision, 'stateless')
      ? ([[mcpDeeds.requestMetadata, describesItself(desk) ? message.method : undefined]] as const)
      : []),
    ...(tokens
      ? ([[tokenDeeds.header, inHeader ? 'Authorization: Bearer …' : undefined]] as const)
      : []),
  )
  return { request: tokens ? withToken(plain, tokens.access_token, inHeader) : plain, did }
}

/** The JSON-RPC answer in an HTTP answer: its body, or the last event of its stream that answers. In a revision with batches either may be a list. */
export const answerIn = (
  { headers, body }: HttpResponse,
  revision: Revision,
): RpcResponse | undefined => {
  const schema = has(revision, 'batches') ? oneOrMore : rpcResponse
  const texts = mediaType(headers) === 'text/event-stream' ? eventsIn(body) : [body]
  return texts
    .flatMap((text) => {
      const reading = readJson(schema, text)
      return 'value' in reading ? [reading.value].flat() : []
    })
    .findLast((message) => 'result' in message || 'error' in message)
}

const oneOrMore = z.union([rpcResponse, z.array(rpcResponse)])
