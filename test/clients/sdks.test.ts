import { afterEach, describe, expect, test, vi } from 'vitest'
import { NOTE, openLab, REDIRECT_URI, type Lab } from './lab.ts'
import { STATE, type Kept } from './remembering-provider.ts'
import { client2, sdk1, type Connection, type Sdk } from './sdks.ts'

const MCP = 'https://notes.example/mcp'
const RESOURCE_METADATA = 'https://notes.example/.well-known/oauth-protected-resource/mcp'
const SERVER_METADATA = 'https://auth.example/.well-known/oauth-authorization-server'

const readNote = (connection: Connection) => connection.call('read_note', { name: NOTE.name })

const refuse = async ({ unauthorized, dial }: Sdk, lab: Lab, kept: Kept): Promise<Connection> => {
  const connection = dial(lab, kept)
  await expect(connection.open()).rejects.toBeInstanceOf(unauthorized)
  return connection
}

/** Lets the owner allow what the SDK asked for, and hands the answer to the connection that asked. */
const allow = async (connection: Connection, lab: Lab, kept: Kept) => {
  const callback = await lab.browse(kept.opened!, REDIRECT_URI)
  expect(callback.searchParams.get('state')).toBe(STATE)
  await connection.finishAuth(callback)
}

/** A session with a token. The connection is a new one: a transport is opened once. */
const connect = async (sdk: Sdk, lab = openLab()) => {
  const kept: Kept = {}
  await allow(await refuse(sdk, lab, kept), lab, kept)
  lab.exchanged()
  const connection = sdk.dial(lab, kept)
  await connection.open()
  return { lab, kept, connection }
}

afterEach(() => vi.restoreAllMocks())

describe.each([client2('legacy'), client2('auto'), sdk1])('$name', (sdk) => {
  test('RFC 9728 §5.1 finds both servers from the 401, and RFC 7591 §3.1 registers', async () => {
    const lab = openLab()
    const kept: Kept = {}
    await refuse(sdk, lab, kept)
    expect(lab.exchanged()).toEqual([
      `POST ${MCP} 401`,
      `GET ${RESOURCE_METADATA} 200`,
      `GET ${SERVER_METADATA} 200`,
      'POST https://auth.example/register 201',
    ])
    expect(Object.fromEntries(kept.opened!.searchParams)).toMatchObject({
      client_id: kept.information?.client_id,
      code_challenge_method: 'S256',
      resource: lab.resource,
      scope: 'notes:read',
    })
  })

  test('MCP 2025-06-18 Authorization Flow Steps: lists the tools and reads the note', async () => {
    const { kept, connection } = await connect(sdk)
    expect(kept.tokens).toMatchObject({ token_type: 'Bearer', scope: 'notes:read' })
    expect(await connection.tools()).toEqual(['read_note', 'write_note'])
    expect(await readNote(connection)).toBe(NOTE.text)
  })

  test('MCP 2025-06-18 Version Negotiation: asks for a later revision and takes this one', async () => {
    const { lab, connection } = await connect(sdk)
    const initialize = lab.bodies.findLast((body) => body.includes('"initialize"'))
    expect(JSON.parse(initialize!).params.protocolVersion).toBe('2025-11-25')
    expect(connection.protocolVersion()).toBe('2025-06-18')
  })

  test('OAuth 2.1 draft-13 §4.3.1 refreshes when the access token has expired, and keeps the new refresh token', async () => {
    // An SDK that has to put up with something says so on the console.
    const warn = vi.spyOn(console, 'warn')
    const { lab, kept, connection } = await connect(sdk)
    await readNote(connection)
    const before = kept.tokens
    lab.clock.advance(before!.expires_in!)
    lab.exchanged()
    expect(await readNote(connection)).toBe(NOTE.text)
    expect(lab.exchanged()).toEqual([
      `POST ${MCP} 401`,
      'POST https://auth.example/token 200',
      `POST ${MCP} 200`,
    ])
    expect(kept.tokens?.refresh_token).toEqual(expect.any(String))
    expect(kept.tokens?.refresh_token).not.toBe(before?.refresh_token)
    expect(warn).not.toHaveBeenCalled()
  })

  test('MCP 2025-06-18 Session Management: ends its session', async () => {
    const { lab, connection } = await connect(sdk)
    await readNote(connection)
    lab.exchanged()
    await connection.end()
    expect(lab.exchanged()).toEqual([`DELETE ${MCP} 204`])
  })
})

describe('@modelcontextprotocol/client 2.x', () => {
  test('MCP 2025-06-18 Protocol Version Header: a probe for 2026-07-28 gets 400, and `initialize` follows', async () => {
    // The probe belongs to no session either, which would be refused with the same status.
    const lab = openLab(['rs/session-known', 'rs/session-bound-to-subject'])
    await connect(client2('auto'), lab)
    expect(lab.exchanged().slice(0, 3)).toEqual([
      `POST ${MCP} 400`,
      `POST ${MCP} 200`,
      `POST ${MCP} 202`,
    ])
  })

  test('RFC 6750 §3.1 insufficient_scope: asks the owner for the wider scope, then writes', async () => {
    const sdk = client2('legacy')
    const { lab, kept, connection } = await connect(sdk)
    const write = () => connection.call('write_note', { name: NOTE.name, text: 'Moved.' })
    await expect(write()).rejects.toBeInstanceOf(sdk.unauthorized)
    expect(kept.opened!.searchParams.get('scope')).toBe('notes:read notes:write')
    await allow(connection, lab, kept)
    await write()
    expect(await readNote(connection)).toBe('Moved.')
  })
})
