import { describe, expect, test } from 'vitest'
import { connectClient } from '../../engine/connect.ts'
import { fetchNetwork } from '../../engine/network/fetch.ts'
import type { Network } from '../../engine/network/network.ts'
import type { Seen } from '../../engine/serve/witness.ts'
import { revisions } from '../../engine/spec/revisions.ts'
import { NOTE, REDIRECT_URI } from '../clients/lab.ts'
import { openForTest } from './lab.ts'
import { browseFor, DOCUMENT_URL } from './real-client.ts'

describe.each(revisions)('@modelcontextprotocol/client 2.x over loopback, MCP %s', (revision) => {
  test('goes from a 401 to a note, and refreshes when its token has expired', async () => {
    const { client, clock, origins, seen, defects } = await openForTest({ revision })
    const { issuer, resource } = origins
    await client.authorize()
    expect(client.exchanged[0]).toBe(`POST ${resource} 401`)
    expect(client.exchanged).toContain(`POST ${issuer}/register 201`)
    expect(client.exchanged.at(-1)).toBe(`POST ${issuer}/token 200`)

    const connection = await client.connect()
    expect(await connection.readNote()).toBe(NOTE.text)
    const before = client.kept.tokens!
    clock.advance(before.expires_in!)
    client.exchanged.length = 0
    expect(await connection.readNote()).toBe(NOTE.text)
    expect(client.exchanged[0]).toBe(`POST ${resource} 401`)
    expect(client.exchanged.slice(-2)).toEqual([`POST ${issuer}/token 200`, `POST ${resource} 200`])
    expect(client.kept.tokens!.refresh_token).not.toBe(before.refresh_token)
    await connection.close()

    expect(defects).toEqual([])
    const refused = seen.flatMap(({ findings }) =>
      findings.filter(({ verdict }) => verdict === 'broken').map(({ check }) => check),
    )
    expect(refused).toEqual(['rs/token-present', 'rs/not-expired'])
  })
})

describe.each(revisions)('our client over a real fetch, MCP %s', (revision) => {
  test('goes the same way', async () => {
    const { clock, origins, seen } = await openForTest({ revision, registration: 'dynamic' })
    const { ending, results, log } = await connectClient({
      serverUrl: origins.resource,
      network: fetchNetwork(fetch),
      openBrowser: async (url) => (await browseFor(new URL(url), revision)).href,
      redirectUri: REDIRECT_URI,
      revision,
      clock,
      errands: [{ call: 'read_note', arguments: { name: NOTE.name } }],
    })
    expect([ending.ending, results]).toEqual(['completed', [NOTE.text]])
    const sent = log.filter(({ kind, from }) => kind === 'request' && from === 'client')
    const received = seen.filter(({ number, request }) => {
      return number !== undefined && !/\/(authorize|sign-in|consent)/.test(request.url)
    })
    expect(received).toHaveLength(sent.length)
  })
})

describe('what is told of each exchange', () => {
  test('RFC 9110 §7.2 the header fields are those that were sent, Host among them', async () => {
    const { origins, seen } = await openForTest()
    await fetch(origins.resource, { method: 'POST', headers: { 'X-From-Outside': 'yes' } })
    const [{ request, response, findings }] = seen as [Seen]
    expect(request.url).toBe(origins.resource)
    expect(request.headers).toContainEqual(['host', new URL(origins.resource).host])
    expect(request.headers).toContainEqual(['X-From-Outside', 'yes'])
    expect(request.headers.filter(([name]) => name.startsWith('sim-'))).toEqual([])
    expect(response?.status).toBe(401)
    expect(findings.map(({ check }) => check)).toContain('rs/token-present')
  })

  test('the keys that one server asks of the other are an exchange too, without a number', async () => {
    const { client, origins, seen } = await openForTest()
    await client.authorize()
    const connection = await client.connect()
    await connection.close()
    const among = seen.filter(({ number }) => number === undefined)
    expect(among.map(({ request }) => request.url)).toEqual([`${origins.issuer}/jwks`])
    const numbers = seen.flatMap(({ number }) => number ?? [])
    expect(numbers.toSorted((a, b) => a - b)).toEqual(numbers.map((_, place) => place + 1))
  })
})

describe('--registration', () => {
  test.each(['pre-registered', 'client-secret-basic', 'client-secret-post'] as const)(
    '%s: the client that was told its id gets a note, and nobody can register',
    async (registration) => {
      const { client, known, origins } = await openForTest({ registration })
      client.kept.information = { ...known!, issuer: origins.issuer }
      await client.authorize()
      expect(client.exchanged.filter((one) => one.includes('/register'))).toEqual([])
      const connection = await client.connect()
      expect(await connection.readNote()).toBe(NOTE.text)
      await connection.close()
      const metadata = await fetch(`${origins.issuer}/.well-known/oauth-authorization-server`)
      expect(await metadata.json()).not.toHaveProperty('registration_endpoint')
    },
  )

  test('metadata-document: the server fetches what the client publishes, and that is an exchange too', async () => {
    const document = {
      client_id: DOCUMENT_URL,
      client_name: 'A client from outside',
      redirect_uris: [REDIRECT_URI],
      token_endpoint_auth_method: 'none',
    }
    const outside: Network = {
      send: ({ url }) =>
        Promise.resolve(
          url === DOCUMENT_URL
            ? {
                status: 200,
                headers: [['Content-Type', 'application/json']],
                body: JSON.stringify(document),
              }
            : undefined,
        ),
    }
    const lab = await openForTest({ registration: 'metadata-document', outside })
    await lab.client.authorize()
    expect(lab.client.kept.information?.client_id).toBe(DOCUMENT_URL)
    const connection = await lab.client.connect()
    expect(await connection.readNote()).toBe(NOTE.text)
    await connection.close()
    const fetched = lab.seen.findIndex(({ request }) => request.url === DOCUMENT_URL)
    const [one, next] = lab.seen.slice(fetched)
    expect([one!.number, one!.response?.status]).toEqual([undefined, 200])
    expect(one!.findings.map(({ check }) => check)).toContain('as/document-client-id-matches')
    expect(next!.request.url).toContain('/authorize?')
  })

  test('metadata-document: where nobody publishes anything, the exchange is shown without an answer', async () => {
    const outside: Network = { send: () => Promise.resolve(undefined) }
    const lab = await openForTest({ registration: 'metadata-document', outside })
    await expect(lab.client.authorize()).rejects.toThrow('the browser was not sent back')
    const fetched = lab.seen.find(({ request }) => request.url === DOCUMENT_URL)
    expect(fetched).toMatchObject({ number: undefined, response: undefined })
  })

  test.each([
    ['dynamic', true, false],
    ['metadata-document', false, true],
    [undefined, true, true],
  ] as const)('%s: the metadata offers just that', async (registration, registers, reads) => {
    const { origins } = await openForTest({ registration })
    const answer = await fetch(`${origins.issuer}/.well-known/oauth-authorization-server`)
    const metadata = (await answer.json()) as Record<string, unknown>
    expect('registration_endpoint' in metadata).toBe(registers)
    expect(metadata['client_id_metadata_document_supported'] === true).toBe(reads)
  })
})
