import type { Notes } from './field-note.ts'

const META = 'json.params._meta.io%2Emodelcontextprotocol/'
const RESULT_META = 'json.result._meta.io%2Emodelcontextprotocol/'

/** Notes on what MCP messages say of themselves where there are no sessions: in headers, in `_meta`, and in results. */
export const requestMetadataNotes: Notes = {
  'header.mcp-method': {
    what: 'The method in the body, once more, for those on the way who read no bodies.',
    madeBy: 'The client, from the body it sends.',
    checkedBy: ['rs/request-metadata-matches', 'client/request-metadata-sent'],
    refs: ['mcp-2026-07-28-streamable-http-standard-request-headers'],
    without:
      'A gateway that lets requests through by this header could be shown a harmless one, while the server does what the body says.',
  },
  'header.mcp-name': {
    what: 'Which tool, prompt or resource the body names; in Base64 between `=?base64?` and `?=` where a header cannot hold the name as it is.',
    madeBy: 'The client, from the body it sends.',
    checkedBy: ['rs/request-metadata-matches', 'client/request-metadata-sent'],
    refs: [
      'mcp-2026-07-28-streamable-http-standard-request-headers',
      'mcp-2026-07-28-streamable-http-value-encoding',
    ],
    without: 'A gateway that forbids a tool by its name could be shown the name of another.',
  },
  'json.params._meta': {
    what: 'What the request says of itself. Nothing is kept from one request to the next, so each says it anew.',
    madeBy: 'The client.',
    checkedBy: ['rs/request-metadata-present', 'client/request-metadata-sent'],
    refs: ['mcp-2026-07-28-base-meta', 'mcp-2026-07-28-base-statelessness'],
  },
  [`${META}protocolVersion`]: {
    what: 'The version of MCP this request is written in; the header says the same.',
    madeBy: 'The client.',
    checkedBy: [
      'rs/request-metadata-present',
      'rs/request-metadata-matches',
      'rs/protocol-version-supported',
    ],
    refs: ['mcp-2026-07-28-base-meta', 'mcp-2026-07-28-versioning-protocol-version-negotiation'],
  },
  [`${META}clientInfo`]: {
    what: 'Which program sends this. It says so itself, and nothing is decided by it.',
    madeBy: 'The client.',
    checkedBy: [],
    refs: ['mcp-2026-07-28-base-meta'],
  },
  [`${META}clientInfo.name`]: {
    what: 'The program’s name.',
    madeBy: 'The client.',
    checkedBy: [],
    refs: ['mcp-2026-07-28-base-meta'],
  },
  [`${META}clientInfo.version`]: {
    what: 'The program’s version.',
    madeBy: 'The client.',
    checkedBy: [],
    refs: ['mcp-2026-07-28-base-meta'],
  },
  [`${META}clientCapabilities`]: {
    what: 'What the client can do for the server; here nothing beyond the basics.',
    madeBy: 'The client.',
    checkedBy: ['rs/request-metadata-present'],
    refs: ['mcp-2026-07-28-base-meta'],
  },
  [`${META}clientCapabilities.*`]: {
    what: 'One thing the client can do.',
    madeBy: 'The client.',
    checkedBy: [],
    refs: ['mcp-2026-07-28-base-meta'],
  },
  'json.result.resultType': {
    what: 'What kind of result this is: `complete` is the answer itself, and not a question back.',
    madeBy: 'The MCP server.',
    checkedBy: [],
    refs: ['mcp-2026-07-28-base-result-responses'],
  },
  'json.result.ttlMs': {
    what: 'For how many milliseconds the client may keep this result before it asks again.',
    madeBy: 'The MCP server, by how often the answer changes.',
    checkedBy: [],
    refs: ['mcp-2026-07-28-discover-response'],
  },
  'json.result.cacheScope': {
    what: 'Whether a kept result may be shown to others: `public` if it is the same for everybody, else `private`.',
    madeBy: 'The MCP server.',
    checkedBy: [],
    refs: ['mcp-2026-07-28-discover-response'],
    without: 'One owner’s notes could be handed to another out of a shared cache.',
  },
  'json.result.supportedVersions': {
    what: 'The versions of MCP that this server speaks.',
    madeBy: 'The MCP server.',
    checkedBy: [],
    refs: ['mcp-2026-07-28-discover-discoverresult'],
  },
  'json.result._meta': {
    what: 'What the result says of itself.',
    madeBy: 'The MCP server.',
    checkedBy: [],
    refs: ['mcp-2026-07-28-base-meta'],
  },
  [`${RESULT_META}serverInfo`]: {
    what: 'Which server this is. It says so itself, and nothing is decided by it.',
    madeBy: 'The MCP server, in every result.',
    checkedBy: [],
    refs: ['mcp-2026-07-28-base-meta'],
  },
  [`${RESULT_META}serverInfo.*`]: {
    what: 'The server’s name, for programs or for people, or its version.',
    madeBy: 'The MCP server.',
    checkedBy: [],
    refs: ['mcp-2026-07-28-base-meta'],
  },
  'json.error.data': {
    what: 'What a client can go on with after this error.',
    madeBy: 'The MCP server.',
    checkedBy: [],
    refs: ['mcp-2026-07-28-base-error-responses'],
  },
  'json.error.data.supported': {
    what: 'The versions of MCP that this server speaks: the client may try again in one of them.',
    madeBy: 'The MCP server.',
    checkedBy: [],
    refs: ['mcp-2026-07-28-versioning-protocol-version-negotiation'],
  },
  'json.error.data.requested': {
    what: 'The version that was asked for.',
    madeBy: 'The MCP server, from the request.',
    checkedBy: ['rs/protocol-version-supported'],
    refs: ['mcp-2026-07-28-versioning-protocol-version-negotiation'],
  },
}
