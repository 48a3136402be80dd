import type { Term } from '../../engine/scenario.ts'
import { seenAt } from '../seen-at.ts'

/** MCP itself, and the papers it rests on. */
export const protocolTerms: readonly Term[] = [
  {
    id: 'mcp',
    term: 'MCP',
    also: ['Model Context Protocol'],
    says: 'The protocol in which AI applications speak with servers that offer them tools and data. How a client gets access over HTTP is the part this lab is about.',
    seen: seenAt('first-contact', 'mcp-request', 'json.method'),
    near: ['client', 'mcp-server', 'tool'],
  },
  {
    id: 'oauth',
    term: 'OAuth 2.1',
    also: ['OAuth', 'OAuth 2.0'],
    says: 'How a program gets access in somebody’s name without their password. 2.1 is a draft that gathers OAuth 2.0 and what was learned since; MCP follows it [mcp-2025-11-25-authorization-standards-compliance].',
    seen: seenAt('first-contact', 'authorization-request', 'query.response_type'),
    near: ['authorization-request', 'pkce'],
  },
  {
    id: 'tool',
    term: 'tool',
    also: ['tools/call'],
    says: 'Something an MCP server can do for a client, such as `read_note`. The client calls it by name, and the server has to look whether the token allows it.',
    seen: seenAt('first-contact', 'mcp-request.5', 'json.name'),
    near: ['mcp-server', 'scope'],
  },
  {
    id: 'json-rpc',
    term: 'JSON-RPC',
    says: 'The form of every MCP message: a JSON object with a method, its parameters and an id, by which the answer finds its question.',
    seen: seenAt('first-contact', 'mcp-request', 'json.jsonrpc'),
    near: ['mcp', 'tool'],
  },
  {
    id: 'mcp-session',
    term: 'MCP session',
    also: ['Mcp-Session-Id'],
    says: 'A number under which a server keeps what belongs together, until 2025-11-25. It proves nothing: every request brings its token as well.',
    seen: seenAt('first-contact', 'mcp-response', 'header.mcp-session-id'),
    near: ['mcp', 'revision'],
  },
  {
    id: 'revision',
    term: 'revision',
    also: ['protocol version', 'MCP-Protocol-Version'],
    says: 'An edition of MCP, named by its date. They differ in what they demand of whom; the lab plays every story in each that it makes sense in.',
    seen: seenAt('first-contact', 'mcp-request.3', 'header.mcp-protocol-version'),
    near: ['mcp', 'keyword'],
  },
  {
    id: 'stdio',
    term: 'stdio',
    says: 'A way to reach an MCP server that is a program on the same machine: through pipes. It SHOULD NOT use OAuth, but take credentials from its environment [mcp-2025-11-25-authorization-protocol-requirements].',
    seen: seenAt('when-not-to', 'stdio-request', 'local.message'),
    near: ['mcp', 'api-key'],
  },
  {
    id: 'keyword',
    term: 'MUST, SHOULD, MAY',
    also: ['keyword', 'level', 'RFC 2119'],
    says: 'How strictly a specification speaks: MUST binds without exception, SHOULD unless there are good reasons, MAY leaves it open. The lab says for every check which one binds the party that makes it.',
    seen: {
      scenario: 'first-contact',
      at: 'server-metadata',
      check: 'client/metadata-issuer-matches',
    },
    near: ['check', 'clause', 'revision'],
  },
  {
    id: 'clause',
    term: 'clause',
    also: ['section', 'RFC'],
    says: 'One section of a specification, to which the lab links wherever it says what somebody has to do. RFCs are the specifications of the Internet, by number.',
    seen: { scenario: 'first-contact', at: 'resource-metadata', check: 'client/resource-matches' },
    near: ['keyword', 'check'],
  },
]
