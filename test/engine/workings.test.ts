import { SignJWT, base64url, importJWK, type JWK } from 'jose'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { signatureHolds } from '../../engine/oauth/access-token.ts'
import { startRun } from '../../engine/run.ts'
import { revisions } from '../../engine/spec/revisions.ts'
import { fieldsOf, type Field } from '../../engine/wire/fields.ts'
import type { WireMessage } from '../../engine/wire/message.ts'
import { workingOf } from '../../engine/values.ts'
import {
  expectedIn,
  forgings,
  judgedBy,
  keyNamedBy,
  pkceInputOf,
  pkceWork,
  readers,
  tokenPieces,
  wellKnownInputOf,
  wellKnownWork,
  withPiece,
} from '../../engine/workings.ts'
import { scenarios } from '../../scenarios/index.ts'
import { firstContact } from '../../scenarios/lessons/first-contact.ts'

const flat = (fields: readonly Field[]): Field[] =>
  fields.flatMap((one) => [one, ...flat(one.fields)])
const run = startRun({ scenario: firstContact, revision: '2025-11-25', seed: 'workings' })
await run.finish()
const { log } = run
const named = (name: WireMessage['name']) => log.find((one) => one.name === name)!
const fieldIn = (message: WireMessage, name: string) =>
  flat(fieldsOf(message)).find((one) => one.name === name)!

describe('RFC 7636 Appendix B, step by step', () => {
  const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'
  const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'

  test('the octets that are hashed, the digest, and the challenge', async () => {
    const work = await pkceWork({ verifier, method: 'S256', challenge })
    expect(String.fromCharCode(...work.bytes)).toBe(verifier)
    expect([...work.digest]).toEqual([
      19, 211, 30, 150, 26, 26, 216, 236, 47, 22, 177, 12, 76, 152, 46, 8, 118, 168, 120, 173, 109,
      241, 68, 86, 110, 225, 137, 74, 203, 112, 249, 195,
    ])
    expect(work).toMatchObject({
      problems: [],
      computed: challenge,
      request: { holds: true },
      redeemed: { holds: true },
    })
  })

  test('RFC 7636 §4.6 another verifier does not match', async () => {
    const work = await pkceWork({ verifier: verifier.replace('d', 'e'), method: 'S256', challenge })
    expect(work.redeemed).toMatchObject({
      holds: false,
      expected: challenge,
      received: work.computed,
    })
  })

  test('RFC 7636 §7.2 with plain the request is refused', async () => {
    const work = await pkceWork({ verifier, method: 'plain', challenge: verifier })
    expect(work.request.holds).toBe(false)
  })

  test.each([
    ['', /0 characters/],
    ['short', /5 characters/],
    ['a'.repeat(129), /129 characters/],
    [`${'a'.repeat(43)} ü`, /A space, `ü`/],
  ])('RFC 7636 §4.1 says what is wrong with %j', async (typed, says) => {
    const { problems } = await pkceWork({ verifier: typed, method: 'S256', challenge })
    expect(problems.join(' ')).toMatch(says)
  })
})

describe('the verifier and the challenge of a run find each other', () => {
  test.each(['code_challenge', 'code_challenge_method'])('from %s', async (name) => {
    const request = named('authorization-request')
    const input = await pkceInputOf(fieldIn(request, name), request, log)
    expect(input.method).toBe('S256')
    const work = await pkceWork(input)
    expect([work.computed, work.redeemed.holds]).toEqual([input.challenge, true])
  })

  test('from code_verifier', async () => {
    const request = named('token-request')
    const input = await pkceInputOf(fieldIn(request, 'code_verifier'), request, log)
    expect((await pkceWork(input)).redeemed.holds).toBe(true)
  })
})

/** @see RFC 8037 Appendix A.1, A.4 */
const ed25519: JWK = {
  kty: 'OKP',
  crv: 'Ed25519',
  alg: 'EdDSA',
  kid: 'rfc8037',
  x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
}

describe('tokens taken apart', () => {
  test('RFC 7515 Appendix A.1: header, claims, and the bytes that are signed', () => {
    const header = 'eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9'
    const claims =
      'eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ'
    const signature = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'
    const pieces = tokenPieces(`${header}.${claims}.${signature}`)
    expect(pieces.header.text).toBe('{"typ":"JWT",\r\n "alg":"HS256"}')
    expect(pieces.claims.text).toBe(
      '{"iss":"joe",\r\n "exp":1300819380,\r\n "http://example.com/is_root":true}',
    )
    expect(pieces.signingInput).toBe(`${header}.${claims}`)
    expect([...pieces.signature.bytes!].slice(0, 4)).toEqual([116, 24, 223, 180])
    expect(pieces.problem).toBeUndefined()
  })

  test('RFC 8037 Appendix A.4: the signature of the example holds; it is no JWT, and its parts are shown all the same', async () => {
    const example =
      'eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc.hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg'
    expect(await signatureHolds(example, ed25519)).toBe(true)
    expect(await signatureHolds(withPiece(example, 'claims', 'Another one'), ed25519)).toBe(false)
    const pieces = tokenPieces(example)
    expect(pieces.claims.text).toBe('Example of Ed25519 signing')
    expect(pieces.claims.problem).toBe('It is no JSON.')
    expect(pieces.signature.bytes?.length).toBe(64)
  })

  test('RFC 8037 Appendix A.1 a token signed with that key is accepted, and with any byte changed it is not', async () => {
    const key = await importJWK(
      { ...ed25519, d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A' },
      'EdDSA',
    )
    const claims = { iss: 'https://a.example', aud: 'https://r.example', sub: 'joe', exp: 2_000 }
    const token = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: 'rfc8037' })
      .sign(key)
    const expected = {
      keys: [ed25519],
      keysFrom: undefined,
      issuer: 'https://a.example',
      resource: 'https://r.example',
      now: 1_000,
    }
    const judged = (typed: string) => judgedBy(readers[0]!, typed, expected, '2025-11-25')
    expect((await judged(token)).refusal).toBeUndefined()
    const { claims: before } = tokenPieces(token)
    const changed = withPiece(token, 'claims', before.text!.replace('joe', 'ann'))
    expect((await judged(changed)).refusal?.check).toBe('rs/signature-valid')
    const late = await judgedBy(readers[0]!, token, { ...expected, now: 3_000 }, '2025-11-25')
    expect(late.refusal?.check).toBe('rs/not-expired')
  })

  test('whatever is typed is taken apart, typed anew, and judged by every reader without an exception', async () => {
    const expected = expectedIn(log, log.at(-1)!, '')
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.json(), fc.constant('{"alg":"none"}'))
    await fc.assert(
      fc.asyncProperty(fc.oneof(text, fc.tuple(text, text, text)), async (typed) => {
        const token =
          typeof typed === 'string'
            ? typed
            : `${base64url.encode(typed[0].toWellFormed())}.${base64url.encode(typed[1].toWellFormed())}.${typed[2]}`
        const pieces = tokenPieces(token)
        const again = withPiece(token, 'header', pieces.header.text ?? '')
        expect(tokenPieces(again).header.text).toBe(pieces.header.text ?? '')
        for (const reader of readers) {
          const { findings, refusal } = await judgedBy(reader, token, expected, '2025-11-25')
          expect(findings.length).toBeGreaterThan(0)
          expect(refusal === undefined ? 'accepted' : findings.at(-1)?.check).toBe(
            refusal?.check ?? 'accepted',
          )
        }
      }),
      { numRuns: 500, seed: 7515 },
    )
  })
})

describe('the token of the run', async () => {
  const brought = named('token-response')
  const token = fieldIn(brought, 'access_token').value
  const expected = expectedIn(log, brought, token)
  const outcomes = async (typed: string) =>
    Promise.all(
      readers.map(async (reader) => {
        const { refusal } = await judgedBy(reader, typed, expected, run.revision)
        return refusal?.check ?? 'accepted'
      }),
    )

  test('is verified by the key that the key set of this run brought', () => {
    expect(expected.keysFrom?.name).toBe('jwks')
    expect(keyNamedBy(token, expected)?.kid).toBe(JSON.parse(tokenPieces(token).header.text!).kid)
  })

  test('is accepted by all; with another claim only by who does not look at the signature', async () => {
    expect(await outcomes(token)).toEqual(['accepted', 'accepted', 'accepted', 'accepted'])
    const { claims } = tokenPieces(token)
    const changed = withPiece(token, 'claims', claims.text!.replace('notes:read', 'notes:write'))
    expect(changed).not.toBe(token)
    expect(await outcomes(changed)).toEqual([
      'rs/signature-valid',
      'rs/signature-valid',
      'rs/signature-valid',
      'accepted',
    ])
  })

  test('RFC 8725 §2.1 each forgery is taken by the reader that believes it, and by no careful one', async () => {
    const [none, secret, own] = await Promise.all(forgings.map(({ make }) => make(token)))
    expect(await outcomes(none!)).toMatchObject({ 0: 'rs/algorithm-listed', 1: 'accepted' })
    expect(await outcomes(secret!)).toMatchObject({ 0: 'rs/algorithm-listed', 1: 'accepted' })
    expect(await outcomes(own!)).toMatchObject({ 0: 'rs/key-from-issuer', 2: 'accepted' })
    expect(await forgings[0]!.make('no token')).toBeUndefined()
  })
})

describe('where metadata is looked for', () => {
  const urls = (
    typed: string,
    whose: 'resource' | 'issuer',
    revision: (typeof revisions)[number],
  ) => wellKnownWork(typed, whose, revision, log).tried.map(({ url }) => url)

  test('MCP 2025-11-25 an issuer with a path: three addresses, in this order', () => {
    expect(urls('https://auth.example.com/tenant1', 'issuer', '2025-11-25')).toEqual([
      'https://auth.example.com/.well-known/oauth-authorization-server/tenant1',
      'https://auth.example.com/.well-known/openid-configuration/tenant1',
      'https://auth.example.com/tenant1/.well-known/openid-configuration',
    ])
  })

  test('MCP 2025-11-25 an issuer without one: two', () => {
    expect(urls('https://auth.example.com', 'issuer', '2025-11-25')).toEqual([
      'https://auth.example.com/.well-known/oauth-authorization-server',
      'https://auth.example.com/.well-known/openid-configuration',
    ])
  })

  test('MCP 2025-06-18 an issuer: one; and for the resource the challenge has to say where', () => {
    expect(urls('https://auth.example.com/tenant1', 'issuer', '2025-06-18')).toHaveLength(1)
    expect(urls('https://notes.example/mcp', 'resource', '2025-06-18')).toEqual([])
  })

  test('RFC 9728 §3.1 a resource: at its path, then at the root', () => {
    expect(urls('https://example.com/public/mcp', 'resource', '2025-11-25')).toEqual([
      'https://example.com/.well-known/oauth-protected-resource/public/mcp',
      'https://example.com/.well-known/oauth-protected-resource',
    ])
  })

  test.each(['', 'no url', 'https://', 'javascript:1', 'https://a.example/?b#c', '%'])(
    'never refuses %j: it says what is wrong, or lists addresses',
    (typed) => {
      for (const revision of revisions)
        for (const whose of ['resource', 'issuer'] as const)
          expect(typeof wellKnownWork(typed, whose, revision, log).note).toBe('string')
      expect(wellKnownWork(typed, 'issuer', '2025-11-25', log).problem).toMatch(/\.$/)
    },
  )

  test('every address that a client asked for metadata in any run is among those listed, with its answer', async () => {
    for (const revision of revisions) {
      const run = startRun({ scenario: firstContact, revision, seed: 'well-known' })
      await run.finish()
      for (const message of run.log.filter(({ name }) => name === 'server-metadata-request')) {
        const field = fieldIn(message, 'path')
        expect(workingOf(field, message)).toBe('well-known')
        const { typed, whose } = wellKnownInputOf(field, message, run.log)
        const work = wellKnownWork(typed, whose, revision, run.log)
        const tried = work.tried.find(
          ({ url }) => message.kind === 'request' && url === message.request.url,
        )
        expect(tried?.answer?.exchange).toBe(message.exchange)
      }
    }
  })
})

test.each(scenarios.map((scenario) => [scenario.id, scenario] as const))(
  'in %s whatever can be computed again has something to compute with',
  async (_, scenario) => {
    const run = startRun({ scenario, seed: 'workings' })
    await run.finish()
    const empty = await Promise.all(
      run.log.flatMap((message) =>
        flat(fieldsOf(message)).map(async (field) => {
          switch (workingOf(field, message)) {
            case 'pkce': {
              const { challenge, verifier } = await pkceInputOf(field, message, run.log)
              return field.value !== '' && challenge === '' && verifier === '' ? field.path : []
            }
            case 'well-known':
              return wellKnownInputOf(field, message, run.log).typed === '' ? field.path : []
            case 'token':
            case undefined:
              return []
          }
        }),
      ),
    )
    expect(empty.flat()).toEqual([])
  },
)
