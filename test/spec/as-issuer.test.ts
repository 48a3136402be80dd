import { describe, expect, test } from 'vitest'
import { issuerPath, endpointUnder } from '../../engine/oauth/issuer.ts'
import { serverMetadataUrls } from '../../engine/oauth/metadata-urls.ts'
import type { Settings } from '../../engine/parties/authorization-server/settings.ts'
import { createCookies } from '../../engine/parties/cookies.ts'
import { decodeToken } from '../../engine/oauth/access-token.ts'
import { revisions } from '../../engine/spec/revisions.ts'
import { ISSUER, openAuthorizationServer } from './as-lab.ts'

const TENANT = `${ISSUER}/tenant1`

describe('RFC 8414 §3.1 the metadata stands at', () => {
  type Row = [issuer: string, at: Settings['metadataAt'], path: string]
  test.each<Row>([
    [ISSUER, 'oauth', '/.well-known/oauth-authorization-server'],
    [ISSUER, 'openid', '/.well-known/openid-configuration'],
    [ISSUER, 'openid-appended', '/.well-known/openid-configuration'],
    [TENANT, 'oauth', '/.well-known/oauth-authorization-server/tenant1'],
    [TENANT, 'openid', '/.well-known/openid-configuration/tenant1'],
    [TENANT, 'openid-appended', '/tenant1/.well-known/openid-configuration'],
    [`${TENANT}/`, 'oauth', '/.well-known/oauth-authorization-server/tenant1'],
  ])('%s, %s: %s and nowhere else', async (issuer, metadataAt, path) => {
    const lab = openAuthorizationServer({ settings: { issuer, metadataAt } })
    for (const url of serverMetadataUrls(issuer)) {
      const { status } = await lab.send('GET', url)
      expect([url, status]).toEqual([url, url === `${ISSUER}${path}` ? 200 : 404])
    }
    const metadata = await lab.metadata(path)
    expect(metadata['issuer']).toBe(issuer)
    const addresses = Object.entries(metadata).filter(([name]) => /_endpoint$|_uri$/.test(name))
    expect(addresses).toHaveLength(5)
    const base = issuer.replace(/\/$/, '')
    for (const [, url] of addresses) expect(url).toMatch(new RegExp(`^${base}/\\w+$`))
  })

  test.each([ISSUER, TENANT])('nowhere: %s', async (issuer) => {
    const lab = openAuthorizationServer({ settings: { issuer, metadataAt: 'nowhere' } })
    for (const url of serverMetadataUrls(issuer))
      expect((await lab.send('GET', url)).status).toBe(404)
    expect((await lab.tokens()).access_token).toBeTruthy()
  })
})

describe('OpenID Connect Discovery 1.0 §3 a document at its address has', () => {
  test.each(['openid', 'openid-appended'] as const)(
    '%s what is required there',
    async (metadataAt) => {
      const lab = openAuthorizationServer({ settings: { metadataAt } })
      expect(await lab.metadata('/.well-known/openid-configuration')).toMatchObject({
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
        jwks_uri: `${ISSUER}/jwks`,
        // MCP 2025-11-25: a server described there MUST include this.
        code_challenge_methods_supported: ['S256'],
      })
    },
  )

  test('and one at the other address has not', async () => {
    expect(await openAuthorizationServer().metadata()).not.toHaveProperty('subject_types_supported')
  })
})

describe('RFC 8414 §2 an issuer with a path', () => {
  const openTenant = () => openAuthorizationServer({ settings: { issuer: TENANT } })

  test('has every endpoint under it, and tokens that name it', async () => {
    const lab = openTenant()
    const { client_id, access_token, refresh_token } = await lab.tokens()
    expect(decodeToken(access_token)?.claims.iss).toBe(TENANT)
    const refreshed = await lab.refresh(refresh_token, { client_id })
    expect(refreshed.status).toBe(200)
    expect((await lab.revoke(refreshed.json()['refresh_token'], { client_id })).status).toBe(200)
    expect((await lab.send('GET', `${TENANT}/jwks`)).status).toBe(200)
    for (const name of ['authorize', 'token', 'register', 'jwks', 'revoke', 'consent'])
      expect((await lab.send('GET', `${ISSUER}/${name}`)).status).toBe(404)
  })

  test('names itself in its answers with its path', async () => {
    const lab = openTenant()
    const { client_id } = await lab.register()
    expect((await lab.consent({ client_id })).get('iss')).toBe(TENANT)
  })

  test('RFC 6265bis draft-22 §4.1.3.2 keeps its session in a cookie of the whole host', async () => {
    const lab = openTenant()
    const page = await lab.authorize({ client_id: (await lab.register()).client_id })
    const cookie = page.header('Set-Cookie') ?? ''
    expect(cookie).toMatch(/^__Host-session=[\w-]+; Path=\/; Secure; HttpOnly; SameSite=Lax$/)
    expect(createCookies().take(cookie, `${TENANT}/authorize`).kept).toBe(true)
  })

  test.each([
    [ISSUER, '', `${ISSUER}/token`],
    [`${ISSUER}/`, '', `${ISSUER}/token`],
    [TENANT, '/tenant1', `${TENANT}/token`],
    [`${TENANT}/`, '/tenant1', `${TENANT}/token`],
    [`${ISSUER}/a/b`, '/a/b', `${ISSUER}/a/b/token`],
  ])('%s: path %j, %s', (issuer, path, endpoint) => {
    expect([issuerPath(issuer), endpointUnder(issuer, 'token')]).toEqual([path, endpoint])
  })
})

describe.each(revisions)('MCP %s RFC 9207 §2 the answer through the browser', (revision) => {
  const named = revision === '2026-07-28' ? ISSUER : null

  test('names the issuer, beside a code and beside an error', async () => {
    const lab = openAuthorizationServer({ revision })
    const { client_id } = await lab.register()
    const agreed = await lab.consent({ client_id })
    const denied = await lab.consent({ client_id }, 'deny')
    const wrong = await lab.signIn(await lab.authorize({ client_id, scope: 'admin' }))
    const refused = new URL(wrong.header('Location') ?? '').searchParams
    expect([agreed.get('error'), denied.get('error'), refused.get('error')]).toEqual([
      null,
      'access_denied',
      'invalid_scope',
    ])
    for (const answer of [agreed, denied, refused]) {
      expect(answer.getAll('iss')).toEqual(named === null ? [] : [named])
      expect(answer.get('state')).toBe('af0ifjsldkj')
    }
    const deeds = lab.did.filter(({ check }) => check === 'as/iss-sent')
    expect(deeds.map(({ received, verdict }) => [received, verdict])).toEqual(
      named === null ? [] : [agreed, denied, refused].map(() => [named, 'obeyed']),
    )
  })

  test('is announced in the metadata when it does, and only then', async () => {
    const member = 'authorization_response_iss_parameter_supported'
    const metadata = await openAuthorizationServer({ revision }).metadata()
    expect(metadata[member]).toBe(named === null ? undefined : true)
    const careless = openAuthorizationServer({ revision, forget: ['as/iss-sent'] })
    expect(await careless.metadata()).not.toHaveProperty(member)
    const { client_id } = await careless.register()
    expect((await careless.consent({ client_id })).has('iss')).toBe(false)
    const deeds = careless.did.filter(({ check }) => check === 'as/iss-sent')
    expect(deeds.map(({ verdict, holds }) => [verdict, holds])).toEqual(
      named === null ? [] : [['forgotten', false]],
    )
  })
})
