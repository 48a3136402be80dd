import { describe, expect, test } from 'vitest'
import { parseDecisions } from '../../engine/decisions.ts'
import { queryOf, parameter, parseForm } from '../../engine/oauth/parameters.ts'
import { has } from '../../engine/spec/differences.ts'
import { revisions, since, type Revision } from '../../engine/spec/revisions.ts'
import { header } from '../../engine/wire/headers.ts'
import type { WireMessage } from '../../engine/wire/message.ts'
import type { Lesson, Scenario } from '../../engine/scenario.ts'
import { members, parameters, play, stageFor, handshakeWithRefresh } from './play.ts'

const WRITING: Lesson = {
  ...handshakeWithRefresh,
  errands: [
    { call: 'read_note', arguments: { name: 'groceries' } },
    { call: 'write_note', arguments: { name: 'groceries', text: 'Tea.' } },
  ],
}

const playedIn = (revision: Revision, given = '', scenario?: Scenario) =>
  play(parseDecisions(given).decisions, [], 'first-contact', {
    revision,
    ...(scenario && { scenario }),
  })

const requests = (log: readonly WireMessage[]) =>
  log.flatMap((message) => (message.kind === 'request' ? [{ ...message, ...message.request }] : []))
const named = (log: readonly WireMessage[], name: WireMessage['name']) =>
  requests(log).filter((message) => message.name === name)
const urls = (log: readonly WireMessage[], ...names: WireMessage['name'][]) =>
  requests(log)
    .filter(({ name }) => names.includes(name))
    .map(({ url }) => url)
const jsonOf = (body = ''): Record<string, unknown> => JSON.parse(body) as Record<string, unknown>
const wellKnown = (path: string) => `https://auth.example/.well-known/${path}`

describe.each(revisions)('MCP %s, the client', (revision) => {
  test('finds the authorization server where this revision says', async () => {
    const { log } = await playedIn(revision)
    const asked = urls(log, 'resource-metadata-request', 'server-metadata-request')
    expect(asked).toEqual(
      revision === '2025-03-26'
        ? ['https://notes.example/.well-known/oauth-authorization-server']
        : [
            'https://notes.example/.well-known/oauth-protected-resource/mcp',
            wellKnown('oauth-authorization-server'),
          ],
    )
    const [request] = named(log, 'server-metadata-request')
    expect(header(request!.headers, 'MCP-Protocol-Version')).toBe(
      revision === '2025-03-26' ? revision : undefined,
    )
  })

  test('tries the well-known addresses of the resource when the challenge names none, path first', async () => {
    const { log, ending } = await playedIn(revision, 'mcp-server.no-challenge')
    const { log: rootLog, ending: rootEnding } = await playedIn(
      revision,
      'mcp-server.metadata-at-root~mcp-server.no-challenge',
    )
    const asked = (list: readonly WireMessage[]) => urls(list, 'resource-metadata-request')
    const atPath = 'https://notes.example/.well-known/oauth-protected-resource/mcp'
    const atRoot = 'https://notes.example/.well-known/oauth-protected-resource'
    const stops = revision === '2025-06-18'
    const searches = has(revision, 'resource-metadata-well-known')
    const by = stops ? 'client/challenge-names-metadata' : undefined
    expect([ending.by, rootEnding.by]).toEqual([by, by])
    expect(rootEnding.ending).toBe(stops ? 'refused' : 'completed')
    expect([asked(log), asked(rootLog)]).toEqual(searches ? [[atPath], [atPath, atRoot]] : [[], []])
  })

  test.each([
    ['server-metadata.openid', false],
    ['server-metadata.nowhere', false],
    ['issuer.with-path', true],
    ['issuer.with-path~server-metadata.openid', true],
    ['issuer.with-path~server-metadata.openid-appended', true],
    ['issuer.with-path~server-metadata.nowhere', true],
  ])('tries the addresses of the metadata in order: %s', async (given, path) => {
    const { log, ending } = await playedIn(revision, given)
    const asked = urls(log, 'server-metadata-request')
    const own = revision === '2025-03-26'
    const order = own
      ? ['https://notes.example/.well-known/oauth-authorization-server']
      : path
        ? [
            wellKnown('oauth-authorization-server/tenant1'),
            wellKnown('openid-configuration/tenant1'),
            'https://auth.example/tenant1/.well-known/openid-configuration',
          ]
        : [wellKnown('oauth-authorization-server'), wellKnown('openid-configuration')]
    const known = has(revision, 'openid-discovery') ? order : order.slice(0, 1)
    const found = given.includes('nowhere')
      ? -1
      : given.includes('appended')
        ? 2
        : given.includes('openid')
          ? 1
          : 0
    const there = found >= 0 && found < known.length
    expect(asked).toEqual(there ? known.slice(0, found + 1) : known)
    // Without metadata there are the default endpoints, where the first revision has them.
    expect(ending.ending).toBe(there || own ? 'completed' : 'refused')
    const answers = log.filter(({ name }) => name === 'server-metadata')
    expect(answers).toHaveLength(asked.length)
  })

  test('takes the default endpoints where there is no metadata, in 2025-03-26 alone', async () => {
    const { log, ending, run } = await playedIn(revision, 'server-metadata.nowhere')
    const states = run.transitions.map(({ state }) => state)
    const assumed = states.includes('discovery.assumingEndpoints')
    expect([assumed, ending.ending === 'completed']).toEqual(
      revision === '2025-03-26' ? [true, true] : [false, false],
    )
    expect(urls(log, 'registration-request', 'token-request')).toEqual(
      revision === '2025-03-26'
        ? ['https://notes.example/register', 'https://notes.example/token']
        : [],
    )
  })

  test('refuses a server that does not list S256, and says by which keyword', async () => {
    const stage = await stageFor({ revision })
    const change = stage.edit(
      'server-metadata',
      'body',
      members({ code_challenge_methods_supported: undefined }),
    )
    const { ending } = await play([change], [], 'first-contact', { revision })
    expect(ending.by).toBe('client/pkce-supported')
  })

  test('names the resource in the authorization request and in every token request, or not at all', async () => {
    const { log } = await playedIn(revision)
    const [request] = named(log, 'authorization-request')
    const sent = [
      parameter(queryOf(request!.url), 'resource'),
      ...[...named(log, 'token-request'), ...named(log, 'refresh-request')].map(({ body }) =>
        parameter(parseForm(body ?? ''), 'resource'),
      ),
    ]
    const resource = has(revision, 'resource-indicator') ? 'https://notes.example/mcp' : undefined
    expect(sent).toEqual([resource, resource, resource])
  })

  test('asks for the scope of the challenge; failing that for what the metadata lists; failing that for none', async () => {
    const scopeWith = async (...changes: Parameters<typeof play>[0] & object) => {
      const { log } = await play(changes, [], 'first-contact', { revision })
      const [request] = named(log, 'authorization-request')
      const scope = parameter(queryOf(request!.url), 'scope')
      return scope?.split(' ').filter((one) => one !== 'offline_access')
    }
    const stage = await stageFor({ revision })
    const url = 'resource_metadata="https://notes.example/.well-known/oauth-protected-resource/mcp"'
    const silent = stage.edit('mcp-challenge', 'header.WWW-Authenticate', `Bearer ${url}`)
    const selects = has(revision, 'scope-selection')
    expect(await scopeWith()).toEqual(selects ? ['notes:read'] : undefined)
    expect(await scopeWith(silent)).toEqual(selects ? ['notes:read', 'notes:write'] : undefined)
    if (!has(revision, 'resource-metadata')) return
    const unlisted = stage.edit(
      'resource-metadata',
      'body',
      members({ scopes_supported: undefined }),
    )
    expect(await scopeWith(silent, unlisted)).toBeUndefined()
  })

  test('asks for offline_access only where the authorization server lists it', async () => {
    const { log } = await playedIn(revision)
    const [request] = named(log, 'authorization-request')
    const asked = parameter(queryOf(request!.url), 'scope')?.split(' ') ?? []
    expect(asked.includes('offline_access')).toBe(has(revision, 'offline-access'))
    if (!has(revision, 'offline-access')) return
    const stage = await stageFor({ revision })
    const unlisted = stage.edit('server-metadata', 'body', members({ scopes_supported: ['a'] }))
    const { log: without } = await play([unlisted], [], 'first-contact', { revision })
    const [other] = named(without, 'authorization-request')
    expect(parameter(queryOf(other!.url), 'scope')).toBe('notes:read')
  })

  test('steps up after a 403, with the union since 2026-07-28', async () => {
    const { log, ending } = await playedIn(revision, '', WRITING)
    const scopes = named(log, 'authorization-request').map(({ url }) =>
      parameter(queryOf(url), 'scope'),
    )
    const stepped = log.some(({ phase }) => phase === 'stepUp')
    const stepsUp = has(revision, 'step-up')
    expect([ending.ending, ending.by, stepped]).toEqual(
      stepsUp ? ['completed', undefined, true] : ['refused', 'rs/scope-per-method', false],
    )
    expect(scopes).toHaveLength(stepsUp ? 2 : 1)
    const last = log.findLast(({ name }) => name === 'mcp-challenge')
    const challenge =
      last?.kind === 'response' ? header(last.response.headers, 'WWW-Authenticate') : undefined
    expect(challenge).toContain('error="insufficient_scope"')
    const needed = /scope="([^"]*)"/.exec(challenge ?? '')?.[1]
    expect(needed).toBe(revision === '2025-11-25' ? 'notes:read notes:write' : 'notes:write')
    const union = ['notes:read', 'offline_access', 'notes:write']
    const asked = has(revision, 'step-up-union') ? union : stepsUp ? needed?.split(' ') : []
    expect(new Set(scopes[1]?.split(' ') ?? [])).toEqual(new Set(asked))
  })

  test('says what kind of application it is when it registers, since 2026-07-28', async () => {
    const { log } = await playedIn(revision)
    const [request] = named(log, 'registration-request')
    expect(jsonOf(request?.body)['application_type']).toBe(
      has(revision, 'application-type') ? 'native' : undefined,
    )
  })

  test('never shows one server what another one gave it: it registers anew', async () => {
    const { log, ending } = await playedIn(revision, 'registration.elsewhere')
    const entry = log.find(({ name }) => name === 'vault-entry')
    expect(entry?.findings).toContainEqual(
      expect.objectContaining({ check: 'client/credentials-of-this-issuer', verdict: 'broken' }),
    )
    expect([ending.ending, named(log, 'registration-request').length]).toEqual(['completed', 1])
  })

  test('tells the owner when what was registered by hand is for another server', async () => {
    const { ending, log } = await play(
      parseDecisions('registration.elsewhere').decisions,
      [],
      'first-contact',
      { revision, registration: 'client-secret-post' },
    )
    expect([ending.ending, ending.by]).toEqual(['refused', 'client/credentials-of-this-issuer'])
    expect(named(log, 'registration-request')).toEqual([])
  })

  test('opens a session, or says in every request what it is', async () => {
    const { log } = await playedIn(revision)
    const methods = named(log, 'mcp-request').map(({ body }) => String(jsonOf(body)['method']))
    const stateless = has(revision, 'stateless')
    expect(methods.includes('initialize')).toBe(!stateless)
    for (const { headers, body } of named(log, 'mcp-request')) {
      const { method, params } = jsonOf(body)
      const meta = Object(params)['_meta'] as Record<string, unknown> | undefined
      const version = header(headers, 'MCP-Protocol-Version')
      expect(header(headers, 'Mcp-Method')).toBe(stateless ? method : undefined)
      expect(meta?.['io.modelcontextprotocol/protocolVersion']).toBe(
        stateless ? revision : undefined,
      )
      const says = stateless || (since(revision, '2025-06-18') && method !== 'initialize')
      expect(version).toBe(says ? revision : undefined)
    }
  })
})

describe('MCP 2026-07-28 Authorization - Authorization Response Validation', () => {
  const kind = { revision: '2026-07-28' } as const
  const ISSUER = 'https://auth.example'

  test.each<[advertised: boolean, iss: string | undefined, refusedBy: string | undefined]>([
    [true, ISSUER, undefined],
    [true, undefined, 'client/iss-when-promised'],
    [true, 'https://evil.example', 'client/iss-matches'],
    [false, ISSUER, undefined],
    [false, 'https://evil.example', 'client/iss-matches'],
    [false, undefined, undefined],
    [true, 'https://auth.example/', 'client/iss-compared-exactly'],
    [true, 'HTTPS://auth.example', 'client/iss-compared-exactly'],
    [true, 'https://AUTH.example', 'client/iss-compared-exactly'],
    [true, 'https://auth.example:443', 'client/iss-compared-exactly'],
    [true, 'https://auth%2Eexample', 'client/iss-compared-exactly'],
  ])('advertised %s, iss %s: refused by %s', async (advertised, iss, refusedBy) => {
    const stage = await stageFor(kind)
    const changes = [
      stage.edit(
        'server-metadata',
        'body',
        members({ authorization_response_iss_parameter_supported: advertised || undefined }),
      ),
      stage.edit('callback-request', 'url', parameters({ iss })),
    ]
    const { ending } = await play(changes, [], 'first-contact', kind)
    expect([ending.ending, ending.by]).toEqual(
      refusedBy === undefined ? ['completed', undefined] : ['refused', refusedBy],
    )
  })

  test('an error from elsewhere is neither acted on nor shown', async () => {
    const stage = await stageFor(kind)
    const hostile = parameters({
      code: undefined,
      error: 'access_denied',
      error_description: 'Call this number.',
      iss: 'https://evil.example',
    })
    const change = stage.edit('callback-request', 'url', hostile)
    const { ending, log } = await play([change], [], 'first-contact', kind)
    expect(ending.by).toBe('client/iss-matches')
    expect(JSON.stringify(ending)).not.toMatch(/access_denied|Call this number/)
    const page = log.find(({ name }) => name === 'callback-response')
    expect(JSON.stringify(page)).not.toContain('Call this number')
  })

  test('an error of the right server is believed', async () => {
    const { ending, log } = await play([{ kind: 'consent', choice: 'deny' }], [], 'x', kind)
    const [answer] = named(log, 'callback-request')
    expect(parameter(queryOf(answer!.url), 'iss')).toBe(ISSUER)
    expect(ending.client).toContain('access_denied')
  })
})
