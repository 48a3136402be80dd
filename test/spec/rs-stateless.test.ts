import { describe, expect, test } from 'vitest'
import { decodeHeaderValue, encodeHeaderValue } from '../../engine/mcp/header-value.ts'
import { metaWith, openMcpServer, RESOURCE, type Fields } from './rs-lab.ts'

const VERSION = '2026-07-28'
const server = openMcpServer({ revision: VERSION })
const access = await server.token({ scope: 'notes:read notes:write' })

const READ = { name: 'read_note', arguments: { name: 'groceries' } }
const MATCHES = 'rs/request-metadata-matches'
const PRESENT = 'rs/request-metadata-present'
const SUPPORTED = 'rs/protocol-version-supported'

describe('MCP 2026-07-28 Streamable HTTP - Server Validation, a request is answered', () => {
  test.each<[string, string, object, Fields]>([
    ['as it should be', 'tools/call', READ, {}],
    [
      'with header names in lower case',
      'tools/call',
      READ,
      {
        'Mcp-Method': undefined,
        'mcp-method': 'tools/call',
      },
    ],
    ['with space around a value', 'tools/call', READ, { 'Mcp-Name': '  read_note ' }],
    [
      'with its name in Base64',
      'tools/call',
      READ,
      {
        'Mcp-Name': `=?base64?${btoa('read_note')}?=`,
      },
    ],
    ['that names nothing', 'tools/list', {}, {}],
    ['that names nothing, and yet has a name', 'tools/list', {}, { 'Mcp-Name': 'anything' }],
    ['with the header of a session', 'tools/list', {}, { 'Mcp-Session-Id': 'of long ago' }],
    ['with the header of a broken stream', 'tools/list', {}, { 'Last-Event-ID': '7' }],
    [
      'of nobody in particular',
      'tools/list',
      {
        _meta: metaWith(VERSION, { 'io.modelcontextprotocol/clientInfo': undefined }),
      },
      {},
    ],
    ['by its address', 'resources/read', { uri: 'note:///groceries' }, {}],
    [
      'by its prompt',
      'prompts/get',
      {
        name: 'summarise_note',
        arguments: { name: 'groceries' },
      },
      {},
    ],
  ])('%s', async (_, method, params, fields) => {
    const answer = await server.call(access, method, { ...params }, fields)
    expect([answer.status, answer.code, answer.broken]).toEqual([200, undefined, undefined])
    expect(answer.header('Mcp-Session-Id')).toBeUndefined()
  })
})

describe('MCP 2026-07-28 Streamable HTTP - Server Validation, a request is refused with 400 and -32020', () => {
  test.each<[string, string, object, Fields]>([
    ['without a version', 'tools/list', {}, { 'MCP-Protocol-Version': undefined }],
    [
      'with an older version in the header',
      'tools/list',
      {},
      {
        'MCP-Protocol-Version': '2025-11-25',
      },
    ],
    ['with another version in the body', 'tools/list', { _meta: metaWith('2025-11-25') }, {}],
    [
      'with two versions',
      'tools/list',
      {},
      {
        'MCP-Protocol-Version': `${VERSION}, ${VERSION}`,
      },
    ],
    ['without a method', 'tools/list', {}, { 'Mcp-Method': undefined }],
    ['with another method', 'tools/list', {}, { 'Mcp-Method': 'prompts/list' }],
    ['with its method in capitals', 'tools/list', {}, { 'Mcp-Method': 'TOOLS/LIST' }],
    [
      'with its method in Base64',
      'tools/list',
      {},
      {
        'Mcp-Method': `=?base64?${btoa('tools/list')}?=`,
      },
    ],
    ['without a name', 'tools/call', READ, { 'Mcp-Name': undefined }],
    ['with another name', 'tools/call', READ, { 'Mcp-Name': 'write_note' }],
    ['with its name in capitals', 'tools/call', READ, { 'Mcp-Name': 'READ_NOTE' }],
    [
      'with another name in Base64',
      'tools/call',
      READ,
      {
        'Mcp-Name': `=?base64?${btoa('write_note')}?=`,
      },
    ],
    [
      'with markers in capitals',
      'tools/call',
      READ,
      {
        'Mcp-Name': `=?BASE64?${btoa('read_note')}?=`,
      },
    ],
    ['with Base64 that is none', 'tools/call', READ, { 'Mcp-Name': '=?base64?read_note?=' }],
    [
      'without the address of a resource',
      'resources/read',
      { uri: 'note:///a' },
      {
        'Mcp-Name': undefined,
      },
    ],
    ['with another address', 'resources/read', { uri: 'note:///a' }, { 'Mcp-Name': 'note:///b' }],
    [
      'without the name of a prompt',
      'prompts/get',
      { name: 'summarise_note' },
      {
        'Mcp-Name': undefined,
      },
    ],
  ])('%s', async (_, method, params, fields) => {
    const answer = await server.call(access, method, { ...params }, fields)
    expect([answer.status, answer.code, answer.broken]).toEqual([400, -32020, MATCHES])
    expect(answer.json()['id']).toBe(1)
  })

  test('Unsafe when forgotten: what the body says is done, whatever a gateway was shown', async () => {
    const careless = openMcpServer({ revision: VERSION, forget: [MATCHES] })
    const write = { name: 'write_note', arguments: { name: 'a', text: 'b' } }
    const token = await careless.token({ scope: 'notes:write' })
    const answer = await careless.call(token, 'tools/call', write, { 'Mcp-Name': 'read_note' })
    expect(answer.result['content']).toEqual([{ type: 'text', text: 'Written.' }])
    expect(answer.findings.find(({ check }) => check === MATCHES)?.verdict).toBe('forgotten')
  })
})

describe('MCP 2026-07-28 Base Protocol - _meta, a request is refused with 400 and -32602', () => {
  test.each<[string, unknown]>([
    ['without it', undefined],
    ['where it is null', null],
    ['where it is a text', VERSION],
    [
      'without a version',
      metaWith(VERSION, { 'io.modelcontextprotocol/protocolVersion': undefined }),
    ],
    [
      'whose version is a number',
      metaWith(VERSION, { 'io.modelcontextprotocol/protocolVersion': 7 }),
    ],
    [
      'without capabilities',
      metaWith(VERSION, {
        'io.modelcontextprotocol/clientCapabilities': undefined,
      }),
    ],
    [
      'whose capabilities are a text',
      metaWith(VERSION, {
        'io.modelcontextprotocol/clientCapabilities': 'all',
      }),
    ],
  ])('%s', async (_, _meta) => {
    const answer = await server.call(access, 'tools/list', { _meta })
    expect([answer.status, answer.code, answer.broken]).toEqual([400, -32602, PRESENT])
  })

  test('Unsafe when forgotten: the request is answered all the same', async () => {
    const careless = openMcpServer({ revision: VERSION, forget: [PRESENT] })
    const answer = await careless.call(await careless.token(), 'tools/list', { _meta: undefined })
    expect(answer.status).toBe(200)
  })
})

describe('MCP 2026-07-28 Versioning and Compatibility - Protocol Version Negotiation', () => {
  test.each(['2025-11-25', '2099-01-01', 'latest'])(
    'a request in %s is refused with 400, -32022 and what to use instead',
    async (version) => {
      const fields = { 'MCP-Protocol-Version': version }
      const answer = await server.call(access, 'tools/list', { _meta: metaWith(version) }, fields)
      expect([answer.status, answer.code, answer.broken]).toEqual([400, -32022, SUPPORTED])
      expect(Object(answer.json()['error'])['data']).toEqual({
        supported: [VERSION],
        requested: version,
      })
    },
  )

  test('so is one that knows nothing of this revision’s headers', async () => {
    const message = { jsonrpc: '2.0', id: 1, method: 'tools/list' }
    const answer = await server.post(access, message, { 'MCP-Protocol-Version': '2025-06-18' })
    expect([answer.status, answer.code, answer.broken]).toEqual([400, -32022, SUPPORTED])
  })
})

describe('MCP 2026-07-28 Discovery - Response', () => {
  test('says which versions are spoken, what is offered, and who answers', async () => {
    const { result, status } = await server.call(access, 'server/discover')
    expect(status).toBe(200)
    expect(result).toEqual({
      resultType: 'complete',
      supportedVersions: [VERSION],
      capabilities: { tools: {}, resources: {}, prompts: {} },
      ttlMs: 300_000,
      cacheScope: 'public',
      _meta: {
        'io.modelcontextprotocol/serverInfo': { name: 'notes', title: 'Notes', version: '1.0.0' },
      },
    })
  })

  test('MCP 2026-07-28 Authorization - Token Requirements, is for those with a token', async () => {
    const answer = await server.call(undefined, 'server/discover')
    expect([answer.status, answer.broken]).toEqual([401, 'rs/token-present'])
  })

  test.each([
    ['server/discover', {}, 'public'],
    ['tools/list', {}, 'public'],
    ['prompts/list', {}, 'public'],
    ['resources/list', {}, 'private'],
    ['resources/read', { uri: 'note:///groceries' }, 'private'],
  ])('%s says for how long and for whom its result may be kept', async (method, params, scope) => {
    const { result } = await server.call(access, method, params)
    expect(result['ttlMs']).toBeGreaterThanOrEqual(0)
    expect([result['cacheScope'], result['resultType']]).toEqual([scope, 'complete'])
  })

  test.each([
    ['tools/call', READ],
    ['prompts/get', { name: 'summarise_note', arguments: { name: 'groceries' } }],
  ])('%s does not', async (method, params) => {
    const { result } = await server.call(access, method, params)
    expect([result['resultType'], result['ttlMs'], result['cacheScope']]).toEqual([
      'complete',
      undefined,
      undefined,
    ])
  })
})

describe('MCP 2026-07-28 Streamable HTTP - Protocol Version Header', () => {
  test.each([
    'initialize',
    'ping',
    'logging/setLevel',
    'resources/subscribe',
    'tools/destroy',
    'constructor',
    '__proto__',
    '',
  ])('the unknown method %j is 404 with -32601', async (method) => {
    const answer = await server.call(access, method)
    expect([answer.status, answer.code, answer.json()['id']]).toEqual([404, -32601, 1])
  })
})

describe('MCP 2026-07-28 Versioning and Compatibility - Backward Compatibility with Initialization-Based Versions', () => {
  const params = {
    protocolVersion: '2025-11-25',
    capabilities: {},
    clientInfo: { name: 'old', version: '1' },
  }
  const initialize = { jsonrpc: '2.0', id: 'first', method: 'initialize', params }
  test.each<[string, unknown, Fields, number, number]>([
    ['as older clients send it', initialize, {}, 400, -32020],
    [
      'with a header of its version',
      initialize,
      {
        'MCP-Protocol-Version': '2025-11-25',
      },
      400,
      -32022,
    ],
    [
      'that is half of this revision',
      initialize,
      {
        'MCP-Protocol-Version': VERSION,
        'Mcp-Method': 'initialize',
      },
      400,
      -32602,
    ],
    [
      'that is all of this revision',
      {
        ...initialize,
        params: { _meta: metaWith(VERSION) },
      },
      { 'MCP-Protocol-Version': VERSION, 'Mcp-Method': 'initialize' },
      404,
      -32601,
    ],
  ])(
    'an initialize %s is told which versions there are',
    async (_, message, fields, ...expected) => {
      const answer = await server.post(access, message, fields)
      expect([answer.status, answer.code]).toEqual(expected)
      const { message: words, data } = Object(answer.json()['error'])
      expect(words).toContain(VERSION)
      expect(data.supported).toEqual([VERSION])
    },
  )
})

describe('MCP 2026-07-28 Streamable HTTP - Earlier Streamable HTTP Revisions', () => {
  test.each(['GET', 'DELETE'])('%s is 405', async (method) => {
    const fields = { Authorization: `Bearer ${access}`, 'Mcp-Session-Id': 'of long ago' }
    const answer = await server.send(method, RESOURCE, fields)
    expect([answer.status, answer.header('Allow')]).toEqual([405, 'POST'])
  })

  test('a batch is no message', async () => {
    const list = {
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/list',
      params: { _meta: metaWith(VERSION) },
    }
    const answer = await server.post(access, [list])
    expect([answer.status, answer.code, answer.broken]).toEqual([
      400,
      -32600,
      'rs/message-well-formed',
    ])
  })
})

describe('MCP 2026-07-28 Streamable HTTP - Sending Messages', () => {
  const cancelled = { jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 1 } }
  test.each<[string, Fields, number]>([
    ['with all headers', { 'MCP-Protocol-Version': VERSION, 'Mcp-Method': cancelled.method }, 202],
    ['with none, for no revision says which', {}, 202],
    [
      'with the header of another method',
      {
        'MCP-Protocol-Version': VERSION,
        'Mcp-Method': 'tools/call',
      },
      400,
    ],
    ['in another version', { 'MCP-Protocol-Version': '2025-11-25' }, 400],
  ])('a notification %s', async (_, fields, status) => {
    const answer = await server.post(access, cancelled, fields)
    expect([answer.status, answer.body === '']).toEqual([status, status === 202])
  })
})

describe('MCP 2026-07-28 Base Protocol - Error Codes', () => {
  test('a resource that is not there is -32602, and no longer -32002', async () => {
    const answer = await server.call(access, 'resources/read', { uri: 'note:///nowhere' })
    expect([answer.status, answer.code]).toEqual([200, -32602])
  })
})

describe('MCP 2026-07-28 Streamable HTTP - Value Encoding', () => {
  const examples = [
    ['us-west1', 'us-west1'],
    ['Hello, 世界', '=?base64?SGVsbG8sIOS4lueVjA==?='],
    [' padded ', '=?base64?IHBhZGRlZCA=?='],
    ['line1\nline2', '=?base64?bGluZTEKbGluZTI=?='],
    ['=?base64?literal?=', '=?base64?PT9iYXNlNjQ/bGl0ZXJhbD89?='],
  ] as const
  test.each(examples)('%j is written as %s, and read back', (text, value) => {
    expect(encodeHeaderValue(text)).toBe(value)
    expect(decodeHeaderValue(value)).toBe(text)
  })

  test.each([
    '=?base64?AAA?=',
    '=?base64?A A=?=',
    '=?base64?_-_-?=',
    '=?base64?/w==?=',
    'caf\u00e9',
    'a\u0007',
  ])('%j cannot be read', (value) => expect(decodeHeaderValue(value)).toBeUndefined())

  test.each(['grün', '注意', 'a b\u2028c', '\u{1F5DD}'])(
    'a resource called %j is found by its header',
    async (name) => {
      const uri = `note:///${name}`
      const answer = await server.call(access, 'resources/read', { uri })
      expect([answer.broken, answer.code]).toEqual([undefined, -32602])
      expect(encodeHeaderValue(uri)).toMatch(/^=\?base64\?/)
    },
  )
})
