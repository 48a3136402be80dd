import * as oauth from 'oauth4webapi'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { registrationsIn } from '../../engine/registration.ts'
import { has } from '../../engine/spec/differences.ts'
import { revisions } from '../../engine/spec/revisions.ts'
import { OWNER } from '../../engine/world.ts'
import { NOTE, openLab, type Lab } from './lab.ts'
import { authorizedBy } from './oauth4webapi-client.ts'

let lab: Lab
let session: Awaited<ReturnType<typeof authorizedBy>>

const advance = (seconds: number) => {
  lab.clock.advance(seconds)
  vi.setSystemTime(lab.clock.now() * 1000)
}

/**
 * Every registration of every revision; one that registers itself does so with each way to authenticate. Nothing is left
 * out: the library knows no revisions of MCP, only the RFCs they stand on. What MCP asks beyond them it does not judge.
 */
const combinations = revisions.flatMap((revision) =>
  registrationsIn(revision).flatMap((registration) =>
    (registration === 'dynamic'
      ? ['none', 'client_secret_basic', 'client_secret_post']
      : ['none']
    ).map(
      (method) =>
        [`${revision}, ${registration}, ${method}`, revision, registration, method] as const,
    ),
  ),
)

afterEach(() => void vi.useRealTimers())

describe.each(combinations)('oauth4webapi 3.x, %s', (_, revision, registration, method) => {
  beforeEach(async () => {
    lab = openLab({ revision, registration })
    // The library reads the machine's clock: it is shown the lab's.
    advance(0)
    session = await authorizedBy(lab, { method })
  })

  test('OAuth 2.1 draft-13 §3.2.3 accepts every answer from discovery to the tokens', () => {
    expect(session.tokens).toMatchObject({
      token_type: 'bearer',
      expires_in: expect.any(Number),
      refresh_token: expect.any(String),
      scope: 'notes:read',
    })
  })

  test('RFC 9068 §4 accepts the access token for the resource it was issued for', async () => {
    const { as, client, tokens, judge } = session
    expect(await judge(tokens.access_token, lab.resource)).toMatchObject({
      iss: as.issuer,
      sub: OWNER.username,
      aud: lab.resource,
      client_id: client.client_id,
      scope: 'notes:read',
      iat: lab.clock.now(),
      jti: expect.any(String),
    })
  })

  test('RFC 6750 §2.1 the access token opens the note', async () => {
    expect(await session.readNote(session.tokens.access_token)).toBe(NOTE.text)
  })

  test('RFC 6750 §3.1 a token that has expired is told so, in a challenge that the library can read', async () => {
    advance(session.tokens.expires_in!)
    const reading = session.readNote(session.tokens.access_token)
    await expect(reading).rejects.toBeInstanceOf(oauth.WWWAuthenticateChallengeError)
    const [challenge] = await reading.catch((error) => error.cause)
    expect(challenge).toMatchObject({ scheme: 'bearer', parameters: { error: 'invalid_token' } })
    const at = challenge.parameters.resource_metadata
    expect(at !== undefined).toBe(has(revision, 'resource-metadata'))
  })

  test('OAuth 2.1 draft-13 §4.3.1 a refresh gives a fresh access token for the same resource, and another refresh token', async () => {
    const { tokens, refresh, judge, readNote } = session
    advance(tokens.expires_in! + 60)
    const renewed = await refresh(tokens.refresh_token!)
    expect(renewed.refresh_token).toEqual(expect.any(String))
    expect(renewed.refresh_token).not.toBe(tokens.refresh_token)
    expect(await judge(renewed.access_token, lab.resource)).toMatchObject({ scope: 'notes:read' })
    expect(await readNote(renewed.access_token)).toBe(NOTE.text)
  })

  test('RFC 9700 §4.14.2 a refresh token that comes back after its rotation is refused, and takes its family with it', async () => {
    const { tokens, refresh } = session
    const renewed = await refresh(tokens.refresh_token!)
    const refused = { status: 400, error: 'invalid_grant' }
    await expect(refresh(tokens.refresh_token!)).rejects.toMatchObject(refused)
    await expect(refresh(renewed.refresh_token!)).rejects.toMatchObject(refused)
  })

  test('RFC 7009 §2 a refresh token that was revoked is worth nothing', async () => {
    const { tokens, refresh, revoke } = session
    await revoke(tokens.refresh_token!)
    const refused = { status: 400, error: 'invalid_grant' }
    await expect(refresh(tokens.refresh_token!)).rejects.toMatchObject(refused)
  })

  test('OAuth 2.1 draft-13 §3.2.3 no answer with tokens may be kept', async () => {
    await session.refresh(session.tokens.refresh_token!)
    const answers = lab.answers.filter(({ url }) => url === `${lab.issuer}/token`)
    expect(answers.map(({ headers }) => headers.get('cache-control'))).toEqual([
      'no-store',
      'no-store',
    ])
  })
})

describe('oauth4webapi 3.x', () => {
  beforeEach(async () => {
    lab = openLab()
    advance(0)
    session = await authorizedBy(lab)
  })

  test('RFC 9068 §4 refuses the access token for any other audience', async () => {
    const judging = session.judge(session.tokens.access_token, 'https://files.example/mcp')
    await expect(judging).rejects.toMatchObject({ code: oauth.JWT_CLAIM_COMPARISON })
  })

  test('RFC 9068 §4 refuses the access token once it has expired', async () => {
    const { tokens, judge } = session
    // The library allows a clock that is half a minute slow.
    advance(tokens.expires_in! + 60)
    const judging = judge(tokens.access_token, lab.resource)
    await expect(judging).rejects.toMatchObject({ code: oauth.JWT_TIMESTAMP_CHECK })
  })
})
