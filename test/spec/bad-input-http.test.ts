import { describe, expect, test } from 'vitest'
import { fetchOver } from '../../engine/network/in-page.ts'
import { virtualClock } from '../../engine/chance/clock.ts'
import { serversFor } from '../../engine/world.ts'
import { AUTH, MCP, openLab } from './driver.ts'
import { expectHarmless, HUGE } from './harmless.ts'
import type { HeaderList } from '../../engine/wire/message.ts'

const RESOURCE_METADATA = 'https://notes.example/.well-known/oauth-protected-resource/mcp'
const SERVER_METADATA = `${AUTH}/.well-known/oauth-authorization-server`
const ENDPOINTS: [string, string[]][] = [
  [SERVER_METADATA, ['GET']],
  [`${AUTH}/jwks`, ['GET']],
  [`${AUTH}/register`, ['POST']],
  [`${AUTH}/authorize`, ['GET']],
  [`${AUTH}/sign-in`, ['POST']],
  [`${AUTH}/consent`, ['GET', 'POST']],
  [`${AUTH}/token`, ['POST']],
  [MCP, ['POST', 'DELETE']],
  [RESOURCE_METADATA, ['GET']],
]
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'BREW', 'constructor']

describe('RFC 9110 §15.5.6 a method that an endpoint does not know', () => {
  const wrong = ENDPOINTS.flatMap(([url, allowed]) =>
    METHODS.filter((method) => !allowed.includes(method)).map(
      (method) => [method, url, allowed.join(', ')] as const,
    ),
  )
  test.each(wrong)('%s %s', async (method, url, allowed) => {
    const body = method === 'GET' || method === 'HEAD' ? {} : { body: 'grant_type=x' }
    const answer = await openLab().send(method, url, body)
    expectHarmless(answer)
    expect([answer.status, answer.header('Allow')]).toEqual([405, allowed])
  })
})

describe('RFC 9110 §15.5.5 a path where nothing is', () => {
  test.each([
    `${AUTH}/`,
    `${AUTH}/nothing`,
    `${AUTH}/__proto__`,
    `${AUTH}/token/more`,
    `${AUTH}/token%2F`,
    `${AUTH}/authorize%00`,
    `${AUTH}/.well-known/oauth-authorization-server/mcp`,
    `${AUTH}/.well-known/openid-configuration`,
    `${AUTH}/../../etc/passwd`,
    `${AUTH}/%E0%A4%A`,
    `${AUTH}/<script>alert(1)</script>`,
    'https://notes.example/',
    'https://notes.example/MCPs',
    'https://notes.example/.well-known/oauth-protected-resource',
  ])('%s', async (url) => {
    const answer = await openLab().send('GET', url)
    expectHarmless(answer)
    expect([answer.status, answer.header('Content-Type')]).toEqual([
      404,
      'text/plain; charset=utf-8',
    ])
  })

  test.each([
    'https://nobody.example/',
    'http://auth.example/token',
    'https://auth.example:8443/token',
    'https://auth.example.evil.example/token',
    'javascript:alert(1)',
    'data:,hello',
    'token',
    '',
    'https://[',
  ])('nobody listens at %j', async (url) => {
    await expect(openLab().send('GET', url)).rejects.toThrow('nothing listens')
  })
})

describe('RFC 9110 §15.5.1 what is no HTTP request is answered with 400', () => {
  test.each<[string, string, HeaderList]>([
    ['a method of two words', 'GET /token', []],
    ['an empty method', '', []],
    ['a method with a line break', 'GET\r\n', []],
    ['a line break in a header', 'POST', [['X-A', 'a\r\nX-Injected: 1']]],
    ['a NUL in a header', 'POST', [['X-A', 'a\0']]],
    ['a letter beyond Latin-1 in a header', 'POST', [['X-A', 'ключ']]],
    ['a header without a name', 'POST', [['', 'a']]],
    ['a header with a space in its name', 'POST', [['X A', 'a']]],
  ])('%s', async (_, method, headers) => {
    const answer = await openLab().send(method, `${AUTH}/token`, { headers })
    expectHarmless(answer)
    expect(answer.status).toBe(400)
  })

  test('a user in the URL', async () => {
    expect((await openLab().send('GET', 'https://sam:x@auth.example/jwks')).status).toBe(400)
  })

  test('RFC 9110 §9.3.1 the body of a GET means nothing', async () => {
    expect((await openLab().send('GET', SERVER_METADATA, { body: '{"a":1}' })).status).toBe(200)
  })
})

describe('headers that only look like the lab’s own', () => {
  const send = (headers: Record<string, string>) =>
    fetchOver(serversFor({ clock: virtualClock() }))(SERVER_METADATA, { headers })

  test.each<[string, Record<string, string>]>([
    ['a cookie that is no JSON', { 'sim-cookie': '__Host-session=1' }],
    ['a cookie that is no list', { 'sim-cookie': '{"a":1}' }],
    ['a cookie that is a list of numbers', { 'sim-cookie': '[1]' }],
    ['a header of no meaning', { 'sim-': 'x', 'sim-sim-': '[' }],
    ['a message that is no number', { 'sim-message-id': 'one' }],
    ['a message that is not there', { 'sim-message-id': '-1e9' }],
  ])('%s', async (_, headers) => {
    expect((await send(headers)).status).toBe(200)
  })
})

test('RFC 9110 §15.5.15 a URL longer than the server reads', async () => {
  const lab = openLab()
  const answer = await lab.authorize({ client_id: await lab.register(), state: HUGE })
  expectHarmless(answer)
  expect(answer.status).toBe(414)
  const query = await lab.send('GET', `${AUTH}/.well-known/oauth-authorization-server?${HUGE}`)
  expect(query.status).toBe(414)
})
