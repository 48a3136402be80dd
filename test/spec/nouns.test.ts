import { describe, expect, test } from 'vitest'
import { decodeToken, looksLikeJwt, audiencesOf } from '../../engine/oauth/access-token.ts'
import {
  parameter,
  parameterValues,
  parseForm,
  queryOf,
  repeatedParameters,
  withQuery,
} from '../../engine/oauth/parameters.ts'
import { isS256Challenge, isVerifier } from '../../engine/oauth/pkce.ts'
import {
  isAllowedRedirectUri,
  isLoopback,
  readUrl,
  sameRedirectUri,
} from '../../engine/oauth/redirect-uri.ts'
import { errorDescriptions, wireError, type Reason } from '../../engine/oauth/reasons.ts'
import { formatScope, isScopeToken, parseScope, scopeMissing } from '../../engine/oauth/scope.ts'
import { escapeHtml } from '../../engine/parties/authorization-server/pages.ts'
import { registry } from '../../engine/checks/index.ts'

describe('MCP 2025-06-18 Authorization - Communication Security, a redirect URI', () => {
  test.each([
    'https://quill.example/callback',
    'https://quill.example:8443/callback?tenant=1',
    'http://localhost/callback',
    'http://localhost:1/',
    'http://127.0.0.1:65535/callback',
    'http://[::1]:50000/callback',
    'HTTP://LOCALHOST/callback',
  ])('%s is allowed', (uri) => {
    expect(isAllowedRedirectUri(uri)).toBe(true)
  })

  test.each([
    'http://quill.example/',
    'http://127.0.0.1.example/',
    'http://localhost.example/',
    'http://localhost./',
    'http://127.0.0.2/',
    'http://[::2]/',
    'http://0.0.0.0/',
    'javascript:alert(1)',
    'data:,a',
    'file:///a',
    'com.example.app:/cb',
    'ftp://a.example',
    '',
    '/',
    '//quill.example',
    'quill.example',
    'https:',
    'https://',
    'https:/quill.example',
    'https://a b.example',
    'https://a.example/\n',
    '\thttps://a.example',
    'https://[::1',
    'https://a.example/"',
    'https://a.example/<b>',
    'https://ä.example/',
    'https://a.example\\',
  ])('%j is not', (uri) => {
    expect(isAllowedRedirectUri(uri)).toBe(false)
  })
})

describe('RFC 8252 §7.3 two redirect URIs are the same', () => {
  const LOOPBACK = 'http://127.0.0.1:50000/callback'
  test.each([
    [LOOPBACK, LOOPBACK, true],
    [LOOPBACK, 'http://127.0.0.1/callback', true],
    ['http://localhost:1/a?b=c', 'http://localhost:2/a?b=c', true],
    ['https://a.example/callback', 'https://a.example/callback', true],
    ['https://a.example/callback', 'https://a.example:443/callback', false],
    ['https://a.example:1/callback', 'https://a.example:2/callback', false],
    ['https://127.0.0.1:1/callback', 'https://127.0.0.1:2/callback', false],
    ['https://a.example', 'https://a.example/', false],
    ['https://a.example/Callback', 'https://a.example/callback', false],
    ['https://a.example/%61', 'https://a.example/a', false],
    [LOOPBACK, 'http://localhost:50000/callback', false],
    [LOOPBACK, 'http://127.0.0.1:50000/callback#', false],
    [LOOPBACK, 'http://127.0.0.1:50000:50001/callback', false],
    [LOOPBACK, 'http://127.0.0.1:50000@evil.example/callback', false],
    [LOOPBACK, 'http://evil.example:50000/callback', false],
    [LOOPBACK, 'http://127.0.0.1:500001/callback', false],
    [LOOPBACK, '', false],
  ])('%s and %s: %s', (registered, requested, verdict) => {
    expect(sameRedirectUri(registered, requested)).toBe(verdict)
  })

  test.each(['https://localhost/', 'ws://localhost/', 'localhost', ''])(
    '%j is no loopback',
    (uri) => {
      expect(isLoopback(uri)).toBe(false)
    },
  )
})

describe('RFC 7636 §4.1 the form of a verifier', () => {
  test.each([
    ['a'.repeat(43), true],
    ['a'.repeat(128), true],
    [`${'a'.repeat(42)}~`, true],
    ['-._~'.repeat(11), true],
    ['a'.repeat(42), false],
    ['a'.repeat(129), false],
    [`${'a'.repeat(42)}+`, false],
    [`${'a'.repeat(42)}=`, false],
    [`${'a'.repeat(43)}\n`, false],
    [`${'a'.repeat(42)}ä`, false],
    ['', false],
  ])('%j: %s', (text, verdict) => {
    expect(isVerifier(text)).toBe(verdict)
  })

  test.each(['', 'a'.repeat(42), 'a'.repeat(44), `${'a'.repeat(42)}.`, `${'a'.repeat(43)}\n`])(
    'RFC 7636 §4.2 %j is no S256 challenge',
    (text) => {
      expect(isS256Challenge(text)).toBe(false)
    },
  )
})

describe('RFC 6749 §3.3 scope', () => {
  test('tokens in their order, each once', () => {
    expect(parseScope(' b  a b ')).toEqual(['b', 'a'])
    expect([parseScope(undefined), parseScope('')]).toEqual([[], []])
    expect(formatScope(['b', 'a', 'b'])).toBe('b a')
    expect(scopeMissing(['a', 'b'], ['b', 'c'])).toEqual(['a'])
  })

  test.each([
    ['notes:read', true],
    ['!#[]~', true],
    ['', false],
    ['a b', false],
    ['a"b', false],
    ['a\\b', false],
    ['a\tb', false],
    ['ä', false],
    ['a\n', false],
  ])('%j is a token: %s', (text, verdict) => {
    expect(isScopeToken(text)).toBe(verdict)
  })
})

describe('OAuth 2.1 draft-13 §3.1 parameters', () => {
  test('an empty value counts as left out', () => {
    const given = parseForm('a=&b=1&b=2&resource=&resource=x')
    expect([parameter(given, 'a'), parameter(given, 'b')]).toEqual([undefined, '1'])
    expect(parameterValues(given, 'resource')).toEqual(['x'])
    expect([parameter(given, 'toString'), parameterValues(given, 'toString')]).toEqual([
      undefined,
      [],
    ])
  })

  test('those of OAuth come once; resource and unknown ones may repeat', () => {
    const given = parseForm('state=1&state=1&resource=a&resource=b&x=1&x=2&__proto__=1&__proto__=2')
    expect(repeatedParameters(given)).toEqual(['state'])
  })

  test('RFC 6749 §3.1.2 the query a URL has is kept', () => {
    expect(withQuery('https://a.example/?b=1', { c: '2' })).toBe('https://a.example/?b=1&c=2')
    expect(withQuery('https://a.example/', {})).toBe('https://a.example/')
    expect(parameter(queryOf('https://a.example/?b=1#c=2'), 'c')).toBeUndefined()
  })
})

test('RFC 7519 §4.1.3 an audience is one string or several', () => {
  expect([audiencesOf('a'), audiencesOf(['a', 'b']), audiencesOf(undefined)]).toEqual([
    ['a'],
    ['a', 'b'],
    [],
  ])
})

test('RFC 7519 §7.2 what is no JWT is read as none', () => {
  for (const text of ['', '.', '..', 'a.b.c', 'a.b', '{}', 'e30.e30', 'e30.e30.', 'bnVsbA.e30.x'])
    expect(decodeToken(text)).toBeUndefined()
  expect(['', '..', 'a.b.c', 'e30.e30.'].map(looksLikeJwt)).toEqual([false, false, false, false])
  expect(looksLikeJwt('e30.e30.e30')).toBe(true)
})

test('what stands in a URL is read, or not, and never thrown', () => {
  expect(readUrl('/a', 'https://b.example/c')?.href).toBe('https://b.example/a')
  expect([readUrl('/a'), readUrl('https://['), readUrl('')]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})

test('OAuth 2.1 draft-13 §3.2.4 every error has a description of the characters it may have', () => {
  for (const [error, description] of Object.entries(errorDescriptions))
    expect(error + description).toMatch(/^[\x20\x21\x23-\x5B\x5D-\x7E]+$/)
  const reasons = registry.flatMap((row) => ('reason' in row ? [row.reason as Reason] : []))
  for (const error of reasons.map(wireError))
    expect(error === undefined || errorDescriptions[error]).toBeTruthy()
})

test('no character that means something in HTML survives', () => {
  expect(escapeHtml(`<a href='x' b="y">&`)).toBe('&#60;a href=&#39;x&#39; b=&#34;y&#34;&#62;&#38;')
})
