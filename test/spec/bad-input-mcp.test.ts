import { describe, expect, test } from 'vitest'
import { AUTH, INITIALIZE, MCP, openLab } from './driver.ts'
import { expectHarmless, HUGE } from './harmless.ts'
import type { HeaderList } from '../../engine/wire/message.ts'

const { access, lab, session } = await (async () => {
  const lab = openLab()
  const { access } = await lab.tokens()
  return { access, lab, session: await lab.session(access) }
})()

const call = (name: unknown, args: unknown) => ({
  jsonrpc: '2.0',
  id: 1,
  method: 'tools/call',
  params: { name, arguments: args },
})
const errorIn = (body: string) => {
  const { jsonrpc, id, error, result } = JSON.parse(body) as Record<string, unknown>
  expect([jsonrpc, result]).toEqual(['2.0', undefined])
  return [id, (error as { code: number }).code]
}

describe('MCP 2025-06-18 Base Protocol - Requests, a body is refused', () => {
  const list = { jsonrpc: '2.0', id: 1, method: 'tools/list' }
  // An error names the request it answers, where that much could be read, and otherwise nothing.
  const idIn = (message: unknown): unknown => {
    const id: unknown = /^{.*"id":1,/.test(String(message)) ? 1 : Object(message)['id']
    return typeof id === 'number' ? id : undefined
  }
  test.each<[string, unknown, number]>([
    ['that is empty', '', -32700],
    ['that is no JSON', '{"jsonrpc":', -32700],
    ['that is a form', 'method=tools/list', -32700],
    ['that is null', 'null', -32600],
    ['that is a string', '"tools/list"', -32600],
    ['that is a number', '7', -32600],
    ['that is a batch', [list], -32600],
    ['that is an empty batch', [], -32600],
    ['of no version', { id: 1, method: 'tools/list' }, -32600],
    ['of version 1.0', { ...list, jsonrpc: '1.0' }, -32600],
    ['of a version that is a number', { ...list, jsonrpc: 2 }, -32600],
    ['whose id is null', { ...list, id: null }, -32600],
    ['whose id is an object', { ...list, id: {} }, -32600],
    ['whose id is true', { ...list, id: true }, -32600],
    ['without a method', { jsonrpc: '2.0', id: 1 }, -32600],
    ['whose method is a number', { ...list, method: 7 }, -32600],
    ['whose method is too long', { ...list, method: 'a'.repeat(201) }, -32600],
    ['whose params are a list', { ...list, params: [] }, -32600],
    ['whose params are a string', { ...list, params: 'name' }, -32600],
    ['whose params are null', { ...list, params: null }, -32600],
    [
      'with its method in __proto__',
      '{"jsonrpc":"2.0","id":1,"__proto__":{"method":"ping"}}',
      -32600,
    ],
  ])('%s', async (_, message, code) => {
    const answer = await lab.mcp(access, message, session)
    expectHarmless(answer, lab.secrets)
    expect(answer.status).toBe(400)
    expect(errorIn(answer.body)).toEqual([idIn(message), code])
  })
})

describe('MCP 2025-06-18 Tools - Error Handling, a request is answered with an error', () => {
  test.each<[string, object, number]>([
    ['for an unknown method', { ...INITIALIZE, id: 'a', method: 'tools/destroy' }, -32601],
    ['for an empty method', { ...INITIALIZE, id: 'a', method: '' }, -32601],
    [
      'for a method named after a prototype',
      { ...INITIALIZE, id: 'a', method: '__proto__' },
      -32601,
    ],
    ['for a method that is inherited', { ...INITIALIZE, id: 'a', method: 'constructor' }, -32601],
    ['for a method with markup', { ...INITIALIZE, id: 'a', method: '<script>' }, -32601],
    ['for an unknown tool', call('destroy_note', {}), -32602],
    ['for a tool that is inherited', call('toString', {}), -32602],
    ['for a tool that is an object', call({ name: 'read_note' }, {}), -32602],
    ['for a tool without arguments', call('read_note', undefined), -32602],
    ['for arguments that are null', call('read_note', null), -32602],
    ['for arguments that are a list', call('read_note', ['seed-vault']), -32602],
    ['for an argument of the wrong type', call('read_note', { name: 7 }), -32602],
    ['for an empty argument', call('read_note', { name: '' }), -32602],
    ['for an argument too long', call('read_note', { name: 'a'.repeat(101) }), -32602],
    ['for a prompt with no note', { ...call('summarise_note', {}), method: 'prompts/get' }, -32602],
    [
      'for a prompt whose arguments are a string',
      { ...call('summarise_note', 'x'), method: 'prompts/get' },
      -32602,
    ],
    [
      'for an unknown resource',
      { ...call(0, 0), method: 'resources/read', params: { uri: 'file:///etc/passwd' } },
      -32002,
    ],
    [
      'for a resource that climbs',
      { ...call(0, 0), method: 'resources/read', params: { uri: 'note:///../seed-vault' } },
      -32002,
    ],
    [
      'for a resource that is a list',
      { ...call(0, 0), method: 'resources/read', params: { uri: [] } },
      -32002,
    ],
  ])('%s', async (_, message, code) => {
    const answer = await lab.mcp(access, message, session)
    expectHarmless(answer, lab.secrets)
    expect(answer.status).toBe(200)
    expect(errorIn(answer.body)).toEqual([Reflect.get(message, 'id'), code])
  })

  test.each(['__proto__', 'constructor', '../seed-vault', 'SEED-VAULT', '<script>', 'a\r\nb'])(
    'a note called %j is a tool result that says so',
    async (name) => {
      const answer = await lab.mcp(access, call('read_note', { name }), session)
      const { result } = JSON.parse(answer.body) as { result: { isError?: boolean } }
      expect([answer.status, result.isError]).toEqual([200, true])
    },
  )

  test('OAuth 2.1 draft-13 §5.3.2 a tool beyond the scope is 403 with a challenge', async () => {
    const answer = await lab.mcp(access, call('write_note', { name: 'a', text: 'b' }), session)
    expectHarmless(answer, lab.secrets)
    expect([answer.status, answer.broken]).toEqual([403, 'rs/scope-per-method'])
    expect(answer.header('WWW-Authenticate')).toContain('error="insufficient_scope"')
    expect(answer.header('WWW-Authenticate')).toContain('scope="notes:write"')
  })
})

describe('MCP 2025-06-18 Transports, the headers of a request', () => {
  const list = { jsonrpc: '2.0', id: 1, method: 'tools/list' }
  const version = (value: string): HeaderList => [...session, ['MCP-Protocol-Version', value]]
  test.each<[string, HeaderList, number, string]>([
    ['an unknown version', version('2099-01-01'), 400, 'rs/protocol-version-supported'],
    ['a version that is none', version('latest'), 400, 'rs/protocol-version-supported'],
    ['two versions', version('2025-06-18, 2025-06-18'), 400, 'rs/protocol-version-supported'],
    ['no session', [], 400, 'rs/session-known'],
    ['an unknown session', [['Mcp-Session-Id', 'nobody']], 404, 'rs/session-known'],
    [
      'a session named after a prototype',
      [['Mcp-Session-Id', '__proto__']],
      404,
      'rs/session-known',
    ],
    [
      'a foreign origin',
      [...session, ['Origin', 'https://evil.example']],
      403,
      'rs/origin-allowed',
    ],
    ['an origin that is null', [...session, ['Origin', 'null']], 403, 'rs/origin-allowed'],
    ['its own origin', [...session, ['Origin', 'https://notes.example']], 403, 'rs/origin-allowed'],
  ])('%s', async (_, headers, status, check) => {
    const answer = await lab.mcp(access, list, headers)
    expectHarmless(answer, lab.secrets)
    expect([answer.status, answer.broken]).toEqual([status, check])
  })

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonx', ''])(
    'RFC 9110 §15.5.16 a body sent as %j',
    async (type) => {
      const headers = [['Content-Type', type], ['Authorization', `Bearer ${access}`], ...session]
      const body = JSON.stringify(list)
      const answer = await lab.send('POST', MCP, { headers: headers as HeaderList, body })
      expectHarmless(answer, lab.secrets)
      expect(answer.status).toBe(415)
    },
  )

  test('RFC 9110 §15.5.14 a body of a million characters', async () => {
    expect((await lab.mcp(access, call('read_note', { name: HUGE }), session)).status).toBe(413)
  })

  test.each<[string, HeaderList, string | undefined, number]>([
    ['without a token', session, undefined, 401],
    ['without a session', [], access, 400],
    ['of an unknown session', [['Mcp-Session-Id', 'nobody']], access, 404],
    ['in an unknown version', version('2099-01-01'), access, 400],
    ['from a foreign page', [...session, ['Origin', 'https://evil.example']], access, 403],
  ])('DELETE %s', async (_, headers, token, status) => {
    const bearer: HeaderList = token === undefined ? [] : [['Authorization', `Bearer ${token}`]]
    const answer = await lab.send('DELETE', MCP, { headers: [...headers, ...bearer] })
    expectHarmless(answer, lab.secrets)
    expect(answer.status).toBe(status)
  })

  test('a session that was ended is 404, and 404 again', async () => {
    const mine = await lab.session(access)
    const headers: HeaderList = [...mine, ['Authorization', `Bearer ${access}`]]
    expect((await lab.send('DELETE', MCP, { headers })).status).toBe(204)
    expect((await lab.send('DELETE', MCP, { headers })).status).toBe(404)
    expect((await lab.mcp(access, list, mine)).status).toBe(404)
  })

  test('GET is 405, for this server sends no events of its own', async () => {
    const answer = await lab.send('GET', MCP, { headers: [['Accept', 'text/event-stream']] })
    expect([answer.status, answer.header('Allow')]).toEqual([405, 'POST, DELETE'])
    expect((await lab.send('GET', `${AUTH}/mcp`)).status).toBe(404)
  })
})
