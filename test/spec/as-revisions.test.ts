import { describe, expect, test } from 'vitest'
import { decodeToken } from '../../engine/oauth/access-token.ts'
import { has } from '../../engine/spec/differences.ts'
import { revisions } from '../../engine/spec/revisions.ts'
import { originsIn } from '../../engine/world.ts'
import { openAuthorizationServer, RESOURCE, type Particulars } from './as-lab.ts'
import { expectOAuthError } from './harmless.ts'
import { CALLBACK } from './honest-client.ts'

const DOCUMENT = 'https://quill.example/client.json'

describe.each(revisions)('MCP %s the authorization server', (revision) => {
  const { issuer } = originsIn(revision)
  const open = ({ settings, ...more }: Particulars = {}) =>
    openAuthorizationServer({ revision, ...more, settings: { issuer, ...settings } })
  // The first revision has no such parameter, and a server ignores what it does not know.
  const resources = has(revision, 'resource-indicator')
  const claimsOf = (token: string) => decodeToken(token)?.claims

  test('lives where the revision has it, and describes itself there', async () => {
    expect(issuer).toBe(
      revision === '2025-03-26' ? 'https://notes.example' : 'https://auth.example',
    )
    expect(await open().metadata()).toMatchObject({
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      registration_endpoint: `${issuer}/register`,
      code_challenge_methods_supported: ['S256'],
    })
  })

  test('has its endpoints at /authorize, /token and /register even where nothing describes it', async () => {
    const lab = open({ settings: { metadataAt: 'nowhere' } })
    expect(claimsOf((await lab.tokens()).access_token)?.iss).toBe(issuer)
  })

  test.each(['authorization_code', 'refresh_token'])(
    'RFC 9068 §3 makes a token for one resource by %s',
    async (grant) => {
      const lab = open()
      const { client_id } = await lab.register()
      for (const [resource, aud] of [
        [undefined, RESOURCE],
        ['', RESOURCE],
        ['https://other.example/mcp', resources ? 'https://other.example/mcp' : RESOURCE],
      ]) {
        const code = await lab.code({ client_id, resource })
        let answer = (await lab.redeem(code, { client_id, resource: aud })).json()
        if (grant === 'refresh_token')
          answer = (await lab.refresh(answer['refresh_token'], { client_id, resource: aud })).json()
        expect(claimsOf(String(answer['access_token']))?.aud).toBe(aud)
        const deed = lab.did.findLast(({ check }) => check === 'as/audience-from-resource')
        expect(deed?.received).toBe(resources ? aud : undefined)
      }
    },
  )

  test('attack wrong-audience: who forgets that makes one token for every server', async () => {
    const lab = open({ forget: ['as/audience-from-resource'] })
    expect(claimsOf((await lab.tokens()).access_token)?.aud).toEqual(
      resources ? [RESOURCE, 'https://other.example/mcp'] : RESOURCE,
    )
    const deeds = lab.did.filter(({ check }) => check === 'as/audience-from-resource')
    expect(deeds.map(({ verdict, holds }) => [verdict, holds])).toEqual(
      resources ? [['forgotten', false]] : [],
    )
  })

  test('tells the owner which resource is meant when the client names none', async () => {
    const lab = open()
    const { client_id } = await lab.register()
    const { page } = await lab.consentPage({ client_id, resource: undefined })
    expect(page.body).toContain(`at <b>${RESOURCE}</b>`)
  })

  test('RFC 8707 §2.2 gives no token for a resource that was not granted', async () => {
    const lab = open()
    const { client_id } = await lab.register()
    const code = await lab.code({ client_id, resource: undefined })
    const answer = await lab.redeem(code, { client_id, resource: 'https://other.example/mcp' })
    const { error, access_token = '' } = answer.json() as { error?: string; access_token?: string }
    expect([error, claimsOf(access_token)?.aud]).toEqual(
      resources ? ['invalid_target', undefined] : [undefined, RESOURCE],
    )
  })

  test('reads clients’ documents if the revision knows of them, and says so', async () => {
    const knows = has(revision, 'client-id-metadata-document')
    const member = 'client_id_metadata_document_supported'
    const lab = open()
    expect((await lab.metadata())[member]).toBe(knows ? true : undefined)
    const answer = await lab.authorize({ client_id: DOCUMENT })
    expect([answer.status, lab.fetched.length]).toEqual([400, knows ? 1 : 0])
    const closed = open({ settings: { readsClientDocuments: false } })
    expect(await closed.metadata()).not.toHaveProperty(member)
    expect((await closed.authorize({ client_id: DOCUMENT })).broken).toBe('as/client-known')
    expect(closed.fetched).toEqual([])
  })

  test('takes registrations, or has no place for them', async () => {
    expect((await open().registration()).status).toBe(201)
    const closed = open({ settings: { registersClients: false } })
    expect((await closed.registration()).status).toBe(404)
    expect(await closed.metadata()).not.toHaveProperty('registration_endpoint')
  })

  test('refuses a registration that breaks a rule, and says which kind', async () => {
    const answer = await open().registration({ redirect_uris: ['http://quill.lan/callback'] })
    expectOAuthError(answer, 400, 'invalid_redirect_uri')
    expect(answer.broken).toBe('as/redirect-scheme-allowed')
  })

  test.each(['native', 'web', undefined])(
    'OpenID Connect keeps the application type %s',
    async (application_type) => {
      const answer = await open().registration({
        application_type,
        redirect_uris: ['http://localhost/cb'],
      })
      expect([answer.status, answer.json()['application_type']]).toEqual([201, application_type])
    },
  )

  test('knows a client that somebody registered beforehand', async () => {
    const quill = {
      client_id: 'quill',
      redirect_uris: [CALLBACK],
      grant_types: ['authorization_code'],
      token_endpoint_auth_method: 'none',
    }
    const lab = open({ settings: { clients: [quill], registersClients: false } })
    const answer = await lab.redeem(await lab.code({ client_id: 'quill' }), { client_id: 'quill' })
    expect([answer.status, answer.json()['refresh_token']]).toEqual([200, undefined])
  })

  test('grants offline_access where the revision has it, and lists it', async () => {
    const knows = has(revision, 'offline-access')
    const lab = open()
    const { scopes_supported } = await lab.metadata()
    const known = ['notes:read', 'notes:write', ...(knows ? ['offline_access'] : [])]
    expect(scopes_supported).toEqual(known)
    const { client_id } = await lab.register()
    const scope = 'notes:read offline_access'
    const first = await lab.authorize({ client_id, scope })
    expect(first.broken).toBe(knows ? undefined : 'as/scope-known')
    if (!knows) return
    const answer = await lab.consent({ client_id, scope })
    expect((await lab.consentPage({ client_id, scope })).page.body).toMatch(/when you are away/)
    const tokens = (await lab.redeem(answer.get('code') ?? '', { client_id })).json()
    expect([tokens['scope'], typeof tokens['refresh_token']]).toEqual([scope, 'string'])
    expect((await lab.refresh(tokens['refresh_token'], { client_id })).json()['scope']).toBe(scope)
  })

  test('gives a refresh token to a client that registered for one, and to no other', async () => {
    const lab = open()
    const { client_id } = await lab.register({ grant_types: ['authorization_code'] })
    const answer = await lab.redeem(await lab.code({ client_id }), { client_id })
    expect([answer.status, answer.json()['refresh_token']]).toEqual([200, undefined])
    expect((await lab.tokens()).refresh_token).toBeTruthy()
  })

  test('rotates refresh tokens', async () => {
    const lab = open()
    const { client_id, refresh_token } = await lab.tokens()
    const next = (await lab.refresh(refresh_token, { client_id })).json()['refresh_token']
    expect(next).not.toBe(refresh_token)
    expect((await lab.refresh(refresh_token, { client_id })).broken).toBe(
      'as/refresh-reuse-revokes-family',
    )
    expect((await lab.refresh(next, { client_id })).broken).toBe('as/refresh-known')
  })

  test('demands PKCE of every client, and the exact redirect URI', async () => {
    const clients = [{ client_id: 'quill', client_secret: 's', redirect_uris: [CALLBACK] }]
    const lab = open({ settings: { clients } })
    const bare = await lab.authorize({ client_id: 'quill', code_challenge: undefined })
    expect(bare.broken).toBe('as/pkce-required')
    const away = await lab.authorize({ client_id: 'quill', redirect_uri: `${CALLBACK}/` })
    expect([away.status, away.broken]).toEqual([400, 'as/redirect-uri-exact'])
  })

  test('RFC 6749 §3.3 grants less than was asked for where it withholds a scope, and says so', async () => {
    const lab = open({ settings: { withheldScopes: { 'notes:everything': 'do everything' } } })
    const { client_id } = await lab.register()
    for (const [scope, granted] of [
      ['notes:write notes:everything', 'notes:write'],
      ['notes:everything', 'notes:read'],
    ]) {
      const { page } = await lab.consentPage({ client_id, scope })
      expect(page.body).toMatch(/what nobody gets here:<\/p>\s*<ul>\s*<li>do everything</)
      const answer = await lab.redeem(await lab.code({ client_id, scope }), { client_id })
      expect(answer.json()['scope']).toBe(granted)
    }
  })
})

test.each(['NATIVE', 'desktop', ' web', '__proto__', ''])(
  'OpenID Connect Dynamic Client Registration 1.0 §2 knows no application type %j',
  async (application_type) => {
    const answer = await openAuthorizationServer().registration({ application_type })
    expectOAuthError(answer, 400, 'invalid_client_metadata')
    expect(answer.broken).toBe('as/application-type-known')
  },
)
