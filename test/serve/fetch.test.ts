import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { fetchNetwork } from '../../engine/network/fetch.ts'
import type { HttpRequest } from '../../engine/wire/message.ts'

const server = async (answer: RequestListener): Promise<string> => {
  const listening = createServer(answer)
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    listening.closeAllConnections()
    await new Promise((resolve) => listening.close(resolve))
  })
  return `http://127.0.0.1:${(listening.address() as AddressInfo).port}`
}

const get = (url: string, headers: HttpRequest['headers'] = []): HttpRequest => ({
  method: 'GET',
  url,
  headers,
})

const response = (id: number) => JSON.stringify({ jsonrpc: '2.0', id, result: {} })

describe('fetchNetwork', () => {
  test('sends what the client made, and hands on what came', async () => {
    const origin = await server((request, answer) => {
      answer.setHeader('Set-Cookie', ['a=1', 'b=2'])
      answer.setHeader('www-authenticate', 'Bearer')
      answer.statusCode = 401
      request.on('data', (body) => answer.end(`${request.headers['x-a']} ${body}`))
    })
    const answer = await fetchNetwork(fetch).send({
      method: 'POST',
      url: `${origin}/token`,
      headers: [
        ['Host', 'somebody.example'],
        ['Content-Length', '999'],
        ['X-A', 'yes'],
        ['Content-Type', 'application/x-www-form-urlencoded'],
      ],
      body: 'a=b',
    })
    expect(answer).toMatchObject({ status: 401, body: 'yes a=b' })
    expect(answer!.headers).toContainEqual(['WWW-Authenticate', 'Bearer'])
    expect(answer!.headers.filter(([name]) => name === 'Set-Cookie')).toEqual([
      ['Set-Cookie', 'a=1'],
      ['Set-Cookie', 'b=2'],
    ])
  })

  test('gives a text without a media type none', async () => {
    const origin = await server(({ headers }, answer) =>
      answer.end(headers['content-type'] ?? 'none'),
    )
    const request = { method: 'POST', url: origin, headers: [], body: 'a text' }
    expect((await fetchNetwork(fetch).send(request))?.body).toBe('none')
  })

  test('follows no redirect', async () => {
    const origin = await server((_, answer) => answer.writeHead(302, { Location: '/on' }).end())
    const answer = await fetchNetwork(fetch).send(get(origin))
    expect(answer?.status).toBe(302)
    expect(answer?.headers).toContainEqual(['Location', '/on'])
  })

  test.each([
    ['nobody listens', 'http://127.0.0.1:1/'],
    ['the address is none', 'http://'],
    ['the scheme is another', 'ftp://127.0.0.1/'],
  ])('answers undefined where %s', async (_, url) => {
    expect(await fetchNetwork(fetch).send(get(url))).toBeUndefined()
  })

  test('answers undefined where the answer takes too long', async () => {
    const origin = await server((_, answer) => void answer.writeHead(200).write('and'))
    const network = fetchNetwork(fetch, { timeout: 100 })
    expect(await network.send(get(origin))).toBeUndefined()
  })

  test('answers undefined in a browser, where a redirect may not be looked at', async () => {
    const opaque = { type: 'opaqueredirect' } as Response
    expect(await fetchNetwork(() => Promise.resolve(opaque)).send(get('http://a.example'))).toBe(
      undefined,
    )
  })

  test('reads no further than a little beyond the limit', async () => {
    let written = 0
    const origin = await server((_, answer) => {
      const more = () => {
        while (!answer.destroyed && answer.write('a'.repeat(1_000))) written += 1_000
      }
      answer.on('drain', more)
      more()
    })
    const answer = await fetchNetwork(fetch, { limit: 5_000 }).send(get(origin))
    expect(answer!.body.length).toBeGreaterThan(5_000)
    expect(answer!.body.length).toBeLessThan(written + 1_000)
  })
})

describe('MCP 2025-11-25 Transports: a stream of events', () => {
  const stream = (events: string[], end = false): RequestListener => {
    return (_, answer) => {
      answer.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8' })
      for (const event of events) answer.write(event)
      if (end) answer.end()
    }
  }

  test('is read until the response has come, though it never ends', async () => {
    const events = [
      ': a comment\n\n',
      'data: {"jsonrpc":"2.0","method":"notifications/progress"}\n\n',
      `id: 1\ndata: ${response(1)}\n\n`,
    ]
    const origin = await server(stream(events))
    const answer = await fetchNetwork(fetch, { timeout: 2_000 }).send(get(origin))
    expect(answer?.body).toBe(events.join(''))
  })

  test('is read though the response comes in pieces, with the line ends of another system', async () => {
    const whole = `data: ${response(2)}\r\n\r\n`
    const origin = await server(async (_, answer) => {
      answer.writeHead(200, { 'Content-Type': 'text/event-stream' })
      for (const piece of [whole.slice(0, 9), whole.slice(9, -2), whole.slice(-2)]) {
        answer.write(piece)
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    })
    expect((await fetchNetwork(fetch, { timeout: 2_000 }).send(get(origin)))?.body).toBe(whole)
  })

  test('is handed on as far as it went where no response comes', async () => {
    const origin = await server(stream(['data: hello\n\n', 'data: {"result'], true))
    expect((await fetchNetwork(fetch).send(get(origin)))?.body).toBe(
      'data: hello\n\ndata: {"result',
    )
  })
})
