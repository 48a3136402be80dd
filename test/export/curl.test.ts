import { execFile } from 'node:child_process'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { describe, expect, onTestFinished, test } from 'vitest'
import { connectClient } from '../../engine/connect.ts'
import { curlOf, type WireMessage } from '../../engine/index.ts'
import { fetchNetwork } from '../../engine/network/fetch.ts'
import { NOTE, REDIRECT_URI } from '../clients/lab.ts'
import { openForTest } from '../serve/lab.ts'
import { browseFor } from '../serve/real-client.ts'

/** Has a shell carry out a command, as somebody who pasted it would. */
const shell = async (command: string): Promise<string> =>
  (await promisify(execFile)('sh', ['-c', `${command} --silent --max-time 20`])).stdout

const statusOf = async (command: string): Promise<number> =>
  Number(/^HTTP\/1\.1 (\d{3})/.exec(await shell(command))?.[1])

type Request = Extract<WireMessage, { kind: 'request' }>

describe('curl against `npm run serve`', () => {
  test('gets the status that stands in the log, and what is good only once is refused', async () => {
    const revision = '2025-11-25'
    const { clock, origins } = await openForTest({ revision, registration: 'dynamic' })
    const { log } = await connectClient({
      serverUrl: origins.resource,
      network: fetchNetwork(fetch),
      openBrowser: async (url) => (await browseFor(new URL(url), revision)).href,
      redirectUri: REDIRECT_URI,
      revision,
      clock,
      errands: [{ call: 'read_note', arguments: { name: NOTE.name } }],
    })
    const sent = log.filter(
      (one): one is Request => one.kind === 'request' && one.from === 'client',
    )
    const logged = ({ exchange }: Request) => {
      const answer = log.find((one) => one.kind === 'response' && one.exchange === exchange)
      return answer?.kind === 'response' ? answer.response.status : undefined
    }
    const again = sent.filter(({ name }) => name !== 'token-request')
    expect(new Set(again.map(({ name }) => name))).toEqual(
      new Set([
        'mcp-request',
        'resource-metadata-request',
        'server-metadata-request',
        'registration-request',
      ]),
    )
    expect(new Set(again.map(logged))).toEqual(new Set([200, 201, 202, 401]))
    for (const request of again)
      expect([request.name, await statusOf(curlOf(request)!)]).toEqual([
        request.name,
        logged(request),
      ])
    // RFC 6749 §4.1.2: a code is good for one request.
    const token = sent.find(({ name }) => name === 'token-request')!
    expect(logged(token)).toBe(200)
    expect(await statusOf(curlOf(token)!)).toBe(400)
  })
})

describe('curl sends a request as it stands', () => {
  const heard = async () => {
    const requests: { readonly request: IncomingMessage; readonly body: string }[] = []
    const server = createServer((request, response) => {
      let body = ''
      request.setEncoding('utf8').on('data', (more: string) => (body += more))
      request.on('end', () => {
        requests.push({ request, body })
        response.end()
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    return { requests, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
  }
  const message = (request: Request['request']): Request => ({
    id: 1,
    exchange: 1,
    name: 'mcp-request',
    from: 'client',
    to: 'mcp-server',
    channel: 'back',
    phase: 'discovery',
    state: '',
    at: 0,
    findings: [],
    kind: 'request',
    request,
  })
  const nasty = `it's "quoted" \`here\` $(echo no) $HOME \\ !! %41 & ; | > < * ? [1-3] {a,b} #\n\ttab~ é 漢 🙂`

  test.each([
    ['GET', '/a?b=c%20d&e=[1-3]{x,y}', [['Accept', 'application/json']], undefined],
    ['GET', '/up/../down/./here?x=..', [], undefined],
    ['GET', '/with-a-body', [['Content-Type', 'text/plain']], nasty],
    ['POST', '/no-type', [], 'a=b'],
    ['POST', '/file', [['Content-Type', 'text/plain']], '@/etc/hostname'],
    ['POST', '/empty', [['Content-Type', 'application/json']], ''],
    ['POST', `/it's`, [['X-Said', nasty.replaceAll(/[\n\t]|[^ -~]/g, '').trim()]], nasty],
    [
      'POST',
      '/fields',
      [
        ['X-Empty', ''],
        ['x-twice', '1'],
        ['x-twice', '2'],
        ['Host', 'notes.example'],
      ],
      '{}',
    ],
    ['PUT', '/put', [['Content-Type', 'application/json']], '{"a": 1}'],
    ['PATCH', '/patch', [['Content-Type', 'application/json']], '--data x'],
    ['DELETE', '/delete', [], undefined],
    ['OPTIONS', '/options', [['Origin', 'null']], undefined],
    ['HEAD', '/head', [['Accept', '*/*']], undefined],
    ['SEARCH', '/search', [], undefined],
  ] as const)('%s %s', async (method, target, headers, body) => {
    const { requests, origin } = await heard()
    const url = `${origin}${target}`
    const command = curlOf(message({ method, url, headers, ...(body !== undefined && { body }) }))
    const answer = await shell(command!)
    expect(answer).toMatch(/^HTTP\/1\.1 200/)
    expect(requests).toHaveLength(1)
    const { request, body: arrived } = requests[0]!
    expect([request.method, request.url, arrived]).toEqual([method, target, body ?? ''])
    const raw = request.rawHeaders
      .flatMap((name, at, all) => (at % 2 === 0 ? [[name, all[at + 1]!] as const] : []))
      .filter(
        ([name, value]) =>
          !/^(user-agent|content-length)$/i.test(name) && value !== new URL(origin).host,
      )
    expect(raw).toEqual(
      headers
        .map((one) => [...one])
        .toSorted((a, b) => Number(b[0] === 'Host') - Number(a[0] === 'Host')),
    )
  })

  test.each([
    ['a header that is none', { headers: [['@/etc/passwd', 'x']] }],
    ['a header with a line break', { headers: [['X', 'a\r\nY: b']] }],
    ['a method that is two words', { method: 'GET /x' }],
    ['an address that is no address', { url: 'file:///etc/passwd' }],
    ['an address with a space', { url: 'https://notes.example/a b' }],
    ['a body with a NUL', { body: 'a\0b' }],
    ['text that is no HTTP', { unreadable: 'hello' }],
  ] as const)('and says nothing where there is %s', (_, wrong) => {
    const right = { method: 'GET', url: 'https://notes.example/', headers: [] }
    expect(curlOf(message(right))).toBeDefined()
    expect(curlOf(message({ ...right, ...wrong }))).toBeUndefined()
  })
})
