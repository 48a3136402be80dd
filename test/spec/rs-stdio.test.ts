import { describe, expect, test } from 'vitest'
import { stdioServer } from '../../engine/parties/mcp-server/stdio.ts'
import { has } from '../../engine/spec/differences.ts'
import { revisions } from '../../engine/spec/revisions.ts'
import type { FreshFinding } from '../../engine/wire/wire.ts'
import {
  circumstances,
  metaWith,
  ROBINS_KEY,
  SAMS_KEY,
  settingsWith,
  withKeys,
  type Particulars,
} from './rs-lab.ts'

const ENVIRONMENT = { HOME: '/', NOTES_API_KEY: SAMS_KEY }

/** What came out: a result, or the code of an error, and for which request. */
const read = (answer: unknown) => {
  const { id, result, error } = Object(answer)
  return { id, result: Object(result), code: error?.code as number | undefined, error }
}

const open = (particulars: Particulars, environment: Readonly<Record<string, string>>) => {
  const at = circumstances(particulars)
  const server = stdioServer(settingsWith(withKeys(particulars.settings)), at)
  const process = server.launch(environment)
  const findings: FreshFinding[] = []
  const visit = {
    message: 7,
    found: (list: readonly FreshFinding[]) => void findings.push(...list),
    did: () => {},
  }
  const receive = async (message: unknown) => read(await process.receive(message, visit))
  /** Calls a method as the revision has it done. */
  const call = (method: string, params: object = {}, id: string | number = 1) => {
    const meta = has(at.revision, 'stateless') ? { _meta: metaWith(at.revision) } : {}
    return receive({ jsonrpc: '2.0', id, method, params: { ...meta, ...params } })
  }
  return { at, server, process, findings, receive, call }
}

describe.each(revisions)('MCP %s Transports - stdio', (revision) => {
  const stateless = has(revision, 'stateless')
  const launched = (
    environment: Readonly<Record<string, string>> = ENVIRONMENT,
    particulars: Particulars = {},
  ) => open({ ...particulars, revision }, environment)

  test('a tool is called with the key from the environment, and nothing of OAuth', async () => {
    const { call, findings, server, at } = launched()
    if (!stateless) await call('initialize')
    const params = { name: 'read_note', arguments: { name: 'groceries' } }
    const { id, result } = await call('tools/call', params, 'seven')
    expect([id, result.content]).toEqual([
      'seven',
      [{ type: 'text', text: 'Oats, plums, coffee.' }],
    ])
    expect('resultType' in result).toBe(stateless)
    const checks = [...new Set(findings.map(({ check }) => check))]
    expect(checks).toEqual([
      'rs/api-key-known',
      'rs/api-key-not-retired',
      ...(stateless ? ['rs/protocol-version-supported', 'rs/request-metadata-present'] : []),
      'rs/scope-per-method',
    ])
    expect(server.audit.at(-1)).toEqual({
      at: at.clock.now(),
      message: 7,
      account: 'sam',
      client: 'API key',
      scope: 'notes:read notes:write',
      method: 'tools/call',
      tool: 'read_note',
      allowed: true,
      by: undefined,
    })
  })

  test.each<[string, Readonly<Record<string, string>>]>([
    ['no key', {}],
    ['an empty key', { NOTES_API_KEY: '' }],
    ['an unknown key', { NOTES_API_KEY: 'nk' }],
    ['a key named after a prototype', { NOTES_API_KEY: '__proto__' }],
    ['a key under another name', { notes_api_key: SAMS_KEY }],
  ])('an environment with %s opens nothing', async (_, environment) => {
    const { call, receive, findings, server } = launched(environment)
    const { code, error, id } = await call('tools/list')
    expect([id, code, findings.at(-1)?.check]).toEqual([1, 1, 'rs/api-key-known'])
    expect(error.message).toContain('NOTES_API_KEY')
    expect((await receive({ jsonrpc: '2.0', method: 'notifications/cancelled' })).code).toBe(
      undefined,
    )
    expect(server.audit.map(({ allowed, by }) => [allowed, by])).toEqual([
      [false, 'rs/api-key-known'],
      [false, 'rs/api-key-known'],
    ])
  })

  test('a key opens no more than its scope, and nothing after its end', async () => {
    const until = 1_750_237_200 + 60
    const particulars = { settings: { apiKeysUntil: until } }
    const { call, at, findings } = launched({ NOTES_API_KEY: ROBINS_KEY }, particulars)
    const params = { name: 'write_note', arguments: { name: 'a', text: 'b' } }
    expect([(await call('tools/call', params)).code, findings.at(-1)?.check]).toEqual([
      1,
      'rs/scope-per-method',
    ])
    expect((await call('tools/list')).code).toBeUndefined()
    at.clock.advance(60)
    expect([(await call('tools/list')).code, findings.at(-1)?.check]).toEqual([
      1,
      'rs/api-key-not-retired',
    ])
  })

  test('what is no message gets an error, and a notification no answer', async () => {
    const { receive, process } = launched()
    for (const line of [undefined, null, 7, 'tools/list', {}, { jsonrpc: '2.0', id: {} }])
      expect([-32600, -32700]).toContain((await receive(line)).code)
    expect(await receive({ jsonrpc: '1.0', id: 9, method: 'ping' })).toMatchObject({ id: 9 })
    const ready = { jsonrpc: '2.0', method: 'notifications/initialized' }
    expect(await process.receive(ready)).toBeUndefined()
  })

  test('methods are those of the revision', async () => {
    const { call } = launched()
    const { result } = await call('initialize')
    expect(result.protocolVersion).toBe(stateless ? undefined : revision)
    const there = async (method: string) => (await call(method)).code === undefined
    expect([
      await there('initialize'),
      await there('ping'),
      await there('server/discover'),
    ]).toEqual(stateless ? [false, false, true] : [true, true, false])
  })

  test('a batch is answered by a batch, or is no message', async () => {
    const { process } = launched()
    const list = { jsonrpc: '2.0', id: 1, method: 'tools/list' }
    const ready = { jsonrpc: '2.0', method: 'notifications/initialized' }
    const answers = [await process.receive([list, ready]), await process.receive([ready])]
    const ids = answers.map((one) =>
      Array.isArray(one) ? one.map(({ id }) => id) : read(one).code,
    )
    expect(ids).toEqual(has(revision, 'batches') ? [[1], undefined] : [-32600, -32600])
  })
})

describe('MCP 2026-07-28 stdio - Request Metadata', () => {
  const { receive } = open({ revision: '2026-07-28' }, ENVIRONMENT)
  const list = (_meta: unknown) => ({
    jsonrpc: '2.0',
    id: 1,
    method: 'tools/list',
    params: { _meta },
  })

  test('every request describes itself', async () => {
    expect((await receive(list(undefined))).code).toBe(-32602)
    expect((await receive(list(metaWith('2026-07-28')))).code).toBeUndefined()
  })

  test('another version is refused with the versions there are', async () => {
    const { code, error } = await receive(list(metaWith('2025-11-25')))
    expect([code, error.data]).toEqual([
      -32022,
      { supported: ['2026-07-28'], requested: '2025-11-25' },
    ])
  })

  test('an initialize is told which versions there are', async () => {
    const params = { protocolVersion: '2025-11-25', capabilities: {} }
    const { code, error } = await receive({ jsonrpc: '2.0', id: 1, method: 'initialize', params })
    expect([code, error.data]).toEqual([-32602, { supported: ['2026-07-28'] }])
  })
})

describe('a program that is careless about its key', () => {
  test.each(['rs/api-key-known', 'rs/api-key-not-retired'])('forgets %s', async (check) => {
    const settings = { apiKeysUntil: 0 }
    const forget = [check, 'rs/api-key-not-retired']
    const environment = check === 'rs/api-key-known' ? {} : ENVIRONMENT
    const { call } = open({ forget, settings }, environment)
    const { result } = await call('resources/list')
    expect(JSON.stringify(result)).toContain('seed-vault')
  })
})
