import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clientMetadata } from '../../engine/oauth/client-metadata.ts'
import { formatDecisions, isDecision, parseDecisions } from '../../engine/decisions.ts'
import { decodeToken, looksLikeJwt } from '../../engine/oauth/access-token.ts'
import { readJson } from '../../engine/oauth/json.ts'
import {
  formatForm,
  parameter,
  parseForm,
  queryOf,
  repeatedParameters,
  withQuery,
} from '../../engine/oauth/parameters.ts'
import { isAllowedRedirectUri, readUrl, sameRedirectUri } from '../../engine/oauth/redirect-uri.ts'
import { canonicalResource, isResourceIndicator } from '../../engine/oauth/resource.ts'
import { formatScope, parseScope, scopeMissing } from '../../engine/oauth/scope.ts'
import { formatBearerChallenge, parseChallenges } from '../../engine/oauth/www-authenticate.ts'
import { resourceMetadataUrls, serverMetadataUrls } from '../../engine/oauth/metadata-urls.ts'
import { serverMetadata } from '../../engine/oauth/server-metadata.ts'
import { escapeHtml } from '../../engine/parties/authorization-server/pages.ts'
import { damaged } from '../../engine/wire/interference.ts'
import { readPage } from '../../engine/wire/page.ts'
import { anyDecision } from './any-decision.ts'

/** Any text at all: lone surrogates, control characters, markup. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(...'"\\,= \t\r\n<>/&;%.{}[]aB1-_~#?:'), maxLength: 80 }),
  fc.constantFrom(
    '__proto__',
    'constructor',
    '{"__proto__":{}}',
    'a.b.c',
    'Bearer "',
    '<form><input',
  ),
)
const wellFormed = fc.string({ unit: 'grapheme', maxLength: 40 })
const token = fc.string({
  unit: fc.constantFrom(..."!#$%&'*+.^_`|~abcxyz019-"),
  minLength: 1,
  maxLength: 12,
})
const scopeToken = fc.stringMatching(/^[\x21\x23-\x5B\x5D-\x7E]{1,12}$/)

const law = <T>(arbitrary: fc.Arbitrary<T>, holds: (value: T) => void) =>
  fc.assert(
    fc.property(arbitrary, (value) => {
      holds(value)
    }),
    { numRuns: 500 },
  )

describe('what was written is read again', () => {
  test('RFC 9110 §11.6.1 a Bearer challenge', () => {
    const challenge = fc.dictionary(
      token.map((name) => name.toLowerCase()),
      fc.string({ unit: 'binary' }),
    )
    law(challenge, (parameters) => {
      const [read, ...more] = parseChallenges(formatBearerChallenge(parameters))
      expect(more).toEqual([])
      expect(read?.scheme).toBe('bearer')
      expect({ ...read?.parameters }).toEqual({ ...parameters })
    })
  })

  test('RFC 9110 §11.6.1 several challenges in one field', () => {
    law(
      fc.array(fc.dictionary(fc.constantFrom('realm', 'scope', 'error'), text), {
        minLength: 1,
        maxLength: 4,
      }),
      (list) => {
        const read = parseChallenges(list.map(formatBearerChallenge).join(', '))
        expect(read.map(({ parameters }) => ({ ...parameters }))).toEqual(
          list.map((one) => ({ ...one })),
        )
      },
    )
  })

  test('RFC 6749 Appendix B a form', () => {
    law(
      fc.uniqueArray(fc.tuple(wellFormed, wellFormed), { selector: ([name]) => name }),
      (pairs) => {
        const read = parseForm(formatForm(Object.fromEntries(pairs)))
        expect(
          Object.fromEntries(Object.entries(read).map(([name, values]) => [name, values[0]])),
        ).toEqual(Object.fromEntries(pairs))
      },
    )
  })

  test('RFC 6749 §3.1.2 a parameter added to any query', () => {
    law(fc.tuple(wellFormed, fc.webUrl({ withQueryParameters: true })), ([value, url]) => {
      const name = 'the-state'
      expect(parameter(queryOf(withQuery(url, { [name]: value })), name)).toBe(value || undefined)
    })
  })

  test('RFC 6749 §3.3 a scope', () => {
    law(fc.uniqueArray(scopeToken), (tokens) => {
      expect(parseScope(formatScope(tokens))).toEqual(tokens)
      expect(scopeMissing(tokens, tokens)).toEqual([])
      expect(formatScope([...tokens, ...tokens])).toBe(formatScope(tokens))
    })
  })

  test('decisions in a link', () => {
    law(fc.array(anyDecision, { maxLength: 6 }), (decisions) => {
      expect(decisions.every(isDecision)).toBe(true)
      const link = formatDecisions(decisions)
      expect(link).toMatch(/^[\w.~%-]*$/)
      expect(parseDecisions(link)).toEqual({ decisions, problems: [] })
    })
  })

  test('text in a page, which stays text', () => {
    law(wellFormed, (value) => {
      const page = readPage(
        `<form><input type="hidden" name="a" value="${escapeHtml(value)}"></form>`,
      )
      expect(page.form?.hidden['a']).toBe(value)
    })
  })

  test('MCP 2025-06-18 Authorization - Canonical Server URI, written twice', () => {
    law(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
      const once = canonicalResource(url)
      expect(canonicalResource(once)).toBe(once)
      expect(isResourceIndicator(once)).toBe(true)
    })
  })
})

describe('no text makes a reader throw', () => {
  const readers: Record<string, (value: string) => unknown> = {
    parseChallenges,
    parseForm,
    decodeToken,
    looksLikeJwt,
    readPage,
    parseDecisions,
    readUrl,
    queryOf,
    parseScope,
    canonicalResource,
    serverMetadataUrls,
    resourceMetadataUrls,
    isAllowedRedirectUri,
    repeatedParameters: (value) => repeatedParameters(parseForm(value)),
    sameRedirectUri: (value) => sameRedirectUri('http://127.0.0.1/cb', value),
    'readJson of client metadata': (value) => readJson(clientMetadata, value),
    'readJson of server metadata': (value) => readJson(serverMetadata, value),
  }
  test.each(Object.entries(readers))('%s', (_, read) => {
    expect(() => law(text, read)).not.toThrow()
    for (const unit of ['"', '\\', ',', '<', '[', '{"a":', '%', 'a=', '.', 'Bearer a="', '<div>'])
      expect(() => read(unit.repeat(5_000))).not.toThrow()
  })

  test('half of a body is no JSON any more, whatever it was, and nothing stays nothing', () => {
    law(fc.oneof(text, fc.json(), fc.integer().map(String)), (body) => {
      const half = damaged(body)
      expect(half === '').toBe(body === '')
      expect(() => JSON.parse(half) as unknown).toThrow(SyntaxError)
      expect(half.isWellFormed()).toBe(true)
    })
  })

  test('readJson says what is wrong, and repeats nothing of what came', () => {
    law(fc.json(), (json) => {
      const reading = readJson(serverMetadata, json)
      const said = 'problem' in reading ? reading.problem : '`issuer` is as it must be'
      expect(said).toMatch(/^(the body|`\w+`) is (as|not as) it must be/)
    })
  })
})
