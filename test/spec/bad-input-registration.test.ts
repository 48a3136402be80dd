import { describe, expect, test } from 'vitest'
import { AUTH, openLab } from './driver.ts'
import { expectHarmless, expectOAuthError, HUGE } from './harmless.ts'
import { CALLBACK } from './honest-client.ts'

const METADATA = 'invalid_client_metadata'
const REDIRECT = 'invalid_redirect_uri'

const uris = (...redirect_uris: unknown[]) => ({ redirect_uris })

describe('RFC 7591 §3.2.2 a registration is refused', () => {
  test.each<[string, object, string]>([
    ['without a redirect URI', { redirect_uris: undefined }, REDIRECT],
    ['with an empty list of redirect URIs', uris(), REDIRECT],
    ['with an empty redirect URI', uris(''), REDIRECT],
    ['with a redirect URI that is a number', uris(7), METADATA],
    ['with a redirect URI that is null', uris(null), METADATA],
    ['with redirect URIs that are one string', { redirect_uris: CALLBACK }, METADATA],
    ['with redirect URIs that are an object', { redirect_uris: { 0: CALLBACK } }, METADATA],
    ['with a relative redirect URI', uris('/callback'), REDIRECT],
    ['with a redirect URI without a scheme', uris('quill.example/callback'), REDIRECT],
    ['with a redirect URI that has no slashes', uris('https:quill.example/cb'), REDIRECT],
    ['with a redirect URI whose slashes lean back', uris('https:\\\\quill.example\\cb'), REDIRECT],
    ['with a javascript: URI', uris('javascript:alert(1)'), REDIRECT],
    [
      'with a javascript: URI that looks like https',
      uris('javascript://quill.example/%0a'),
      REDIRECT,
    ],
    ['with a data: URI', uris('data:text/html,hello'), REDIRECT],
    ['with a file: URI', uris('file:///etc/passwd'), REDIRECT],
    ['with a private-use scheme', uris('com.example.quill:/callback'), REDIRECT],
    ['with plain http to a host of the network', uris('http://quill.example/callback'), REDIRECT],
    [
      'with http to a host that begins like loopback',
      uris('http://127.0.0.1.example/cb'),
      REDIRECT,
    ],
    ['with http to localhost and a dot', uris('http://localhost./callback'), REDIRECT],
    ['with http to a name under localhost', uris('http://a.localhost/callback'), REDIRECT],
    ['with loopback as the name of a user', uris('http://127.0.0.1@evil.example/cb'), REDIRECT],
    ['with a fragment', uris(`${CALLBACK}#here`), REDIRECT],
    ['with an empty fragment', uris(`${CALLBACK}#`), REDIRECT],
    ['with a port that does not exist', uris('http://127.0.0.1:99999/callback'), REDIRECT],
    ['with a line break in a redirect URI', uris(`${CALLBACK}\r\nX-Injected: 1`), REDIRECT],
    ['with a tab in a redirect URI', uris('https://quill\t.example/callback'), REDIRECT],
    ['with a NUL in a redirect URI', uris(`${CALLBACK}\0`), REDIRECT],
    ['with a space before a redirect URI', uris(` ${CALLBACK}`), REDIRECT],
    ['with letters beyond ASCII in a redirect URI', uris('https://quill.example/ключ'), REDIRECT],
    ['with one good and one bad redirect URI', uris(CALLBACK, 'http://quill.example/'), REDIRECT],
    ['with twenty-one redirect URIs', uris(...Array<string>(21).fill(CALLBACK)), METADATA],
    ['with a redirect URI of 2001 characters', uris(`${CALLBACK}?${'a'.repeat(2000)}`), METADATA],
    ['with a name that is a number', { client_name: 7 }, METADATA],
    ['with a name that is an object', { client_name: { en: 'Quill' } }, METADATA],
    ['with a name of 2001 characters', { client_name: 'a'.repeat(2001) }, METADATA],
    ['with a grant type that is not offered', { grant_types: ['password'] }, METADATA],
    ['with the implicit grant', { grant_types: ['implicit'], response_types: ['token'] }, METADATA],
    ['with grant types that are a string', { grant_types: 'authorization_code' }, METADATA],
    ['with an unknown response type', { response_types: ['id_token'] }, METADATA],
    ['with a secret it signs with', { token_endpoint_auth_method: 'client_secret_jwt' }, METADATA],
    ['with a key of its own', { token_endpoint_auth_method: 'private_key_jwt' }, METADATA],
    [
      'with an authentication method named after a prototype',
      { token_endpoint_auth_method: 'constructor' },
      METADATA,
    ],
    ['with an authentication method that is null', { token_endpoint_auth_method: null }, METADATA],
    ['with an application type that is a number', { application_type: 7 }, METADATA],
    ['with an application type that is none', { application_type: 'desktop' }, METADATA],
    [
      'with an application type named after a prototype',
      { application_type: 'constructor' },
      METADATA,
    ],
  ])('%s', async (_, difference, error) => {
    const answer = await openLab().registration(difference)
    expectHarmless(answer)
    expectOAuthError(answer, 400, error)
  })

  const json = 'application/json'
  test.each<[string, string, string | undefined]>([
    ['whose body is empty', '', json],
    ['whose body is no JSON', '{"redirect_uris":', json],
    ['whose body is a list', `[{"redirect_uris":["${CALLBACK}"]}]`, json],
    ['whose body is null', 'null', json],
    ['whose body is a string', '"hello"', json],
    ['whose body is a form', `redirect_uris=${CALLBACK}`, 'application/x-www-form-urlencoded'],
    ['that is JSON but says it is text', `{"redirect_uris":["${CALLBACK}"]}`, 'text/plain'],
    ['that does not say what it is', `{"redirect_uris":["${CALLBACK}"]}`, undefined],
    ['with a redirect URI in __proto__', `{"__proto__":{"redirect_uris":["${CALLBACK}"]}}`, json],
  ])('%s', async (_, body, type) => {
    const headers = type === undefined ? [] : [['Content-Type', type] as const]
    const answer = await openLab().send('POST', `${AUTH}/register`, { headers, body })
    expectHarmless(answer)
    expect(answer.status).toBe(400)
    expect(answer.json()['error']).toMatch(/^invalid_(client_metadata|redirect_uri)$/)
  })

  test('RFC 9110 §15.5.14 when it is larger than the server reads', async () => {
    const answer = await openLab().registration({ client_name: HUGE })
    expectHarmless(answer)
    expect(answer.status).toBe(413)
  })
})

describe('RFC 7591 §2 a registration is taken', () => {
  test.each<[string, object]>([
    ['with members the server does not know', { constructor: 1, prototype: {}, logo_uri: 'x' }],
    ['with markup in its name', { client_name: '<script>alert(1)</script>' }],
    ['with IPv6 loopback', uris('http://[::1]:50000/callback')],
    ['with localhost', uris('http://localhost/callback')],
    ['with https and a query', uris('https://quill.example/callback?tenant=1')],
  ])('%s', async (_, difference) => {
    const answer = await openLab().registration(difference)
    expectHarmless(answer)
    expect(answer.status).toBe(201)
    expect(answer.header('Cache-Control')).toBe('no-store')
  })

  test('with a __proto__ that changes nothing', async () => {
    const body = `{"redirect_uris":["${CALLBACK}"],"__proto__":{"polluted":true,"client_name":"Evil"}}`
    const headers = [['Content-Type', 'application/json; charset=utf-8']] as const
    const answer = await openLab().send('POST', `${AUTH}/register`, { headers, body })
    expectHarmless(answer)
    expect(answer.status).toBe(201)
    expect(answer.json()).not.toHaveProperty('client_name')
  })
})
