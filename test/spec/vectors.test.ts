import { describe, expect, test } from 'vitest'
import { formatForm, parseForm } from '../../engine/oauth/parameters.ts'
import {
  challengeOf,
  createVerifier,
  isS256Challenge,
  isVerifier,
} from '../../engine/oauth/pkce.ts'
import { protectedResourceMetadataUrl } from '../../engine/oauth/protected-resource-metadata.ts'
import { isLoopback, sameRedirectUri } from '../../engine/oauth/redirect-uri.ts'
import { canonicalResource, isResourceIndicator } from '../../engine/oauth/resource.ts'
import { serverMetadataUrls } from '../../engine/oauth/metadata-urls.ts'
import { formatBearerChallenge, parseChallenges } from '../../engine/oauth/www-authenticate.ts'
import { seededRandom } from '../../engine/chance/random.ts'
import { isIssuer } from '../../engine/oauth/endpoint.ts'

const octets = (numbers: number[]) => Buffer.from(numbers).toString('base64url')

describe('RFC 7636 Appendix B', () => {
  const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'
  const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'

  test('the 32 octets make the verifier, and the verifier the challenge', async () => {
    expect(
      octets([
        116, 24, 223, 180, 151, 153, 224, 37, 79, 250, 96, 125, 216, 173, 187, 186, 22, 212, 37, 77,
        105, 214, 191, 240, 91, 88, 5, 88, 83, 132, 141, 121,
      ]),
    ).toBe(verifier)
    expect(await challengeOf(verifier)).toBe(challenge)
    expect(
      octets([
        19, 211, 30, 150, 26, 26, 216, 236, 47, 22, 177, 12, 76, 152, 46, 8, 118, 168, 120, 173,
        109, 241, 68, 86, 110, 225, 137, 74, 203, 112, 249, 195,
      ]),
    ).toBe(challenge)
  })

  test('both have the form they should have', () => {
    expect([isVerifier(verifier), isS256Challenge(challenge)]).toEqual([true, true])
    expect(isVerifier(createVerifier(seededRandom('any')))).toBe(true)
  })
})

describe('RFC 8414 §3.1 where authorization server metadata stands', () => {
  test.each([
    ['https://example.com', 'https://example.com/.well-known/oauth-authorization-server'],
    ['https://example.com/', 'https://example.com/.well-known/oauth-authorization-server'],
    [
      'https://example.com/issuer1',
      'https://example.com/.well-known/oauth-authorization-server/issuer1',
    ],
    [
      'https://example.com/issuer1/',
      'https://example.com/.well-known/oauth-authorization-server/issuer1',
    ],
    [
      'https://example.com:8443/a/b',
      'https://example.com:8443/.well-known/oauth-authorization-server/a/b',
    ],
  ])('%s → %s', (issuer, url) => {
    expect(serverMetadataUrls(issuer)[0]).toBe(url)
  })
})

describe('RFC 8414 §2 an issuer is an https URL without query or fragment', () => {
  test.each([
    ['https://example.com', true],
    ['https://example.com/issuer1', true],
    ['http://example.com', false],
    ['https://example.com?tenant=1', false],
    ['https://example.com?', false],
    ['https://example.com#a', false],
    ['example.com', false],
    ['javascript:alert(1)', false],
    ['', false],
  ])('%j: %s', (text, verdict) => {
    expect(isIssuer(text, 'https://notes.example/mcp')).toBe(verdict)
  })
})

describe('RFC 9728 §3.1 where protected resource metadata stands', () => {
  const at = 'https://resource.example.com/.well-known/oauth-protected-resource'
  test.each([
    ['https://resource.example.com', at],
    ['https://resource.example.com/', at],
    ['https://resource.example.com/resource1', `${at}/resource1`],
    ['https://resource.example.com/resource1/', `${at}/resource1/`],
    ['https://resource.example.com/resource1?a=b', `${at}/resource1?a=b`],
  ])('%s → %s', (resource, url) => {
    expect(protectedResourceMetadataUrl(resource)).toBe(url)
  })
})

test('RFC 9728 §5.1 the challenge of the example', () => {
  const resource_metadata = 'https://resource.example.com/.well-known/oauth-protected-resource'
  const field = `Bearer resource_metadata="${resource_metadata}"`
  expect(formatBearerChallenge({ error: undefined, resource_metadata })).toBe(field)
  expect(parseChallenges(field)).toEqual([{ scheme: 'bearer', parameters: { resource_metadata } }])
})

describe('RFC 9110 §11.6.1 challenges', () => {
  test('the example of two in one field', () => {
    const field = 'Basic realm="simple", Newauth realm="apps", type=1, title="Login to \\"apps\\""'
    expect(parseChallenges(field)).toEqual([
      { scheme: 'basic', parameters: { realm: 'simple' } },
      { scheme: 'newauth', parameters: { realm: 'apps', type: '1', title: 'Login to "apps"' } },
    ])
  })

  test.each<[string, string, ReturnType<typeof parseChallenges>]>([
    ['a scheme alone', 'Negotiate', [{ scheme: 'negotiate', parameters: {} }]],
    ['a token68', 'Negotiate YII=', [{ scheme: 'negotiate', parameters: {} }]],
    [
      'a token68 and another challenge',
      'Negotiate YII=, Bearer realm="a"',
      [
        { scheme: 'negotiate', parameters: {} },
        { scheme: 'bearer', parameters: { realm: 'a' } },
      ],
    ],
    [
      'RFC 9110 §5.6.1.2 empty elements',
      ' ,, Bearer ,, realm="a",,scope="b" ,',
      [{ scheme: 'bearer', parameters: { realm: 'a', scope: 'b' } }],
    ],
    [
      'RFC 9110 §11.2 names in any case, and space about the sign',
      'BEARER Realm = "a" , SCOPE=b',
      [{ scheme: 'bearer', parameters: { realm: 'a', scope: 'b' } }],
    ],
    [
      'a parameter named after a prototype',
      'Bearer __proto__="a", constructor=b',
      [{ scheme: 'bearer', parameters: { ['__proto__']: 'a', constructor: 'b' } }],
    ],
    ['a quotation that does not end', 'Bearer realm="a', [{ scheme: 'bearer', parameters: {} }]],
    ['nothing', '', []],
    ['a parameter without a scheme', '="a"', []],
  ])('%s', (_, field, challenges) => {
    const read = parseChallenges(field)
    expect(read.map(({ scheme }) => scheme)).toEqual(challenges.map(({ scheme }) => scheme))
    for (const [index, { parameters }] of challenges.entries())
      expect(Object.entries(read[index]!.parameters)).toEqual(Object.entries(parameters))
  })
})

test('RFC 6749 Appendix B the example string', () => {
  expect(formatForm({ a: ' %&+£€' })).toBe('a=+%25%26%2B%C2%A3%E2%82%AC')
  expect(parseForm('a=+%25%26%2B%C2%A3%E2%82%AC')['a']).toEqual([' %&+£€'])
})

describe('MCP 2025-06-18 Authorization - Canonical Server URI', () => {
  test.each([
    'https://mcp.example.com/mcp',
    'https://mcp.example.com',
    'https://mcp.example.com:8443',
    'https://mcp.example.com/server/mcp',
  ])('%s is one', (uri) => {
    expect([isResourceIndicator(uri), canonicalResource(uri)]).toEqual([true, uri])
  })

  test.each(['mcp.example.com', 'https://mcp.example.com#fragment', '/mcp', ''])(
    '%j is none',
    (uri) => {
      expect(isResourceIndicator(uri)).toBe(false)
    },
  )

  test.each([
    ['HTTPS://MCP.Example.COM/Mcp', 'https://mcp.example.com/Mcp'],
    ['https://mcp.example.com/', 'https://mcp.example.com'],
    ['https://mcp.example.com/mcp#fragment', 'https://mcp.example.com/mcp'],
    ['https://mcp.example.com/mcp?a=B', 'https://mcp.example.com/mcp?a=B'],
  ])('%s is written %s', (uri, canonical) => {
    expect(canonicalResource(uri)).toBe(canonical)
  })

  test('it is sent as &resource=https%3A%2F%2Fmcp.example.com', () => {
    const sent = formatForm({ resource: 'https://mcp.example.com' })
    expect(sent).toBe('resource=https%3A%2F%2Fmcp.example.com')
  })
})

describe('RFC 8252 §7.3 loopback redirection', () => {
  test.each([
    'http://127.0.0.1:51004/oauth2redirect/example-provider',
    'http://[::1]:61023/oauth2redirect/example-provider',
  ])('%s may come back at any port', (uri) => {
    expect(isLoopback(uri)).toBe(true)
    expect(sameRedirectUri(uri, uri.replace(/:\d{5}/, ':1'))).toBe(true)
  })
})
