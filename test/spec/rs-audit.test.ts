import { describe, expect, test } from 'vitest'
import { writeAudit, type AuditEntry } from '../../engine/parties/mcp-server/audit.ts'
import { revisions } from '../../engine/spec/revisions.ts'
import { openMcpServer, RESOURCE, SAMS_KEY, withKeys } from './rs-lab.ts'

const READ = { name: 'read_note', arguments: { name: 'groceries' } }
const WRITE = { name: 'write_note', arguments: { name: 'a', text: 'b' } }

describe.each(revisions)('the audit log of an MCP server, %s', (revision) => {
  test('says who asked for what, through which client, with which scope, and whether they got it', async () => {
    const server = openMcpServer({ revision })
    const access = await server.token()
    const fields = await server.session(access)
    await server.call(access, 'tools/call', READ, fields)
    await server.call(access, 'tools/call', WRITE, fields)
    const sam = { account: 'sam', client: 'quill', scope: 'notes:read', at: server.clock.now() }
    const called = { ...sam, method: 'tools/call' }
    expect(server.audit.slice(-2)).toEqual([
      { ...called, message: expect.any(Number), tool: 'read_note', allowed: true, by: undefined },
      {
        ...called,
        message: expect.any(Number),
        tool: 'write_note',
        allowed: false,
        by: 'rs/scope-per-method',
      },
    ])
  })

  test('has a line for every request that reached the server, with the number of its message', async () => {
    const server = openMcpServer({ revision })
    const access = await server.token()
    await server.call(undefined, 'tools/list')
    await server.call('abc', 'tools/list')
    await server.call(access, 'tools/list', {}, { Origin: 'https://evil.example' })
    await server.post(access, 'no JSON')
    await server.post(access, {}, { 'Content-Type': 'text/plain' })
    expect(server.audit.map(({ message, by }) => [message, by])).toEqual([
      [1, 'rs/token-present'],
      [2, 'rs/token-well-formed'],
      [3, 'rs/origin-allowed'],
      [4, 'rs/message-well-formed'],
      [5, 'rs/message-well-formed'],
    ])
    expect(server.audit.every(({ allowed }) => !allowed)).toBe(true)
  })

  test('believes nothing of a token that was not accepted', async () => {
    const server = openMcpServer({ revision })
    await server.call(await server.token({ exp: 0, sub: 'robin' }), 'tools/call', READ)
    expect(server.audit).toEqual([
      {
        at: server.clock.now(),
        message: 1,
        account: undefined,
        client: undefined,
        scope: '',
        method: undefined,
        tool: undefined,
        allowed: false,
        by: 'rs/not-expired',
      },
    ])
  })

  test('tells what is done with an API key', async () => {
    const server = openMcpServer({ revision, settings: withKeys() })
    const fields = await server.session(undefined, { 'X-API-Key': SAMS_KEY })
    await server.call(undefined, 'tools/call', WRITE, fields)
    expect(server.audit.at(-1)).toMatchObject({
      account: 'sam',
      client: 'API key',
      scope: 'notes:read notes:write',
      tool: 'write_note',
      allowed: true,
    })
  })

  test('holds neither token nor key', async () => {
    const server = openMcpServer({ revision, settings: withKeys() })
    const access = await server.token()
    const fields = await server.session(access)
    await server.call(access, 'tools/call', READ, fields)
    await server.call(undefined, 'tools/list', {}, { 'X-API-Key': SAMS_KEY })
    await server.call(access, 'tools/list', {}, { 'X-API-Key': SAMS_KEY })
    await server.send('POST', `${RESOURCE}?access_token=${access}`)
    const text = JSON.stringify(server.audit)
    expect(server.audit.length).toBeGreaterThanOrEqual(4)
    for (const secret of [
      access,
      access.split('.')[2]!,
      SAMS_KEY,
      fields['Mcp-Session-Id'] ?? access,
    ])
      expect(text).not.toContain(secret)
  })

  test('shows a careless server letting through what a careful one refuses', async () => {
    const server = openMcpServer({ revision, forget: ['rs/scope-per-method'] })
    const access = await server.token()
    await server.call(access, 'tools/call', WRITE, await server.session(access))
    expect(server.audit.at(-1)).toMatchObject({
      scope: 'notes:read',
      tool: 'write_note',
      allowed: true,
      by: undefined,
    })
  })
})

describe('the audit log', () => {
  test('MCP 2025-03-26 Base Protocol - Batching, has a line for each message of a batch', async () => {
    const server = openMcpServer({ revision: '2025-03-26' })
    const access = await server.token()
    const fields = await server.session(access)
    const list = { jsonrpc: '2.0', id: 1, method: 'tools/list' }
    await server.post(access, [list, { ...list, id: 2, method: 'prompts/list' }], fields)
    expect(server.audit.slice(-2).map(({ method }) => method)).toEqual([
      'tools/list',
      'prompts/list',
    ])
  })

  test('MCP 2025-11-25 Transports - Session Management, says when a session is ended', async () => {
    const server = openMcpServer()
    const access = await server.token()
    const fields = { ...(await server.session(access)), Authorization: `Bearer ${access}` }
    await server.send('DELETE', RESOURCE, fields)
    await server.send('DELETE', RESOURCE, fields)
    expect(server.audit.slice(-2)).toMatchObject([
      { method: 'DELETE', account: 'sam', allowed: true },
      { method: 'DELETE', account: 'sam', allowed: false, by: 'rs/session-known' },
    ])
  })

  test('cuts names from outside, and forgets what is oldest', () => {
    const audit: AuditEntry[] = []
    const params = { name: 'x'.repeat(5_000) }
    for (let at = 0; at < 1_005; at += 1)
      writeAudit(audit, at, { message: at }, { message: { method: 'tools/call', params } })
    expect([audit.length, audit[0]?.at, audit.at(-1)?.at]).toEqual([1_000, 5, 1_004])
    expect(audit[0]?.tool).toHaveLength(100)
  })
})
