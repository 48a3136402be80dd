import { describe, expect, test } from 'vitest'
import { registrationsIn } from '../../engine/registration.ts'
import { has } from '../../engine/spec/differences.ts'
import { revisions } from '../../engine/spec/revisions.ts'
import { fieldsOf, type Field } from '../../engine/wire/fields.ts'
import { header } from '../../engine/wire/headers.ts'
import { messageText } from '../../engine/wire/text.ts'
import { API, ELSEWHERE, openProxyWorld, PROXY, RESOURCE, type ProxyWorld } from './proxy-lab.ts'

const flat = (fields: readonly Field[]): Field[] =>
  fields.flatMap((one) => [one, ...flat(one.fields)])
const jwtOf = (bearer: string | undefined) =>
  JSON.parse(Buffer.from(bearer?.split('.')[1] ?? '', 'base64url').toString() || '{}') as Readonly<
    Record<string, unknown>
  >
const allowed = { verdict: 'obeyed', holds: true }
const CALLS = [
  { call: 'read_note', arguments: { name: 'seed-vault' } },
  { call: 'read_note', arguments: { name: 'none' } },
  { wait: 3_600 },
  { call: 'read_note', arguments: { name: 'groceries' } },
] as const
const ANSWERS = [
  'The spare key is under the third flower pot.',
  'There is no such note.',
  'Oats, plums, coffee.',
]
const perClient = 'proxy/consent-per-client'
const noSilent = 'proxy/no-silent-consent'
const bound = 'proxy/consent-bound-to-browser'
const ownToken = 'rs/own-token-downstream'

describe.each(revisions)('MCP %s: an MCP server that is a proxy', async (revision) => {
  const world = openProxyWorld({ revision })
  const { state, facts } = await world.connect(CALLS)

  test('MCP 2025-03-26 Third-Party Authorization Flow, gives an honest client the notes of the API behind it', () => {
    expect([state, facts.results]).toEqual(['completed', ANSWERS])
  })

  test('MCP 2025-06-18 Confused Deputy Problem, asks about the client before anybody is sent upstream', () => {
    expect(world.findings(perClient)).toEqual([{ on: 'consent-request', ...allowed }])
    expect(world.findings(noSilent)).toEqual([{ on: 'consent-request', ...allowed }])
    const [request] = world.named('consent-request')
    const [sent] = world.named('upstream-redirect')
    expect(sent?.id).toBe((request?.id ?? 0) + 1)
  })

  test('MCP Security Best Practices - Required Protections, says who asks, where the answer goes, and with what it goes to the API', () => {
    const [shown] = world.named('show-page')
    const text = shown?.kind === 'act' ? JSON.stringify(shown.local.content['text']) : ''
    for (const said of ['Quill', RESOURCE, '127.0.0.1:50000', API, 'notes:read notes:write'])
      expect(text).toContain(said)
    expect(text).not.toContain('sam')
  })

  test('MCP Security Best Practices - Required Protections, gives the browser its state after the approval and not before', () => {
    const set = world.cookies().filter(({ from }) => from === 'mcp-server')
    expect(set.map(({ on }) => on)).toEqual([
      'consent-page',
      'upstream-redirect',
      'authorization-response',
    ])
    const [session, state, gone] = set.map(({ line }) => line)
    const attributes = 'Path=/; Secure; HttpOnly; SameSite=Lax'
    expect(session).toMatch(new RegExp(`^__Host-session=[\\w-]{24}; ${attributes}$`))
    expect(state).toMatch(
      new RegExp(`^__Host-upstream=[\\w-]{22}\\.[\\w-]{43}; ${attributes}; Max-Age=600$`),
    )
    expect(gone).toBe(`__Host-upstream=; ${attributes}; Max-Age=0`)
    expect(world.findings(bound)).toEqual([{ on: 'upstream-callback', ...allowed }])
  })

  test('MCP 2025-06-18 Access Token Privilege Restriction, has a token of its own for each side', () => {
    const [toServer] = world.bearers('mcp-request').filter((one) => one !== undefined)
    const [toApi] = world.bearers('api-request')
    expect(jwtOf(toServer)).toMatchObject({ iss: PROXY, aud: RESOURCE, sub: 'sam' })
    expect(jwtOf(toApi)).toMatchObject({
      iss: 'https://auth.example',
      aud: API,
      sub: 'sam',
      client_id: 'notes-proxy',
    })
    for (const check of [ownToken, 'ds/token-valid', 'ds/audience-is-me'])
      expect(world.findings(check)).toEqual(ANSWERS.map(() => ({ on: 'api-request', ...allowed })))
  })

  test('MCP 2025-03-26 Session Binding Requirements, gets a fresh token upstream when the old one has expired', () => {
    expect(world.named('refresh-request').map(({ from, to }) => `${from} ${to}`)).toEqual([
      'client mcp-server',
      'mcp-server authorization-server',
    ])
  })

  test('RFC 8707 §2 names the API upstream where the revision knows of that', () => {
    const [, upstream] = world.named('authorization-request')
    const url = upstream?.kind === 'request' ? new URL(upstream.request.url) : undefined
    const asked = url?.searchParams
    expect(asked?.get('client_id')).toBe('notes-proxy')
    expect(asked?.get('code_challenge_method')).toBe('S256')
    expect(asked?.get('resource')).toBe(has(revision, 'resource-indicator') ? API : null)
  })

  test('every field of every message has a note, and no character is lost', () => {
    const bare = world.log.flatMap((message) =>
      flat(fieldsOf(message))
        .filter(({ note }) => !note)
        .map(({ path }) => `${message.name} ${path}`),
    )
    expect(bare).toEqual([])
    for (const message of world.log)
      expect(
        fieldsOf(message)
          .map(({ raw }) => raw)
          .join(''),
      ).toBe(messageText(message))
  })
})

const kinds = revisions.flatMap((revision) =>
  registrationsIn(revision).map((registration) => ({ revision, registration })),
)
test.each(kinds)(
  'MCP $revision, $registration: a proxy serves clients however they come by their id',
  async (kind) => {
    const world = openProxyWorld(kind)
    const { state, facts } = await world.connect(CALLS)
    expect([state, facts.results]).toEqual(['completed', ANSWERS])
    const fetched = world.named('client-document-request').map(({ from }) => from)
    expect(new Set(fetched)).toEqual(
      new Set(kind.registration === 'metadata-document' ? ['mcp-server'] : []),
    )
  },
)

test.each(revisions)('MCP %s: the same run gives the same bytes', async (revision) => {
  const [one, other] = [openProxyWorld({ revision }), openProxyWorld({ revision })]
  await one.connect(CALLS)
  await other.connect(CALLS)
  expect(JSON.stringify(one.log)).toBe(JSON.stringify(other.log))
})

describe('an authorization server that remembers consent', () => {
  test('RFC 6749 §10.2 sends an owner on who agreed to this client before', async () => {
    const world = openProxyWorld()
    await world.connect([])
    const { url } = await world.linkOf()
    await world.browser.open(url)
    // Only the first client was asked about upstream: the second came as the same proxy.
    expect(world.findings('as/consent-given')).toEqual([
      { on: 'consent-request', ...allowed },
      { on: 'authorization-request', ...allowed },
    ])
    expect(world.named('sign-in-page')).toHaveLength(1)
  })

  test('asks again in a browser in which nobody has signed in', async () => {
    const world = openProxyWorld()
    await world.connect([])
    await world.newBrowser().open((await world.linkOf()).url)
    expect(world.named('sign-in-page')).toHaveLength(2)
  })
})

/** Somebody else’s client sends the owner a link; what becomes of it. */
const lured = async (forget: readonly string[], decision: 'allow' | 'deny' = 'deny') => {
  const world = openProxyWorld({ forget })
  await world.connect([])
  const pages = world.named('consent-page').length
  world.mind.consent = () => decision
  const { client_id, url } = await world.linkOf()
  await world.browser.open(url)
  const [answer] = world.arrivedElsewhere()
  return { world, client_id, answer, asked: world.named('consent-page').length - pages }
}
const lastOf = (world: ProxyWorld, check: string) => world.findings(check).at(-1)

describe('MCP 2025-06-18 Confused Deputy Problem: a client that the owner never approved', () => {
  test('is asked about, and refused when the owner says no', async () => {
    const { world, answer, asked } = await lured([])
    expect([asked, answer?.get('error')]).toEqual([1, 'access_denied'])
    const broken = { on: 'consent-request', verdict: 'broken', holds: false }
    expect(lastOf(world, perClient)).toEqual(broken)
    expect(world.findings(noSilent)).toHaveLength(1)
  })

  test('is asked about where approvals are remembered, too', async () => {
    const { world, answer, asked } = await lured([noSilent])
    expect([asked, answer?.get('error')]).toEqual([1, 'access_denied'])
    expect(lastOf(world, perClient)).toMatchObject({ verdict: 'broken' })
  })

  test('is asked about where clients are not told apart, as long as the owner is asked every time', async () => {
    const { world, answer, asked } = await lured([perClient])
    expect([asked, answer?.get('error')]).toEqual([1, 'access_denied'])
    const forgotten = { on: 'authorization-request', verdict: 'forgotten', holds: false }
    expect(lastOf(world, perClient)).toEqual(forgotten)
    expect(lastOf(world, noSilent)).toEqual({
      on: 'consent-request',
      verdict: 'broken',
      holds: false,
    })
  })

  test('attack confused-deputy: gets a code unasked where neither is done', async () => {
    const { world, client_id, answer, asked } = await lured([perClient, noSilent])
    expect(asked).toBe(0)
    for (const check of [perClient, noSilent])
      expect(lastOf(world, check)).toEqual({
        on: 'authorization-request',
        verdict: 'forgotten',
        holds: false,
      })
    const tokens = await world.redeem(client_id, answer?.get('code') ?? '')
    expect(tokens.status).toBe(200)
  })

  test('Required Protections, and gives the browser its first cookie when it sends it on', async () => {
    const world = openProxyWorld({ forget: [perClient, noSilent] })
    await world.browser.open((await world.linkOf()).url)
    expect(world.cookies()[0]).toMatchObject({ on: 'upstream-redirect' })
  })
})

describe('RFC 8252 §8.6 a client that the owner approved before', () => {
  const again = async (forget: readonly string[], decision: 'allow' | 'deny') => {
    const world = openProxyWorld({ forget })
    await world.connect([])
    const seen = world.log.length
    world.mind.consent = () => decision
    await world.browser.open(world.firstLink())
    const pages = world.log.slice(seen).filter(({ name }) => name === 'consent-page')
    return { world, asked: pages.length }
  }

  test('is asked about again', async () => {
    const { world, asked } = await again([], 'allow')
    expect(asked).toBe(1)
    expect(lastOf(world, perClient)).toEqual({ on: 'authorization-request', ...allowed })
    expect(lastOf(world, noSilent)).toEqual({ on: 'consent-request', ...allowed })
  })

  test('and refused when the owner says no this time', async () => {
    const { world } = await again([], 'deny')
    expect(lastOf(world, perClient)).toMatchObject(allowed)
    expect(lastOf(world, noSilent)).toEqual({
      on: 'consent-request',
      verdict: 'broken',
      holds: false,
    })
  })

  test('attack silent-consent: is waved through where that is forgotten', async () => {
    const { world, asked } = await again([noSilent], 'deny')
    expect(asked).toBe(0)
    expect(lastOf(world, perClient)).toEqual({ on: 'authorization-request', ...allowed })
    expect(lastOf(world, noSilent)).toEqual({
      on: 'authorization-request',
      verdict: 'forgotten',
      holds: false,
    })
    expect(world.named('authorization-response').at(-1)).toBeDefined()
  })

  test('is unknown again when it asks for more', async () => {
    const world = openProxyWorld({ forget: [noSilent] })
    await world.connect([])
    await world.browser.open(world.firstLink().replace('notes%3Aread', 'notes%3Awrite'))
    expect(lastOf(world, perClient)).toEqual({ on: 'consent-request', ...allowed })
  })
})

describe('MCP Security Best Practices - Required Protections: the state that comes back from upstream', () => {
  const inAnotherBrowser = async (forget: readonly string[]) => {
    const world = openProxyWorld({ forget })
    await world.connect([])
    const { url } = await world.linkOf()
    const stopsAt = (one: string) => one.startsWith('https://auth.example/')
    const caught = await world.newBrowser().open(url, { stopsAt })
    await world.browser.open(caught ?? ELSEWHERE)
    return world
  }

  test('is refused from another browser, and nobody is sent anywhere', async () => {
    const world = await inAnotherBrowser([])
    expect(lastOf(world, bound)).toEqual({
      on: 'upstream-callback',
      verdict: 'broken',
      holds: false,
    })
    expect(world.arrivedElsewhere()).toEqual([])
    const answer = world.log.findLast(
      ({ name, from, kind }) => name === 'page' && from === 'mcp-server' && kind === 'response',
    )
    expect(answer?.kind === 'response' && answer.response.status).toBe(400)
    expect(answer?.kind === 'response' && header(answer.response.headers, 'X-Frame-Options')).toBe(
      'DENY',
    )
  })

  test('attack consent-in-another-browser: goes through where that is forgotten', async () => {
    const world = await inAnotherBrowser([bound])
    expect(lastOf(world, bound)).toMatchObject({ verdict: 'forgotten', holds: false })
    expect(world.arrivedElsewhere()[0]?.get('code')).toBeTruthy()
  })

  const caughtCallback = async (forget: readonly string[] = []) => {
    const world = openProxyWorld({ forget })
    await world.connect([])
    const stopsAt = (one: string) => one.startsWith(`${PROXY}/upstream/callback`)
    const url = await world.browser.open((await world.linkOf()).url, { stopsAt })
    return { world, url: url ?? '' }
  }

  test('is good once', async () => {
    const { world, url } = await caughtCallback()
    await world.browser.open(url)
    await world.browser.open(url)
    expect(world.arrivedElsewhere()).toHaveLength(1)
    expect(lastOf(world, bound)).toMatchObject({ verdict: 'broken' })
  })

  test.each([[], [bound]])('is good for ten minutes (%#)', async (...forget) => {
    const { world, url } = await caughtCallback(forget)
    world.clock.advance(600)
    await world.browser.open(url)
    expect(world.arrivedElsewhere()).toEqual([])
    expect(lastOf(world, bound)).toMatchObject({ holds: false })
  })

  test.each([
    ['missing', (url: URL) => url.searchParams.delete('state')],
    ['another one', (url: URL) => url.searchParams.set('state', 'guess')],
  ])('is refused when it is %s', async (_, change) => {
    const { world, url } = await caughtCallback()
    const changed = new URL(url)
    change(changed)
    await world.browser.open(changed.href)
    expect(world.arrivedElsewhere()).toEqual([])
    expect(lastOf(world, bound)).toMatchObject({ verdict: 'broken' })
  })

  test('is refused with a cookie that somebody wrote himself', async () => {
    const { world, url } = await caughtCallback()
    const state = new URL(url).searchParams.get('state') ?? ''
    const headers = [['Cookie', `__Host-upstream=${state}.${'A'.repeat(43)}`]] as const
    const answer = await world.send({ url, headers })
    expect(answer.status).toBe(400)
    expect(lastOf(world, bound)).toMatchObject({ verdict: 'broken' })
  })
})

describe('what comes back from upstream without a code', () => {
  test('OAuth 2.1 draft-13 §4.1.2.1 tells the client that the owner said no there', async () => {
    const world = openProxyWorld()
    world.mind.consent = (text) => (text.join(' ').includes('signed in as') ? 'deny' : 'allow')
    await world.browser.open((await world.linkOf()).url)
    expect(world.arrivedElsewhere()[0]?.get('error')).toBe('access_denied')
  })

  test('OAuth 2.1 draft-13 §4.1.2.1 tells the client when the code cannot be redeemed', async () => {
    const world = openProxyWorld()
    const stopsAt = (one: string) => one.startsWith(`${PROXY}/upstream/callback`)
    const url = new URL((await world.browser.open((await world.linkOf()).url, { stopsAt })) ?? '')
    url.searchParams.set('code', 'made up')
    await world.browser.open(url.href)
    expect(world.arrivedElsewhere()[0]?.get('error')).toBe('server_error')
  })

  test('OAuth 2.1 draft-13 §4.1.2.1 a request that is refused goes nowhere at a proxy', async () => {
    const world = openProxyWorld()
    const { url } = await world.linkOf()
    await world.browser.open(url.replace('notes%3Aread', 'admin'))
    expect(lastOf(world, 'as/scope-known')).toMatchObject({ verdict: 'broken' })
    expect([world.named('upstream-redirect'), world.arrivedElsewhere()]).toEqual([[], []])
  })
})

describe.each(revisions)('MCP %s Token Passthrough', (revision) => {
  test('a token that upstream issued is refused at the MCP server', async () => {
    const world = openProxyWorld({ revision, forget: [ownToken] })
    const { state, facts } = await world.connect()
    expect([state, facts.results]).toEqual(['refused', []])
    expect(lastOf(world, 'rs/audience-is-me')).toMatchObject({ verdict: 'broken' })
    expect(world.findings('rs/issuer-matches')).not.toHaveLength(0)
    expect(world.findings('rs/issuer-matches').every(({ holds }) => holds)).toBe(true)
    expect(world.named('api-request')).toEqual([])
  })

  test('attack token-passthrough: where that is forgotten as well, one token opens both', async () => {
    const world = openProxyWorld({ revision, forget: [ownToken, 'rs/audience-is-me'] })
    const { state } = await world.connect()
    expect(state).toBe('completed')
    expect(lastOf(world, ownToken)).toEqual({
      on: 'api-request',
      verdict: 'forgotten',
      holds: false,
    })
    const shown = new Set([...world.bearers('mcp-request'), ...world.bearers('api-request')])
    expect([...shown].filter((one) => one !== undefined)).toHaveLength(1)
  })

  test('a token of the proxy’s own is worth nothing at the API', async () => {
    const world = openProxyWorld({ revision })
    await world.connect([])
    const headers = [['Authorization', `Bearer ${world.ownToken()}`]] as const
    const answer = await world.send({ url: `${API}/notes/seed-vault`, headers })
    expect([answer.status, lastOf(world, 'ds/token-valid')?.verdict]).toEqual([401, 'broken'])
  })
})

describe('RFC 9068 §4 the third-party API', () => {
  const world = openProxyWorld()
  const ask = async (token: string | undefined, path = '/notes', more: object = {}) => {
    const headers = token === undefined ? [] : ([['Authorization', `Bearer ${token}`]] as const)
    return world.send({ url: `${API}${path}`, headers, ...more })
  }
  const good = () => world.tokenFromUpstream(API)

  test('lists, reads and writes the notes of the account in the token', async () => {
    const names = ['seed-vault', 'groceries']
    expect(JSON.parse((await ask(await good())).body)).toEqual({ names })
    const put = { method: 'PUT', body: JSON.stringify({ text: 'Nails.' }) }
    expect((await ask(await good(), '/notes/a%20list', put)).status).toBe(204)
    const read = await ask(await good(), '/notes/a%20list')
    expect(JSON.parse(read.body)).toEqual({ name: 'a list', text: 'Nails.' })
    const others = await world.tokenFromUpstream(API, { sub: 'robin' })
    expect((await ask(others, '/notes/a%20list')).status).toBe(404)
  })

  test('refuses what it cannot read', async () => {
    const put = { method: 'PUT', body: 'no JSON' }
    expect((await ask(await good(), '/notes/list', put)).status).toBe(400)
    expect((await ask(await good(), '/notes/%E0')).status).toBe(404)
  })

  test.each([
    ['no token', () => Promise.resolve(undefined), 'ds/token-valid'],
    ['no JWT', () => Promise.resolve('abc'), 'ds/token-valid'],
    ['an expired one', () => world.tokenFromUpstream(API, { exp: 0 }), 'ds/token-valid'],
    ['another issuer', () => world.tokenFromUpstream(API, { iss: PROXY }), 'ds/token-valid'],
    ['another audience', () => world.tokenFromUpstream(RESOURCE), 'ds/audience-is-me'],
  ])('turns away %s', async (_, token, check) => {
    const answer = await ask(await token())
    expect([answer.status, lastOf(world, check)?.verdict]).toEqual([401, 'broken'])
    expect(header(answer.headers, 'WWW-Authenticate')).toMatch(/^Bearer /)
  })
})
