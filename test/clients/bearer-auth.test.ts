import { OAuthError, OAuthErrorCode } from '@modelcontextprotocol/server'
import { generateKeyPair, SignJWT } from 'jose'
import * as oauth from 'oauth4webapi'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { TEACHING_KEY_ED25519, TEACHING_KEY_RSA } from '../../engine/chance/keys.ts'
import { signAccessToken, type AccessTokenClaims } from '../../engine/oauth/access-token.ts'
import { revisions } from '../../engine/spec/revisions.ts'
import { OWNER } from '../../engine/world.ts'
import { openLab, type Lab } from './lab.ts'
import { authorizedBy } from './oauth4webapi-client.ts'
import { joseVerifier, officialServer } from './official-server.ts'

let lab: Lab
let server: typeof fetch

const open = async (revision = '2025-11-25' as (typeof revisions)[number]) => {
  lab = openLab({
    revision,
    arrangement: {
      authorization: { resources: ['https://notes.example/mcp', 'https://files.example/mcp'] },
    },
  })
  // The SDK reads the machine's clock: it is shown the lab's.
  vi.setSystemTime(lab.clock.now() * 1000)
  server = await officialServer(lab)
}

/** Asks for the tools; answers the status, and what the challenge says. */
const ask = async (token: string | undefined) => {
  const response = await server(lab.resource, {
    method: 'POST',
    headers: {
      accept: 'application/json, text/event-stream',
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' }),
  })
  const challenge = response.headers.get('www-authenticate') ?? ''
  const said = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(challenge)?.[1]
  return { status: response.status, error: said('error'), why: said('error_description') }
}

const claims = (): AccessTokenClaims => ({
  iss: lab.issuer,
  sub: OWNER.username,
  aud: lab.resource,
  client_id: 'outsider',
  scope: 'notes:read',
  iat: lab.clock.now(),
  exp: lab.clock.now() + 900,
  jti: 'one',
})

afterEach(() => void vi.useRealTimers())

/**
 * What is judged here, and by whom. `requireBearerAuth` has no look of its own at a token: its user verifies it and reports
 * what is in it, which jose does (see official-server.ts). The SDK then decides whether the token is for this server, has an
 * end, has not reached it and covers enough, and what is answered. So the tokens of another key, of another issuer and of
 * another type below are refused by jose, and all the SDK adds is the 401; the others are refused by the SDK itself.
 */
describe.each(revisions)(
  '@modelcontextprotocol/server 2.x requireBearerAuth, MCP %s',
  (revision) => {
    beforeEach(() => open(revision))

    test('MCP Token Handling: accepts a token that the lab issued for this server', async () => {
      const { tokens } = await authorizedBy(lab)
      expect((await ask(tokens.access_token)).status).toBe(200)
    })

    test('MCP Token Handling: refuses it once it has expired, and accepts what a refresh gives', async () => {
      const { tokens, refresh } = await authorizedBy(lab)
      lab.clock.advance(tokens.expires_in! + 1)
      vi.setSystemTime(lab.clock.now() * 1000)
      expect(await ask(tokens.access_token)).toEqual({
        status: 401,
        error: 'invalid_token',
        why: 'Token has expired',
      })
      const renewed = await refresh(tokens.refresh_token!)
      expect((await ask(renewed.access_token)).status).toBe(200)
    })
  },
)

describe('@modelcontextprotocol/server 2.x requireBearerAuth', () => {
  beforeEach(() => open())

  test('MCP Access Token Privilege Restriction: refuses a token that the lab issued for another server', async () => {
    const { tokens } = await authorizedBy(lab, { resource: 'https://files.example/mcp' })
    expect(await ask(tokens.access_token)).toEqual({
      status: 401,
      error: 'invalid_token',
      why: 'Token was not issued for this resource',
    })
  })

  const refusedByTheSdk: [
    title: string,
    Partial<Record<keyof AccessTokenClaims, unknown>>,
    object,
  ][] = [
    ['with another audience', { aud: 'https://files.example/mcp' }, { error: 'invalid_token' }],
    ['for the whole origin', { aud: 'https://notes.example' }, { error: 'invalid_token' }],
    ['for the authorization server', { aud: 'https://auth.example' }, { error: 'invalid_token' }],
    ['that has expired', { exp: 1 }, { error: 'invalid_token', why: 'Token has expired' }],
    [
      'without enough scope',
      { scope: 'notes:write' },
      { status: 403, error: 'insufficient_scope' },
    ],
  ]
  test.each(refusedByTheSdk)('RFC 9068 §4 refuses a token %s', async (_, difference, answer) => {
    const token = await signAccessToken(
      { ...claims(), ...(difference as object) },
      TEACHING_KEY_ED25519,
    )
    expect(await ask(token)).toMatchObject({ status: 401, ...answer })
  })

  test('the same token without the difference is accepted, whichever published key signed it', async () => {
    for (const key of [TEACHING_KEY_ED25519, TEACHING_KEY_RSA])
      expect((await ask(await signAccessToken(claims(), key))).status).toBe(200)
  })

  const NOT_OURS = { status: 401, error: 'invalid_token', why: 'The token is not one of ours' }

  test('RFC 9068 §4 of another key, also under the name of ours: jose refuses, the SDK answers 401', async () => {
    const { privateKey } = await generateKeyPair('EdDSA')
    const header = { alg: 'EdDSA', typ: 'at+jwt', kid: TEACHING_KEY_ED25519.kid }
    const token = await new SignJWT({ ...claims() }).setProtectedHeader(header).sign(privateKey)
    expect(await ask(token)).toEqual(NOT_OURS)
  })

  test('RFC 9068 §4 of another issuer: jose refuses, the SDK answers 401', async () => {
    const other = { ...claims(), iss: 'https://evil.example' }
    expect(await ask(await signAccessToken(other, TEACHING_KEY_ED25519))).toEqual(NOT_OURS)
  })

  test('RFC 9068 §4 unsigned, or no JWT: jose refuses, the SDK answers 401', async () => {
    const part = (value: object) => btoa(JSON.stringify(value)).replace(/=+$/, '')
    const unsigned = `${part({ alg: 'none', typ: 'at+jwt' })}.${part(claims())}.`
    for (const token of [unsigned, 'opaque']) expect(await ask(token)).toEqual(NOT_OURS)
  })

  test('MCP Authorization Server Location: without a token its challenge says where the metadata is', async () => {
    expect((await ask(undefined)).status).toBe(401)
    expect((await ask(undefined)).why).toBe('Missing Authorization header')
  })

  test('RFC 9068 §4 with oauth4webapi as the verifier: everything about the token is its judgement', async () => {
    const { as, tokens } = await authorizedBy(lab)
    server = await officialServer(lab, {
      verifyAccessToken: async (token) => {
        const request = new Request(lab.resource, { headers: { authorization: `Bearer ${token}` } })
        const options = { [oauth.customFetch]: (url: string, init: object) => lab.fetch(url, init) }
        const claims = await oauth
          .validateJwtAccessToken(as, request, lab.resource, options)
          .catch(() => {
            throw new OAuthError(OAuthErrorCode.InvalidToken, 'oauth4webapi refuses')
          })
        return {
          token,
          clientId: claims.client_id,
          scopes: String(claims['scope']).split(' '),
          expiresAt: claims.exp,
          resource: new URL(lab.resource),
        }
      },
    })
    expect((await ask(tokens.access_token)).status).toBe(200)
    const wrong = await signAccessToken(
      { ...claims(), aud: 'https://files.example/mcp' },
      TEACHING_KEY_ED25519,
    )
    expect(await ask(wrong)).toEqual({
      status: 401,
      error: 'invalid_token',
      why: 'oauth4webapi refuses',
    })
  })

  test('the verifier reports every claim that the SDK judges', async () => {
    const token = await signAccessToken(claims(), TEACHING_KEY_ED25519)
    expect(await joseVerifier(lab).verifyAccessToken(token)).toMatchObject({
      clientId: 'outsider',
      scopes: ['notes:read'],
      expiresAt: lab.clock.now() + 900,
      resource: new URL(lab.resource),
    })
  })
})
