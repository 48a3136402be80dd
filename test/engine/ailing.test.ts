import { describe, expect, test } from 'vitest'
import { virtualClock } from '../../engine/chance/clock.ts'
import { ailing, ailments, SLOW_SECONDS, type Ailment } from '../../engine/network/ailing.ts'
import { handlersOf } from '../../engine/network/handlers.ts'
import { inPageNetwork } from '../../engine/network/in-page.ts'
import type { Server, Visit } from '../../engine/network/server.ts'
import type { HttpResponse } from '../../engine/wire/message.ts'
import { honest } from '../spec/play.ts'

const answered: string[] = []
const answersOf = (names: readonly string[]) =>
  honest.log.flatMap((message): [string, HttpResponse][] =>
    message.kind === 'response' && names.includes(message.name)
      ? [[message.name, message.response]]
      : [],
  )
/** What an authorization server answers in a real run, each at a path of its own. */
const documents = answersOf([
  'server-metadata',
  'registration-response',
  'token-response',
  'refresh-response',
  'jwks',
])
const pages = answersOf([
  'sign-in-page',
  'sign-in-response',
  'consent-page',
  'authorization-response',
])
const refusal: HttpResponse = {
  status: 400,
  headers: [['Content-Type', 'application/json']],
  body: '{"error":"invalid_grant"}',
}
const served: ReadonlyMap<string, HttpResponse> = new Map<string, HttpResponse>([
  ...documents,
  ...pages,
  ['refusal', refusal],
])
const server: Server & { readonly store: string } = {
  id: 'authorization-server',
  origin: 'https://auth.example',
  store: 'kept',
  routes: [...served].map(([name, response]) => ({
    path: `/${name}`,
    methods: {
      POST: () => {
        answered.push(name)
        return response
      },
    },
  })),
}
const request = { method: 'POST', url: 'https://auth.example/', headers: [] }
const visit: Visit = { message: undefined, found: () => {}, did: () => {} }

const ask = async (ailment: Ailment, name: string) => {
  const clock = virtualClock(0)
  const route = ailing(server, ailment, clock).routes.find(({ path }) => path === `/${name}`)
  const answer = await route!.methods['POST']!(request, visit)
  return { answer, healthy: served.get(name)!, now: clock.now() }
}
const documentNames = documents.map(([name]) => name)
const everyName = [...served.keys()]

test('every kind of answer is among those looked at', () => {
  expect(documents.map(([name]) => name)).toEqual([
    'server-metadata',
    'registration-response',
    'token-response',
    'jwks',
    'refresh-response',
  ])
  expect(pages.length).toBeGreaterThan(3)
})

test('a server that is well is the same', () => {
  expect(ailing(server, undefined, virtualClock())).toBe(server)
})

test.each(ailments)('%s: it keeps its paths, its name and its store', (ailment) => {
  const ill = ailing(server, ailment, virtualClock())
  expect({ ...ill, routes: [] }).toEqual({ ...server, routes: [] })
  expect(ill.routes.map(({ path, methods }) => [path, Object.keys(methods)])).toEqual(
    server.routes.map(({ path }) => [path, ['POST']]),
  )
})

describe('slow', () => {
  test.each(everyName)('%s comes late, and as it is', async (name) => {
    const { answer, healthy, now } = await ask('slow', name)
    expect(answer).toEqual(healthy)
    expect(now).toBe(SLOW_SECONDS)
  })
})

describe('fails', () => {
  test.each(everyName)('%s is an error of the server, which does nothing', async (name) => {
    answered.length = 0
    const { answer, now } = await ask('fails', name)
    expect(answer.status).toBe(503)
    expect(answer.headers).toEqual([['Content-Type', 'text/plain; charset=utf-8']])
    expect(answer.body).toMatch(/^[\w ]+\.\n$/)
    expect([answered, now]).toEqual([[], 0])
  })
})

describe('where it has nothing at all', () => {
  const anywhere = (ailment: Ailment, alone: boolean) =>
    ailing(server, ailment, virtualClock(), alone).routes.slice(server.routes.length)

  test.each(ailments)('%s: it is alone at its origin, or keeps out of the way', async (ailment) => {
    expect(anywhere(ailment, false)).toEqual([])
    const [rest, ...more] = anywhere(ailment, true)
    expect([rest?.path, more]).toEqual(['/*', []])
    const answer = await rest!.methods['GET']!(request, visit)
    expect(answer.status).toBe(ailment === 'fails' ? 503 : 404)
  })
})

test.each([
  [true, 503],
  [false, 404],
])('over a network, alone: %s, an address that nobody has answers %i', async (alone, status) => {
  const network = inPageNetwork(handlersOf([ailing(server, 'fails', virtualClock(), alone)]))
  const url = 'https://auth.example/.well-known/openid-configuration'
  const get = (address: string) => network.send({ method: 'GET', url: address, headers: [] })
  expect((await get(url))?.status).toBe(status)
  expect((await get('https://auth.example/jwks'))?.status).toBe(405)
})

describe('wrong-media-type', () => {
  test.each([...documentNames, 'refusal'])('%s calls itself a page', async (name) => {
    const { answer, healthy } = await ask('wrong-media-type', name)
    const types = answer.headers.filter(([field]) => field.toLowerCase() === 'content-type')
    expect(types.map(([, value]) => value)).toEqual(['text/html; charset=utf-8'])
    expect({ ...answer, headers: [] }).toEqual({ ...healthy, headers: [] })
    expect(answer.headers).toHaveLength(healthy.headers.length)
  })
})

describe('broken-json', () => {
  test.each([...documentNames, 'refusal'])('%s is no JSON', async (name) => {
    const { answer, healthy } = await ask('broken-json', name)
    expect(() => JSON.parse(answer.body) as unknown).toThrow(SyntaxError)
    expect({ ...answer, body: '' }).toEqual({ ...healthy, body: '' })
  })
})

describe('missing-members', () => {
  const missing: Readonly<Record<string, readonly string[]>> = {
    'server-metadata': [
      'issuer',
      'authorization_endpoint',
      'token_endpoint',
      'response_types_supported',
    ],
    'registration-response': ['client_id'],
    'token-response': ['access_token', 'token_type'],
    'refresh-response': ['access_token', 'token_type'],
    jwks: ['keys'],
  }
  test.each(documentNames)('%s lacks what it must have, and nothing else', async (name) => {
    const { answer, healthy } = await ask('missing-members', name)
    const [less, all] = [answer, healthy].map(({ body }) => Object.keys(JSON.parse(body) as object))
    expect(all!.filter((member) => !less!.includes(member)).toSorted()).toEqual(
      missing[name]!.toSorted(),
    )
    expect({ ...answer, body: '' }).toEqual({ ...healthy, body: '' })
  })

  test('a refusal stays one', async () => {
    expect((await ask('missing-members', 'refusal')).answer.body).toBe(refusal.body)
  })
})

describe.each(['wrong-media-type', 'broken-json', 'missing-members'] as const)('%s', (ailment) => {
  test.each(pages.map(([name]) => name))('leaves a %s alone', async (name) => {
    const { answer, healthy, now } = await ask(ailment, name)
    expect(answer).toEqual(healthy)
    expect(now).toBe(0)
  })
})
