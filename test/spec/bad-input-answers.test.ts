import { describe, expect, test } from 'vitest'
import type { MessageName } from '../../engine/wire/message.ts'
import { edit, messageNamed, play } from './play.ts'
import { body, expectRefused, MARKUP, type Row } from './refused-answer.ts'

const BY_REGISTRATION = 'client/registration-readable'
const BY_TOKENS = 'client/token-response-readable'

const ANSWERS: Row[] = [
  [
    'a registration without an id',
    'registration-response',
    body({ client_id: undefined }),
    BY_REGISTRATION,
  ],
  [
    'a registration whose id is a number',
    'registration-response',
    body({ client_id: 7 }),
    BY_REGISTRATION,
  ],
  ['a registration that is no JSON', 'registration-response', ['body', MARKUP], BY_REGISTRATION],
  [
    'a registration that failed without saying why',
    'registration-response',
    ['status', '500'],
    BY_REGISTRATION,
  ],
  [
    'a registration of another redirect URI',
    'registration-response',
    body({ redirect_uris: ['https://evil.example/'] }),
    'client/registration-sufficient',
  ],
  ['tokens that are empty', 'token-response', ['body', ''], BY_TOKENS],
  ['tokens that are no JSON', 'token-response', ['body', `access_token=${MARKUP}`], BY_TOKENS],
  ['an access token that is empty', 'token-response', body({ access_token: '' }), BY_TOKENS],
  ['an access token that is a list', 'token-response', body({ access_token: ['a'] }), BY_TOKENS],
  ['no token type', 'token-response', body({ token_type: undefined }), BY_TOKENS],
  ['a lifetime that is a string', 'token-response', body({ expires_in: '900' }), BY_TOKENS],
  ['tokens of another type', 'token-response', ['header.Content-Type', 'text/html'], BY_TOKENS],
  ['tokens with another status', 'token-response', ['status', '201'], BY_TOKENS],
  [
    'a token type nobody knows',
    'token-response',
    body({ token_type: 'DPoP' }),
    'client/token-type-bearer',
  ],
  [
    'an access token with a line break',
    'token-response',
    body({ access_token: 'a\r\nX-Injected: 1' }),
    undefined,
  ],
  ['an MCP answer that is no JSON', 'mcp-response', ['body', MARKUP], undefined],
  [
    'an MCP answer in another version',
    'mcp-response',
    ['body', (text) => text.replace('2025-06-18', '1999-01-01')],
    'client/version-spoken',
  ],
  [
    'an MCP answer that is an error',
    'mcp-response',
    ['body', '{"jsonrpc":"2.0","id":0,"error":{"code":-1,"message":"no"}}'],
    undefined,
  ],
  [
    'a session id with a line break',
    'mcp-response',
    ['header.Mcp-Session-Id', 'a\r\nX-Injected: 1'],
    undefined,
  ],
  ['a session that was refused', 'mcp-response', ['status', '202'], undefined],
  [
    'tools that are no list',
    'mcp-response',
    ['body', '{"jsonrpc":"2.0","id":1,"result":{"tools":{}}}'],
    undefined,
    3,
  ],
  [
    'a tool result that is null',
    'mcp-response',
    ['body', '{"jsonrpc":"2.0","id":2,"result":null}'],
    undefined,
    4,
  ],
  ['a refresh that is no JSON', 'refresh-response', ['body', MARKUP], BY_TOKENS],
  [
    'a refresh of another token type',
    'refresh-response',
    body({ token_type: 'mac' }),
    'client/token-type-bearer',
  ],
]

const BROWSER: Row[] = [
  [
    'a redirect to a script',
    'sign-in-response',
    ['header.Location', 'javascript:alert(1)'],
    undefined,
  ],
  ['a redirect to nowhere', 'sign-in-response', ['header.Location', 'https://['], undefined],
  ['a redirect without an address', 'sign-in-response', ['header.Location', ''], undefined],
  ['a redirect to itself', 'sign-in-response', ['header.Location', '/sign-in'], undefined],
  ['a page that is no page', 'sign-in-page', ['header.Content-Type', 'text/plain'], undefined],
  ['a page without a form', 'consent-page', ['body', MARKUP], undefined],
  ['a page without a button', 'consent-page', ['body', '<form><input name=a></form>'], undefined],
  [
    'a form that goes nowhere',
    'consent-page',
    ['body', '<form action="https://["><button name=decision value=allow>'],
    undefined,
  ],
  [
    'a form that goes to a script',
    'consent-page',
    ['body', '<form action="javascript:alert(1)"><button name=decision value=allow>'],
    undefined,
  ],
  [
    'an answer to another state',
    'authorization-response',
    ['header.Location', 'https://evil.example/?code=a'],
    undefined,
  ],
]

describe('OAuth 2.1 draft-13 §3.2.3 a client stops at', () => {
  test.each(ANSWERS)('%s', (...row) => expectRefused(...row))
})

describe('RFC 9110 §15.4 a browser goes no further than', () => {
  test.each(BROWSER)('%s', (...row) => expectRefused(...row))
})

describe('OAuth 2.1 draft-13 §3.2.4 a client reports', () => {
  test.each<[MessageName, string]>([
    ['registration-response', 'The authorization server refused the registration: '],
    ['token-response', 'The authorization server refused to issue tokens: '],
    ['refresh-response', 'The authorization server refused to issue tokens: '],
  ])('the error in a %s', async (name, words) => {
    const { ending } = await play([
      edit(name, 'status', '400'),
      edit(name, 'body', '{"error":"temporarily_unavailable"}'),
    ])
    expect([ending.ending, ending.by]).toEqual(['refused', undefined])
    expect(ending.sentence).toBe(`${words}temporarily_unavailable.`)
  })
})

describe('RFC 9068 §4 an MCP server believes no key set that is', () => {
  test.each([
    ['empty', ''],
    ['no JSON', '{"keys":'],
    ['a list', '[]'],
    ['without keys', '{"keys":[]}'],
    ['with keys that are strings', '{"keys":["a"]}'],
    [
      'with a symmetric key',
      '{"keys":[{"kty":"oct","kid":"teaching-ed25519","alg":"EdDSA","k":"AA"}]}',
    ],
    ['with half a key', '{"keys":[{"kty":"OKP","kid":"teaching-ed25519","alg":"EdDSA"}]}'],
    [
      'with a key of another algorithm',
      '{"keys":[{"kty":"OKP","kid":"teaching-ed25519","alg":"HS256"}]}',
    ],
    [
      'with a key named after a prototype',
      '{"keys":[{"kty":"OKP","kid":"__proto__","alg":"EdDSA"}]}',
    ],
  ])('%s', async (_, text) => {
    const { log, ending } = await play([edit('jwks', 'body', text)])
    const { findings } = log[messageNamed('mcp-request', 2).id - 1]!
    const broken = findings.find(({ verdict }) => verdict === 'broken')?.check
    expect(broken).toMatch(/^rs\/(key-from-issuer|signature-valid)$/)
    expect(ending.ending).not.toBe('broken')
  })
})
