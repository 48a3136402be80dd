import { describe, expect, test } from 'vitest'
import { revisions } from '../../engine/spec/revisions.ts'
import { openMcpServer, ROBINS_KEY, SAMS_KEY, withKeys, type Particulars } from './rs-lab.ts'

const BEGINS = 1_750_237_200
const UNTIL = BEGINS + 3_600
const KEY = { 'X-API-Key': SAMS_KEY }
const WRITE = { name: 'write_note', arguments: { name: 'a', text: 'b' } }

describe.each(revisions)('MCP %s, an API key from before OAuth', (revision) => {
  const open = (
    settings: Particulars['settings'] = { apiKeysUntil: UNTIL },
    forget: readonly string[] = [],
  ) => openMcpServer({ revision, settings: withKeys(settings), forget })

  test('is taken without a token, for the account it stands for', async () => {
    const server = open()
    const fields = await server.session(undefined, KEY)
    const { status, result, broken } = await server.call(undefined, 'resources/list', {}, fields)
    expect([status, broken]).toEqual([200, undefined])
    expect(JSON.stringify(result)).toContain('seed-vault')
    const robin = await server.session(undefined, { 'X-API-Key': ROBINS_KEY })
    const other = await server.call(undefined, 'resources/list', {}, robin)
    expect(other.result['resources']).toEqual([])
  })

  test('RFC 8594 §3 brings with every answer the date on which keys end', async () => {
    const server = open()
    const fields = await server.session(undefined, KEY)
    const answers = [
      await server.call(undefined, 'tools/list', {}, fields),
      await server.call(undefined, 'tools/destroy', {}, fields),
      await server.post(undefined, 'no JSON', fields),
    ]
    for (const { headers } of answers)
      expect(headers).toContainEqual(['Sunset', 'Wed, 18 Jun 2025 10:00:00 GMT'])
    expect(answers[0]?.did).toMatchObject([{ check: 'rs/api-key-end-announced', holds: true }])
  })

  test('RFC 9745 §2 says since when keys are not recommended, where that is known', async () => {
    const server = open({ apiKeysUntil: UNTIL, apiKeysDeprecated: BEGINS - 10 })
    const fields = await server.session(undefined, KEY)
    const answer = await server.call(undefined, 'tools/list', {}, fields)
    expect(answer.header('Deprecation')).toBe(`@${BEGINS - 10}`)
  })

  test('is announced to nobody else, and never when it has no end', async () => {
    const server = open()
    const withToken = await server.call(await server.token(), 'tools/list')
    expect([withToken.header('Sunset'), withToken.header('Deprecation')]).toEqual([
      undefined,
      undefined,
    ])
    const endless = open({ apiKeysUntil: undefined })
    const fields = await endless.session(undefined, KEY)
    endless.clock.advance(1_000_000_000)
    const answer = await endless.call(undefined, 'tools/list', {}, fields)
    expect([answer.status, answer.header('Sunset')]).toEqual([200, undefined])
  })

  test('is good until the second before its end, and from that second on no more', async () => {
    const server = open()
    const fields = await server.session(undefined, KEY)
    server.clock.advance(UNTIL - BEGINS - 1)
    expect((await server.call(undefined, 'tools/list', {}, fields)).status).toBe(200)
    server.clock.advance(1)
    const answer = await server.call(undefined, 'tools/list', {}, fields)
    expect([answer.status, answer.broken]).toEqual([401, 'rs/api-key-not-retired'])
    const challenge = (await server.call(undefined, 'tools/list')).challenge
    expect(answer.challenge).toEqual(challenge)
    expect(answer.header('Sunset')).toBeUndefined()
  })

  test('after which the same session goes on with a token of the same account', async () => {
    const server = open()
    const { 'X-API-Key': _, ...session } = await server.session(undefined, KEY)
    server.clock.advance(UNTIL - BEGINS)
    const answer = await server.call(await server.token(), 'tools/list', {}, session)
    expect(answer.status).toBe(200)
  })

  test.each(['', 'nk_teaching_key_of_sa', `${SAMS_KEY} `.repeat(2), '__proto__', 'constructor'])(
    'is 401 with a challenge and no error when it is %j',
    async (key) => {
      const server = open()
      const answer = await server.call(undefined, 'tools/list', {}, { 'X-API-Key': key })
      expect([answer.status, answer.broken]).toEqual([401, 'rs/api-key-known'])
      expect(answer.challenge['error']).toBeUndefined()
      expect(JSON.stringify([answer.headers, answer.findings])).not.toContain(SAMS_KEY)
    },
  )

  test('does not come with a token', async () => {
    const server = open()
    const answer = await server.call(await server.token(), 'tools/list', {}, KEY)
    expect([answer.status, answer.broken]).toEqual([400, 'rs/one-credential'])
    expect(answer.challenge['error']).toBe('invalid_request')
  })

  test('OAuth 2.1 draft-13 §5.2 covers what its scope covers', async () => {
    const server = open()
    const fields = await server.session(undefined, { 'X-API-Key': ROBINS_KEY })
    expect((await server.call(undefined, 'tools/list', {}, fields)).status).toBe(200)
    const answer = await server.call(undefined, 'tools/call', WRITE, fields)
    expect([answer.status, answer.broken]).toEqual([403, 'rs/scope-per-method'])
    expect(answer.header('Sunset')).toBeDefined()
  })

  test('opens no session of another account', async () => {
    const server = open()
    const { 'Mcp-Session-Id': id } = await server.session(undefined, KEY)
    const fields = { 'X-API-Key': ROBINS_KEY, 'Mcp-Session-Id': id }
    const answer = await server.call(undefined, 'tools/list', {}, fields)
    expect(answer.status).toBe(id === undefined ? 200 : 404)
  })

  test('is a header like any other where no keys were given out', async () => {
    const server = openMcpServer({ revision })
    const none = await server.call(undefined, 'tools/list', {}, KEY)
    expect([none.status, none.broken]).toEqual([401, 'rs/token-present'])
    const access = await server.token()
    const fields = await server.session(access, KEY)
    expect((await server.call(access, 'tools/list', {}, fields)).status).toBe(200)
  })

  test.each([
    ['rs/api-key-known', { 'X-API-Key': 'anything' }, 0],
    ['rs/api-key-not-retired', KEY, UNTIL - BEGINS],
  ])('opens the notes of a server that forgets %s', async (check, fields, wait) => {
    const server = open({ apiKeysUntil: UNTIL }, [check])
    server.clock.advance(wait)
    const session = await server.session(undefined, fields)
    const answer = await server.call(undefined, 'resources/list', {}, session)
    expect(JSON.stringify(answer.result)).toContain('seed-vault')
    expect(answer.findings.find((one) => one.check === check)?.verdict).toBe('forgotten')
    expect(answer.header('Sunset')).toBe(wait === 0 ? 'Wed, 18 Jun 2025 10:00:00 GMT' : undefined)
  })

  test('decides, where a server forgets that a token came as well', async () => {
    const server = open({ apiKeysUntil: UNTIL }, ['rs/one-credential'])
    const robin = await server.token({ sub: 'robin' })
    await server.call(robin, 'tools/list', {}, KEY)
    expect(server.audit.at(-1)).toMatchObject({ account: 'sam', client: 'API key' })
  })

  test('ends without a word where a server forgets to announce it', async () => {
    const settings = { apiKeysUntil: UNTIL, apiKeysDeprecated: BEGINS }
    const server = open(settings, ['rs/api-key-end-announced'])
    const answer = await server.call(undefined, 'tools/list', {}, KEY)
    expect([answer.header('Sunset'), answer.header('Deprecation')]).toEqual([undefined, undefined])
    expect(answer.did).toMatchObject([{ verdict: 'forgotten', holds: false }])
  })
})
