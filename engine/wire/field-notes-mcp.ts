import type { FieldNote, Notes } from './field-note.ts'

const plain = (what: string, madeBy: string, ...refs: FieldNote['refs']): FieldNote => ({
  what,
  madeBy,
  checkedBy: [],
  refs,
})

const TOOLS = 'mcp-2025-06-18-tools-listing-tools'
const CALLS = 'mcp-2025-06-18-tools-calling-tools'
const BEGINNING = 'mcp-2025-06-18-lifecycle-initialization'
const CAPABILITIES = 'mcp-2025-06-18-lifecycle-capability-negotiation'
const ERRORS = 'mcp-2025-06-18-tools-error-handling'

/** Notes on the MCP messages themselves: JSON-RPC, opening a session, listing and calling tools. */
export const mcpNotes: Notes = {
  'json.jsonrpc': {
    what: 'The version of JSON-RPC, the format that MCP messages have.',
    madeBy: 'Both sides, always the same.',
    checkedBy: ['rs/message-well-formed'],
    refs: ['mcp-2025-06-18-base-requests'],
  },
  'json.id': plain(
    'The number by which an answer finds its request; a notification has none, for it gets no answer.',
    'The client counts its requests, and the server copies the number.',
    'mcp-2025-06-18-base-requests',
    'mcp-2025-06-18-base-responses',
  ),
  'json.method': {
    what: 'What the client wants done.',
    madeBy: 'The client.',
    checkedBy: ['rs/scope-per-method'],
    refs: ['mcp-2025-06-18-base-requests', 'oauth21-13-5.2'],
    without:
      'Permission would be looked at only when the session opens, and not for what is done in it.',
  },
  'json.params': plain(
    'The particulars of the request.',
    'The client.',
    'mcp-2025-06-18-base-requests',
  ),
  'json.params.protocolVersion': plain(
    'The revision of MCP the client would like to speak.',
    'The client.',
    'mcp-2025-06-18-lifecycle-version-negotiation',
  ),
  'json.params.capabilities': plain(
    'What the client can do for the server; here nothing beyond the basics.',
    'The client.',
    CAPABILITIES,
  ),
  'json.params.capabilities.*': plain('One thing the client can do.', 'The client.', CAPABILITIES),
  'json.params.clientInfo': plain('Which program this is.', 'The client.', BEGINNING),
  'json.params.clientInfo.name': plain(
    'The program’s name. Nothing is decided by it.',
    'The client.',
    BEGINNING,
  ),
  'json.params.clientInfo.version': plain('The program’s version.', 'The client.', BEGINNING),
  'json.params.name': {
    what: 'Which tool to call.',
    madeBy: 'The client, from the list of tools.',
    checkedBy: ['rs/scope-per-method'],
    refs: [CALLS, 'oauth21-13-5.2'],
    without: 'A token that may only read could call a tool that writes.',
  },
  'json.params.arguments': plain('What the tool is given to work on.', 'The client.', CALLS),
  'json.params.arguments.*': plain(
    'One argument of the tool; the server holds it to the tool’s input schema.',
    'The client, from what the owner wants done.',
    CALLS,
  ),
  'json.result': plain(
    'The answer to the request.',
    'The MCP server.',
    'mcp-2025-06-18-base-responses',
  ),
  'json.result.protocolVersion': {
    what: 'The revision of MCP that will be spoken.',
    madeBy: 'The MCP server, from the ones it supports.',
    checkedBy: ['client/version-spoken'],
    refs: ['mcp-2025-06-18-lifecycle-version-negotiation'],
  },
  'json.result.capabilities': plain('What this server offers.', 'The MCP server.', CAPABILITIES),
  'json.result.capabilities.*': plain(
    'One thing this server offers.',
    'The MCP server.',
    CAPABILITIES,
  ),
  'json.result.serverInfo': plain('Which server this is.', 'The MCP server.', BEGINNING),
  'json.result.serverInfo.name': plain(
    'The server’s name for programs.',
    'The MCP server.',
    BEGINNING,
  ),
  'json.result.serverInfo.title': plain(
    'The server’s name for people.',
    'The MCP server.',
    BEGINNING,
  ),
  'json.result.serverInfo.version': plain('The server’s version.', 'The MCP server.', BEGINNING),
  'json.result.tools': plain('The tools that can be called here.', 'The MCP server.', TOOLS),
  'json.result.tools.*': plain('One tool.', 'The MCP server.', TOOLS),
  'json.result.tools.*.name': plain('The name to call it by.', 'The MCP server.', TOOLS),
  'json.result.tools.*.title': plain('Its name for people.', 'The MCP server.', TOOLS),
  'json.result.tools.*.description': plain(
    'What it does, in words that a model reads.',
    'The MCP server.',
    TOOLS,
  ),
  'json.result.tools.*.inputSchema': plain(
    'Which arguments it takes, as a JSON Schema.',
    'The MCP server.',
    TOOLS,
  ),
  'json.result.content': plain('What the tool has to say.', 'The tool.', CALLS),
  'json.result.content.*': plain('One piece of it.', 'The tool.', CALLS),
  'json.result.content.*.type': plain('What kind of piece: here text.', 'The tool.', CALLS),
  'json.result.content.*.text': plain(
    'The text: what the owner wanted, and what the whole handshake protects.',
    'The MCP server, from the notes of the account that the token names.',
    CALLS,
  ),
  'json.result.isError': plain('The tool ran and failed; the text says how.', 'The tool.', ERRORS),
  'mcp-response json.error': plain(
    'Why the MCP message could not be carried out.',
    'The MCP server, after the token was accepted.',
    'mcp-2025-06-18-base-responses',
  ),
  'json.error.code': plain(
    'The kind of error, as a number that JSON-RPC or MCP has fixed.',
    'The MCP server.',
    'mcp-2025-06-18-base-responses',
  ),
  'json.error.message': plain(
    'The same for a developer to read.',
    'The MCP server.',
    'mcp-2025-06-18-base-responses',
  ),
  'stdio-request local.message': {
    what: 'One line of JSON-RPC. Nothing that could be called a header goes with it, so there is no place for a token either.',
    madeBy: 'The client writes it to the standard input of the program that it started.',
    checkedBy: [],
    refs: ['mcp-2025-06-18-transports-stdio'],
  },
  'stdio-response local.message': {
    what: 'The answer, one line of JSON-RPC.',
    madeBy: 'The program writes it to its standard output, where nobody but the client reads it.',
    checkedBy: [],
    refs: ['mcp-2025-06-18-transports-stdio'],
  },
}
