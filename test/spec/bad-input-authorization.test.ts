import { describe, expect, test } from 'vitest'
import { MCP, openLab } from './driver.ts'
import { expectHarmless, HUGE } from './harmless.ts'
import { CALLBACK, type Sent } from './honest-client.ts'

/** Parameters of an authorization request, given the id of a registered client. */
type Difference = (client: string) => Sent

const redirect = (redirect_uri: string | string[] | undefined): Difference => {
  return (client_id) => ({ client_id, redirect_uri })
}

describe('OAuth 2.1 draft-13 §4.1.2.1 nobody is redirected', () => {
  test.each<[string, Difference]>([
    ['when no client is named', () => ({})],
    ['when the client_id is empty', () => ({ client_id: '' })],
    ['when the client is unknown', () => ({ client_id: 'nobody' })],
    ['when the client is named after a prototype', () => ({ client_id: '__proto__' })],
    ['when the client is a constructor', () => ({ client_id: 'constructor' })],
    ['when the client_id holds markup', () => ({ client_id: '<script>alert(1)</script>' })],
    ['when the client_id holds a line break', (client) => ({ client_id: `${client}\r\n` })],
    ['when the client_id is in capitals', (client) => ({ client_id: client.toUpperCase() })],
    ['when the client is named twice', (client) => ({ client_id: [client, client] })],
    ['when a second client is named', (client) => ({ client_id: [client, 'nobody'] })],
    ['when the redirect URI comes twice', redirect([CALLBACK, CALLBACK])],
    ['when a second redirect URI follows', redirect([CALLBACK, 'https://evil.example/'])],
    ['when the redirect URI is another host', redirect('https://evil.example/callback')],
    ['when the redirect URI is another path', redirect('http://127.0.0.1:50000/other')],
    ['when the redirect URI goes on', redirect(`${CALLBACK}/more`)],
    ['when the redirect URI ends in a slash', redirect(`${CALLBACK}/`)],
    ['when the redirect URI has a query', redirect(`${CALLBACK}?next=1`)],
    ['when the redirect URI has a fragment', redirect(`${CALLBACK}#`)],
    ['when the redirect URI is in capitals', redirect(CALLBACK.toUpperCase())],
    ['when the redirect URI differs by case', redirect('http://127.0.0.1:50000/Callback')],
    ['when the redirect URI is percent-encoded', redirect('http://127.0.0.1:50000/%63allback')],
    ['when the redirect URI hides a slash', redirect('http://127.0.0.1:50000/callback%2F..')],
    ['when the redirect URI climbs', redirect('http://127.0.0.1:50000/callback/../callback')],
    ['when the redirect URI has a user', redirect('http://127.0.0.1:50000@evil.example/callback')],
    ['when loopback is a user', redirect('http://127.0.0.1@127.0.0.1:50000/callback')],
    ['when the host ends in a dot', redirect('http://127.0.0.1.:50000/callback')],
    ['when the host is another loopback address', redirect('http://127.0.0.2:50000/callback')],
    ['when the host is loopback in decimal', redirect('http://2130706433:50000/callback')],
    ['when the host is localhost', redirect('http://localhost:50000/callback')],
    ['when the host is IPv6 loopback', redirect('http://[::1]:50000/callback')],
    ['when the scheme is https', redirect('https://127.0.0.1:50000/callback')],
    ['when the scheme is javascript', redirect('javascript:alert(1)')],
    ['when the port is none', redirect('http://127.0.0.1:99999/callback')],
    ['when a line break follows', redirect(`${CALLBACK}\r\nX-Injected: 1`)],
    ['when a space goes before', redirect(` ${CALLBACK}`)],
    ['when the redirect URI is a million characters', redirect(HUGE)],
  ])('%s', async (_, difference) => {
    const lab = openLab()
    const answer = await lab.authorize(difference(await lab.register()))
    expectHarmless(answer, lab.secrets)
    expect(answer.header('Location')).toBeUndefined()
    expect([400, 414]).toContain(answer.status)
  })

  test('when the client has two redirect URIs and the request names none', async () => {
    const lab = openLab()
    const client_id = await lab.register({ redirect_uris: [CALLBACK, 'https://quill.example/'] })
    const answer = await lab.authorize({ client_id, redirect_uri: undefined })
    expect([answer.status, answer.header('Location')]).toEqual([400, undefined])
  })
})

describe('RFC 8252 §7.3 the redirect URI holds', () => {
  test.each<[string, Difference]>([
    ['when it is left out and only one is registered', redirect(undefined)],
    ['at another port of the same loopback address', redirect('http://127.0.0.1:61023/callback')],
    ['at no port', redirect('http://127.0.0.1/callback')],
  ])('%s', async (_, difference) => {
    const lab = openLab()
    expect((await lab.authorize(difference(await lab.register()))).status).toBe(200)
  })
})

const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'
const request = 'invalid_request'

describe('OAuth 2.1 draft-13 §7.12.2 the error comes by redirect, once the owner is known', () => {
  test.each<[string, Sent, string]>([
    ['without a response type', { response_type: undefined }, request],
    ['with an empty response type', { response_type: '' }, request],
    ['with the implicit response type', { response_type: 'token' }, 'unsupported_response_type'],
    ['with two response types', { response_type: 'code token' }, 'unsupported_response_type'],
    ['with a response type in capitals', { response_type: 'CODE' }, 'unsupported_response_type'],
    ['with a response type twice', { response_type: ['code', 'code'] }, request],
    ['without a challenge', { code_challenge: undefined }, request],
    ['with an empty challenge', { code_challenge: '' }, request],
    ['with a challenge twice', { code_challenge: [challenge, challenge] }, request],
    ['with a challenge too short', { code_challenge: challenge.slice(1) }, request],
    ['with a challenge too long', { code_challenge: `${challenge}a` }, request],
    ['with a padded challenge', { code_challenge: `${challenge}=` }, request],
    ['with a challenge of other letters', { code_challenge: `${challenge.slice(1)}+` }, request],
    ['with a challenge and a line break', { code_challenge: `${challenge}\n` }, request],
    ['with a plain challenge', { code_challenge_method: 'plain' }, request],
    ['without a challenge method', { code_challenge_method: undefined }, request],
    ['with a challenge method in small letters', { code_challenge_method: 's256' }, request],
    ['with a challenge method that is inherited', { code_challenge_method: 'toString' }, request],
    ['with an unknown resource', { resource: 'https://evil.example/' }, 'invalid_target'],
    ['with a relative resource', { resource: '/mcp' }, 'invalid_target'],
    ['with a fragment in the resource', { resource: `${MCP}#` }, 'invalid_target'],
    ['with a slash after the resource', { resource: `${MCP}/` }, 'invalid_target'],
    ['with a resource in capitals', { resource: MCP.toUpperCase() }, 'invalid_target'],
    ['with a second, foreign resource', { resource: [MCP, 'https://a.example'] }, 'invalid_target'],
    ['with an unknown scope', { scope: 'notes:read admin' }, 'invalid_scope'],
    ['with a scope named after a prototype', { scope: '__proto__' }, 'invalid_scope'],
    ['with a scope that is inherited', { scope: 'constructor' }, 'invalid_scope'],
    ['with a tab between scopes', { scope: 'notes:read\tnotes:write' }, 'invalid_scope'],
    ['with markup as a scope', { scope: '<script>alert(1)</script>' }, 'invalid_scope'],
    ['with a scope twice', { scope: ['notes:read', 'notes:write'] }, request],
    ['with a state twice', { state: ['one', 'two'] }, request],
  ])('%s', async (_, difference, error) => {
    const lab = openLab()
    const client_id = await lab.register()
    const page = await lab.authorize({ client_id, ...difference })
    expectHarmless(page, lab.secrets)
    expect([page.status, page.header('Location')]).toEqual([200, undefined])

    const answer = await lab.signIn(page)
    expectHarmless(answer, lab.secrets)
    expect(answer.status).toBe(303)
    const location = new URL(answer.header('Location') ?? '')
    expect(location.origin + location.pathname).toBe(CALLBACK)
    expect(location.searchParams.get('error')).toBe(error)
    expect(location.searchParams.has('code')).toBe(false)
  })

  test('a refused request cannot be consented to afterwards', async () => {
    const lab = openLab()
    const page = await lab.authorize({ client_id: await lab.register(), scope: 'admin' })
    const signedIn = await lab.signIn(page)
    const fields = { ...lab.hiddenIn(page), decision: 'allow' }
    const answer = await lab.postForm('/consent', fields, lab.cookieOf(signedIn))
    expect([answer.status, answer.header('Location')]).toEqual([400, undefined])
  })
})

describe('RFC 6749 §4.1.2 the state comes back as it was sent', () => {
  test.each([
    ['with a line break', 'a\r\nX-Injected: 1'],
    ['with markup', '"><script>alert(1)</script>'],
    ['with parameters of its own', 'a&code=stolen&error=none#fragment'],
    ['with percent signs', '%0d%0aX-Injected:%201 %zz'],
    ['with control characters', '\u0000\u0007\u001b[31m'],
    ['with other alphabets', 'состояние 状態 🗝'],
    ['named after a prototype', '__proto__'],
  ])('%s', async (_, state) => {
    const lab = openLab()
    const client_id = await lab.register()
    const refused = await lab.signIn(await lab.authorize({ client_id, state, scope: 'admin' }))
    const agreed = await lab.consent({ client_id, state })
    for (const answer of [refused, agreed]) {
      expectHarmless(answer, lab.secrets)
      const location = new URL(answer.header('Location') ?? '')
      expect(location.searchParams.getAll('state')).toEqual([state])
      expect(location.hash).toBe('')
    }
    expect(new URL(refused.header('Location') ?? '').searchParams.getAll('code')).toEqual([])
  })
})

describe('a server that forgets as/redirect-uri-exact still sends a header, not two', () => {
  test.each([
    'https://evil.example/\r\nX-Injected: 1',
    'https://ключ.example/🗝',
    'https://a b/\ud800',
    'nonsense',
    'javascript:alert(1)',
    '',
  ])('%j', async (redirect_uri) => {
    const lab = openLab({ forget: ['as/redirect-uri-exact'] })
    const client_id = await lab.register()
    const page = await lab.authorize({ client_id, redirect_uri, scope: 'admin' })
    const { page: consentPage } = await lab.consentPage({ client_id, redirect_uri })
    for (const answer of [
      page,
      consentPage,
      await lab.signIn(page),
      await lab.consent({ client_id, redirect_uri }),
    ])
      expectHarmless(answer)
  })
})

describe('OAuth 2.1 draft-13 §3.1 parameters that change nothing', () => {
  test.each<[string, Sent]>([
    ['one the server does not know', { ['__proto__']: 'x', constructor: 'x', nonce: 'n' }],
    ['one the server does not know, twice', { ui_locales: ['de', 'fr'] }],
    ['an empty resource', { resource: '' }],
    ['an empty scope', { scope: '' }],
    ['the same resource twice', { resource: [MCP, MCP] }],
    ['an access token for no reason', { access_token: 'x' }],
  ])('%s', async (_, difference) => {
    const lab = openLab()
    const answer = await lab.consent({ client_id: await lab.register(), ...difference })
    expect(new URL(answer.header('Location') ?? '').searchParams.get('code')).toBeTruthy()
  })

  test('markup in the name of a client stays text on the consent page', async () => {
    const lab = openLab()
    const client_name = '</b><script>alert(1)</script><img src=x onerror="alert(2)">\'&'
    const client_id = await lab.register({ client_name })
    const { page } = await lab.consentPage({ client_id })
    expectHarmless(page, lab.secrets)
    expect(page.body).toContain('&#60;script&#62;alert(1)&#60;/script&#62;')
  })
})
