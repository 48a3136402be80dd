import { describe, expect, test } from 'vitest'
import { freshFor } from '../../engine/oauth/cache-control.ts'
import { addressProblem, isPublicHost } from '../../engine/oauth/client-document.ts'
import type { HeaderList } from '../../engine/wire/message.ts'
import { openAuthorizationServer } from './as-lab.ts'
import { CALLBACK } from './honest-client.ts'

const URL_OF_IT = 'https://quill.example/oauth/client.json'

/** A server whose fetches are answered with these headers, and with the status that is set. */
const cached = (...headers: HeaderList) => {
  const site = { status: 200 }
  const lab = openAuthorizationServer({
    site: ({ url }) => ({
      status: site.status,
      headers: [['Content-Type', 'application/json'], ...headers],
      body: JSON.stringify({ client_id: url, client_name: 'Quill', redirect_uris: [CALLBACK] }),
    }),
  })
  /** The status of an authorization request, and how often the server has fetched until then. */
  const ask = async (client_id = URL_OF_IT) => [
    (await lab.authorize({ client_id })).status,
    lab.fetched.length,
  ]
  return { ...lab, site, ask }
}

describe('Client ID Metadata Document draft-00 §4.4 a document is used again', () => {
  test('while max-age lasts, and not a second longer', async () => {
    const lab = cached(['Cache-Control', 'max-age=600'])
    expect(await lab.ask()).toEqual([200, 1])
    lab.clock.advance(599)
    expect(await lab.ask()).toEqual([200, 1])
    lab.clock.advance(1)
    expect(await lab.ask()).toEqual([200, 2])
    lab.clock.advance(599)
    expect(await lab.ask()).toEqual([200, 2])
  })

  test('a day at most, whatever its site says', async () => {
    const lab = cached(['Cache-Control', 'max-age=99999999'])
    await lab.ask()
    lab.clock.advance(86_399)
    expect(await lab.ask()).toEqual([200, 1])
    lab.clock.advance(1)
    expect(await lab.ask()).toEqual([200, 2])
  })

  test.each<[string, HeaderList]>([
    ['nothing is said', []],
    ['no-store', [['Cache-Control', 'no-store']]],
    ['no-store after max-age', [['Cache-Control', 'max-age=600, no-store']]],
    ['no-cache', [['Cache-Control', 'max-age=600, no-cache']]],
    [
      'no-store in a second field',
      [
        ['Cache-Control', 'max-age=600'],
        ['Cache-Control', 'no-store'],
      ],
    ],
    ['max-age of nothing', [['Cache-Control', 'max-age=0']]],
    [
      'max-age that passed elsewhere',
      [
        ['Cache-Control', 'max-age=600'],
        ['Age', '600'],
      ],
    ],
  ])('never when %s', async (_, headers) => {
    const lab = cached(...headers)
    await lab.ask()
    expect(await lab.ask()).toEqual([200, 2])
    expect(lab.store.documents.size).toBe(0)
  })

  test('an error is not kept, nor does it leave the stale document in force', async () => {
    const lab = cached(['Cache-Control', 'max-age=600'])
    lab.site.status = 500
    expect(await lab.ask()).toEqual([400, 1])
    lab.site.status = 200
    expect(await lab.ask()).toEqual([200, 2])
    lab.clock.advance(600)
    lab.site.status = 404
    expect(await lab.ask()).toEqual([400, 3])
    expect(await lab.ask()).toEqual([400, 4])
    expect(lab.store.documents.size).toBe(0)
  })

  test('by its own client alone', async () => {
    const lab = cached(['Cache-Control', 'max-age=600'])
    await lab.ask()
    expect(await lab.ask('https://quill.example/oauth/other.json')).toEqual([200, 2])
  })
})

describe('RFC 9111 §4.2 how long an answer stays fresh', () => {
  test.each([
    ['max-age=60', '', 60],
    ['MAX-AGE=60', '', 60],
    ['public, max-age="60"', '', 60],
    ['max-age=60 , must-revalidate', '', 60],
    ['max-age=60', '20', 40],
    ['max-age=60', '70', 0],
    ['max-age=60', 'soon', 60],
    ['max-age=60, max-age=60', '', 60],
    ['max-age=60, max-age=600', '', 0],
    ['max-age=-1', '', 0],
    ['max-age=1e9', '', 0],
    ['max-age', '', 0],
    ['s-maxage=60', '', 0],
    ['x="max-age=60"', '', 0],
    ['no-cache="Set-Cookie", max-age=60', '', 0],
    ['', '', 0],
    [',,,=,', '', 0],
  ])('%j with an Age of %j: %i s', (field, age, seconds) => {
    expect(freshFor(field, age)).toBe(seconds)
  })
})

describe('Client ID Metadata Document draft-00 §3 nothing is fetched from', () => {
  test.each([
    'http://quill.example/client.json',
    'https://',
    'https:///client.json',
    'https://quill.example',
    'https://quill.example?client=1',
    'https://quill.example/client.json#me',
    'https://quill.example/client.json#',
    'https://sam@quill.example/client.json',
    'https://sam:x@quill.example/client.json',
    'https://@quill.example/client.json',
    'https://quill.example/./client.json',
    'https://quill.example/a/../client.json',
    'https://quill.example/a/..',
    'https://quill.example/a/%2E%2e/client.json',
    'https://quill.example/a/.%2e/client.json',
    'https://quill.example\\client.json',
    'https://quill.example/client json',
    'https://quill.example/\tclient.json',
    'https://quill.example/ключ.json',
    'https://ключ.example/client.json',
    'https://quill.example:99999/client.json',
    'HTTP://quill.example/client.json',
  ])('%j', async (client_id) => {
    const lab = cached()
    expect((await lab.authorize({ client_id })).status).toBe(400)
    expect(lab.fetched).toEqual([])
    expect(addressProblem(client_id)).toBeDefined()
  })

  test.each([
    'https://quill.example/',
    'https://quill.example:8443/a/client.json',
    'https://quill.example/c?v=2',
    'https://quill.example/a//b/..c/.d',
  ])('but it is from %s', async (client_id) =>
    expect(await cached().ask(client_id)).toEqual([200, 1]),
  )
})

describe('Client ID Metadata Document draft-00 §6.5 nothing is fetched from inside a network', () => {
  const INSIDE = [
    'localhost localhost. LOCALHOST a.localhost intranet printer.local db.internal router.home.arpa',
    '127.0.0.1 127.1 2130706433 0x7f.1 0177.0.0.1 127.0.0.1. 0.0.0.0 0',
    '10.0.0.1 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254 100.64.0.1',
    '192.0.0.8 192.0.2.1 198.18.0.1 198.51.100.1 203.0.113.1 224.0.0.1 255.255.255.255',
    '[::1] [::] [fe80::1] [fd00::1] [fc00::1] [ff02::1] [::ffff:127.0.0.1] [::ffff:7f00:1]',
    '[64:ff9b::7f00:1] [2002:7f00:1::] [2001::7f00:1] [2001:0:1::1] [2001:db8::1]',
  ].flatMap((line) => line.split(' '))

  test.each(INSIDE)('%s', async (host) => {
    const lab = cached()
    const answer = await lab.authorize({ client_id: `https://${host}/client.json` })
    expect([answer.status, answer.broken]).toEqual([400, 'as/document-url-allowed'])
    expect(lab.fetched).toEqual([])
  })

  test.each(INSIDE)('%s, unless that is forgotten: attack ssrf-cimd', async (host) => {
    const fetched: string[] = []
    const lab = openAuthorizationServer({
      forget: ['as/document-url-allowed'],
      site: ({ url }) => void fetched.push(url),
    })
    await lab.authorize({ client_id: `https://${host}/client.json` })
    expect(fetched).toEqual([`https://${host}/client.json`])
  })

  test.each([
    'quill.example',
    '8.8.8.8',
    '172.15.0.1',
    '172.32.0.1',
    '100.128.0.1',
    '[2606:4700::1111]',
    '[2a00:1450:4001::1]',
    'localhost.example',
    '10.example',
  ])('but %s is outside', (host) =>
    expect(isPublicHost(new URL(`https://${host}/`).hostname)).toBe(true),
  )
})
