import * as oauth from 'oauth4webapi'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { OWNER } from '../../engine/world.ts'
import { openLab, type Lab } from './lab.ts'
import { authorizedBy } from './oauth4webapi-client.ts'

let lab: Lab
let session: Awaited<ReturnType<typeof authorizedBy>>

const advance = (seconds: number) => {
  lab.clock.advance(seconds)
  vi.setSystemTime(lab.clock.now() * 1000)
}

beforeEach(async () => {
  lab = openLab()
  // The library reads the machine's clock: it is shown the lab's.
  advance(0)
  session = await authorizedBy(lab)
})
afterEach(() => void vi.useRealTimers())

describe('oauth4webapi 3.x', () => {
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
    })
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

  test('OAuth 2.1 draft-13 §4.3.1 a refresh gives a fresh access token for the same resource, and another refresh token', async () => {
    const { tokens, refresh, judge } = session
    advance(tokens.expires_in! + 60)
    const renewed = await refresh(tokens.refresh_token!)
    expect(renewed.refresh_token).toEqual(expect.any(String))
    expect(renewed.refresh_token).not.toBe(tokens.refresh_token)
    expect(await judge(renewed.access_token, lab.resource)).toMatchObject({ scope: 'notes:read' })
  })

  test('RFC 9700 §4.14.2 a refresh token that comes back after its rotation is refused, and takes its family with it', async () => {
    const { tokens, refresh } = session
    const renewed = await refresh(tokens.refresh_token!)
    const refused = { status: 400, error: 'invalid_grant' }
    await expect(refresh(tokens.refresh_token!)).rejects.toMatchObject(refused)
    await expect(refresh(renewed.refresh_token!)).rejects.toMatchObject(refused)
  })
})
