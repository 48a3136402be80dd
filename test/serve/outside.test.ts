import type { LookupAddress } from 'node:dns'
import { createServer, request as httpRequest, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { DOCUMENT_LIMIT } from '../../engine/oauth/client-document.ts'
import { isPublicAddress, outsideNetwork, type Means } from '../../engine/serve/outside.ts'

const DOCUMENT = 'https://quill.example/oauth/client.json'
const PUBLIC = { address: '93.184.215.14', family: 4 }

/**
 * A world in which every name has these addresses. Whatever is asked of a public address is answered by a server of the
 * test; `reached` says which addresses were called.
 */
const world = async (
  addresses: LookupAddress[],
  answer: RequestListener = (_, out) => out.end('{}'),
) => {
  const reached: string[] = []
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  const { port } = server.address() as AddressInfo
  const means = {
    lookup: (
      _host: string,
      _options: object,
      done: (error: null, found: LookupAddress[]) => void,
    ) => done(null, addresses),
    request: (url: URL, options: Parameters<typeof httpRequest>[1], done: never) =>
      httpRequest(
        `http://${url.hostname}:${port}${url.pathname}`,
        {
          ...options,
          lookup: (host, given, found) =>
            options.lookup!(host, given, (error, ...rest) => {
              if (error) return found(error, '')
              reached.push(JSON.stringify(rest[0]))
              return given.all
                ? found(null, [{ address: '127.0.0.1', family: 4 }])
                : found(null, '127.0.0.1', 4)
            }),
        },
        done,
      ),
  } as unknown as Means
  const network = outsideNetwork(means)
  const ask = (url: string) =>
    network.send({ method: 'GET', url, headers: [['Accept', 'application/json']] })
  return { ask, reached }
}

describe('Client ID Metadata Document draft-00 §6.5 where documents may be fetched from', () => {
  test('a public address, and that very address is called', async () => {
    const { ask, reached } = await world([PUBLIC])
    expect(await ask(DOCUMENT)).toMatchObject({ status: 200, body: '{}' })
    expect(reached).toHaveLength(1)
    expect(reached[0]).toContain(PUBLIC.address)
  })

  test.each([
    ['loopback', { address: '127.0.0.1', family: 4 }],
    ['a private network', { address: '192.168.1.1', family: 4 }],
    ['the link, where clouds keep their secrets', { address: '169.254.169.254', family: 4 }],
    ['loopback of IPv6', { address: '::1', family: 6 }],
    ['loopback, written as IPv6', { address: '::ffff:127.0.0.1', family: 6 }],
  ])('no name that leads to %s', async (_, address) => {
    for (const addresses of [[address], [PUBLIC, address]]) {
      const { ask, reached } = await world(addresses)
      expect(await ask(DOCUMENT)).toBeUndefined()
      expect(reached).toEqual([])
    }
  })

  test.each([
    'http://quill.example/client.json',
    'https://127.0.0.1/client.json',
    'https://[::1]/client.json',
    'https://0x7f000001/client.json',
    'https://2130706433/client.json',
    'https://10.0.0.1/client.json',
    'file:///etc/passwd',
    'data:application/json,{}',
  ])('not %s', async (url) => {
    const { ask, reached } = await world([PUBLIC])
    expect(await ask(url)).toBeUndefined()
    expect(reached).toEqual([])
  })

  test('no name without an address', async () => {
    expect(await (await world([])).ask(DOCUMENT)).toBeUndefined()
  })

  test('no redirect is followed', async () => {
    const { ask, reached } = await world([PUBLIC], (_, answer) =>
      answer.writeHead(302, { Location: 'https://elsewhere.example/' }).end(),
    )
    expect((await ask(DOCUMENT))?.status).toBe(302)
    expect(reached).toHaveLength(1)
  })

  test('Client ID Metadata Document draft-00 §6.6 little is read, but enough to tell that it is too much', async () => {
    const { ask } = await world([PUBLIC], (_, answer) => answer.end('a'.repeat(1_000_000)))
    const { length } = (await ask(DOCUMENT))!.body
    expect(length).toBeGreaterThan(DOCUMENT_LIMIT)
    expect(length).toBeLessThan(200_000)
  })
})

describe('addresses', () => {
  test.each([
    '8.8.8.8',
    '93.184.215.14',
    '172.15.0.1',
    '172.32.0.1',
    '2606:2800:21f::1',
    '2a00::1',
  ])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })

  test.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.1.2.3',
    '169.254.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.8',
    '192.0.2.1',
    '192.168.0.1',
    '198.18.0.1',
    '198.51.100.1',
    '203.0.113.1',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    '2001::1',
    '2001:db8::1',
    '2002:7f00:1::',
    'fc00::1',
    'fe80::1',
    'ff02::1',
    'fe80::1%eth0',
    'localhost',
    '',
  ])('%j is not', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })
})
