import { describe, expect, test } from 'vitest'
import { authMethodOf, shownCredentials } from '../../engine/oauth/client-authentication.ts'
import { parseForm } from '../../engine/oauth/parameters.ts'
import type { HeaderList } from '../../engine/wire/message.ts'
import { basic, openAuthorizationServer, type Particulars } from './as-lab.ts'
import { expectHarmless, expectOAuthError } from './harmless.ts'
import { CALLBACK, type Sent } from './honest-client.ts'

const SECRET = 'n0t-a-secret'
const client = (method: string | undefined, secret = SECRET, id = 'quill') => ({
  client_id: id,
  redirect_uris: [CALLBACK],
  grant_types: ['authorization_code', 'refresh_token'],
  ...(method !== undefined && { token_endpoint_auth_method: method }),
  ...(method !== 'none' && { client_secret: secret }),
})

/** A server that knows these clients, and a code for the first of them. */
const withCode = async (clients: ReturnType<typeof client>[], more: Particulars = {}) => {
  const lab = openAuthorizationServer({ ...more, settings: { clients } })
  return { lab, code: await lab.code({ client_id: clients[0]!.client_id }) }
}

describe('OAuth 2.1 draft-13 §2.4.1 a client with a secret gets tokens', () => {
  test.each<[string, string | undefined, Sent, HeaderList]>([
    ['by client_secret_basic', 'client_secret_basic', {}, basic('quill', SECRET)],
    [
      'by Basic in another case',
      'client_secret_basic',
      {},
      [['Authorization', basic('quill', SECRET)[0]![1].replace('Basic', 'bAsIc')]],
    ],
    [
      'and may name itself twice',
      'client_secret_basic',
      { client_id: 'quill' },
      basic('quill', SECRET),
    ],
    [
      'by client_secret_post',
      'client_secret_post',
      { client_id: 'quill', client_secret: SECRET },
      [],
    ],
    ['by Basic when its registration names no way', undefined, {}, basic('quill', SECRET)],
  ])('%s', async (_, method, sent, headers) => {
    const { lab, code } = await withCode([client(method)])
    const answer = await lab.redeem(code, sent, headers)
    expect(answer.status).toBe(200)
    const again = await lab.refresh(answer.json()['refresh_token'], sent, headers)
    expect(again.status).toBe(200)
    expect(again.json()['refresh_token']).not.toBe(answer.json()['refresh_token'])
  })

  test.each([' %&+£€', 'a:b', '%41', 'p+lus', 'ключ', '"\\', 'é', ':', "~!*()'"])(
    'RFC 6749 Appendix B whose secret and id hold %j',
    async (odd) => {
      const { lab, code } = await withCode([client('client_secret_basic', odd, odd)])
      expect((await lab.redeem(code, {}, basic(odd, odd))).status).toBe(200)
    },
  )

  test('RFC 6749 §2.3.1 unless it is public, whatever stands in its registration', async () => {
    const { lab, code } = await withCode([{ ...client('none'), client_secret: SECRET }])
    expect((await lab.redeem(code, { client_id: 'quill' })).status).toBe(200)
  })

  test('whose secret holds a colon that it did not encode', () => {
    const header = `Basic ${btoa('quill:a:b')}`
    expect(shownCredentials(header, {})).toMatchObject({ clientIds: ['quill'], secret: 'a:b' })
  })

  test('RFC 6749 Appendix B the published example', () => {
    const header = `Basic ${btoa('+%25%26%2B%C2%A3%E2%82%AC:x')}`
    expect(shownCredentials(header, {}).clientIds).toEqual([' %&+£€'])
  })

  test('RFC 6749 §2.3.1 the published example', () => {
    const header = 'Basic czZCaGRSa3F0Mzo3RmpmcDBaQnIxS3REUmJuZlZkbUl3'
    expect(shownCredentials(header, {})).toEqual({
      clientIds: ['s6BhdRkqt3'],
      ways: ['client_secret_basic'],
      secret: '7Fjfp0ZBr1KtDRbnfVdmIw',
    })
  })
})

const POST = { client_id: 'quill', client_secret: SECRET }
const B = 'client_secret_basic'
const P = 'client_secret_post'
type Row = [
  title: string,
  method: string,
  sent: Sent,
  headers: HeaderList,
  by: string,
  status: number,
]

const ROWS: Row[] = [
  ['without any proof', B, { client_id: 'quill' }, [], 'as/client-authenticated', 400],
  ['without any proof, by post', P, { client_id: 'quill' }, [], 'as/client-authenticated', 400],
  ['with a wrong secret', B, {}, basic('quill', 'guess'), 'as/client-authenticated', 401],
  ['with an empty secret', B, {}, basic('quill', ''), 'as/client-authenticated', 401],
  [
    'with a secret in capitals',
    B,
    {},
    basic('quill', SECRET.toUpperCase()),
    'as/client-authenticated',
    401,
  ],
  [
    'with a wrong secret, by post',
    P,
    { ...POST, client_secret: 'guess' },
    [],
    'as/client-authenticated',
    400,
  ],
  ['with the wrong way, header', P, {}, basic('quill', SECRET), 'as/auth-method-registered', 401],
  ['with the wrong way, body', B, POST, [], 'as/auth-method-registered', 400],
  ['with two ways', B, POST, basic('quill', SECRET), 'as/one-authentication', 400],
  ['with two ways that agree', P, POST, basic('quill', SECRET), 'as/one-authentication', 400],
  [
    'with two names',
    B,
    { client_id: 'other' },
    basic('quill', SECRET),
    'as/client-identified',
    401,
  ],
  ['with an unknown name', B, {}, basic('nobody', SECRET), 'as/client-identified', 401],
  [
    'with a scheme that is none',
    B,
    { client_id: 'quill' },
    [['Authorization', 'Bearer abc']],
    'as/client-authenticated',
    401,
  ],
  [
    'with a header that is no base64',
    B,
    { client_id: 'quill' },
    [['Authorization', 'Basic !!!']],
    'as/client-authenticated',
    401,
  ],
  [
    'with a header without a colon',
    B,
    { client_id: 'quill' },
    [['Authorization', `Basic ${btoa('quill')}`]],
    'as/client-authenticated',
    401,
  ],
  [
    'with half a percent sign',
    B,
    {},
    [['Authorization', `Basic ${btoa(`quill:${SECRET}%`)}`]],
    'as/client-authenticated',
    401,
  ],
  ['as a public client with a secret', 'none', POST, [], 'as/client-authenticated', 400],
  [
    'as a public client with a scheme that is none',
    'none',
    { client_id: 'quill' },
    [['Authorization', 'Bearer abc']],
    'as/client-authenticated',
    401,
  ],
  [
    'as a public client with a header',
    'none',
    {},
    basic('quill', ''),
    'as/client-authenticated',
    401,
  ],
]

describe('OAuth 2.1 draft-13 §3.2.2 a client is not let in', () => {
  test.each(ROWS)('%s', async (_, method, sent, headers, by, status) => {
    const { lab, code } = await withCode([client(method)])
    const answer = await lab.redeem(code, sent, headers)
    expectHarmless(answer, [SECRET, code])
    const error = by === 'as/one-authentication' ? 'invalid_request' : 'invalid_client'
    expectOAuthError(answer, status, error)
    expect(answer.broken).toBe(by)
    const tried = headers[0]?.[1].split(' ', 1)[0]
    const challenge = status === 401 ? `${tried} realm="token endpoint"` : undefined
    expect(answer.header('WWW-Authenticate')).toBe(challenge)
    expect(JSON.stringify(answer.findings)).not.toContain(SECRET)
    // A request that was refused MUST NOT use up what an honest one may still redeem.
    const right: [Sent, HeaderList] =
      method === 'none'
        ? [{ client_id: 'quill' }, []]
        : method === P
          ? [POST, []]
          : [{}, basic('quill', SECRET)]
    expect((await lab.redeem(code, ...right)).status).toBe(200)
  })

  test.each(ROWS)('%s, unless that is forgotten', async (_, method, sent, headers, by) => {
    const { lab, code } = await withCode([client(method)], { forget: [by] })
    const answer = await lab.redeem(code, sent, headers)
    expect(answer.broken).not.toBe(by)
    expect(answer.findings.find(({ check }) => check === by)).toMatchObject({
      verdict: 'forgotten',
      holds: false,
    })
  })

  test.each<[string, Sent, HeaderList]>([
    ['a wrong secret', {}, basic('quill', 'guess')],
    ['no secret', { client_id: 'quill' }, []],
  ])('who forgets to look takes %s', async (_, sent, headers) => {
    const { lab, code } = await withCode([client(B)], { forget: ['as/client-authenticated'] })
    expect((await lab.redeem(code, sent, headers)).status).toBe(200)
  })

  test('OAuth 2.1 draft-13 §4.1.3 with its own right secret, for the code of another', async () => {
    const { lab, code } = await withCode([client(B), client(B, 'other-secret', 'other')])
    const answer = await lab.redeem(code, {}, basic('other', 'other-secret'))
    expectOAuthError(answer, 400, 'invalid_grant')
    expect(answer.broken).toBe('as/code-same-client')
  })

  test('OAuth 2.1 draft-13 §4.3.1 with its own right secret, for the refresh token of another', async () => {
    const { lab, code } = await withCode([client(B), client(P, 'other-secret', 'other')])
    const { refresh_token } = (await lab.redeem(code, {}, basic('quill', SECRET))).json()
    const other = { client_id: 'other', client_secret: 'other-secret' }
    expect((await lab.refresh(refresh_token, other)).broken).toBe('as/refresh-same-client')
  })
})

describe('RFC 7591 §3.2.1 a client that registers itself', () => {
  test.each([
    [undefined, B],
    [B, B],
    [P, P],
  ])('and asks for %s gets a secret and %s', async (asked, method) => {
    const lab = openAuthorizationServer()
    const answer = await lab.registration({ token_endpoint_auth_method: asked })
    expect(answer.status).toBe(201)
    expect(answer.header('Cache-Control')).toBe('no-store')
    const { client_id, client_secret, ...rest } = answer.json() as Record<string, string>
    expect(client_secret).toMatch(/^[\w-]{32}$/)
    expect(rest).toMatchObject({ client_secret_expires_at: 0, token_endpoint_auth_method: method })
    const code = await lab.code({ client_id })
    const [sent, headers] =
      method === P ? [{ client_id, client_secret }, []] : [{}, basic(client_id!, client_secret!)]
    expect((await lab.redeem(code, sent, headers)).status).toBe(200)
  })

  test('and asks for none gets no secret', async () => {
    const information = await openAuthorizationServer().register()
    expect(information).not.toHaveProperty('client_secret')
    expect(information).not.toHaveProperty('client_secret_expires_at')
  })

  test('twice gets two secrets', async () => {
    const lab = openAuthorizationServer()
    const both = [1, 2].map(() => lab.register({ token_endpoint_auth_method: B }))
    const [one, two] = await Promise.all(both)
    expect(one!.client_secret).not.toBe(two!.client_secret)
  })
})

describe('RFC 7591 §2 how a client authenticates', () => {
  test.each([
    [{ token_endpoint_auth_method: P, client_secret: 'x' }, P],
    [{ client_secret: 'x' }, B],
    [{}, 'none'],
  ])('%j: %s', (registered, method) => {
    expect(authMethodOf({ client_id: 'quill', ...registered })).toBe(method)
  })

  test('a body without a secret shows none, an empty one neither', () => {
    const shown = shownCredentials(undefined, parseForm('client_id=quill&client_secret='))
    expect(shown).toEqual({ clientIds: ['quill'], ways: [], secret: undefined })
  })
})
