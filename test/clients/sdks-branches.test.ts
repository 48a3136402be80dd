import { IssuerMismatchError, OAuthError } from '@modelcontextprotocol/client'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { has } from '../../engine/spec/differences.ts'
import { revisions, since } from '../../engine/spec/revisions.ts'
import { DOCUMENT_URL, NOTE, openLab, REDIRECT_URI } from './lab.ts'
import { allow, authorized, connected, turnedAway, wayTo } from './sdk-session.ts'
import { client2, sdk1, sdks, type Connection } from './sdks.ts'

const readNote = (connection: Connection) => connection.call('read_note', { name: NOTE.name })
const write = (connection: Connection) =>
  connection.call('write_note', { name: NOTE.name, text: 'Moved.' })

const pairs = sdks.flatMap((sdk) =>
  revisions.map((revision) => [`${sdk.name}, ${revision}`, sdk, revision] as const),
)
const spoken = pairs.filter(([, sdk, revision]) => sdk.knows.includes(revision))
const foreign = pairs.filter(([, sdk, revision]) => !sdk.knows.includes(revision))

afterEach(() => vi.restoreAllMocks())

describe('MCP Version Negotiation', () => {
  test.each(foreign)('%s: has its tokens, and comes no further', async (_, sdk, revision) => {
    const { lab, kept } = await authorized(sdk, { revision })
    lab.exchanged()
    // One that begins with `initialize` reads in the answer what is spoken here; the other asked, and was told nothing.
    const words = has(revision, 'stateless') ? revision : sdk.knows[0]
    await expect(sdk.dial(lab, kept).open()).rejects.toThrow(words)
    expect(lab.exchanged()).toEqual([`POST ${lab.resource} 400`])
  })

  const falling = spoken.filter(
    ([, { name }, revision]) => name === client2('auto').name && has(revision, 'sessions'),
  )
  test.each(falling)(
    '%s: its probe for 2026-07-28 gets 400, and `initialize` follows',
    async (_, sdk, revision) => {
      // The probe belongs to no session either, which would be refused with the same status.
      const forget = has(revision, 'version-header')
        ? ['rs/session-known', 'rs/session-bound-to-subject']
        : []
      const { lab, kept } = await authorized(sdk, { revision, forget })
      lab.exchanged()
      await sdk.dial(lab, kept).open()
      expect(lab.exchanged().slice(0, 3)).toEqual([
        `POST ${lab.resource} 400`,
        `POST ${lab.resource} 200`,
        `POST ${lab.resource} 202`,
      ])
    },
  )
})

describe('RFC 7591 §3.2.1 the answer to a registration says how to authenticate', () => {
  const asked = ['none', 'client_secret_basic', 'client_secret_post']
  const rows = spoken.flatMap(([title, sdk, revision]) =>
    asked.map((asks) => [`${title}, ${asks}`, sdk, revision, asks] as const),
  )
  test.each(rows)('%s', async (_, sdk, revision, asks) => {
    const { lab, kept, connection } = await connected(sdk, { revision }, { asks })
    expect(kept.information).toMatchObject({ token_endpoint_auth_method: asks })
    expect(kept.information?.client_secret !== undefined).toBe(asks !== 'none')
    lab.clock.advance(kept.tokens!.expires_in!)
    expect(await readNote(connection)).toBe(NOTE.text)
  })
})

describe('MCP 2025-11-25 Client Registration Approaches', () => {
  test.each(spoken)('%s: registers where no documents are read', async (_, sdk, revision) => {
    const lab = openLab({ revision, arrangement: { authorization: { registersClients: true } } })
    const kept = { documentUrl: DOCUMENT_URL }
    const connection = await turnedAway(sdk, lab, kept)
    expect(lab.exchanged()).toEqual(wayTo(lab))
    expect(kept).toMatchObject({ information: { client_id: expect.not.stringMatching(/^https:/) } })
    await allow(connection, lab, kept)
  })
})

describe('RFC 6750 §3.1 insufficient_scope', () => {
  // The first generation refreshes instead, which widens nothing: OAuth 2.1 has the scope of a refresh stay within the old one.
  const stepping = spoken.filter(
    ([, { name }, revision]) => name !== sdk1.name && has(revision, 'step-up'),
  )
  test.each(stepping)(
    '%s: asks the owner for the wider scope, then writes',
    async (_, sdk, revision) => {
      const { lab, kept, connection } = await connected(sdk, { revision })
      await expect(write(connection)).rejects.toBeInstanceOf(sdk.unauthorized)
      const asked = kept.opened!.searchParams.get('scope')?.split(' ')
      expect(asked).toEqual(expect.arrayContaining(['notes:read', 'notes:write']))
      await allow(connection, lab, kept)
      await write(connection)
      expect(await readNote(connection)).toBe('Moved.')
    },
  )

  test('the first generation refreshes once, hears the same again, and gives up', async () => {
    const { lab, connection } = await connected(sdk1, { revision: '2025-11-25' })
    lab.exchanged()
    await expect(write(connection)).rejects.toMatchObject({ code: 403 })
    const { resource, issuer } = lab
    const posted = lab.exchanged().filter((one) => one.startsWith('POST'))
    expect(posted).toEqual([
      `POST ${resource} 403`,
      `POST ${issuer}/token 200`,
      `POST ${resource} 403`,
    ])
  })
})

describe('OAuth 2.1 draft-13 §3.2.4 what is refused at the token endpoint', () => {
  test.each(spoken)(
    '%s: a refresh token that lay too long leads back to the owner',
    async (_, sdk, revision) => {
      vi.spyOn(console, 'warn').mockImplementation(() => {})
      const { lab, kept, connection } = await connected(sdk, { revision })
      lab.clock.advance(31 * 24 * 3600)
      delete kept.opened
      await expect(readNote(connection)).rejects.toBeInstanceOf(sdk.unauthorized)
      expect(kept.tokens).toBeUndefined()
      await allow(connection, lab, kept)
      expect(await readNote(connection)).toBe(NOTE.text)
    },
  )

  test.each(spoken)(
    '%s: a server that forgot its clients gets a new one',
    async (_, sdk, revision) => {
      vi.spyOn(console, 'warn').mockImplementation(() => {})
      const { kept } = await authorized(sdk, { revision })
      const before = kept.information?.client_id
      const lab = openLab({ revision, seed: 'another' })
      lab.clock.advance(kept.tokens!.expires_in!)
      const connection = await turnedAway(sdk, lab, kept)
      const posted = lab.exchanged().filter((one) => one.startsWith('POST'))
      expect(posted.slice(-2)).toEqual([
        `POST ${lab.issuer}/token 400`,
        `POST ${lab.issuer}/register 201`,
      ])
      expect(kept.information?.client_id).not.toBe(before)
      await allow(connection, lab, kept)
    },
  )
})

describe('MCP 2026-07-28 Authorization Response Validation', () => {
  const comparing = spoken.filter(([, { name }]) => name !== sdk1.name)
  const naming = comparing.filter(([, , revision]) => since(revision, '2026-07-28'))

  test.each(naming)(
    '%s: refuses an answer that names nobody, or another',
    async (_, sdk, revision) => {
      const lab = openLab({ revision })
      const kept = {} as Parameters<typeof turnedAway>[2]
      const connection = await turnedAway(sdk, lab, kept)
      const callback = await lab.browse(kept.opened!, REDIRECT_URI)
      expect(callback.searchParams.get('iss')).toBe(lab.issuer)
      for (const iss of [undefined, 'https://evil.example', `${lab.issuer}/`]) {
        const other = new URL(callback)
        other.searchParams.delete('iss')
        if (iss !== undefined) other.searchParams.set('iss', iss)
        await expect(connection.finishAuth(other)).rejects.toBeInstanceOf(IssuerMismatchError)
      }
      await connection.finishAuth(callback)
    },
  )

  test.each(comparing)('%s: hears that the owner said no', async (_, sdk, revision) => {
    const lab = openLab({ revision })
    const kept = {} as Parameters<typeof turnedAway>[2]
    const connection = await turnedAway(sdk, lab, kept)
    const choices = { signIn: ['right-password'], consent: ['deny'] } as const
    const callback = await lab.browse(kept.opened!, REDIRECT_URI, choices)
    const hearing = connection.finishAuth(callback)
    await expect(hearing).rejects.toBeInstanceOf(OAuthError)
    await expect(hearing).rejects.toMatchObject({ code: 'access_denied' })
  })
})
