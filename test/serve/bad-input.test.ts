import fc from 'fast-check'
import { http, HttpResponse } from 'msw'
import { describe, expect, onTestFinished, test } from 'vitest'
import { BODY_LIMIT, URL_LIMIT } from '../../engine/network/http.ts'
import { listen, type DoorOptions, type Exchange } from '../../engine/network/loopback.ts'
import { rawConnection, statusesIn, tell } from './raw.ts'

const open = async (options: Partial<DoorOptions> = {}) => {
  const exchanges: Exchange[] = []
  const turnedAway: number[] = []
  const defects: unknown[] = []
  const echo = async (request: Request) =>
    Response.json({ url: request.url, text: await request.text() })
  const door = await listen(echo, {
    port: 0,
    patience: { header: 300, request: 600 },
    exchanged: (exchange) => exchanges.push(exchange),
    turnedAway: ({ status }) => turnedAway.push(status),
    broke: (error) => defects.push(error),
    ...options,
  })
  onTestFinished(() => door.close())
  const host = door.origin.slice('http://'.length)
  /** The server lives: it answers an honest request. */
  const expectAlive = async () => {
    const answer = await tell(
      door.origin,
      `POST /alive HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 2\r\nConnection: close\r\n\r\nhi`,
    )
    expect(statusesIn(answer)).toEqual([200])
    expect(answer).toContain('"text":"hi"')
    expect(defects).toEqual([])
  }
  return { ...door, host, exchanges, turnedAway, defects, expectAlive }
}

const request = (host: string, rest: string, line = 'GET / HTTP/1.1') =>
  `${line}\r\nHost: ${host}\r\n${rest}\r\n`

describe('what is no HTTP request gets 400, and the connection ends', () => {
  test.each<[string, (host: string) => string | Buffer]>([
    ['words', () => 'hello, is anybody there?\r\n\r\n'],
    ['a greeting in TLS', () => Buffer.from('16030100c8010000c40303', 'hex')],
    ['a greeting of HTTP/2', () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['zeroes', () => Buffer.alloc(2_000)],
    ['a line break in a header', (host) => request(host, 'X-A: a\rX-B: b\r\n')],
    ['a NUL in a header', (host) => request(host, 'X-A: a\0b\r\n')],
    ['a header without a name', (host) => request(host, ': a\r\n')],
    ['a space before the colon', (host) => request(host, 'X-A : a\r\n')],
    ['a method of nobody', (host) => request(host, '', 'BREW / HTTP/1.1')],
    ['a version that is not there', (host) => request(host, '', 'GET / HTTP/9.9')],
    ['a length that is no number', (host) => request(host, 'Content-Length: -1\r\n')],
    ['two lengths', (host) => request(host, 'Content-Length: 1\r\nContent-Length: 2\r\n')],
    [
      'a length and chunks',
      (host) =>
        request(host, 'Content-Length: 4\r\nTransfer-Encoding: chunked\r\n', 'POST / HTTP/1.1'),
    ],
    [
      'a chunk of no size',
      (host) => `${request(host, 'Transfer-Encoding: chunked\r\n', 'POST / HTTP/1.1')}xyz\r\n`,
    ],
  ])('%s', async (_, words) => {
    const door = await open()
    const answer = await tell(door.origin, words(door.host))
    expect(statusesIn(answer)).toEqual([400])
    expect(answer).toMatch(/\r\n\r\nThis is no HTTP request\.\n$/)
    expect(door.turnedAway).toEqual([400])
    await door.expectAlive()
  })

  test('a header without an end gets 431', async () => {
    const door = await open()
    const answer = await tell(door.origin, `GET / HTTP/1.1\r\nX-A: ${'a'.repeat(200_000)}`)
    expect(statusesIn(answer)).toEqual([431])
    await door.expectAlive()
  })
})

test('whatever is said, and wherever a request is cut off or damaged, the server lives on', async () => {
  const door = await open({ mostConnections: 1_000 })
  const honest = Buffer.from(
    `${request(door.host, 'Content-Length: 2\r\nConnection: close\r\n', 'POST / HTTP/1.1')}hi`,
  )
  const place = fc.nat({ max: honest.length - 1 })
  const words = fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
    place.map((end) => honest.subarray(0, end + 1)),
    fc.tuple(place, fc.nat({ max: 255 })).map(([at, byte]) => {
      const damaged = Buffer.from(honest)
      damaged[at] = byte
      return damaged
    }),
  )
  const answers = await Promise.all(
    fc.sample(words, { numRuns: 300, seed: 1 }).map((each) => tell(door.origin, each)),
  )
  const statuses = new Set(answers.flatMap(statusesIn))
  expect(
    [...statuses].filter((status) => ![200, 400, 408, 413, 421, 501].includes(status)),
  ).toEqual([])
  expect(statuses).toContain(400)
  expect(statuses).toContain(408)
  await door.expectAlive()
})

describe('RFC 9112 §3.2 the host', () => {
  const ask = (host: string) => `GET / HTTP/1.1\r\n${host}Connection: close\r\n\r\n`

  test.each([
    ['none', () => ''],
    ['two', (host: string) => `Host: ${host}\r\nHost: ${host}\r\n`],
  ])('%s gets 400', async (_, lines) => {
    const door = await open()
    expect(statusesIn(await tell(door.origin, ask(lines(door.host))))).toEqual([400])
    await door.expectAlive()
  })

  test.each([
    ['a page whose name was made to point here', () => 'evil.example'],
    ['the same with the port', (host: string) => `evil.example:${host.split(':')[1]}`],
    ['another name of this machine', (host: string) => `localhost:${host.split(':')[1]}`],
    ['another port', () => '127.0.0.1:1'],
    ['no port', () => '127.0.0.1'],
    ['nothing', () => ''],
    ['more behind it', (host: string) => `${host}.evil.example`],
    ['somebody before it', (host: string) => `x@${host}`],
  ])('RFC 9110 §15.5.20 %s gets 421, and no party hears of it', async (_, name) => {
    const door = await open()
    const answer = await tell(door.origin, ask(`Host: ${name(door.host)}\r\n`))
    expect(statusesIn(answer)).toEqual([421])
    expect(answer).toContain(door.origin)
    expect(door.exchanges.map(({ response }) => response.status)).toEqual([421])
    await door.expectAlive()
  })

  test.each([
    ['http://evil.example/', 421],
    ['https://127.0.0.1/', 421],
    ['*', 400],
  ])('a target of %s gets %d', async (target, status) => {
    const door = await open()
    const method = target === '*' ? 'OPTIONS' : 'GET'
    const words = request(door.host, 'Connection: close\r\n', `${method} ${target} HTTP/1.1`)
    expect(statusesIn(await tell(door.origin, words))).toEqual([status])
    await door.expectAlive()
  })

  test('RFC 9112 §3.2.2 a target that is this server’s whole address is its path', async () => {
    const door = await open()
    const words = request(door.host, 'Connection: close\r\n', `GET ${door.origin}/a?b HTTP/1.1`)
    expect(await tell(door.origin, words)).toContain(`"url":"${door.origin}/a?b"`)
  })
})

describe('RFC 9110 §15.5.14 a body that is too large', () => {
  const post = (host: string, rest: string) => request(host, rest, 'POST / HTTP/1.1')

  test('gets 413 as soon as its length is known', async () => {
    const door = await open()
    const answer = await tell(door.origin, post(door.host, `Content-Length: ${BODY_LIMIT + 1}\r\n`))
    expect(statusesIn(answer)).toEqual([413])
    expect(answer).toContain('Connection: close')
    await door.expectAlive()
  })

  test('gets 413 when it grows over the limit, whatever else is sent', async () => {
    const door = await open()
    const connection = rawConnection(door.origin)
    connection.say(post(door.host, 'Transfer-Encoding: chunked\r\n'))
    for (let chunk = 0; chunk < 40; chunk++) connection.say(`10000\r\n${'a'.repeat(0x1_00_00)}\r\n`)
    expect(statusesIn(await connection.ended())).toEqual([413])
    await door.expectAlive()
  })

  test('gets no 100 Continue', async () => {
    const door = await open()
    const fields = `Expect: 100-continue\r\nContent-Length: ${BODY_LIMIT + 1}\r\n`
    expect(statusesIn(await tell(door.origin, post(door.host, fields)))).toEqual([413])
  })

  test('one that is just as large as allowed is read', async () => {
    const door = await open()
    const fields = `Content-Length: ${BODY_LIMIT}\r\nConnection: close\r\n`
    const words = `${post(door.host, fields)}${'a'.repeat(BODY_LIMIT)}`
    expect(statusesIn(await tell(door.origin, words))).toEqual([200])
  })

  test('RFC 9110 §10.1.1 one that waits for 100 Continue gets it', async () => {
    const door = await open()
    const connection = rawConnection(door.origin)
    connection.say(
      post(door.host, 'Expect: 100-continue\r\nContent-Length: 2\r\nConnection: close\r\n'),
    )
    await connection.heard(/100 Continue/)
    connection.say('hi')
    expect(await connection.ended()).toContain('"text":"hi"')
  })
})

describe('slow senders', () => {
  test('RFC 9110 §15.5.9 a header that never ends gets 408', async () => {
    const door = await open()
    const connection = rawConnection(door.origin)
    connection.say(`GET / HTTP/1.1\r\nHost: ${door.host}\r\n`)
    const drip = setInterval(() => connection.say('X-A: a\r\n'), 50)
    const answer = await connection.ended()
    clearInterval(drip)
    expect(statusesIn(answer)).toEqual([408])
    await door.expectAlive()
  })

  test('a body that never ends gets 408', async () => {
    const door = await open()
    const connection = rawConnection(door.origin)
    connection.say(request(door.host, 'Content-Length: 1000\r\n', 'POST / HTTP/1.1'))
    const drip = setInterval(() => connection.say('a'), 50)
    const answer = await connection.ended()
    clearInterval(drip)
    expect(statusesIn(answer)).toEqual([408])
    expect(door.exchanges).toEqual([])
    await door.expectAlive()
  })

  test('one that says nothing at all is cut off', async () => {
    const door = await open()
    expect(
      statusesIn(await rawConnection(door.origin).ended()).filter((one) => one !== 408),
    ).toEqual([])
    await door.expectAlive()
  })

  test('one that hangs up in the middle is forgotten', async () => {
    const door = await open()
    const connection = rawConnection(door.origin)
    connection.say(`${request(door.host, 'Content-Length: 1000\r\n', 'POST / HTTP/1.1')}some`)
    await new Promise((resolve) => setTimeout(resolve, 50))
    connection.hangUp()
    await door.expectAlive()
    expect(door.exchanges).toHaveLength(1)
  })
})

describe('several requests on one connection', () => {
  test('RFC 9112 §9.3.2 are answered in their order, though the first takes longest', async () => {
    const door = await listen(
      async (request) => {
        const path = new URL(request.url).pathname
        if (path === '/1') await new Promise((resolve) => setTimeout(resolve, 100))
        return new Response(`answer ${path}`)
      },
      { port: 0 },
    )
    onTestFinished(() => door.close())
    const host = door.origin.slice('http://'.length)
    const line = (path: string) => `GET ${path} HTTP/1.1`
    const answer = await tell(
      door.origin,
      request(host, '', line('/1')) + request(host, 'Connection: close\r\n', line('/2')),
    )
    expect(answer).toMatch(/answer \/1[^]*answer \/2/)
  })

  test('nonsense behind a request does not take the place of its answer', async () => {
    const door = await open()
    const answer = await tell(
      door.origin,
      `${request(door.host, '')}and now for something else\r\n\r\n`,
    )
    expect(statusesIn(answer)).toEqual([200, 400])
    await door.expectAlive()
  })

  test('a body longer than its length is the next request, which is none', async () => {
    const door = await open()
    const words = `${request(door.host, 'Content-Length: 2\r\n', 'POST / HTTP/1.1')}hi, and more\r\n\r\n`
    const answer = await tell(door.origin, words)
    expect(statusesIn(answer)).toEqual([200, 400])
    expect(answer).toContain('"text":"hi"')
    await door.expectAlive()
  })
})

describe('methods', () => {
  test.each([
    ['TRACE', [501]],
    // Node.js hangs up on whoever wants a tunnel.
    ['CONNECT', []],
  ])('%s', async (method, statuses) => {
    const door = await open()
    const target = method === 'CONNECT' ? 'evil.example:443' : '/'
    const words = request(door.host, 'Connection: close\r\n', `${method} ${target} HTTP/1.1`)
    const answer = await tell(door.origin, words)
    expect(statusesIn(answer)).toEqual(statuses)
    await door.expectAlive()
  })

  test('RFC 9110 §9.3.2 HEAD gets the header of the answer and no more', async () => {
    const door = await open()
    const answer = await tell(
      door.origin,
      request(door.host, 'Connection: close\r\n', 'HEAD / HTTP/1.1'),
    )
    expect(answer).toMatch(/^HTTP\/1\.1 200 [^]*Content-Length: [1-9][^]*\r\n\r\n$/)
  })

  test('RFC 9110 §7.8 a wish for another protocol is passed over', async () => {
    const door = await open()
    const fields = 'Upgrade: websocket\r\nConnection: Upgrade, close\r\n'
    expect(statusesIn(await tell(door.origin, request(door.host, fields)))).toEqual([200])
    await door.expectAlive()
  })
})

describe('the door', () => {
  test('listens on 127.0.0.1 and nowhere else', async () => {
    const { address, origin } = await open()
    expect(address).toMatchObject({ address: '127.0.0.1', family: 'IPv4' })
    expect(origin).toBe(`http://127.0.0.1:${address.port}`)
  })

  test('rejects when the port is taken', async () => {
    const { address } = await open()
    await expect(open({ port: address.port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })

  test('holds no more connections than it was told to', async () => {
    const door = await open({ mostConnections: 4, patience: { header: 5_000, request: 5_000 } })
    const crowd = Array.from({ length: 4 }, () => rawConnection(door.origin))
    for (const one of crowd) {
      one.say(request(door.host, ''))
      await one.heard(/"url"/)
    }
    expect(await rawConnection(door.origin).ended()).toBe('')
    for (const one of crowd) one.hangUp()
    await new Promise((resolve) => setTimeout(resolve, 50))
    await door.expectAlive()
  })

  test('ends every connection when it closes', async () => {
    const door = await listen(() => Promise.resolve(new Response('ok')), { port: 0 })
    const connection = rawConnection(door.origin)
    connection.say(request(door.origin.slice('http://'.length), ''))
    await connection.heard(/ok/)
    await door.close()
    await connection.ended()
    expect(await rawConnection(door.origin).ended()).toBe('')
  })

  test('answers 500 when the lab has a defect, says so, and lives on', async () => {
    const defects: unknown[] = []
    const door = await listen(
      ({ url }) =>
        url.endsWith('/defect')
          ? Promise.reject(new Error('a defect'))
          : Promise.resolve(new Response('ok')),
      { port: 0, broke: (error) => defects.push(error) },
    )
    onTestFinished(() => door.close())
    expect((await fetch(`${door.origin}/defect`)).status).toBe(500)
    expect(defects).toEqual([new Error('a defect')])
    expect((await fetch(door.origin)).status).toBe(200)
  })

  test('takes MSW handlers as they are', async () => {
    const handlers = [http.get('*/notes', () => HttpResponse.text('notes'))]
    const door = await listen(handlers, { port: 0 })
    onTestFinished(() => door.close())
    expect(await (await fetch(`${door.origin}/notes`)).text()).toBe('notes')
  })

  test('RFC 9110 §15.5.15 an address that is too long gets an answer', async () => {
    const door = await open()
    const words = request(
      door.host,
      'Connection: close\r\n',
      `GET /${'a'.repeat(URL_LIMIT)} HTTP/1.1`,
    )
    expect(statusesIn(await tell(door.origin, words))).toEqual([200])
  })
})
