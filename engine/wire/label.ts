import { readJson } from '../oauth/json.ts'
import { rpcRequest } from '../mcp/json-rpc.ts'
import type { Phase, WireMessage } from './message.ts'
import { isUnreadable, statusText, targetOf, valueText } from './text.ts'

/** The short line a message has on the diagram: method and path, status, or the local act; for MCP also the method called. */
export const labelOf = (message: WireMessage): string => {
  if (message.kind === 'act')
    return message.name === 'stdio-request'
      ? (calledIn(valueText(message.local.content['message'])) ?? message.local.act)
      : message.local.act
  if (isUnreadable(message)) return 'no HTTP'
  if (message.kind === 'response') return statusText(message.response.status)
  const { method, url } = message.request
  const path = targetOf(url).split('?', 1)[0]!
  return mcpCallOf(message) ?? `${method} ${path}`
}

/** The MCP method that a message calls, with the tool where it calls one: “tools/call read_note”. */
export const mcpCallOf = (message: WireMessage): string | undefined =>
  message.name === 'mcp-request' && message.kind === 'request'
    ? calledIn(message.request.body ?? '')
    : undefined

const calledIn = (body: string): string | undefined => {
  const reading = readJson(rpcRequest, body)
  if (!('value' in reading)) return undefined
  const { method, params } = reading.value
  const tool = method === 'tools/call' ? params?.['name'] : undefined
  return typeof tool === 'string' ? `${method} ${tool}` : method
}

/** What a message is for, in a few words. */
export const purposeOf: Readonly<Record<WireMessage['name'], string>> = {
  'mcp-request': 'MCP request',
  'mcp-challenge': 'turned away',
  'mcp-response': 'MCP response',
  'resource-metadata-request': 'asks for protected resource metadata',
  'resource-metadata': 'protected resource metadata',
  'server-metadata-request': 'asks for authorization server metadata',
  'server-metadata': 'authorization server metadata',
  'vault-read': 'looks into the vault',
  'vault-entry': 'what the vault holds',
  'vault-write': 'keeps in the vault',
  'registration-request': 'registers the client',
  'registration-response': 'answers the registration',
  'open-browser': 'opens the system browser',
  'authorization-request': 'authorization request',
  'sign-in-page': 'a page for the owner',
  'show-page': 'shows a page',
  'submit-page': 'the owner answers',
  'close-window': 'the window is closed',
  'sign-in-request': 'signs in',
  'sign-in-response': 'sends the browser on',
  'consent-page-request': 'asks for the consent page',
  'consent-page': 'consent page',
  'consent-request': 'the decision',
  'authorization-response': 'authorization response',
  'upstream-redirect': 'sends the browser upstream',
  'upstream-callback': 'back at the proxy',
  'callback-request': 'back at the client',
  'callback-response': 'the window can be closed',
  'token-request': 'token request: code and verifier',
  'token-response': 'answers the token request',
  'jwks-request': 'asks for the signing keys',
  jwks: 'signing keys',
  'refresh-request': 'token request: refresh token',
  'refresh-response': 'answers the token request',
  'revocation-request': 'withdraws a token',
  'revocation-response': 'answers the withdrawal',
  'client-document-request': 'asks who the client is',
  'client-document': 'what the client says about itself',
  launch: 'starts a program',
  'stdio-request': 'MCP request',
  'stdio-response': 'MCP response',
  'page-request': 'asks for a page',
  page: 'a page',
  'api-request': 'asks the third-party API',
  'api-response': 'the third-party API answers',
  'send-link': 'in a message to the owner',
  'open-link': 'opens in the owner’s browser',
  'read-file': 'reads what the client keeps',
  file: 'what is kept there',
  'shell-command': 'hands a command to the shell',
  'run-script': 'runs a script',
}

/** What this very message is for: as its name says, unless it is an answer that only says that something went wrong, or a page that the client shows itself. */
export const purposeIn = (message: WireMessage): string => {
  if (message.kind === 'response' && message.response.status >= 400)
    return FETCHED.includes(message.name) ? 'is not to be had here' : purposeOf[message.name]
  if (message.name === 'open-browser' && isEmbedded(message)) return 'opens a view of its own'
  return message.name === 'vault-write' && isUnprotected(message)
    ? 'writes into a plain file'
    : purposeOf[message.name]
}

/** Whether the client keeps something with this message where other programs can read it. */
export const isUnprotected = ({ name, findings }: WireMessage): boolean =>
  name === 'vault-write' &&
  findings.some(
    ({ check, verdict, holds }) =>
      check === 'client/stores-in-vault' && verdict === 'forgotten' && !holds,
  )

const isEmbedded = ({ findings }: WireMessage): boolean =>
  findings.some(
    ({ check, verdict }) => check === 'client/system-browser' && verdict === 'forgotten',
  )

const FETCHED: readonly WireMessage['name'][] = [
  'resource-metadata',
  'server-metadata',
  'client-document',
  'jwks',
]

/** The handshake’s phases in one word each, for where there is little room. */
export const briefPhaseNames: Readonly<Record<Phase, string>> = {
  discovery: 'Discover',
  registration: 'Register',
  authorization: 'Authorize',
  tokenExchange: 'Token',
  toolCall: 'Call',
  refresh: 'Refresh',
  stepUp: 'Step up',
  attack: 'Attack',
}

/** The handshake’s phases in words. */
export const phaseNames: Readonly<Record<Phase, string>> = {
  discovery: 'Discovery',
  registration: 'Registration',
  authorization: 'Authorization',
  tokenExchange: 'Token exchange',
  toolCall: 'Tool call',
  refresh: 'Refresh',
  stepUp: 'Step-up',
  attack: 'Attack',
}
