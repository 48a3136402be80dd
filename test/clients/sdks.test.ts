import { afterEach, describe, expect, test, vi } from 'vitest'
import { has } from '../../engine/spec/differences.ts'
import { parseScope } from '../../engine/oauth/scope.ts'
import { DOCUMENT_URL, NOTE, openLab } from './lab.ts'
import { keptBefore } from './remembering-provider.ts'
import { combinations, connected, described, turnedAway, wayTo } from './sdk-session.ts'
import type { Connection } from './sdks.ts'

const readNote = (connection: Connection) => connection.call('read_note', { name: NOTE.name })

afterEach(() => vi.restoreAllMocks())

describe.each(combinations)('%s', (_, { sdk, revision, registration }) => {
  const at = { revision, registration }

  test('Authorization Flow Steps: finds the authorization server from the 401, and comes by its id', async () => {
    const lab = openLab(at)
    const kept = keptBefore(lab)
    await turnedAway(sdk, lab, kept)
    expect(lab.exchanged()).toEqual(wayTo(lab))
    const asked = Object.fromEntries(kept.opened!.searchParams)
    expect(asked).toMatchObject({
      client_id: kept.information?.client_id,
      code_challenge_method: 'S256',
    })
    // Nobody told it what the server is called where there is no metadata of it.
    expect(asked['resource']).toBe(has(revision, 'resource-metadata') ? lab.resource : undefined)
    // An id that the server makes up is told apart from the others by being none of them.
    const given = lab.known?.client_id ?? DOCUMENT_URL
    expect(asked['client_id'] === given).toBe(registration !== 'dynamic')
  })

  test('Authorization Flow Steps: lists the tools and reads the note', async () => {
    const { lab, kept, connection } = await connected(sdk, at)
    expect(kept.tokens?.token_type).toBe('Bearer')
    expect(parseScope(kept.tokens?.scope)).toContain('notes:read')
    expect(connection.protocolVersion()).toBe(revision)
    expect(await connection.tools()).toEqual(['read_note', 'write_note'])
    expect(await readNote(connection)).toBe(NOTE.text)
    const initialize = lab.bodies.findLast((body) => body.includes('"initialize"')) ?? '{}'
    const proposed = has(revision, 'sessions') ? sdk.proposes : undefined
    expect(JSON.parse(initialize).params?.protocolVersion).toBe(proposed)
  })

  test('OAuth 2.1 draft-13 §4.3.1 refreshes when the access token has expired, and keeps the new refresh token', async () => {
    // An SDK that has to put up with something says so on the console.
    const warn = vi.spyOn(console, 'warn')
    const { lab, kept, connection } = await connected(sdk, at)
    await readNote(connection)
    const before = kept.tokens
    lab.clock.advance(before!.expires_in!)
    lab.exchanged()
    expect(await readNote(connection)).toBe(NOTE.text)
    expect(lab.exchanged()).toEqual([
      `POST ${lab.resource} 401`,
      // What was not there before is looked for again.
      ...(has(revision, 'resource-metadata') ? [] : described(lab)),
      `POST ${lab.issuer}/token 200`,
      `POST ${lab.resource} 200`,
    ])
    expect(kept.tokens?.refresh_token).toEqual(expect.any(String))
    expect(kept.tokens?.refresh_token).not.toBe(before?.refresh_token)
    expect(warn).not.toHaveBeenCalled()
  })

  test('Session Management: ends its session, where there is one', async () => {
    const { lab, connection } = await connected(sdk, at)
    await readNote(connection)
    lab.exchanged()
    await connection.end()
    expect(lab.exchanged()).toEqual(has(revision, 'sessions') ? [`DELETE ${lab.resource} 204`] : [])
  })
})
