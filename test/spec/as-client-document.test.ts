import { describe, expect, test } from 'vitest'
import { clientSite } from '../../engine/parties/client-site.ts'
import { handlersOf } from '../../engine/network/handlers.ts'
import { inPageNetwork } from '../../engine/network/in-page.ts'
import type { HeaderList, HttpResponse } from '../../engine/wire/message.ts'
import { readPage } from '../../engine/wire/page.ts'
import { openAuthorizationServer, type Particulars } from './as-lab.ts'
import { expectHarmless, expectOAuthError } from './harmless.ts'
import { CALLBACK } from './honest-client.ts'

const URL_OF_IT = 'https://quill.example/oauth/client.json'
const honest = {
  client_id: URL_OF_IT,
  client_name: 'Quill',
  redirect_uris: ['http://127.0.0.1/callback'],
  grant_types: ['authorization_code', 'refresh_token'],
  token_endpoint_auth_method: 'none',
}
const JSON_TYPE: HeaderList = [['Content-Type', 'application/json']]
const served = (difference: object = {}, headers: HeaderList = []): HttpResponse => ({
  status: 200,
  headers: [...JSON_TYPE, ...headers],
  body: JSON.stringify({ ...honest, ...difference }),
})
/** A server that is given this document, whoever it asks. */
const given = (response: HttpResponse | undefined, more: Particulars = {}) =>
  openAuthorizationServer({ site: () => response, ...more })
const asQuill = { client_id: URL_OF_IT }

describe('Client ID Metadata Document draft-00 §4 a client that is known by its document', () => {
  test('gets tokens, and its document is fetched once', async () => {
    const lab = given(served({}, [['Cache-Control', 'max-age=3600']]))
    const code = await lab.code(asQuill)
    const answer = await lab.redeem(code, asQuill)
    expect(answer.status).toBe(200)
    expect((await lab.refresh(answer.json()['refresh_token'], asQuill)).status).toBe(200)
    expect(lab.fetched.map(({ method, url }) => [method, url])).toEqual([['GET', URL_OF_IT]])
    expect(lab.fetched[0]!.headers).toEqual([
      ['Host', 'quill.example'],
      ['Accept', 'application/json'],
    ])
  })

  test('without the refresh grant in it gets no refresh token', async () => {
    const lab = given(served({ grant_types: undefined }))
    const answer = await lab.redeem(await lab.code(asQuill), asQuill)
    expect([answer.status, answer.json()['refresh_token']]).toEqual([200, undefined])
  })

  test('is not refused for grant types this server does not offer', async () => {
    const device = 'urn:ietf:params:oauth:grant-type:device_code'
    const lab = given(served({ grant_types: ['authorization_code', device] }))
    expect(await lab.code(asQuill)).not.toBe('')
  })

  test('may send its document under a more special name', async () => {
    const headers: HeaderList = [
      ['Content-Type', 'application/client-metadata+json; charset=utf-8'],
    ]
    expect(await given({ ...served(), headers }).code(asQuill)).not.toBe('')
  })

  test('cannot be taken for another by one who has only its address', async () => {
    const lab = given(served())
    const code = await lab.code(asQuill)
    const other = await lab.register()
    expectOAuthError(await lab.redeem(code, { client_id: other.client_id }), 400, 'invalid_grant')
    expect((await lab.redeem(code, { client_id: `${URL_OF_IT}x` })).broken).toBe(
      'as/client-identified',
    )
  })

  test('keeps its code though its site goes down, and its document may be used no longer', async () => {
    let up = true
    const lab = openAuthorizationServer({ site: () => (up ? served() : undefined) })
    const code = await lab.code(asQuill)
    up = false
    const answer = await lab.redeem(code, asQuill)
    expect(answer.status).toBe(200)
    expect((await lab.revoke(answer.json()['refresh_token'], asQuill)).status).toBe(200)
    expect(lab.fetched).toHaveLength(1)
  })

  test('is known to the token endpoint while its document is fresh, whatever it comes with', async () => {
    const fresh = given(served({}, [['Cache-Control', 'max-age=60']]))
    await fresh.authorize(asQuill)
    expect((await fresh.redeem('nonsense', asQuill)).broken).toBe('as/code-known')
    const unkept = given(served())
    await unkept.authorize(asQuill)
    expect((await unkept.redeem('nonsense', asQuill)).broken).toBe('as/client-identified')
  })

  test('publishes it with the party that stands for its site', async () => {
    const site = clientSite({ url: URL_OF_IT, document: honest, maxAge: 60 })
    const network = inPageNetwork(handlersOf([site]))
    const answer = await network.send({ method: 'GET', url: URL_OF_IT, headers: [] })
    expect([site.id, answer?.status, JSON.parse(answer?.body ?? '')]).toEqual([
      'client-site',
      200,
      honest,
    ])
    expect(answer?.headers).toContainEqual(['Cache-Control', 'max-age=60'])
  })
})

type Refused = [title: string, by: string, response: HttpResponse | undefined]
const with_ = (title: string, by: string, difference: object): Refused => [
  title,
  `as/${by}`,
  served(difference),
]
const READABLE = 'as/document-readable'

const REFUSED: Refused[] = [
  ['that does not come', READABLE, undefined],
  ['that is not there', READABLE, { ...served(), status: 404 }],
  ['whose site fails', READABLE, { ...served(), status: 500 }],
  [
    'that has moved',
    READABLE,
    { status: 302, headers: [['Location', 'https://evil.example/']], body: '' },
  ],
  ['that has moved, with a body', READABLE, { ...served(), status: 301 }],
  ['that says it is text', READABLE, { ...served(), headers: [['Content-Type', 'text/plain']] }],
  ['that says nothing of its kind', READABLE, { ...served(), headers: [] }],
  ['that is text/json', READABLE, { ...served(), headers: [['Content-Type', 'text/json']] }],
  ['that is no JSON', READABLE, { ...served(), body: '{"client_id":' }],
  ['that is empty', READABLE, { ...served(), body: '' }],
  ['that is a list', READABLE, { ...served(), body: `[${JSON.stringify(honest)}]` }],
  with_('of more than 5 kB', 'document-readable', { tos_uri: 'a'.repeat(5_000) }),
  with_('of more than 5 kB in few characters', 'document-readable', { tos_uri: '🗝'.repeat(1_250) }),
  with_('without a client_id', 'document-readable', { client_id: undefined }),
  with_('without a name', 'document-readable', { client_name: undefined }),
  with_('with an empty name', 'document-readable', { client_name: '' }),
  with_('without redirect URIs', 'document-readable', { redirect_uris: undefined }),
  with_('with no redirect URI', 'document-readable', { redirect_uris: [] }),
  with_('with twenty-one redirect URIs', 'document-readable', {
    redirect_uris: Array<string>(21).fill(CALLBACK),
  }),
  with_('with a name that is too long', 'document-readable', { client_name: 'a'.repeat(2_001) }),
  with_('whose redirect URI is a number', 'document-readable', { redirect_uris: [7] }),
  with_('of another client', 'document-client-id-matches', {
    client_id: 'https://famous.example/client.json',
  }),
  with_('with a slash more', 'document-client-id-matches', { client_id: `${URL_OF_IT}/` }),
  with_('with a host in capitals', 'document-client-id-matches', {
    client_id: URL_OF_IT.replace('quill', 'Quill'),
  }),
  with_('with a port that changes nothing', 'document-client-id-matches', {
    client_id: URL_OF_IT.replace('.example', '.example:443'),
  }),
  with_('with a secret', 'document-no-shared-secret', { client_secret: 'x' }),
  with_('with a secret’s expiry', 'document-no-shared-secret', { client_secret_expires_at: 0 }),
  ...['client_secret_basic', 'client_secret_post', 'client_secret_jwt'].map((method) =>
    with_(`with ${method}`, 'document-no-shared-secret', { token_endpoint_auth_method: method }),
  ),
  with_('with a key of its own', 'auth-method-supported', {
    token_endpoint_auth_method: 'private_key_jwt',
  }),
  with_('with a redirect URI over http', 'document-redirect-uris', {
    redirect_uris: ['http://quill.example/'],
  }),
  with_('with a redirect URI of its own scheme', 'document-redirect-uris', {
    redirect_uris: ['quill:/cb'],
  }),
  with_('with one script among redirect URIs', 'document-redirect-uris', {
    redirect_uris: [CALLBACK, 'javascript:alert(1)'],
  }),
  with_('with a fragment in a redirect URI', 'document-redirect-uris', {
    redirect_uris: [`${CALLBACK}#`],
  }),
]

describe('Client ID Metadata Document draft-00 §4.3 the request ends at a document', () => {
  test.each(REFUSED)('%s', async (_, by, response) => {
    const lab = given(response)
    const answer = await lab.authorize(asQuill)
    expectHarmless(answer)
    expect([answer.status, answer.header('Location')]).toEqual([400, undefined])
    expect(readPage(answer.body).text.join()).toMatch(/has not said who it is/)
    expect(lab.found.findLast(({ verdict }) => verdict === 'broken')?.check).toBe(by)
    // What was refused MUST NOT be cached, nor an error.
    await lab.authorize(asQuill)
    expect(lab.fetched).toHaveLength(2)
  })

  test.each(REFUSED)('%s, unless that is forgotten', async (_, by, response) => {
    const lab = given(response, { forget: [by] })
    await lab.authorize(asQuill)
    expect(
      lab.found.filter(({ check, verdict }) => check === by && verdict !== 'forgotten'),
    ).toEqual([])
    expect(lab.found.find(({ check }) => check === by)?.holds).toBe(false)
  })

  test('that lists no redirect URI, though nobody looks whether it is complete', async () => {
    const lab = given(served({ redirect_uris: [] }), { forget: ['as/document-readable'] })
    await lab.authorize(asQuill)
    expect(lab.found.at(-1)).toMatchObject({
      check: 'as/document-redirect-uris',
      verdict: 'broken',
    })
  })

  test('whose redirect URI is not the one of the request', async () => {
    const answer = await given(served()).authorize({
      ...asQuill,
      redirect_uri: 'http://127.0.0.1/other',
    })
    expect([answer.status, answer.broken]).toEqual([400, 'as/redirect-uri-exact'])
  })

  test('attack cimd-impersonation: who compares nothing gives codes in another client’s name', async () => {
    const famous = 'https://famous.example/client.json'
    const lab = given(served({ client_id: famous, client_name: 'Famous' }), {
      forget: ['as/document-client-id-matches'],
    })
    const { page } = await lab.consentPage(asQuill)
    expect(readPage(page.body).text.join()).toContain('famous.example')
    const answer = await lab.redeem(await lab.code(asQuill), { client_id: famous })
    expect(answer.status).toBe(200)
  })
})

describe('MCP 2025-11-25 the consent page shows of such a client', () => {
  const textOf = async (difference: object, redirect_uri = CALLBACK) => {
    const { page } = await given(served(difference)).consentPage({ ...asQuill, redirect_uri })
    return readPage(page.body).text.join('\n')
  }
  const WARNING = /any program can wait/

  test('its host, the redirect host, and a warning when all it has is loopback', async () => {
    const text = await textOf({ client_name: 'Famous <b>' })
    expect(text).toMatch(
      /Famous <b> asks[^]*application of quill\.example\.[^]*goes to 127\.0\.0\.1:50000\./,
    )
    expect(text).toMatch(WARNING)
  })

  test('no warning when it has a web address too', async () => {
    const web = 'https://quill.example/cb'
    const text = await textOf({ redirect_uris: [web, ...honest.redirect_uris] }, web)
    expect(text).toMatch(/goes to quill\.example\./)
    expect(text).not.toMatch(WARNING)
  })

  test('and of a registered client neither', async () => {
    const lab = openAuthorizationServer()
    const { page } = await lab.consentPage({ client_id: (await lab.register()).client_id })
    expect(page.body).not.toMatch(/application of|any program/)
    expect(page.body).toContain('127.0.0.1:50000')
  })
})
