import { describe, expect, test } from 'vitest'
import { virtualClock } from '../../engine/chance/clock.ts'
import type { Decision } from '../../engine/decisions.ts'
import { ailmentIn, interferencesOf, isDown } from '../../engine/faults.ts'
import type { Network } from '../../engine/network/network.ts'
import type { Route, Server } from '../../engine/network/server.ts'
import { parameter, queryOf } from '../../engine/oauth/parameters.ts'
import { wiredLine } from '../../engine/parties/line.ts'
import { applyEdit, type Interference } from '../../engine/wire/interference.ts'
import type { Draft, MessageName, PartyId, WireMessage } from '../../engine/wire/message.ts'
import { createWire } from '../../engine/wire/wire.ts'
import { edit, honest, messageNamed, play } from '../spec/play.ts'

const payload = (message: WireMessage) =>
  message.kind === 'request'
    ? message.request
    : message.kind === 'response'
      ? message.response
      : message.local
const copiesIn = (log: readonly WireMessage[]) => log.filter(({ fate }) => fate === 'duplicate')
const checksOn = (message: WireMessage | undefined) =>
  message?.findings.map(({ check, verdict }) => `${check} ${verdict}`) ?? []
const roleOf: Readonly<Partial<Record<PartyId, string>>> = {
  client: 'client/',
  'authorization-server': 'as/',
  'mcp-server': 'rs/',
}
const named = (log: readonly WireMessage[], name: MessageName) =>
  log.filter((message) => message.name === name)
const numbered = (kind: WireMessage['kind']) =>
  honest.log.filter((message) => message.kind === kind).map(({ id, name }) => [id, name] as const)

describe('a request that arrives twice', () => {
  test.each(numbered('request'))('message %i, a %s', async (at) => {
    const { log, ending } = await play([{ kind: 'duplicate', at }])
    expect(ending.ending).not.toBe('broken')
    const sent = log[at - 1]!
    const [copy, answer, ...more] = copiesIn(log)
    expect(more).toEqual([])
    expect(sent.fate).toBeUndefined()
    expect(copy).toMatchObject({ name: sent.name, from: sent.from, to: sent.to, kind: 'request' })
    expect(payload(copy!)).toEqual(payload(sent))
    // Its answer is another message, of the copy’s own exchange.
    expect(answer).toMatchObject({ kind: 'response', from: copy!.to, to: copy!.from })
    expect(answer!.exchange).toBe(copy!.exchange)
    expect(copy!.exchange).not.toBe(sent.exchange)
    // What the receiver finds in the copy stands on the copy; the sender did what it did only once.
    const receiver = roleOf[sent.to] ?? ''
    expect(checksOn(sent)).toEqual(checksOn(honest.log[at - 1]))
    expect(checksOn(copy).filter((one) => !one.startsWith(receiver))).toEqual([])
    expect(checksOn(copy).length > 0).toBe(checksOn(sent).some((one) => one.startsWith(receiver)))
    for (const { since } of copy!.findings) expect(since).toBeGreaterThanOrEqual(copy!.id)
  })

  test('a code that comes a second time is refused, and the first answer stands', async () => {
    const at = messageNamed('token-request').id
    const { log } = await play([{ kind: 'duplicate', at }])
    const [first, second] = named(log, 'token-request')
    expect([first?.fate, second?.fate]).toEqual([undefined, 'duplicate'])
    expect(checksOn(second)).toContain('as/code-unused broken')
    expect(checksOn(first)).not.toContain('as/code-unused broken')
    const statuses = named(log, 'token-response').map(
      (one) => one.kind === 'response' && one.response.status,
    )
    expect(statuses.slice(0, 2)).toEqual([200, 400])
    expect(named(log, 'mcp-response').length).toBeGreaterThan(0)
  })

  test('comes as it came the first time, changed or not', async () => {
    const change = edit('token-request', 'body', (body) => `${body}&x=1`)
    const at = messageNamed('token-request').id
    const { log } = await play([change, { kind: 'duplicate', at }])
    const [first, second] = named(log, 'token-request')
    expect([first?.fate, second?.fate]).toEqual(['edited', 'duplicate'])
    expect(payload(second!)).toEqual(payload(first!))
  })

  test('and was lost has no copy', async () => {
    const { log } = await play([
      { kind: 'drop', at: 1 },
      { kind: 'duplicate', at: 1 },
    ])
    expect(log).toHaveLength(1)
  })
})

describe('an answer or an act that arrives twice', () => {
  const others = [...numbered('response'), ...numbered('act')]
  test.each(others)('message %i, a %s: the second is thrown away', async (at) => {
    const { log, ending } = await play([{ kind: 'duplicate', at }])
    expect(log[at]).toMatchObject({ id: at + 1, fate: 'duplicate', name: log[at - 1]!.name })
    expect(log[at]!.findings).toEqual([])
    expect(payload(log[at]!)).toEqual(payload(log[at - 1]!))
    expect(log[at]!.exchange === log[at - 1]!.exchange).toBe(log[at]!.kind === 'response')
    expect(ending).toEqual(honest.ending)
    expect(log.filter(({ fate }) => fate === undefined).map(({ name }) => name)).toEqual(
      honest.log.map(({ name }) => name),
    )
  })
})

test('nothing is done to a copy, and nothing comes a third time', async () => {
  const at = messageNamed('token-request').id
  const alone = await play([{ kind: 'duplicate', at }])
  const copies: Decision[] = copiesIn(alone.log).flatMap(({ id }): Decision[] => [
    { kind: 'duplicate', at: id },
    { kind: 'drop', at: id },
    { kind: 'delay', at: id, seconds: 9_999 },
    { kind: 'edit', at: id, part: 'body', value: '' },
  ])
  expect(copies).toHaveLength(8)
  const both = await play([{ kind: 'duplicate', at }, ...copies])
  expect(JSON.stringify(both.log)).toBe(JSON.stringify(alone.log))
})

describe('another status', () => {
  test('takes the place of an answer’s own, and the body stays', async () => {
    const at = messageNamed('server-metadata').id
    const { log, ending } = await play([{ kind: 'status', at, status: 503 }])
    expect(log[at - 1]).toMatchObject({ fate: 'edited', response: { status: 503 } })
    expect(payload(log[at - 1]!)).toEqual({ ...payload(honest.log[at - 1]!), status: 503 })
    expect(ending.ending).toBe('refused')
  })

  test.each(['mcp-request', 'open-browser'] as const)('means nothing to a %s', async (name) => {
    const at = messageNamed(name).id
    const { log } = await play([{ kind: 'status', at, status: 503 }])
    expect(JSON.stringify(log)).toBe(JSON.stringify(honest.log))
  })
})

describe('a damaged body', () => {
  test('of an answer is no JSON any more', async () => {
    const at = messageNamed('resource-metadata').id
    const { log, ending } = await play([{ kind: 'corrupt', at }])
    const [before, after] = [honest.log[at - 1]!, log[at - 1]!]
    const [whole, half] = [before, after].map((one) =>
      one.kind === 'response' ? one.response.body : '',
    )
    expect(after.fate).toBe('edited')
    expect(() => JSON.parse(half!) as unknown).toThrow(SyntaxError)
    expect(whole!.startsWith(half!.slice(0, -1))).toBe(true)
    expect(ending).toMatchObject({ ending: 'refused', by: 'client/resource-metadata-readable' })
  })

  test('of a request is what the server reads', async () => {
    const at = messageNamed('registration-request').id
    const { log, ending } = await play([{ kind: 'corrupt', at }])
    expect(log[at - 1]!.fate).toBe('edited')
    expect(ending).toMatchObject({ ending: 'refused', at })
  })

  test.each(['server-metadata-request', 'open-browser'] as const)(
    'is not there where there is none: a %s',
    async (name) => {
      const at = messageNamed(name).id
      const { log } = await play([{ kind: 'corrupt', at }])
      expect(JSON.stringify(log)).toBe(JSON.stringify(honest.log))
    },
  )
})

describe('choices about codes', () => {
  const codeIn = (text: string | undefined) => parameter(queryOf(text ?? ''), 'code')

  test('reused: the token request comes twice', async () => {
    const at = messageNamed('token-request').id
    const [chosen, numbered] = [
      await play([{ kind: 'code', choice: 'reused' }]),
      await play([{ kind: 'duplicate', at }]),
    ]
    expect(JSON.stringify(chosen.log)).toBe(JSON.stringify(numbered.log))
  })

  test('foreign: another code comes back than the one that was issued', async () => {
    const { log, ending } = await play([{ kind: 'code', choice: 'foreign' }])
    const [issued] = named(log, 'authorization-response')
    const [came] = named(log, 'callback-request')
    expect(came).toMatchObject({ fate: 'edited', kind: 'request' })
    const location =
      issued?.kind === 'response' &&
      issued.response.headers.find(([name]) => name === 'Location')?.[1]
    const url = came?.kind === 'request' ? came.request.url : ''
    expect(codeIn(url)).not.toBe(codeIn(location || ''))
    expect(url.replace(/code=[^&]*/, '')).toBe((location || '').replace(/code=[^&]*/, ''))
    expect(ending.ending).toBe('refused')
    expect(ending.by).toMatch(/^as\/code-/)
  })

  test('stand beside what is done to single messages', () => {
    const drop: Decision = { kind: 'drop', at: 3 }
    expect(interferencesOf([drop, { kind: 'consent', choice: 'deny' }])).toEqual([drop])
    expect(interferencesOf([{ kind: 'code', choice: 'reused' }, drop])).toEqual([
      drop,
      { kind: 'duplicate', first: 'token-request' },
    ])
    const foreign: Decision = { kind: 'code', choice: 'foreign' }
    expect(interferencesOf([foreign])).toEqual([])
    expect(interferencesOf([foreign], { foreignCode: 'x y' })).toEqual([
      { kind: 'parameter', name: 'code', value: 'x y', first: 'callback-request' },
    ])
  })

  test.each([
    ['/cb?code=a&state=b', '/cb?code=x%20%26y&state=b'],
    ['/cb?state=a%20b+c&code=a#code=z', '/cb?state=a%20b+c&code=x%20%26y#code=z'],
    ['/cb?error=no&mycode=1', '/cb?error=no&mycode=1'],
    ['/cb', '/cb'],
  ])('%s becomes %s', (from, to) => {
    const swap: Interference = { kind: 'parameter', name: 'code', value: 'x &y', at: 1 }
    const draft: Draft = { ...messageNamed('callback-request'), ...aRequest(from) }
    expect(applyEdit(draft, swap)).toMatchObject({ request: { url: to } })
  })
})

const aRequest = (url: string) =>
  ({ kind: 'request', request: { method: 'GET', url, headers: [] } }) as const

describe('an authorization server', () => {
  const route = (path: string): Route => ({ path, methods: {} })
  const auth: Server = {
    id: 'authorization-server',
    origin: 'https://auth.example',
    routes: [route('/token')],
  }
  const notes: Server = {
    id: 'mcp-server',
    origin: 'https://notes.example',
    routes: [route('/mcp')],
  }
  const down: Decision[] = [{ kind: 'authorization-server', choice: 'down' }]

  test('that is down is silent everywhere, and nobody else is', () => {
    const silent = (url: string) => isDown(down, url, auth, [notes])
    expect(
      ['/token', '/', '/nothing?x'].map((path) => silent(`https://auth.example${path}`)),
    ).toEqual([true, true, true])
    expect(silent('https://notes.example/mcp')).toBe(false)
    expect(silent('https://[')).toBe(false)
    expect(isDown([], 'https://auth.example/token', auth, [notes])).toBe(false)
  })

  test('that lives with the MCP server is silent on its own paths', () => {
    const within = { ...auth, origin: notes.origin }
    const silent = (path: string) => isDown(down, `${notes.origin}${path}`, within, [notes])
    expect(['/token?a=b', '/mcp', '/other'].map(silent)).toEqual([true, false, false])
  })

  test('that is ill still answers', () => {
    expect(ailmentIn(down)).toBeUndefined()
    expect(ailmentIn([])).toBeUndefined()
    expect(ailmentIn([{ kind: 'authorization-server', choice: 'slow' }])).toBe('slow')
  })
})

test('copies of a request and of its answer come one after the other, and take their time', async () => {
  const clock = virtualClock(1_000)
  const wire = createWire({
    clock,
    interference: () => [
      { kind: 'duplicate', at: 1 },
      { kind: 'duplicate', at: 2 },
    ],
    listenerAt: () => 'mcp-server',
    standing: () => ({ phase: 'toolCall', state: 'toolCall' }),
  })
  const network: Network = {
    send: () => {
      clock.advance(90)
      return Promise.resolve({ status: 200, headers: [], body: '' })
    },
  }
  const asked = wiredLine(wire, network, () => []).exchange({
    from: 'client',
    to: 'mcp-server',
    channel: 'back',
    name: 'mcp-request',
    answer: 'mcp-response',
    request: aRequest('https://notes.example/mcp').request,
  })
  const end = asked.then((reply) => {
    wire.end()
    return reply
  })
  while (await wire.deliver());
  expect((await end)?.response.status).toBe(200)
  expect(clock.now()).toBe(1_185)
  expect(wire.log.map(({ name, fate }) => `${name} ${fate}`)).toEqual([
    'mcp-request undefined',
    'mcp-response undefined',
    'mcp-response duplicate',
    'mcp-request duplicate',
    'mcp-response duplicate',
  ])
})
