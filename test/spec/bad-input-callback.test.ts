import { describe, expect, test } from 'vitest'
import { handlersOf } from '../../engine/network/handlers.ts'
import { inPageNetwork } from '../../engine/network/in-page.ts'
import { createCallback } from '../../engine/parties/client/callback.ts'
import { header } from '../../engine/wire/headers.ts'
import { HUGE } from './harmless.ts'
import { form, type Sent } from './honest-client.ts'

const origin = 'http://127.0.0.1:50000'
const STATE = 'oLvWKE_ToQu6ofaeI16mMw'

const waiting = (state: string | undefined) => ({
  state,
  issuer: undefined,
  issuerNamesItself: false,
})

/** A client that waits for the answer to one request, and who comes to its callback. */
const listen = (forget: string[] = []) => {
  const { callback, route } = createCallback('/callback', {
    revision: '2025-06-18',
    forgotten: new Set(forget),
  })
  const network = inPageNetwork(handlersOf([{ id: 'client', origin, routes: [route] }]))
  const visit = async (query: string, method = 'GET', path = '/callback') => {
    const url = `${origin}${path}?${query}`
    const answer = await network.send({ method, url, headers: [] })
    if (!answer) throw new Error('the callback did not answer')
    return answer
  }
  return { callback, visit }
}

const HOSTILE: [string, Sent][] = [
  ['without a state', { state: undefined }],
  ['with an empty state', { state: '' }],
  ['with another state', { state: 'af0ifjsldkj' }],
  ['with the state in capitals', { state: STATE.toUpperCase() }],
  ['with the state and more', { state: `${STATE} ` }],
  ['with another state before the right one', { state: ['x', STATE] }],
  ['with a state named after a prototype', { state: '__proto__' }],
  ['with markup as a state', { state: '"><script>alert(1)</script>' }],
  ['with a state of twenty thousand characters', { state: HUGE.slice(0, 20_000) }],
  ['without a code', { code: undefined }],
  ['with an empty code', { code: '' }],
  ['with a code and an error', { error: 'access_denied' }],
  ['with nothing at all', { code: undefined, state: undefined }],
]

describe('OAuth 2.1 draft-13 §2.3.3 an answer is thrown away', () => {
  test.each(HOSTILE)('%s, and the right one still counts', async (_, difference) => {
    const { callback, visit } = listen()
    callback.expect(waiting(STATE))
    const answer = await visit(form({ code: 'stolen', state: STATE, ...difference }))
    expect(answer.status).toBe(400)
    expect(answer.body).not.toMatch(/<script|stolen|access_denied/)

    expect((await visit(form({ code: 'honest', state: STATE }))).status).toBe(200)
    expect(callback.take()).toEqual({ code: 'honest' })
  })

  test('when none is expected', async () => {
    const { callback, visit } = listen()
    expect((await visit(form({ code: 'stolen', state: STATE }))).status).toBe(400)
    expect((await visit(form({ code: 'stolen' }))).status).toBe(400)
    expect(callback.take()).toBeUndefined()
  })

  test('when none is expected, even by a client that forgets the state', async () => {
    const { callback, visit } = listen(['client/state-matches'])
    expect((await visit(form({ code: 'stolen', state: STATE }))).status).toBe(400)
    expect(callback.take()).toBeUndefined()
  })

  test('when one has come already', async () => {
    const { callback, visit } = listen()
    callback.expect(waiting(STATE))
    await visit(form({ code: 'honest', state: STATE }))
    expect((await visit(form({ code: 'stolen', state: STATE }))).status).toBe(400)
    expect(callback.take()).toEqual({ code: 'honest' })
  })

  test('RFC 9110 §15.5.15 when it is longer than the client reads', async () => {
    const { callback, visit } = listen()
    callback.expect(waiting(STATE))
    expect((await visit(form({ code: HUGE, state: STATE }))).status).toBe(414)
    expect(callback.take()).toBeUndefined()
  })

  test.each(['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'constructor', 'toString'])(
    'RFC 9110 §15.5.6 when it comes by %s',
    async (method) => {
      const { callback, visit } = listen()
      callback.expect(waiting(STATE))
      const answer = await visit(form({ code: 'stolen', state: STATE }), method)
      expect([answer.status, header(answer.headers, 'Allow')]).toEqual([405, 'GET'])
      expect(callback.take()).toBeUndefined()
    },
  )

  test.each(['/', '/callback/..', '/callbacks', '/other', '/callback/more'])(
    'RFC 9110 §15.5.5 when it comes to %s',
    async (path) => {
      const { callback, visit } = listen()
      callback.expect(waiting(STATE))
      const answer = await visit(form({ code: 'stolen', state: STATE }), 'GET', path)
      expect(answer.status).toBe(404)
      expect(callback.take()).toBeUndefined()
    },
  )
})

describe('OAuth 2.1 draft-13 §4.1.2.1 an error is taken as one', () => {
  test.each([
    ['access_denied', 'The request was denied.'],
    ['<img src=x onerror=alert(1)>', '<script>alert(1)</script>'],
    ['a\r\nX-Injected: 1', '\0'],
  ])('%j', async (error, error_description) => {
    const { callback, visit } = listen()
    callback.expect(waiting(STATE))
    const answer = await visit(form({ error, error_description, state: STATE }))
    expect(answer.status).toBe(200)
    expect(answer.body).not.toMatch(/<img|<script/)
    expect(JSON.stringify(answer.headers)).not.toContain('Injected')
    expect(callback.take()).toEqual({ error })
  })

  test('OAuth 2.1 draft-13 §4.1.2 parameters nobody knows are ignored', async () => {
    const { callback, visit } = listen()
    callback.expect(waiting(STATE))
    const more = { ['__proto__']: 'x', constructor: 'y', scope: ['a', 'b'] }
    expect((await visit(form({ code: 'honest', state: STATE, ...more }))).status).toBe(200)
    expect(callback.take()).toEqual({ code: 'honest' })
  })
})
