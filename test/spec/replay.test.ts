import { describe, expect, test } from 'vitest'
import { INITIALIZE, openLab, type Answer } from './driver.ts'
import { expectHarmless, expectOAuthError } from './harmless.ts'
import { VERIFIER } from './honest-client.ts'

const GRANT = 'invalid_grant'
const PROOF = 'as/proof-before-revocation'
const brokenIn = ({ findings }: Answer) =>
  findings.filter(({ verdict }) => verdict === 'broken').map(({ check }) => check)
const refreshTokenIn = (answer: Answer) => String(answer.json()['refresh_token'])

describe('OAuth 2.1 draft-13 §4.1.3 a code buys tokens once', () => {
  test('the second redemption is refused, and what the first gave is taken back', async () => {
    const lab = openLab()
    const { client, code, refresh } = await lab.tokens()
    const again = await lab.redeem(client, code)
    expectHarmless(again, lab.secrets)
    expectOAuthError(again, 400, GRANT)
    expect(again.broken).toBe('as/code-unused')

    const answer = await lab.refresh(client, refresh)
    expectOAuthError(answer, 400, GRANT)
    expect(answer.broken).toBe('as/refresh-known')
  })

  test('what was refreshed in between is taken back as well', async () => {
    const lab = openLab()
    const { client, code, refresh } = await lab.tokens()
    const newer = refreshTokenIn(await lab.refresh(client, refresh))
    expect((await lab.redeem(client, code)).broken).toBe('as/code-unused')
    expect((await lab.refresh(client, newer)).broken).toBe('as/refresh-known')
  })

  test('the third redemption is refused like the second', async () => {
    const lab = openLab()
    const { client, code } = await lab.tokens()
    await lab.redeem(client, code)
    expect((await lab.redeem(client, code)).broken).toBe('as/code-unused')
  })

  // §7.5.3: whoever merely saw a code cannot take away what its owner has bought with it.
  test.each([
    ['a wrong verifier', { code_verifier: 'a'.repeat(43) }, 'as/verifier-matches'],
    ['no verifier', { code_verifier: undefined }, 'as/verifier-needs-challenge'],
    ['another redirect URI', { redirect_uri: 'https://a.example/' }, 'as/code-same-redirect-uri'],
    ['another resource', { resource: 'https://a.example/' }, 'as/token-resource-granted'],
  ])('a replay with %s takes nothing back', async (_, difference, check) => {
    const lab = openLab()
    const { client, code, refresh } = await lab.tokens()
    expect(brokenIn(await lab.redeem(client, code, difference))).toEqual([check, PROOF])
    expect((await lab.refresh(client, refresh)).status).toBe(200)
  })

  test('a replay by another client takes nothing back', async () => {
    const lab = openLab()
    const { client, code, refresh } = await lab.tokens()
    const answer = await lab.redeem(await lab.register(), code)
    expect(brokenIn(answer)).toEqual(['as/code-same-client', PROOF])
    expect((await lab.refresh(client, refresh)).status).toBe(200)
  })

  test('a server that revokes before it has looked at the rest takes everything back', async () => {
    const lab = openLab({ forget: [PROOF] })
    const { client, code, refresh } = await lab.tokens()
    const answer = await lab.redeem(client, code, { code_verifier: 'a'.repeat(43) })
    expect(brokenIn(answer)).toEqual(['as/verifier-matches'])
    expect((await lab.refresh(client, refresh)).broken).toBe('as/refresh-known')
  })

  test('two redemptions at the same time: one of them is refused', async () => {
    const lab = openLab()
    const client_id = await lab.register()
    const code = await lab.code({ client_id })
    const answers = await Promise.all([1, 2, 3].map(() => lab.redeem(client_id, code)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 400, 400])
  })
})

test('OAuth 2.1 draft-13 §4.1.2 one consent gives one code, however fast it is pressed', async () => {
  const lab = openLab()
  const { page, cookie } = await lab.consentPage({ client_id: await lab.register() })
  const fields = { ...lab.hiddenIn(page), decision: 'allow' }
  const answers = await Promise.all([1, 2].map(() => lab.postForm('/consent', fields, cookie)))
  expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 400])
})

describe('OAuth 2.1 draft-13 §4.1.2 a code dies after a minute', () => {
  test.each([
    [59, 200],
    [60, 400],
    [61, 400],
  ])('after %i seconds the answer is %i', async (seconds, status) => {
    const lab = openLab()
    const client_id = await lab.register()
    const code = await lab.code({ client_id })
    lab.clock.advance(seconds)
    expect((await lab.redeem(client_id, code)).status).toBe(status)
  })

  test('one that was redeemed and then grew old takes nothing back', async () => {
    const lab = openLab()
    const { client, code, refresh } = await lab.tokens()
    lab.clock.advance(61)
    expect(brokenIn(await lab.redeem(client, code))).toEqual(['as/code-fresh', PROOF])
    expect((await lab.refresh(client, refresh)).status).toBe(200)
  })
})

describe('RFC 9700 §4.14.2 a refresh token is used once', () => {
  test('each refresh gives a new one', async () => {
    const lab = openLab()
    const { client, refresh } = await lab.tokens()
    const given = [refresh]
    for (let turn = 0; turn < 4; turn++)
      given.push(refreshTokenIn(await lab.refresh(client, given.at(-1)!)))
    expect(new Set(given).size).toBe(5)
  })

  test('reuse of an old one kills the newest as well', async () => {
    const lab = openLab()
    const { client, refresh } = await lab.tokens()
    const second = refreshTokenIn(await lab.refresh(client, refresh))
    const newest = refreshTokenIn(await lab.refresh(client, second))
    const reuse = await lab.refresh(client, refresh)
    expectHarmless(reuse, [...lab.secrets, second, newest])
    expect(reuse.broken).toBe('as/refresh-reuse-revokes-family')
    const after = await lab.refresh(client, newest)
    expectOAuthError(after, 400, GRANT)
    expect(after.broken).toBe('as/refresh-known')
  })

  test('two refreshes at the same time: the second is reuse', async () => {
    const lab = openLab()
    const { client, refresh } = await lab.tokens()
    const answers = await Promise.all([1, 2].map(() => lab.refresh(client, refresh)))
    expect(answers.map(({ broken }) => broken)).toEqual([
      undefined,
      'as/refresh-reuse-revokes-family',
    ])
  })

  test('reuse by another client kills nothing', async () => {
    const lab = openLab()
    const { client, refresh } = await lab.tokens()
    const newest = refreshTokenIn(await lab.refresh(client, refresh))
    expect((await lab.refresh(await lab.register(), refresh)).broken).toBe('as/refresh-same-client')
    expect((await lab.refresh(client, newest)).status).toBe(200)
  })

  test('another family of the same client lives on', async () => {
    const lab = openLab()
    const { client, refresh } = await lab.tokens()
    const other = await lab.redeem(client, await lab.code({ client_id: client }))
    await lab.refresh(client, refresh)
    await lab.refresh(client, refresh)
    expect((await lab.refresh(client, refreshTokenIn(other))).status).toBe(200)
  })

  test.each([
    ['a day less', -1, 200],
    ['exactly as long', 0, 400],
  ])('OAuth 2.1 draft-13 §4.3.3 idle for %s than thirty days', async (_, days, status) => {
    const lab = openLab()
    const { client, refresh } = await lab.tokens()
    lab.clock.advance((30 + days) * 24 * 3600)
    expect((await lab.refresh(client, refresh)).status).toBe(status)
  })

  test('OAuth 2.1 draft-13 §4.3.1 a narrower scope holds for one access token only', async () => {
    const lab = openLab()
    const { client, refresh } = await lab.tokens({ scope: 'notes:read notes:write' })
    const narrow = await lab.refresh(client, refresh, { scope: 'notes:read' })
    expect(narrow.json()['scope']).toBe('notes:read')
    const wide = await lab.refresh(client, refreshTokenIn(narrow))
    expect(wide.json()['scope']).toBe('notes:read notes:write')
  })
})

describe('OAuth 2.1 draft-13 §5.2 an access token lives for fifteen minutes', () => {
  test.each([
    [899, 200],
    [900, 401],
  ])('after %i seconds the answer is %i', async (seconds, status) => {
    const lab = openLab()
    const { access } = await lab.tokens()
    lab.clock.advance(seconds)
    expect((await lab.mcp(access, INITIALIZE)).status).toBe(status)
  })
})

test('RFC 7636 §4.6 refuses a verifier whose S256 is not the stored challenge', async () => {
  const lab = openLab()
  const client_id = await lab.register()
  const code = await lab.code({ client_id })
  const answer = await lab.redeem(client_id, code, { code_verifier: VERIFIER.replace('d', 'e') })
  expectOAuthError(answer, 400, GRANT)
  expect(answer.broken).toBe('as/verifier-matches')
})

describe('RFC 9700 §4.8.2 that a verifier and a challenge come together is a check of its own', () => {
  const BOTH = ['as/pkce-required', 'as/verifier-needs-challenge']
  test.each([
    ['a verifier without a challenge', { code_challenge: undefined }, {}],
    ['a challenge without a verifier', {}, { code_verifier: undefined }],
  ])('%s', async (_, asked, sent) => {
    for (const forget of [BOTH.slice(0, 1), BOTH]) {
      const lab = openLab({ forget })
      const client_id = await lab.register()
      const answer = await lab.redeem(client_id, await lab.code({ client_id, ...asked }), sent)
      expect(brokenIn(answer)).toEqual(forget === BOTH ? [] : ['as/verifier-needs-challenge'])
      expect(answer.status).toBe(forget === BOTH ? 200 : 400)
    }
  })
})
