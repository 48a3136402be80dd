import { describe, expect, test } from 'vitest'
import { scopesHeld } from '../../engine/parties/mcp-server/scopes.ts'
import { revisions, type Revision } from '../../engine/spec/revisions.ts'
import { openMcpServer, RESOURCE, type Particulars } from './rs-lab.ts'

const AT_PATH = 'https://notes.example/.well-known/oauth-protected-resource/mcp'
const AT_ROOT = 'https://notes.example/.well-known/oauth-protected-resource'

/** What the dated pages say of the MCP server, where they do not all say the same. */
interface Expected {
  /** Whether there is protected resource metadata. */
  readonly metadata: boolean
  readonly scopeIn401: string | undefined
  /** What a reader who wants to write is told to ask for. */
  readonly scopeIn403: string
  readonly stateless: boolean
  /** What the header of another version comes to, in a session. */
  readonly otherVersion: number
  readonly batches: boolean
  readonly unknownMethod: number
  readonly resourceNotFound: number
  /** Whether wrong arguments come back as the result of the tool. */
  readonly inputErrorsInResults: boolean
}

const TABLE: Readonly<Record<Revision, Expected>> = {
  '2025-03-26': {
    metadata: false,
    scopeIn401: undefined,
    scopeIn403: 'notes:write',
    stateless: false,
    otherVersion: 200,
    batches: true,
    unknownMethod: 200,
    resourceNotFound: -32002,
    inputErrorsInResults: false,
  },
  '2025-06-18': {
    metadata: true,
    scopeIn401: undefined,
    scopeIn403: 'notes:write',
    stateless: false,
    otherVersion: 400,
    batches: false,
    unknownMethod: 200,
    resourceNotFound: -32002,
    inputErrorsInResults: false,
  },
  '2025-11-25': {
    metadata: true,
    scopeIn401: 'notes:read',
    scopeIn403: 'notes:read notes:write',
    stateless: false,
    otherVersion: 400,
    batches: false,
    unknownMethod: 200,
    resourceNotFound: -32002,
    inputErrorsInResults: true,
  },
  '2026-07-28': {
    metadata: true,
    scopeIn401: 'notes:read',
    scopeIn403: 'notes:write',
    stateless: true,
    otherVersion: 400,
    batches: false,
    unknownMethod: 404,
    resourceNotFound: -32602,
    inputErrorsInResults: true,
  },
}

describe.each(revisions)('MCP %s', (revision) => {
  const expected = TABLE[revision]
  const open = (particulars: Omit<Particulars, 'revision'> = {}) =>
    openMcpServer({ ...particulars, revision })
  const statusAt = async (server: ReturnType<typeof open>, url: string) =>
    (await server.send('GET', url)).status

  describe('Authorization, the server’s metadata', () => {
    test.each([
      ['path', 200, 404],
      ['root', 404, 200],
      ['nowhere', 404, 404],
    ] as const)('at its %s', async (metadataAt, atPath, atRoot) => {
      const server = open({ settings: { metadataAt } })
      const there = expected.metadata ? [atPath, atRoot] : [404, 404]
      expect([await statusAt(server, AT_PATH), await statusAt(server, AT_ROOT)]).toEqual(there)
    })

    test('names the authorization server, and never offline_access', async () => {
      const settings = { scopes: ['notes:read', 'offline_access', 'notes:write'] }
      const answer = await open({ settings }).send('GET', AT_PATH)
      const { resource, authorization_servers, scopes_supported } = answer.isJson
        ? answer.json()
        : {}
      expect([answer.status, resource, authorization_servers, scopes_supported]).toEqual(
        expected.metadata
          ? [200, RESOURCE, ['https://auth.example'], ['notes:read', 'notes:write']]
          : [404, undefined, undefined, undefined],
      )
    })
  })

  describe('Authorization, the challenge of a 401', () => {
    const named = (at: string) => (expected.metadata ? { resource_metadata: at } : {})
    const scoped = expected.scopeIn401 === undefined ? {} : { scope: expected.scopeIn401 }
    const orRealm = (parameters: object) =>
      Object.keys(parameters).length === 0 ? { realm: 'Notes' } : parameters

    test.each<[string, Particulars['settings'], object]>([
      ['names the metadata at the path', {}, { ...named(AT_PATH), ...scoped }],
      ['names the metadata at the root', { metadataAt: 'root' }, { ...named(AT_ROOT), ...scoped }],
      ['names none where there is none', { metadataAt: 'nowhere' }, scoped],
      ['names none where it need not', { challengeNamesMetadata: false }, scoped],
      ['never asks for offline_access', { firstScope: 'offline_access' }, named(AT_PATH)],
    ])('%s', async (_, settings = {}, parameters) => {
      const answer = await open({ settings }).call(undefined, 'tools/list')
      expect([answer.status, answer.body]).toEqual([401, ''])
      expect({ ...answer.challenge }).toEqual(orRealm(parameters))
    })

    test('RFC 6750 §3.1 has an error only when there was a token', async () => {
      const server = open()
      const answer = await server.call(await server.token({ exp: 0 }), 'tools/list')
      expect([answer.status, answer.challenge['error']]).toEqual([401, 'invalid_token'])
      expect(answer.challenge['scope']).toBe(expected.scopeIn401)
    })

    test('is a deed, and its scope another, where the revision knows them', async () => {
      const { did } = await open().call(undefined, 'tools/list')
      expect(did.map(({ check, verdict }) => [check, verdict])).toEqual([
        ...(expected.metadata ? [['rs/challenge-on-401', 'obeyed']] : []),
        ...(expected.scopeIn401 === undefined ? [] : [['rs/scope-in-challenge', 'obeyed']]),
      ])
    })

    test('is not recorded as naming the metadata when it does not', async () => {
      const settings = { challengeNamesMetadata: false }
      const { did } = await open({ settings }).call(undefined, 'tools/list')
      expect(did.map(({ check }) => check)).not.toContain('rs/challenge-on-401')
    })

    test('is left out by a server that forgets it', async () => {
      const answer = await open({ forget: ['rs/challenge-on-401'] }).call(undefined, 'tools/list')
      expect([answer.status, answer.header('WWW-Authenticate')]).toEqual([401, undefined])
    })

    test('has no scope from a server that forgets it', async () => {
      const answer = await open({ forget: ['rs/scope-in-challenge'] }).call(undefined, 'tools/list')
      expect(answer.challenge['scope']).toBeUndefined()
    })
  })

  describe('Authorization - Error Handling, what a token does not cover', () => {
    const write = { name: 'write_note', arguments: { name: 'a', text: 'b' } }

    test('is 403, with the scope to ask for', async () => {
      const server = open()
      const reader = await server.token({ scope: 'notes:read offline_access other:scope' })
      const answer = await server.call(reader, 'tools/call', write, await server.session(reader))
      expect([answer.status, answer.broken]).toEqual([403, 'rs/scope-per-method'])
      expect(answer.challenge).toMatchObject({
        error: 'insufficient_scope',
        scope: expected.scopeIn403,
      })
      expect(answer.challenge['resource_metadata']).toBe(expected.metadata ? AT_PATH : undefined)
    })

    test('writing does not imply reading', async () => {
      const server = open()
      const writer = await server.token({ scope: 'notes:write' })
      const fields = await server.session(writer)
      const read = { name: 'read_note', arguments: { name: 'groceries' } }
      expect((await server.call(writer, 'tools/call', write, fields)).status).toBe(200)
      expect((await server.call(writer, 'tools/call', read, fields)).status).toBe(403)
    })

    test('can be a scope that every tool wants besides its own', async () => {
      const server = open({ settings: { scopeForTools: 'notes:everything' } })
      const reader = await server.token()
      const read = { name: 'read_note', arguments: { name: 'groceries' } }
      const fields = await server.session(reader)
      const answer = await server.call(reader, 'tools/call', read, fields)
      expect(answer.status).toBe(403)
      expect(answer.challenge['scope']).toBe('notes:read notes:everything')
      expect((await server.call(reader, 'tools/list', {}, fields)).status).toBe(200)
    })
  })

  describe('Authorization - Token Handling', () => {
    test.each([
      ['for another server', { aud: 'https://evil.example/mcp' }, 'rs/audience-is-me'],
      ['of another issuer', { iss: 'https://evil.example' }, 'rs/issuer-matches'],
      ['past its time', { exp: 1 }, 'rs/not-expired'],
    ])('a token %s is 401', async (_, claims, check) => {
      const server = open()
      const answer = await server.call(await server.token(claims), 'tools/list')
      expect([answer.status, answer.broken]).toEqual([401, check])
    })
  })

  describe('Transports', () => {
    test('a page of another origin gets 403', async () => {
      const server = open()
      const fields = { Origin: 'https://evil.example' }
      const answer = await server.call(await server.token(), 'tools/list', {}, fields)
      expect([answer.status, answer.broken]).toEqual([403, 'rs/origin-allowed'])
    })

    test('GET is 405', async () => {
      expect(await statusAt(open(), RESOURCE)).toBe(405)
    })

    test('a session is opened, bound to its account, and ended, or there is none', async () => {
      const server = open()
      const access = await server.token()
      const fields = await server.session(access)
      expect('Mcp-Session-Id' in fields).toBe(!expected.stateless)
      const robin = await server.token({ sub: 'robin' })
      const foreign = await server.call(robin, 'tools/list', {}, fields)
      const none = await server.call(access, 'tools/list')
      const ended = await server.send('DELETE', RESOURCE, {
        ...fields,
        Authorization: `Bearer ${access}`,
      })
      const after = await server.call(access, 'tools/list', {}, fields)
      const statuses = [foreign.status, none.status, ended.status, after.status]
      expect(statuses).toEqual(expected.stateless ? [200, 200, 405, 200] : [404, 400, 204, 404])
    })

    test.each(['2025-03-26', '2025-06-18', '2025-11-25', '2026-07-28', '2099-01-01'])(
      'initialize asking for %s is answered with this revision, where there is initialize',
      async (protocolVersion) => {
        const server = open()
        const answer = await server.call(await server.token(), 'initialize', { protocolVersion })
        expect(answer.result['protocolVersion']).toBe(expected.stateless ? undefined : revision)
      },
    )

    test('MCP-Protocol-Version of this revision is taken, another one is not', async () => {
      const server = open()
      const access = await server.token()
      const session = await server.session(access)
      const speaking = async (version: string) => {
        const fields = { ...session, 'MCP-Protocol-Version': version }
        return (await server.call(access, 'tools/list', {}, fields)).status
      }
      expect(await speaking(revision)).toBe(200)
      expect(await speaking('2099-01-01')).toBe(expected.otherVersion)
    })
  })

  describe('Base Protocol', () => {
    const list = { jsonrpc: '2.0', id: 1, method: 'tools/list' }
    const ready = { jsonrpc: '2.0', method: 'notifications/initialized' }

    test('a batch is answered by a batch, or is no message', async () => {
      const server = open()
      const access = await server.token()
      const fields = await server.session(access)
      const answer = await server.post(access, [list, ready, { ...list, id: 'b' }], fields)
      const ids = [JSON.parse(answer.body)].flat().map((one) => Object(one)['id'] as unknown)
      expect([answer.status, answer.code, ids]).toEqual(
        expected.batches ? [200, undefined, [1, 'b']] : [400, -32600, [undefined]],
      )
      const silent = await server.post(access, [ready, ready], fields)
      expect([silent.status, silent.body === '']).toEqual(
        expected.batches ? [202, true] : [400, false],
      )
    })

    test('a batch holds no initialize, is not empty, and needs the scopes of all its parts', async () => {
      const server = open()
      const access = await server.token()
      const fields = await server.session(access)
      const write = { ...list, method: 'tools/call', params: { name: 'write_note' } }
      const posted = async (body: unknown) => (await server.post(access, body, fields)).status
      expect(await posted([])).toBe(400)
      expect(await posted([{ ...list, method: 'initialize' }])).toBe(400)
      expect(await posted([list, 7])).toBe(400)
      expect(await posted([list, write])).toBe(expected.batches ? 403 : 400)
    })

    test('an unknown method, and a resource that is not there', async () => {
      const server = open()
      const access = await server.token()
      const fields = await server.session(access)
      const unknown = await server.call(access, 'tools/destroy', {}, fields)
      expect([unknown.status, unknown.code]).toEqual([expected.unknownMethod, -32601])
      const uri = { uri: 'note:///nowhere' }
      const nowhere = await server.call(access, 'resources/read', uri, fields)
      expect([nowhere.status, nowhere.code]).toEqual([200, expected.resourceNotFound])
    })

    test.each(['server/discover', 'ping', 'initialize'])('%s is there, or not', async (method) => {
      const server = open()
      const access = await server.token()
      const answer = await server.call(access, method, {}, await server.session(access))
      const there = expected.stateless === (method === 'server/discover')
      expect(answer.code).toBe(there ? undefined : -32601)
    })

    test('results say what they are only where every message does', async () => {
      const server = open()
      const access = await server.token()
      const { result } = await server.call(access, 'tools/list', {}, await server.session(access))
      expect('resultType' in result).toBe(expected.stateless)
      expect('_meta' in result).toBe(expected.stateless)
    })
  })

  describe('Tools - Error Handling', () => {
    test('arguments that the tool cannot take', async () => {
      const server = open()
      const access = await server.token()
      const fields = await server.session(access)
      const called = (args: unknown) =>
        server.call(access, 'tools/call', { name: 'read_note', arguments: args }, fields)
      for (const args of [{ name: 7 }, { name: '' }, undefined]) {
        const { code, result } = await called(args)
        expect([code, result['isError']]).toEqual(
          expected.inputErrorsInResults ? [undefined, true] : [-32602, undefined],
        )
      }
      for (const args of [null, 'x', ['seed-vault']]) expect((await called(args)).code).toBe(-32602)
    })

    test('an unknown tool', async () => {
      const server = open()
      const access = await server.token()
      const params = { name: 'destroy_note', arguments: {} }
      const answer = await server.call(access, 'tools/call', params, await server.session(access))
      expect([answer.status, answer.code]).toEqual([200, -32602])
    })
  })
})

describe('MCP 2026-07-28 Authorization - Step-Up Authorization Flow, a broader scope implies narrower ones', () => {
  const hierarchy = {
    all: ['write', 'list'],
    write: ['read'],
    read: [],
    round: ['about'],
    about: ['round'],
  }
  test.each([
    [['all'], ['all', 'write', 'list', 'read']],
    [
      ['write', 'read'],
      ['write', 'read'],
    ],
    [['read'], ['read']],
    [['round'], ['round', 'about']],
    [
      ['constructor', '__proto__'],
      ['constructor', '__proto__'],
    ],
    [[], []],
  ])('%j', (granted, held) => expect(scopesHeld(granted, hierarchy)).toEqual(held))

  test('and none of this server’s does', () => {
    expect(scopesHeld(['notes:write'])).toEqual(['notes:write'])
  })
})
